import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Place } from "../src/place";
import { shellOf } from "../src/shell";
import { settled as asked, auroraPage } from "./aPage";

/** A viewport that the test moves. */
class Viewport {
  static all: Viewport[] = [];
  readonly watched = new Set<Element>();
  constructor(
    readonly call: (seen: { isIntersecting: boolean }[]) => void,
    readonly options: IntersectionObserverInit,
  ) {
    Viewport.all.push(this);
  }
  observe(element: Element) {
    this.watched.add(element);
  }
  disconnect() {
    this.watched.clear();
  }
  static comesNear() {
    for (const one of Viewport.all) if (one.watched.size) one.call([{ isIntersecting: true }]);
  }
  static staysFar() {
    for (const one of Viewport.all) if (one.watched.size) one.call([{ isIntersecting: false }]);
  }
}

/** What was asked has been answered, and painted. */
async function settled(): Promise<void> {
  await asked(); // an attribute's change is told a moment later
  await new Promise((painted) => requestAnimationFrame(painted));
  await turned();
}

async function turned(): Promise<void> {
  await asked();
  await new Promise((done) => setTimeout(done));
  await asked();
}

let count = 0;

/** An element of its own name, whose chunk says what it is told. */
function anElement(load?: () => Promise<never>) {
  const page = auroraPage();
  const told: string[] = [];
  const places: Place[] = [];
  const open = (place: Place) => {
    places.push(place);
    return { update: () => told.push("update"), pause: () => told.push("pause") };
  };
  const loaded = vi.fn(load ?? (async () => ({ open })));
  const name = `support-test-${++count}` as const;
  const shell = shellOf({ name, css: "display:block", chunk: "x.js" }, page, loaded);
  customElements.define(name, shell);
  return { element: document.createElement(name), page, told, places, loaded };
}

beforeEach(() => {
  Viewport.all = [];
  vi.stubGlobal("IntersectionObserver", Viewport);
});
afterEach(() => {
  document.body.replaceChildren();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test("nothing is fetched before the shopper comes near, and then once", async () => {
  const { element, loaded, told } = anElement();
  document.body.append(element);
  Viewport.staysFar();
  await settled();
  expect(loaded).not.toHaveBeenCalled();
  Viewport.comesNear();
  await settled();
  Viewport.comesNear();
  await settled();
  expect(loaded.mock.calls).toEqual([["https://support.example.com/static/storefront_widget/x.js"]]);
  expect(told).toEqual(["update"]);
  expect(Viewport.all[0]?.options.rootMargin).toBe("400px");
});

test("attributes that change together are one update", async () => {
  const { element, told } = anElement();
  document.body.append(element);
  Viewport.comesNear();
  await settled();
  element.setAttribute("variant", "1");
  element.setAttribute("locale", "tr");
  await settled();
  expect(told).toEqual(["update", "update"]);
});

test("a tap is painted before an element follows it, and a page that nobody sees waits for no paint", async () => {
  const { element, told } = anElement();
  document.body.append(element);
  Viewport.comesNear();
  await settled();
  const painted: FrameRequestCallback[] = [];
  vi.stubGlobal("requestAnimationFrame", (call: FrameRequestCallback) => painted.push(call));
  element.setAttribute("variant", "1");
  await turned();
  expect([painted.length, told]).toEqual([1, ["update"]]);
  painted[0]?.(0);
  expect(told).toEqual(["update"]);
  await turned();
  expect(told).toEqual(["update", "update"]);

  vi.spyOn(document, "hidden", "get").mockReturnValue(true);
  element.setAttribute("variant", "2");
  await turned();
  expect([painted.length, told]).toEqual([1, ["update", "update", "update"]]);
});

test("what the page says reaches an element on it, and none that left", async () => {
  const { element, page, told } = anElement();
  document.body.append(element);
  Viewport.comesNear();
  await settled();
  page.setLocale("tr");
  await settled();
  element.remove();
  page.setLocale("en");
  await settled();
  expect(told).toEqual(["update", "update", "pause"]);
});

test("an element that is moved keeps what it has", async () => {
  const { element, told, places, loaded } = anElement();
  document.body.append(element);
  Viewport.comesNear();
  await settled();
  const elsewhere = document.body.appendChild(document.createElement("main"));
  elsewhere.append(element);
  await settled();
  expect(told).toEqual(["update", "pause", "update"]);
  expect([places.length, loaded.mock.calls.length]).toEqual([1, 1]);
});

test("an element that leaves while its chunk is on the way draws when it is back", async () => {
  const { element, told } = anElement();
  document.body.append(element);
  Viewport.comesNear();
  element.remove();
  await settled();
  expect(told).toEqual([]);
  document.body.append(element);
  await settled();
  expect(told).toEqual(["update"]);
});

test("nothing is written on the element that the server made", async () => {
  const { element } = anElement();
  element.setAttribute("variant", "1");
  const before = element.outerHTML;
  document.body.append(element);
  Viewport.comesNear();
  await settled();
  expect(element.outerHTML).toBe(before);
});

test("a chunk that does not come leaves the place empty and the page in peace", async () => {
  const { element } = anElement(() => Promise.reject(new TypeError("Failed to fetch")));
  document.body.append(element);
  Viewport.comesNear();
  await settled();
  expect(element.shadowRoot?.innerHTML).toBe("<slot></slot>"); // what the shop's server wrote stays
});
