import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { MomentFragment } from "../src/generated/OrderTimeline";
import { momentText } from "../src/timeline/momentText";
import { languageOf } from "../src/words/language";
import { en as parcelsEn } from "../src/words/parcels/en";
import { tr as parcelsTr } from "../src/words/parcels/tr";
import { en as ticketsEn } from "../src/words/tickets/en";
import { tr as ticketsTr } from "../src/words/tickets/tr";
import { en } from "../src/words/timeline/en";
import { tr } from "../src/words/timeline/tr";
import { aDesk, aMessage, ORDER } from "./auroraInbox";
import { openApp } from "./openApp";

afterEach(cleanup);

function aMoment(changes: Partial<MomentFragment> = {}): MomentFragment {
  return {
    id: "TWVzc2FnZTox",
    source: "SALEOR_EVENT",
    at: "2026-03-04T12:00:00+00:00",
    code: "PLACED",
    who: "",
    text: "",
    orderNumber: "1042",
    ticketId: null,
    ...changes,
  };
}

const WORDS = {
  en: { timeline: en, tickets: ticketsEn, parcels: parcelsEn, language: languageOf("en") },
  tr: { timeline: tr, tickets: ticketsTr, parcels: parcelsTr, language: languageOf("tr") },
};

test.each([
  ["en", { code: "NOTE_ADDED", text: "Call her" }, "Note added: Call her"],
  ["tr", { code: "PLACED" }, "Sipariş verildi"],
  ["en", { code: "SOMETHING_NEW" }, "Something new"],
  ["en", { source: "MESSAGE", code: "shopper", text: "Where is it?" }, "Shopper: Where is it?"],
  ["en", { source: "MESSAGE", code: "staff", who: "Mey", text: "On its way." }, "Mey: On its way."],
  ["tr", { source: "EVENT", code: "clock_breached", text: "RESOLVE" }, "Süre doldu: çözüm."],
  ["en", { source: "EVENT", code: "of_a_newer_version" }, "Of a newer version"],
  ["en", { source: "PARCEL", code: "IN_TRANSIT", text: "Ankara" }, "Parcel: In transit: Ankara"],
  ["tr", { source: "ACT", code: "REFUND DONE", text: "20.00 EUR" }, "Para iadesi €20,00, yapıldı"],
  ["tr", { source: "ACT", code: "CANCEL DONE", text: "" }, "İptal, yapıldı"],
  ["en", { source: "ACT", code: "CANCEL DONE", text: " " }, "Cancellation, done"],
  ["en", { source: "REVIEW", code: "4", text: "" }, "Reviewed with 4 of 5"],
  ["en", { source: "PROMISE", code: "", text: "2026-03-05/2026-03-06" }, "Promised for Thu, Mar 5 – Fri, Mar 6"],
  ["tr", { source: "PROMISE", code: "NO_DAYS", text: "" }, "Gün sözü verilemedi"],
  ["en", { source: "ORDER", code: "UNFULFILLED", text: "1329.600 TRY" }, "Order placed: TRY 1,329.60"],
  ["en", { source: "CONSENT", code: "WITHDRAWN", text: "EMAIL MARKETING" }, "Agreement to email marketing: no"],
] as const)("in %s %o is told as: %s", (tag, moment, said) => {
  // Between two days stand thin spaces.
  expect(momentText(aMoment(moment), WORDS[tag]).replace(/\s/g, " ")).toBe(said);
});

test("beside the conversation stands all that happened to the order, and all that happened with its person", async () => {
  const page = (...nodes: MomentFragment[]) => ({
    timeline: {
      edges: nodes.map((node) => ({ node })),
      pageInfo: { hasNextPage: false, endCursor: null },
      totalCount: nodes.length,
    },
  });
  const desk = {
    ...aDesk("OPEN", [aMessage()], { order: ORDER }),
    OrderTimeline: () => ({ order: page(aMoment(), aMoment({ id: "2", code: "TRACKING_UPDATED", text: "TR1" })) }),
    PersonTimeline: () => ({ customer: page(aMoment({ id: "3", source: "CART", code: "LEFT", text: "80.00 EUR" })) }),
  };
  const { user, inputsOf } = await openApp("/inbox/VGlja2V0OjE%3D", desk);
  await user.click(await screen.findByLabelText("The order"));
  await screen.findByText("Tracking number changed: TR1");
  expect(screen.queryByText("Where is my lamp?", { selector: ".bubble" })).toBeNull();
  await user.click(screen.getByLabelText("The person"));
  await screen.findByText("Left a cart of €80.00");
  expect(inputsOf("PersonTimeline")).toMatchObject([{ email: "customer@aurora.example" }]);
  await user.click(screen.getByLabelText("Conversation"));
  await screen.findByText("Where is my lamp?", { selector: ".bubble" });
});
