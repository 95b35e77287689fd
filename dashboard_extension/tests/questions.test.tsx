import { cleanup, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { anAnswer, aQuestion, aQuestionDesk } from "./auroraQuestions";
import { openApp } from "./openApp";
import { pageText } from "./pageText";

afterEach(cleanup);

const SECOND = aQuestion({ id: "UXVlc3Rpb246Mg==", text: "How long is the cable?", authorName: "", productName: null });
const items = () => screen.queryAllByRole("listitem", { name: /dim|cable/ });
const OURS = anAnswer({
  isBuyer: false,
  by: "ada@aurora.example",
  authorName: "Aurora",
  state: "PUBLISHED",
  text: "Yes.",
});

test.each([
  ["en", ["Does it dim?", "Lamp", "Can", "waits", "A product that Saleor no longer has", "Without a name"]],
  ["tr", ["Does it dim?", "Lamp", "bekliyor", "Saleor’da artık olmayan bir ürün", "Adsız"]],
])("staff read in %s who waits for an answer", async (locale, facts) => {
  await openApp("/questions", aQuestionDesk(aQuestion(), SECOND), locale);
  await screen.findByRole("heading", { name: "Does it dim?" });
  for (const fact of facts) expect(pageText()).toContain(fact);
});

test("an answer is published, and undoing brings the question back with the words to go on with", async () => {
  const { user, inputsOf } = await openApp("/questions", aQuestionDesk(aQuestion(), SECOND));
  await user.type(await screen.findByLabelText("Your answer to: Does it dim?"), "Yes.");
  await user.click(screen.getAllByRole("button", { name: "Answer" })[0] as HTMLElement);
  await screen.findByText("Your answer is published.");
  await waitFor(() => expect(items()).toHaveLength(1));
  expect(inputsOf("QuestionAnswer")).toEqual([{ id: "UXVlc3Rpb246MQ==", text: "Yes." }]);
  await user.click(screen.getByRole("button", { name: "Undo" }));
  await waitFor(() => expect(items()).toHaveLength(2));
  expect(inputsOf("AnswerRemove")).toEqual([{ id: "ours-1" }]);
  expect((screen.getByLabelText("Your answer to: Does it dim?") as HTMLTextAreaElement).value).toBe("Yes.");
});

test("an empty answer is not sent", async () => {
  const { user, inputsOf } = await openApp("/questions", aQuestionDesk(aQuestion({ id: "UXVlc3Rpb246OQ==" })));
  await user.click(await screen.findByRole("button", { name: "Answer" }));
  expect((await screen.findByRole("alert")).textContent).toBe("Write something here.");
  expect(inputsOf("QuestionAnswer")).toEqual([]);
});

test("what was begun is there again after a look elsewhere", async () => {
  const { user } = await openApp("/questions", aQuestionDesk(SECOND));
  await user.type(await screen.findByRole("textbox"), "Two met");
  await user.click(screen.getByLabelText("Answered"));
  await screen.findByText("Nothing is answered yet");
  await user.click(screen.getByLabelText("Unanswered"));
  expect((await screen.findByRole("textbox")) as HTMLTextAreaElement).toHaveProperty("value", "Two met");
});

test("a question is rejected, stands under Rejected, and is decided about again", async () => {
  const { user, inputsOf } = await openApp("/questions", aQuestionDesk(aQuestion()));
  await user.click(await screen.findByRole("button", { name: "Reject" }));
  await screen.findByText("The question is rejected.");
  await screen.findByText("Nobody waits for an answer");
  await user.click(screen.getByLabelText("Rejected"));
  await user.click(await screen.findByRole("button", { name: "Decide again" }));
  await screen.findByText("Nothing was rejected");
  expect(inputsOf("QuestionDecide").map((one) => (one as { state: string }).state)).toEqual(["REJECTED", "PENDING"]);
});

test("a buyer's answer is looked at and published, and that is undone", async () => {
  const asked = aQuestion({ state: "PUBLISHED", answers: [anAnswer({ signals: ["LINK"] })] });
  const { user, inputsOf } = await openApp("/questions", aQuestionDesk(asked));
  await user.click(await screen.findByLabelText("Buyers’ answers"));
  await screen.findByText("A link");
  expect(pageText()).toContain("Bought it: Ada Y.");
  expect(screen.queryByRole("button", { name: "Edit" })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Publish the answer" }));
  await screen.findByText("No buyer’s answer waits for you");
  await user.click(screen.getByRole("button", { name: "Undo" }));
  await waitFor(() => expect(items()).toHaveLength(1));
  expect(inputsOf("AnswerDecide").map((one) => (one as { state: string }).state)).toEqual(["PUBLISHED", "PENDING"]);
});

test("the shop's own answer is edited and removed", async () => {
  const desk = aQuestionDesk(aQuestion({ state: "PUBLISHED", answers: [OURS] }));
  const { user, inputsOf } = await openApp("/questions", desk);
  await user.click(await screen.findByLabelText("Answered"));
  await user.click(await screen.findByRole("button", { name: "Edit" }));
  const box = screen.getByRole("textbox", { name: "Edit" });
  await user.clear(box);
  await user.type(box, "Yes, by its switch.");
  await user.click(screen.getByRole("button", { name: "Save" }));
  await screen.findByText("The answer is changed.");
  expect(inputsOf("AnswerEdit")).toEqual([{ id: OURS.id, text: "Yes, by its switch." }]);
  await user.click(await screen.findByRole("button", { name: "Remove" }));
  await screen.findByText("Nothing is answered yet");
  expect(inputsOf("AnswerRemove")).toEqual([{ id: OURS.id }]);
});

test("the keyboard goes on to the next question, and from the last one to the list", async () => {
  const { user } = await openApp("/questions", aQuestionDesk(aQuestion(), SECOND));
  (await screen.findAllByRole("button", { name: "Reject" }))[0]?.focus();
  await user.keyboard("{Enter}");
  await waitFor(() => expect(items()).toHaveLength(1));
  await waitFor(() => expect(document.activeElement).toBe(items()[0]));
  within(items()[0] as HTMLElement)
    .getByRole("button", { name: "Reject" })
    .focus();
  await user.keyboard("{Enter}");
  await screen.findByText("Nobody waits for an answer");
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("region", { name: "Unanswered" })));
});

test.each([
  ["en", "Reject", "This is not here any more.", "That did not work"],
  ["tr", "Reddet", "Bu artık burada değil.", "İşlem yapılamadı"],
])("what was refused is explained in %s, there and in Dashboard's corner", async (locale, reject, why, what) => {
  const desk = aQuestionDesk(aQuestion());
  const { user, toasts } = await openApp("/questions", desk, locale);
  const button = await screen.findByRole("button", { name: reject });
  desk.gone("UXVlc3Rpb246MQ==");
  await user.click(button);
  expect((await screen.findByRole("alert")).textContent).toBe(why);
  expect(toasts()).toEqual([["error", what, why]]);
});

test("who may not see orders sees why there is nothing", async () => {
  const refused = () => ({ failure: { code: "PERMISSION_DENIED" as const, requestId: null } });
  await openApp("/questions", { ProductQuestions: refused });
  await screen.findByText("You do not have permission to see this page");
});
