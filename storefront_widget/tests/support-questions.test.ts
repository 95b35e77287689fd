import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readQuestions } from "../src/questions/facts";
import { open } from "../src/questions/support-questions";
import "../src/questions/writing";
import { aPlace, auroraPage, settled } from "./aPage";

const PRODUCT = { product: "UHJvZHVjdDox" };
const BASE = "https://support.example.com/s/aurora-key/tr/";

function aQuestion(changed: object = {}) {
  return {
    id: "UXVlc3Rpb246MQ==",
    text: "Işığı kısılıyor mu?",
    author: "Can",
    language: "tr",
    created_at: "2026-11-20T12:04:00+00:00",
    answers: [
      { text: "Evet.", author: "Aurora Lights", by: "shop", created_at: "2026-11-21T09:00:00+00:00" },
      { text: "Kısılıyor.", author: "Ada Y.", by: "buyer", created_at: "2026-11-21T10:00:00+00:00" },
    ],
    ...changed,
  };
}

/** As docs/questions.md says it. */
function questionsOf(count: number, changed: object = {}) {
  const questions = Array.from({ length: Math.min(count, 10) }, (_, place) => aQuestion({ id: `Q${place}` }));
  return { product: "x", count, questions, after: count > 10 ? "Q9" : null, until: "2026-11-24T00:00:00Z", ...changed };
}

/** A service that answers what it is asked, and notes it. */
function aService(answers: (url: string, init: RequestInit) => [number, unknown]) {
  const calls: { url: string; body: Record<string, unknown> | null; token: string | null }[] = [];
  vi.stubGlobal("fetch", async (url: string, init: RequestInit = {}) => {
    const body = typeof init.body === "string" ? (JSON.parse(init.body) as Record<string, unknown>) : null;
    calls.push({ url: url.replace(BASE, ""), body, token: new Headers(init.headers).get("authorization") });
    const [status, answer] = answers(url, init);
    return new Response(JSON.stringify(answer), { status });
  });
  return calls;
}

async function done(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) {
    await settled();
    await new Promise((resolve) => setTimeout(resolve));
  }
}

async function shown(count: number, page = auroraPage(), changed: object = {}) {
  const calls = aService((_, { method }) => [200, method === "POST" ? { ok: true } : questionsOf(count, changed)]);
  const at = aPlace(PRODUCT, page);
  vi.spyOn(at.host, "getBoundingClientRect").mockReturnValue({ bottom: 9_999 } as DOMRect);
  const view = open(at.place);
  view.update();
  await done();
  const part = <Found extends HTMLElement>(name: string) => at.root.querySelector<Found>(`[part=${name}]`) as Found;
  return { ...at, calls, view, part };
}

