import { act, createElement } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Chat, type ChatAbout, track } from "../../react/index";
import type {} from "../../src/calls";

const WIDGET = { src: "https://support.example.com/widget.js", store: "aurora-key", channel: "tr" };

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
});
afterEach(() => {
  delete window.SaleorSupport;
  document.head.replaceChildren();
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

test("on the server it is the bare element, taken over without a word of complaint", async () => {
  const complaints = vi.spyOn(console, "error");
  const html = renderToString(createElement(Chat, { widget: WIDGET }));
  expect(html).toBe('<support-chat channel="tr"></support-chat>');
  const main = document.body.appendChild(document.createElement("main"));
  main.innerHTML = html;
  await act(async () => hydrateRoot(main, createElement(Chat, { widget: WIDGET })));
  expect(complaints).not.toHaveBeenCalled();
  expect(document.querySelectorAll("script").length).toBe(1);
});

test("what the page is about stands on the element, and goes with the page", async () => {
  const root = createRoot(document.body.appendChild(document.createElement("main")));
  const chat = (about?: ChatAbout) => createElement(Chat, { widget: WIDGET, about });
  const named = () => {
    const element = document.querySelector("support-chat");
    return ["stage", "about", "about-id"].map((name) => element?.getAttribute(name) ?? null);
  };
  await act(async () => root.render(chat({ stage: "product", name: "Brass lamp", id: "UHJv" })));
  expect(named()).toEqual(["product", "Brass lamp", "UHJv"]);
  await act(async () => root.render(chat({ stage: "cart" })));
  expect(named()).toEqual(["cart", null, null]);
  await act(async () => root.render(chat()));
  expect(named()).toEqual([null, null, null]);
});

test("the shop hears that it opens and closes, and that somebody wrote", async () => {
  const heard: unknown[] = [];
  const root = createRoot(document.body.appendChild(document.createElement("main")));
  const chat = createElement(Chat, {
    widget: WIDGET,
    onOpen: () => heard.push("open"),
    onClose: () => heard.push("close"),
    onMessage: (message) => heard.push(message),
  });
  await act(async () => root.render(chat));
  const there = document.querySelector("support-chat");
  const say = (name: string, detail: unknown) =>
    there?.dispatchEvent(new CustomEvent(`saleor-support:${name}`, { detail }));
  say("open", null);
  say("message", { author: "shopper", number: 12 });
  say("close", null);
  await act(async () => root.unmount());
  say("open", null);
  expect(heard).toEqual(["open", { author: "shopper", number: 12 }, "close"]);
});

test("where the shopper is, and what they agreed to, is told as it changes, and that they left", async () => {
  const root = createRoot(document.body.appendChild(document.createElement("main")));
  const draw = (props: object) => act(async () => root.render(createElement(Chat, { widget: WIDGET, ...props })));
  await draw({});
  expect(window.SaleorSupport ?? []).toEqual([]);
  await draw({ behaviour: true, checkout: { id: "c", step: "delivery" } });
  await draw({ behaviour: true, checkout: { id: "c", step: "delivery" } });
  await draw({ behaviour: true, checkout: { id: "c", step: "payment" } });
  track("coupon_failed", { checkout: "c" });
  await draw({ behaviour: false, checkout: null });
  expect(window.SaleorSupport).toEqual([
    ["consent", true, "behaviour"],
    ["track", "checkout", { id: "c", step: "delivery" }],
    ["track", "checkout", null],
    ["track", "checkout", { id: "c", step: "payment" }],
    ["track", "coupon_failed", { checkout: "c" }],
    ["track", "checkout", null],
    ["consent", false, "behaviour"],
  ]);
  await act(async () => root.unmount());
});

test("the shop hears that the launcher was raised", async () => {
  const heard = vi.fn();
  const root = createRoot(document.body.appendChild(document.createElement("main")));
  await act(async () => root.render(createElement(Chat, { widget: WIDGET, onRaise: heard })));
  const detail = { kind: "PAYMENT_IDLE" };
  document.querySelector("support-chat")?.dispatchEvent(new CustomEvent("saleor-support:raise", { detail }));
  expect(heard.mock.calls).toEqual([[detail]]);
  await act(async () => root.unmount());
});

test("the shopper's cart stands on the element, and the shop hears what staff did in it", async () => {
  const heard = vi.fn();
  const root = createRoot(document.body.appendChild(document.createElement("main")));
  const draw = (props: object) =>
    act(async () => root.render(createElement(Chat, { widget: WIDGET, onCart: heard, ...props })));
  await draw({ cart: "Q2hl" });
  const there = document.querySelector("support-chat");
  expect(there?.getAttribute("checkout")).toBe("Q2hl");
  const detail = { act: "ADDED", name: "Brass lamp", quantity: 1, by: "" };
  there?.dispatchEvent(new CustomEvent("saleor-support:cart", { detail }));
  expect(heard.mock.calls).toEqual([[detail]]);
  await draw({ checkout: { id: "Q2hp", step: "payment" } });
  expect(there?.getAttribute("checkout")).toBe("Q2hp");
  await act(async () => root.unmount());
});

test("who somebody is, is said once, and that they left again", async () => {
  const root = createRoot(document.body.appendChild(document.createElement("main")));
  const draw = (props: object) => act(async () => root.render(createElement(Chat, { widget: WIDGET, ...props })));
  const signed = { customer: "c-7", email: "ada@shop.example", expires: 1, signature: "f00d" };
  await draw({ identity: signed });
  await draw({ identity: { ...signed } });
  await draw({ identity: null });
  expect(window.SaleorSupport).toEqual([
    ["identify", signed],
    ["identify", null],
  ]);
  await act(async () => root.unmount());
});
