import { act, createElement, StrictMode } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Chat, DeliveryLine, Reviews } from "../../react/index";

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
  const all = [Reviews, Chat, DeliveryLine].map((one) =>
    createElement(one as typeof Reviews, { ...PROPS, key: one.name }),
  );
  await act(async () => createRoot(place()).render(createElement(StrictMode, {}, all)));
  expect(document.querySelectorAll("support-reviews, support-chat, support-delivery").length).toBe(3);
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
