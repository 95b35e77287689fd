import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { open } from "../src/contact/support-contact";
import type { View } from "../src/place";
import { aPlace, auroraPage } from "./aPage";
import { answered, aService, CLOSED, contactOf, FORM, OPEN, PHONE } from "./aShop";

const CALLBACK = { kind: "callback", url: null, ...OPEN };
const TELEGRAM = {
  kind: "telegram",
  url: "https://t.me/aurora",
  ...OPEN,
  languages: ["tr", "de"],
  reply_minutes: null,
};
const views: View[] = [];

beforeEach(() => {
  vi.stubEnv("TZ", "Europe/Istanbul");
  vi.useFakeTimers({ now: Date.parse("2026-11-21T18:00:00Z"), toFake: ["Date", "setTimeout", "clearTimeout"] });
});
afterEach(() => {
  for (const view of views.splice(0)) view.pause();
  document.body.replaceChildren();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

async function shown(answer: [number, unknown] | "no answer", locale = "en") {
  const calls = aService(() => answer);
  const there = aPlace({}, auroraPage({ locale }));
  const view = open(there.place);
  views.push(view);
  view.update();
  await answered();
  const ways = Array.from(there.root.querySelectorAll("li"), (one) => one.textContent);
  return { ...there, calls, view, ways };
}

test("every way is there with its address, or when it opens, and with its languages", async () => {
  const { calls, root, ways } = await shown([200, contactOf({ channels: [PHONE, TELEGRAM, CALLBACK, FORM] })]);
  expect(calls.map(({ path }) => path)).toEqual(["tr/widget.json"]);
  expect(ways).toEqual(["PhoneOpens on Monday at 9:00 AM", "TelegramTurkish, German", "Have us call you"]);
  expect(root.querySelector("[part=state]")?.textContent).toBe("Closed now. Back on Monday at 9:00 AM.");
  expect(root.querySelector("section")?.getAttribute("aria-labelledby")).toBe("title");
});

test("it speaks Turkish, and says how long an answer takes", async () => {
  const whatsapp = { kind: "instagram", url: "https://ig.me/m/aurora", ...OPEN, reply_minutes: 4 };
  const { root, ways } = await shown([200, contactOf({ ...OPEN, channels: [whatsapp, FORM] })], "tr");
  expect(root.querySelector("h2")?.textContent).toBe("Bize ulaşın");
  expect(ways).toEqual(["InstagramGenellikle 4 dk. içinde yanıt verir"]);
});

test("what opens here is opened in the chat's panel", async () => {
  const { page, root } = await shown([200, contactOf({ channels: [CALLBACK, FORM] })]);
  const wishes: unknown[] = [];
  page.answerWishes((wish, about) => wishes.push([wish, about]));
  root.querySelector<HTMLElement>("[part~=way]")?.click();
  root.querySelector<HTMLElement>("[part=write]")?.click();
  expect(wishes).toEqual([
    ["open", { way: "callback" }],
    ["open", undefined],
  ]);
});

test("an address that is none of its kind's is no way", async () => {
  const wrong = { kind: "telegram", url: "javascript:alert(1)", ...OPEN };
  const { ways } = await shown([200, contactOf({ channels: [wrong, PHONE] })]);
  expect(ways.length).toBe(1);
});

test("where the service is down nothing is there", async () => {
  const { root, shows } = await shown("no answer");
  expect(root.childElementCount).toBe(0);
  expect(shows).toHaveBeenLastCalledWith(false);
});

test("it is asked for again when what it says has ended, and keeps the last word where no answer comes", async () => {
  const { calls, root } = await shown([200, contactOf({ ...CLOSED, until: "2026-11-21T19:00:00Z" })]);
  const before = root.textContent;
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
  vi.advanceTimersByTime(3_600_001);
  await answered();
  expect(root.textContent).toBe(before);
  expect(calls.length).toBe(1); // the second one went to nobody
});
