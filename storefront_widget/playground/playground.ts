import { make } from "../src/markup";
import { htmlOf, reactOf, type Shop, scriptAddress } from "./code";
import { type Piece, piecesIn } from "./pieces";
import { WORDS, type Words } from "./words";

const MOST_EVENTS = 20;
const asked = new URLSearchParams(location.search);
const language = (asked.get("lang") ?? navigator.language).startsWith("tr") ? "tr" : "en";
const words = WORDS[language];

function field(form: HTMLFormElement, name: string): HTMLInputElement | HTMLSelectElement {
  return form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement;
}

function formOf(id: string): HTMLFormElement {
  return document.getElementById(id) as HTMLFormElement;
}

const shopForm = formOf("shop");
const lookForm = formOf("look");

function shop(): Shop {
  const value = (name: string) => field(shopForm, name).value.trim();
  return { store: value("store"), channel: value("channel"), locale: value("locale") };
}

/** What is written on the page stands in it by name: `data-word`. */
function speak(): void {
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll<HTMLElement>("[data-word]"))
    element.textContent = String(words[element.dataset.word as keyof Words]);
  document.title = words.title;
  field(shopForm, "locale").setAttribute("placeholder", words.localeHint);
  leadToLanguages();
}

/** The same page in the other language, with what was typed. */
function leadToLanguages(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>("nav a")) {
    const there = new URLSearchParams(asked);
    there.set("lang", link.hreflang);
    link.search = there.toString();
    if (link.hreflang === language) link.setAttribute("aria-current", "true");
  }
}

/** Where the page can be opened again as it is now. */
function remember(name: string, value: string): void {
  if (value) asked.set(name, value);
  else asked.delete(name);
  history.replaceState(null, "", `?${asked}`);
  leadToLanguages();
}

function showPiece(piece: Piece): HTMLElement {
  const element = document.createElement(piece.tag);
  const values: Record<string, string> = {};
  const html = codeBlock("HTML");
  const react = codeBlock("React");
  const draw = () => {
    html.show(htmlOf(piece, values, shop(), words));
    react.show(reactOf(piece, values, shop()));
  };
  const inputs = piece.attributes.map(({ name, label, value }) => {
    const input = make("input", { autocomplete: "off", spellcheck: "false" });
    const take = () => {
      values[name] = input.value.trim();
      element.setAttribute(name, input.value.trim());
    };
    input.value = asked.get(name) ?? value;
    input.addEventListener("input", () => {
      remember(name, input.value.trim());
      take();
      draw();
    });
    take();
    return make("label", {}, `${label} `, make("code", {}, name), input);
  });
  shopForm.addEventListener("input", draw);
  draw();
  const title = make("h2", { id: `${piece.tag}-title` }, make("code", {}, `<${piece.tag}>`));
  return make(
    "section",
    { "aria-labelledby": title.id },
    title,
    make("p", { class: "hint" }, piece.about),
    inputs.length ? make("div", { class: "fields" }, ...inputs) : null,
    make("div", { class: "stage" }, make("div", { class: "ground" }, ...trial(piece), element)),
    html.block,
    react.block,
  );
}

/** What hovers in the page's corner is opened and raised from here, too. */
function trial({ tag }: Piece): HTMLElement[] {
  if (tag !== "support-chat") return [];
  const open = make("button", { type: "button" }, words.opens);
  open.addEventListener("click", () => window.SaleorSupport?.push(["open"]));
  const fail = make("button", { type: "button" }, words.couponFails);
  fail.addEventListener("click", () => {
    window.SaleorSupport?.push(["consent", true, "behaviour"]);
    window.SaleorSupport?.push(["track", "coupon_failed", { checkout: "playground" }]);
  });
  return [open, fail];
}

function codeBlock(name: string): { block: HTMLElement; show(text: string): void } {
  const code = make("code", {});
  const pre = make("pre", { tabindex: "0", "aria-label": words.code.replace("{name}", name) }, code);
  const copy = make("button", { type: "button" }, words.copy.replace("{name}", name));
  copy.addEventListener("click", async () => {
    copy.textContent = (await copied(code)) ? words.copied : words.selected;
    setTimeout(() => {
      copy.textContent = words.copy.replace("{name}", name);
    }, 2_000);
  });
  const show = (text: string) => {
    code.textContent = text;
  };
  return { block: make("div", { class: "code" }, pre, copy), show };
}

/** Browsers let pages copy on https and on this machine only; elsewhere the text is selected. */
async function copied(code: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(code.textContent ?? "");
    return true;
  } catch {
    getSelection()?.selectAllChildren(code);
    return false;
  }
}

function dress(): void {
  const look = new FormData(lookForm);
  for (const ground of document.querySelectorAll<HTMLElement>(".ground")) {
    ground.dir = String(look.get("dir"));
    ground.style.setProperty("color-scheme", String(look.get("scheme")));
    ground.style.setProperty("max-inline-size", look.get("width") ? `${look.get("width")}px` : "");
    for (const [name, value] of look) if (name.startsWith("--")) ground.style.setProperty(name, String(value).trim());
  }
}

function hear(name: string): void {
  window.SaleorSupport?.push(["on", name, (detail: unknown) => note(name, detail)]);
}

function note(name: string, detail: unknown): void {
  const list = document.getElementById("events");
  const text = detail === null ? "" : JSON.stringify(detail, null, 2);
  list?.prepend(make("li", {}, make("code", {}, `saleor-support:${name}`), make("pre", { tabindex: "0" }, text)));
  while (list && list.children.length > MOST_EVENTS) list.lastElementChild?.remove();
}

function loadWidget(): void {
  const { store, channel, locale } = shop();
  const script = make("script", { async: "", "data-store": store, "data-channel": channel, "data-locale": locale });
  script.src = scriptAddress();
  document.head.append(script);
}

speak();
for (const name of ["store", "channel", "locale"]) field(shopForm, name).value = asked.get(name) ?? "";
document.getElementById("pieces")?.append(...piecesIn(words).map(showPiece));
lookForm.addEventListener("input", dress);
field(shopForm, "locale").addEventListener("input", () => {
  remember("locale", shop().locale);
  window.SaleorSupport?.push(["setLocale", shop().locale]);
});
// The script reads its tag once, so another store needs a new page; what is typed below is kept in the address.
shopForm.addEventListener("submit", (submitted) => {
  submitted.preventDefault();
  for (const [name, value] of Object.entries(shop())) remember(name, value);
  location.reload();
});

window.SaleorSupport = window.SaleorSupport ?? [];
for (const name of ["ready", "delivery", "promise", "reviews", "questions", "open", "close", "message", "raise"])
  hear(name);
if (shop().store) loadWidget();
else document.getElementById("key-hint")?.removeAttribute("hidden");
