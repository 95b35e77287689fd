import { act, createElement, StrictMode, version } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { DeliveryLine, type DeliveryLineProps } from "../../react/index";
import { fetchDelivery } from "../../react/server/index";

declare const REACT: string;

const WIDGET = { src: "https://support.example.com/widget.js", store: "aurora-key", channel: "tr", locale: "tr" };
const PROPS: DeliveryLineProps = { widget: WIDGET, variant: "UHJv", country: "TR" };
const FACTS = {
  country: "TR",
  postalCode: null,
  quantity: 1,
  until: "2026-11-24T00:00:00Z",
  promise: "signed",
  reason: null,
  cheapest: null,
  fastest: null,
  freeFrom: null,
  options: [],
};
const scripts = () => document.querySelectorAll<HTMLScriptElement>(`script[src="${WIDGET.src}"]`);
const line = () => document.querySelector("support-delivery");

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

test("this is the React that it says", () => {
  expect(version.split(".")[0]).toBe(REACT);
});

test("on the server it is the bare element", () => {
  expect(renderToString(createElement(DeliveryLine, { ...PROPS, className: "promise" }))).toBe(
    '<support-delivery variant="UHJv" country="TR" channel="tr" locale="tr" class="promise"></support-delivery>',
  );
  expect(renderToString(createElement(DeliveryLine, { ...PROPS, variant: null }))).not.toContain("variant");
  const more = { postalCode: "34710", quantity: 2, subtotal: "129.90", consent: true, facts: FACTS };
  expect(renderToString(createElement(DeliveryLine, { ...PROPS, ...more }, "Get it Tue"))).toBe(
    '<support-delivery variant="UHJv" country="TR" postal-code="34710" quantity="2" subtotal="129.90" consent=""' +
      ' channel="tr" locale="tr">Get it Tue</support-delivery>',
  );
});

test("what the server drew is taken over without a word of complaint", async () => {
  const complaints = vi.spyOn(console, "error");
  const main = place();
  main.innerHTML = renderToString(createElement(DeliveryLine, PROPS));
  await act(async () => hydrateRoot(main, createElement(DeliveryLine, PROPS)));
  expect(complaints).not.toHaveBeenCalled();
  expect(scripts().length).toBe(1);
});

test("several lines, drawn twice as in development, need one script", async () => {
  const lines = createElement("div", {}, createElement(DeliveryLine, PROPS), createElement(DeliveryLine, PROPS));
  await act(async () => createRoot(place()).render(createElement(StrictMode, {}, lines)));
  expect(scripts().length).toBe(1);
  const [script] = scripts();
  expect({ ...script?.dataset }).toEqual({ store: "aurora-key", channel: "tr", locale: "tr" });
  expect(script?.async).toBe(true);
});

test("the variant follows the shopper's choice", async () => {
  const root = createRoot(place());
  await act(async () => root.render(createElement(DeliveryLine, { ...PROPS, variant: undefined })));
  expect(line()?.hasAttribute("variant")).toBe(false);
  const there = line();
  await act(async () => root.render(createElement(DeliveryLine, { ...PROPS, variant: "second" })));
  expect(there?.getAttribute("variant")).toBe("second");
  await act(async () => root.render(createElement(DeliveryLine, { ...PROPS, variant: null })));
  expect(there?.hasAttribute("variant")).toBe(false);
});

test("the shop hears what is shown, until the line is gone", async () => {
  const heard = vi.fn();
  const root = createRoot(place());
  await act(async () => root.render(createElement(DeliveryLine, { ...PROPS, onDelivery: heard })));
  const there = line();
  there?.dispatchEvent(new CustomEvent("saleor-support:delivery", { detail: { cheapest: null } }));
  expect(heard.mock.calls).toEqual([[{ cheapest: null }]]);
  await act(async () => root.unmount());
  there?.dispatchEvent(new CustomEvent("saleor-support:delivery", { detail: { cheapest: null } }));
  expect(heard).toHaveBeenCalledOnce();
});

test("the server's answer reaches the element as it is, before it asks", async () => {
  const root = createRoot(place());
  await act(async () => root.render(createElement(DeliveryLine, { ...PROPS, facts: FACTS })));
  expect((line() as { facts?: unknown } | null)?.facts).toBe(FACTS);
  expect(line()?.hasAttribute("facts")).toBe(false);
});

test("the shop hears the promise to keep with the checkout", async () => {
  const heard = vi.fn();
  await act(async () => createRoot(place()).render(createElement(DeliveryLine, { ...PROPS, onPromise: heard })));
  const detail = { variant: "UHJv", quantity: 1, promise: "signed" };
  line()?.dispatchEvent(new CustomEvent("saleor-support:promise", { detail }));
  expect(heard.mock.calls).toEqual([[detail]]);
});

test("the shop's server asks for what the browser need not ask", async () => {
  const fetched = vi.fn(async (_: URL) => Response.json(FACTS));
  vi.stubGlobal("fetch", fetched);
  const question = { variant: "UHJv==", country: "TR", postalCode: "34710", quantity: 2, subtotal: "129.90" };
  expect(await fetchDelivery(WIDGET, question)).toEqual(FACTS);
  expect(String(fetched.mock.calls[0]?.[0])).toBe(
    "https://support.example.com/s/aurora-key/tr/delivery/UHJv%3D%3D/TR/34710?quantity=2&subtotal=129.90",
  );
  vi.stubGlobal("fetch", async () => new Response("", { status: 503 }));
  expect(await fetchDelivery(WIDGET, { variant: "UHJv", country: "TR" })).toBeNull();
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("out of reach")));
  expect(await fetchDelivery(WIDGET, { variant: "UHJv", country: "TR" })).toBeNull();
});
