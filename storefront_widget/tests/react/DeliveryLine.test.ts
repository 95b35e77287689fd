import { act, createElement, StrictMode, version } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { DeliveryLine, type DeliveryLineProps } from "../../react/index";

declare const REACT: string;

const WIDGET = { src: "https://support.example.com/widget.js", store: "aurora-key", channel: "tr", locale: "tr" };
const PROPS: DeliveryLineProps = { widget: WIDGET, variant: "UHJv", country: "TR" };
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
