import { expect, test, vi } from "vitest";
import { stayAtEnd } from "../src/inbox/stayAtEnd";

function aLog(heights: { client: number; scroll: number }) {
  const log = document.createElement("div");
  Object.defineProperty(log, "clientHeight", { get: () => heights.client });
  Object.defineProperty(log, "scrollHeight", { get: () => heights.scroll });
  const rooms: (() => void)[] = [];
  const watch = class {
    constructor(change: () => void) {
      rooms.push(change);
    }
    observe() {}
    disconnect() {}
  };
  vi.stubGlobal("ResizeObserver", watch);
  const stop = stayAtEnd(log);
  return { log, stop, resized: () => rooms.at(-1)?.() };
}

test("the newest stays in sight with less room, and when a photo has come", () => {
  const heights = { client: 500, scroll: 900 };
  const { log, resized } = aLog(heights);
  log.scrollTop = 400;
  log.dispatchEvent(new Event("scroll"));
  heights.client = 300;
  resized();
  expect(log.scrollTop).toBe(900);
  heights.scroll = 1_100;
  log.appendChild(document.createElement("img")).dispatchEvent(new Event("load"));
  expect(log.scrollTop).toBe(1_100);
});

test("who reads further up is left in peace", () => {
  const { log, resized } = aLog({ client: 500, scroll: 900 });
  log.scrollTop = 100;
  log.dispatchEvent(new Event("scroll"));
  resized();
  expect(log.scrollTop).toBe(100);
});
