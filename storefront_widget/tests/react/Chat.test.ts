import { act, createElement } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Chat } from "../../react/index";

const WIDGET = { src: "https://support.example.com/widget.js", store: "aurora-key", channel: "tr" };

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
  const html = renderToString(createElement(Chat, { widget: WIDGET }));
  expect(html).toBe('<support-chat channel="tr"></support-chat>');
  const main = document.body.appendChild(document.createElement("main"));
  main.innerHTML = html;
  await act(async () => hydrateRoot(main, createElement(Chat, { widget: WIDGET })));
  expect(complaints).not.toHaveBeenCalled();
  expect(document.querySelectorAll("script").length).toBe(1);
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
