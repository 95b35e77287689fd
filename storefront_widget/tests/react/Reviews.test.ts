import { act, createElement, StrictMode } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Chat, Contact, DeliveryLine, Reviews } from "../../react/index";
import { fetchReviews, reviewsJsonLd } from "../../react/server/index";

const WIDGET = { src: "https://support.example.com/widget.js", store: "aurora-key", channel: "tr", locale: "tr" };
const PROPS = { widget: WIDGET, product: "UHJv" };
const scripts = () => document.querySelectorAll(`script[src="${WIDGET.src}"]`);

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
});
afterEach(() => {
  document.head.replaceChildren();
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

function place(): HTMLElement {
  return document.body.appendChild(document.createElement("main"));
}

test("on the server it is the bare element, taken over without a word of complaint", async () => {
  const complaints = vi.spyOn(console, "error");
  const reviews = createElement(Reviews, { ...PROPS, className: "below" });
  const html = renderToString(reviews);
  expect(html).toBe('<support-reviews product="UHJv" channel="tr" locale="tr" class="below"></support-reviews>');
  const main = place();
  main.innerHTML = html;
  await act(async () => hydrateRoot(main, reviews));
  expect(complaints).not.toHaveBeenCalled();
});

test("all components of a page need one script", async () => {
  const all = [Reviews, Chat, DeliveryLine, Contact].map((one) =>
    createElement(one as typeof Reviews, { ...PROPS, key: one.name }),
  );
  await act(async () => createRoot(place()).render(createElement(StrictMode, {}, all)));
  expect(document.querySelectorAll("support-reviews, support-chat, support-delivery, support-contact").length).toBe(4);
  expect(scripts().length).toBe(1);
});

test("another product is asked for in the same element", async () => {
  const root = createRoot(place());
  await act(async () => root.render(createElement(Reviews, PROPS)));
  const there = document.querySelector("support-reviews");
  await act(async () => root.render(createElement(Reviews, { ...PROPS, product: "second" })));
  expect(there?.isConnected).toBe(true);
  expect(there?.getAttribute("product")).toBe("second");
});

test("the shop hears what is shown, until it is gone", async () => {
  const heard = vi.fn();
  const root = createRoot(place());
  await act(async () => root.render(createElement(Reviews, { ...PROPS, onReviews: heard })));
  const there = document.querySelector("support-reviews");
  const detail = { product: "UHJv", count: 2, average: 4.5 };
  there?.dispatchEvent(new CustomEvent("saleor-support:reviews", { detail }));
  await act(async () => root.unmount());
  there?.dispatchEvent(new CustomEvent("saleor-support:reviews", { detail }));
  expect(heard.mock.calls).toEqual([[detail]]);
});

const FACTS = {
  product: "UHJv",
  count: 1,
  average: "5.0",
  stars: { 5: 1 },
  reviews: [],
  until: "2999-01-01T00:00:00Z",
  jsonld: { "@type": "Product", name: "Lamp", review: [{ reviewBody: "</script><script>alert(1)</script>" }] },
};

test("the answer that the server asked is the element's, and never an attribute", async () => {
  const reviews = createElement(Reviews, { ...PROPS, facts: FACTS, order: "T3Jk" }, "4.3 of 5");
  expect(renderToString(reviews)).toBe(
    '<support-reviews product="UHJv" order="T3Jk" channel="tr" locale="tr">4.3 of 5</support-reviews>',
  );
  await act(async () => createRoot(place()).render(reviews));
  expect((document.querySelector("support-reviews") as { facts?: unknown } | null)?.facts).toBe(FACTS);
});

test("a shop's server asks for the first page with its JSON-LD", async () => {
  const fetching = vi.fn(async () => new Response(JSON.stringify(FACTS)));
  vi.stubGlobal("fetch", fetching);
  expect(await fetchReviews(WIDGET, "UHJvZHVjdDox=")).toEqual(FACTS);
  const [[address]] = fetching.mock.calls as unknown as [[URL]];
  expect(address.href).toBe("https://support.example.com/s/aurora-key/tr/reviews/UHJvZHVjdDox%3D?jsonld=1");
});

test.each([
  ["answers no", async () => new Response("{}", { status: 503 })],
  ["is gone", () => Promise.reject(new TypeError("Failed to fetch"))],
])("where the service %s the page goes out without reviews", async (_, answer) => {
  vi.stubGlobal("fetch", answer);
  expect(await fetchReviews(WIDGET, "UHJv")).toBeNull();
});

test("what a buyer wrote cannot end the script that tells search engines of it", () => {
  const text = reviewsJsonLd(FACTS, { url: "https://shop.example/lamp" });
  expect(text).not.toContain("<");
  expect(JSON.parse(text ?? "")).toEqual({ ...FACTS.jsonld, url: "https://shop.example/lamp" });
  expect([reviewsJsonLd({ ...FACTS, jsonld: null }), reviewsJsonLd(null)]).toEqual([null, null]);
});
