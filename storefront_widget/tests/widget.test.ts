import { expect, test, vi } from "vitest";

test("the script defines its elements once, takes the calls and says that it is ready", async () => {
  const heard = vi.fn();
  window.SaleorSupport = [["on", "ready", heard]];
  const { start } = await import("../src/widget"); // has no tag of its own here, so nothing starts by itself
  expect(customElements.get("support-delivery")).toBeUndefined();

  const script = document.createElement("script");
  script.src = "https://support.example.com/widget.js";
  script.dataset.store = "aurora-key";
  start(script);
  expect(customElements.get("support-delivery")).toBeDefined();
  expect(heard).toHaveBeenCalledOnce();

  start(script);
  expect(heard).toHaveBeenCalledOnce();
});

test("the page's language is that of the tag, else that of the document", async () => {
  const { auroraPage } = await import("./aPage");
  document.documentElement.lang = "tr-TR";
  expect(auroraPage({ locale: "en" }).locale).toBe("en");
  expect(auroraPage({ locale: "" }).locale).toBe("tr-TR");
  document.documentElement.lang = "";
  expect(auroraPage({ locale: "" }).locale).toBe("en");
});

test("behind a shop's own address the widget asks there", async () => {
  const { Page } = await import("../src/page");
  const script = document.createElement("script");
  script.src = "https://shop.example.com/help/widget.js?v=2";
  expect(new Page(script).base).toBe("https://shop.example.com/help/");
});

test("the script tag may put the launcher on a page that has none", async () => {
  vi.resetModules();
  const { placeLauncher } = await import("../src/widget");
  placeLauncher();
  placeLauncher();
  expect(document.querySelectorAll("support-chat").length).toBe(1);
});