beforeEach(() => {
  vi.stubGlobal("matchMedia", () => ({ matches: false }));
});
afterEach(() => {
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

test("questions stand with their answers, the shop's told from a buyer's", async () => {
  const { calls, root, shows } = await shown(1);
  expect(calls.map(({ url }) => url)).toEqual(["questions/UHJvZHVjdDox"]);
  expect(root.querySelector("[part=text]")?.textContent).toBe("1 question");
  expect(root.querySelector("[part=asked]")?.getAttribute("lang")).toBe("tr");
  const answers = [...root.querySelectorAll("[part=answer]")].map((one) => one.textContent);
  expect(answers[0]).toContain("Answer of the shop");
  expect(answers[1]).toContain("Bought it");
  expect(shows).toHaveBeenLastCalledWith(true);
});

test("the page hears how many there are", async () => {
  const heard = vi.fn();
  document.addEventListener("saleor-support:questions", (event) => heard((event as CustomEvent).detail), {
    once: true,
  });
  await shown(2);
  expect(heard.mock.calls).toEqual([[{ product: "UHJvZHVjdDox", count: 2 }]]);
});

test("where nobody asked, anybody still can", async () => {
  const { part } = await shown(0);
  expect(part("text").textContent).toBe("No questions yet");
  expect(part("body")).toBeNull();
  expect(part("ask").textContent).toBe("Ask a question");
});

test("nothing that a person wrote is read as HTML", async () => {
  const html = "<img src=x onerror=alert(1)>";
  const answers = [{ text: html, author: html, by: "buyer", created_at: "2026-11-21T09:00:00+00:00" }];
  const { root } = await shown(1, auroraPage(), { questions: [aQuestion({ text: html, author: html, answers })] });
  expect(root.querySelector("img")).toBeNull();
  expect(root.querySelector("[part=asked]")?.textContent).toBe(html);
});

test("a question is sent once, with what was typed, and thanked for", async () => {
  const { calls, part } = await shown(1);
  part("ask").click();
  await done();
  const [text, author, email] = [...part("form").querySelectorAll<HTMLInputElement>("[part=input]")];
  if (text && author && email) [text.value, author.value, email.value] = [" Dims? ", "Can", "can@shopper.dev"];
  part<HTMLButtonElement>("send").click();
  part<HTMLButtonElement>("send").click();
  await done();
  const sent = calls.filter(({ body }) => body);
  expect(sent).toEqual([
    {
      url: "questions",
      body: { locale: "en", product: "UHJvZHVjdDox", text: "Dims?", author: "Can", email: "can@shopper.dev" },
      token: null,
    },
  ]);
  expect(part("form")).toBeNull();
  expect(part("thanks").textContent).toContain("Thank you");
  expect(part("ask").getAttribute("aria-expanded")).toBe("false");
});

test("what is wrong is said at its field before anything is sent", async () => {
  const { calls, part, root } = await shown(1);
  part("ask").click();
  await done();
  part<HTMLInputElement>("form").querySelector<HTMLInputElement>("[type=email]")?.setAttribute("value", "nobody");
  part("send").click();
  await done();
  const faults = [...root.querySelectorAll("form [part=fault]")].map((one) => one.textContent).filter(Boolean);
  expect(faults).toEqual(["Write something here.", "This is not an e-mail address."]);
  expect(calls.filter(({ body }) => body)).toEqual([]);
});

test.each([
  [429, {}, "That was a lot. Try again in an hour."],
  [500, {}, "That did not arrive."],
  [422, { errors: [{ field: "product", code: "INVALID" }] }, "That did not arrive."],
])("what was typed is still there after an answer of %i", async (status, body, sentence) => {
  const { part, root } = await shown(1);
  aService(() => [status, body]);
  part("ask").click();
  await done();
  const box = part("form").querySelector("textarea") as HTMLTextAreaElement;
  box.value = "Dims?";
  part("send").click();
  await done();
  expect(root.querySelector("[role=alert]")?.textContent).toContain(sentence);
  expect(box.value).toBe("Dims?");
  expect(part("form")).not.toBeNull();
});

test("Escape closes the form, and what was typed waits in it", async () => {
  const { part } = await shown(1);
  part("ask").click();
  await done();
  const box = part("form").querySelector("textarea") as HTMLTextAreaElement;
  box.value = "Dims?";
  box.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
  expect(part("form")).toBeNull();
  part("ask").click();
  await done();
  expect(part("form").querySelector("textarea")?.value).toBe("Dims?");
});

test("who is signed in to the shop may answer, and nobody else is offered to", async () => {
  const page = auroraPage();
  const { calls, part, root, view } = await shown(1, page);
  expect(part("answer-button")).toBeNull();
  page.identity = "a.shopper.token";
  view.update();
  part("answer-button").click();
  await done();
  const box = root.querySelector("[part=question] textarea") as HTMLTextAreaElement;
  box.value = "It dims.";
  root.querySelector<HTMLElement>("[part=question] [part=send]")?.click();
  await done();
  expect(calls.at(-1)).toEqual({
    url: "answers",
    body: { locale: "en", question: "Q0", text: "It dims.", author: "" },
    token: "Bearer a.shopper.token",
  });
  expect(root.querySelector("[part=question] [part=thanks]")?.textContent).toContain("reads your answer");
});

test("who did not receive it is told so", async () => {
  const page = auroraPage();
  page.identity = "a.shopper.token";
  const { part, root } = await shown(1, page);
  aService(() => [403, { error: { code: "NOT_YOURS_TO_ANSWER" } }]);
  part("answer-button").click();
  await done();
  (root.querySelector("[part=question] textarea") as HTMLTextAreaElement).value = "It dims.";
  root.querySelector<HTMLElement>("[part=question] [part=send]")?.click();
  await done();
  expect(root.querySelector("[role=alert]")?.textContent).toBe("Only who received this product can answer.");
});

test("the next page is added at the end, until there is none", async () => {
  const { part, root } = await shown(13);
  const calls = aService(() => [200, { ...questionsOf(3), count: 13 }]);
  part("more").click();
  part("more").click();
  await done();
  expect(calls.map(({ url }) => url)).toEqual(["questions/UHJvZHVjdDox?after=Q9"]);
  expect(root.querySelectorAll("[part=question]").length).toBe(13);
  expect(part("more")).toBeNull();
});

test("a service that is away leaves the element empty", async () => {
  vi.stubGlobal("fetch", async () => {
    throw new TypeError("Failed to fetch");
  });
  const { place, root, shows } = aPlace(PRODUCT);
  open(place).update();
  await done();
  expect(root.childElementCount).toBe(0);
  expect(shows).toHaveBeenLastCalledWith(false);
});

test.each([
  null,
  {},
  questionsOf(1, { count: "1" }),
  questionsOf(1, { questions: {} }),
  questionsOf(1, { questions: [aQuestion({ id: 1 })] }),
  questionsOf(1, { questions: [aQuestion({ created_at: "soon" })] }),
  questionsOf(1, { questions: [aQuestion({ answers: null })] }),
  questionsOf(1, { questions: [aQuestion({ answers: [{ text: 1 }] })] }),
])("half an answer is none: %#", (body) => {
  expect(readQuestions(body)).toBeNull();
});

test("Turkish is spoken where the page speaks it", async () => {
  const { part } = await shown(3, auroraPage({ locale: "tr-TR" }));
  expect(part("text").textContent).toBe("3 soru");
  expect(part("ask").textContent).toBe("Soru sor");
});
