import { cleanup, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { ChatWallQuery } from "../src/generated/ChatWall";
import type { MacroFragment } from "../src/generated/Macros";
import type { MacroInput } from "../src/generated/MacroUpdate";
import { aMacro, aSeat } from "./auroraInbox";
import { openApp } from "./openApp";
import { pageText } from "./pageText";

afterEach(cleanup);

function aWall(): ChatWallQuery {
  return {
    chatWall: {
      ...{ waiting: 2, longestWaitSeconds: 245, chatting: 1, missedToday: 3, places: 6, free: 4 },
      seats: [aSeat({ id: "away", name: "", email: "yaz@aurora.example", state: "AWAY", isThere: false }), aSeat()],
    },
    channels: [{ slug: "default-channel", name: "Europe" }],
  };
}

const wallOf = () => ({ ChatWall: () => aWall() });

test.each([
  ["en", ["Longest wait4 min 5 sec", "Free places4 of 6", "Online", "Not there"]],
  ["tr", ["En uzun bekleyiş4 dk. 5 sn.", "Boş yer4/6", "Çevrimiçi", "Burada değil"]],
])("who leads sees in %s who waits and who is there", async (locale, facts) => {
  await openApp("/inbox/wall", wallOf(), locale);
  await screen.findByText("Mey");
  for (const fact of facts) expect(pageText()).toContain(fact);
  const names = within(screen.getByRole("table")).getAllByRole("rowheader");
  expect(names.map((name) => name.textContent)).toEqual(["Mey", "yaz@aurora.example"]);
});

test("who manages settings says how many chats somebody takes, and of which channels", async () => {
  const ChatSeatUpdate = () => ({ chatSeatUpdate: { seat: { id: "away" }, errors: [] } });
  const { user, inputsOf } = await openApp("/inbox/wall", { ...wallOf(), ChatSeatUpdate });
  await user.click(await screen.findByRole("button", { name: "yaz@aurora.example" }));
  const form = within(screen.getByRole("form", { name: "Limits of yaz@aurora.example" }));
  const most = form.getByRole("spinbutton", { name: "Chats at once" });
  await user.clear(most);
  await user.type(most, "5");
  await user.click(form.getByRole("checkbox", { name: "Europe" }));
  await user.click(form.getByRole("button", { name: "Save" }));
  const input = { id: "away", maxConcurrent: 5, channels: ["default-channel"] };
  await waitFor(() => expect(inputsOf("ChatSeatUpdate")).toEqual([{ input }]));
  await waitFor(() => expect(screen.queryByRole("form")).toBeNull());
});

test("somebody says who they are to shoppers, and what they know", async () => {
  const ChatSeatUpdate = () => ({ chatSeatUpdate: { seat: { id: "x" }, errors: [] } });
  const { user, inputsOf, toasts } = await openApp("/inbox/seat", {
    ChatSeat: () => ({ chatSeat: aSeat({ name: "" }) }),
    ChatSeatUpdate,
  });
  await user.type(await screen.findByLabelText("Name"), "Mey");
  await user.type(screen.getByLabelText("Languages"), "TR, en,");
  await user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(toasts()).toEqual([["success", "Saved"]]));
  const seat = { name: "Mey", photoUrl: "", expertise: "", languages: ["tr", "en"], categories: [] };
  expect(inputsOf("ChatSeatUpdate")).toEqual([{ input: { id: aSeat().id, ...seat } }]);
});

test("who has no seat yet is told how they get one", async () => {
  await openApp("/inbox/seat", { ChatSeat: () => ({ chatSeat: null }) }, "tr");
  await screen.findByText("Henüz yeriniz yok");
});

test("a macro is written, changed, deleted and brought back", async () => {
  let macros: MacroFragment[] = [];
  const MacroUpdate = ({ input }: { input: MacroInput }) => {
    const { id, tags, state, assignToMe } = input;
    const proposes = input.proposes ? { kind: input.proposes.kind, values: String(input.proposes.values) } : null;
    const kept = { name: input.name, text: { en: input.text.en ?? "", tr: input.text.tr ?? "" }, tags: tags ?? [] };
    const rest = { id: String(id ?? "new"), state: state ?? null, assignToMe: assignToMe ?? false, proposes };
    const macro = aMacro({ ...kept, ...rest });
    macros = [...macros.filter((one) => one.id !== macro.id), macro];
    return { macroUpdate: { macro: { id: macro.id }, errors: [] } };
  };
  const MacroDelete = ({ id }: { id: string }) => {
    macros = macros.filter((one) => one.id !== id);
    return { macroDelete: { errors: [] } };
  };
  const { user } = await openApp("/inbox/macros", { Macros: () => ({ macros }), MacroUpdate, MacroDelete });
  await screen.findByText("No macros yet");
  await user.click(screen.getByRole("button", { name: "New macro" }));
  await user.type(screen.getByLabelText("Name"), "Greeting");
  await user.type(screen.getByLabelText("Text in Turkish"), "Merhaba {{{{customer.name}}!");
  await user.type(screen.getByLabelText("Tags it sets"), "hello, first");
  await user.selectOptions(screen.getByLabelText("State after sending"), "CLOSED");
  await user.selectOptions(screen.getByLabelText("Act it proposes on the order"), "GIFT_CARD");
  await user.type(screen.getByLabelText("Amount"), "10,50");
  await user.click(screen.getByRole("button", { name: "Save" }));
  await user.click(await screen.findByRole("button", { name: /^Greeting/ }));
  const proposes = { kind: "GIFT_CARD", values: '{"amount":"10.50"}' };
  const written = { name: "Greeting", tags: ["hello", "first"], state: "CLOSED", assignToMe: false, proposes } as const;
  expect(macros).toEqual([{ id: "new", text: { en: "", tr: "Merhaba {{customer.name}}!" }, ...written }]);
  await user.click(screen.getByRole("button", { name: "Delete" }));
  await screen.findByText("“Greeting” is deleted.");
  expect(macros).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Undo" }));
  await screen.findByRole("button", { name: /^Greeting/ });
  expect(macros).toMatchObject([written]);
});

test.each([
  ["en", "Begin with six of ours"],
  ["tr", "Bizim altı yanıtımızla başla"],
])("who has no macros begins in %s with those that are there", async (locale, begin) => {
  const macros: MacroFragment[] = [];
  const MacrosBegin = () => {
    macros.push(aMacro({ name: "Thank you" }));
    return { macrosBegin: { errors: [] } };
  };
  const { user, inputsOf } = await openApp("/inbox/macros", { Macros: () => ({ macros }), MacrosBegin }, locale);
  await user.click(await screen.findByRole("button", { name: begin }));
  await screen.findByRole("button", { name: /^Thank you/ });
  expect(screen.queryByRole("button", { name: begin })).toBeNull();
  expect(inputsOf("MacrosBegin")).toEqual([{ language: locale }]);
});

test("why a macro cannot be kept stands beside its field", async () => {
  const errors = [{ field: "text", message: "no", code: "REQUIRED" }];
  const { user } = await openApp("/inbox/macros", {
    Macros: () => ({ macros: [] }),
    MacroUpdate: () => ({ macroUpdate: { macro: null, errors } }),
  });
  await user.click(await screen.findByRole("button", { name: "New macro" }));
  await user.click(screen.getByRole("button", { name: "Save" }));
  await screen.findByText("Write something first.");
});
