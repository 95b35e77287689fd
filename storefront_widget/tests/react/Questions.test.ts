import { act, createElement } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Questions } from "../../react/index";

const WIDGET = { src: "https://support.example.com/widget.js", store: "aurora-key", channel: "tr", locale: "tr" };
const PROPS = { widget: WIDGET, product: "UHJv" };

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
});
afterEach(() => {
  document.head.replaceChildren();
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

test("on the server it is the bare element, taken over without a word of complaint", async () => {
  const complaints = vi.spyOn(console, "error");
  const questions = createElement(Questions, { ...PROPS, className: "below" });
  const html = renderToString(questions);
  expect(html).toBe('<support-questions product="UHJv" channel="tr" locale="tr" class="below"></support-questions>');
  const main = document.body.appendChild(document.createElement("main"));
  main.innerHTML = html;
  await act(async () => hydrateRoot(main, questions));
  expect(complaints).not.toHaveBeenCalled();
  expect(document.querySelectorAll(`script[src="${WIDGET.src}"]`).length).toBe(1);
});

test("the shop hears how many there are, until it is gone", async () => {
  const heard = vi.fn();
  const root = createRoot(document.body.appendChild(document.createElement("main")));
  await act(async () => root.render(createElement(Questions, { ...PROPS, onQuestions: heard })));
  const there = document.querySelector("support-questions");
  const detail = { product: "UHJv", count: 2 };
  there?.dispatchEvent(new CustomEvent("saleor-support:questions", { detail }));
  await act(async () => root.unmount());
  there?.dispatchEvent(new CustomEvent("saleor-support:questions", { detail }));
  expect(heard.mock.calls).toEqual([[detail]]);
});
