import { ask } from "../asking";
import { base } from "../language";
import { make } from "../markup";
import type { Place } from "../place";
import { isRecord } from "../reading";
import { isAnswer } from "./askingFacts";
import { countriesFor } from "./countries";
import { choose, type Destination } from "./destination";
import { text } from "./facts";
import { en, MORE_WORDS, type MoreWords } from "./moreWords";

export interface Way {
  /** Where to ask what can be said of this place. */
  addressFor(to: Destination): string | null;
  /** Here is what can be said there. */
  go(address: string, body: unknown): void;
}

/** Ask in a dialog where to; it closes when the service has an answer for that place. */
export function askWhere(place: Place, tag: string, to: Destination, way: Way): void {
  const words = MORE_WORDS[base(tag)] ?? en;
  const country = drawCountries(place, tag, to.country);
  const postalCode = make("input", {
    part: "input",
    id: "postal-code",
    autocomplete: "postal-code",
    maxlength: "16",
    spellcheck: "false",
    "aria-describedby": "fault",
  });
  postalCode.value = to.postalCode;
  const fault = make("p", { part: "fault", id: "fault", role: "alert" });
  const save = make("button", { type: "submit", part: "save" }, words.save);
  const cancel = make("button", { type: "button", part: "cancel" }, words.cancel);
  const form = make(
    "form",
    { part: "form", method: "dialog", novalidate: "" },
    make("h2", { part: "title", id: "where" }, words.where),
    make("label", { for: country.id }, words.country),
    country,
    make("label", { for: postalCode.id }, `${words.postalCode} `, make("small", {}, words.optional)),
    postalCode,
    fault,
    make("div", { part: "buttons" }, save, cancel),
  );
  const dialog = make("dialog", { part: "dialog", lang: tag, "aria-labelledby": "where" }, form);
  const close = () => dialog.close();
  cancel.addEventListener("click", close);
  // A tap beside it closes it, as it does a sheet.
  dialog.addEventListener("click", ({ target }) => target === dialog && close());
  dialog.addEventListener("close", () => dialog.remove());
  form.addEventListener("submit", async (submitted) => {
    submitted.preventDefault();
    save.setAttribute("aria-disabled", "true");
    const code = await take(place, way, { country: country.value, postalCode: postalCode.value.trim(), city: "" });
    save.removeAttribute("aria-disabled");
    if (code === null) close();
    else showFault(fault, postalCode, words, code);
  });
  place.root.append(dialog);
  dialog.showModal();
}

/** Go there, if the service knows it; otherwise the code of what is wrong. */
async function take(place: Place, way: Way, to: Destination): Promise<string | null> {
  const address = way.addressFor(to);
  const body = address && (await ask(address, undefined, isAnswer));
  if (!address || !isRecord(body)) return "UNREACHABLE";
  if (isRecord(body.error)) return text(body.error.code);
  choose(place, to);
  way.go(address, body);
  return null;
}

function showFault(fault: HTMLElement, input: HTMLInputElement, words: MoreWords, code: string): void {
  fault.textContent = words.reasons[code] ?? words.unreachable;
  const isOfCode = code === "POSTAL_CODE_WRONG";
  input.setAttribute("aria-invalid", String(isOfCode));
  if (isOfCode) input.focus();
}

function drawCountries({ host }: Place, tag: string, chosen: string): HTMLSelectElement {
  const select = make("select", { part: "input", id: "country", autocomplete: "country" });
  for (const [code, name] of countriesFor(tag, host.getAttribute("countries") ?? "", chosen))
    select.append(make("option", { value: code }, name));
  select.value = chosen;
  return select;
}
