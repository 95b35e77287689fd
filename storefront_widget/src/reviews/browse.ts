import { ask } from "../asking";
import { counted } from "../counting";
import { icon, make } from "../markup";
import { ALL, type Choice, type Desk } from "./deeds";
import { type List, readList, type Stars } from "./facts";
import { moreWordsOf } from "./moreWords";

const CROSS = "M6 6l12 12M18 6L6 18";

/** Read other reviews, or in another order. What is chosen already is let go. */
export async function choose(desk: Desk, change: Partial<Choice>): Promise<void> {
  const before = desk.choice;
  const choice = { ...before, ...change };
  for (const name of ["stars", "photos", "about"] as const)
    if (name in change && change[name] === before[name]) Object.assign(choice, { [name]: ALL[name] });
  desk.choice = choice;
  reflect(desk);
  desk.list.element.classList.add("old");
  const list = isAll(choice) ? desk.first : await read(desk, null);
  if (desk.choice !== choice) return; // something else was chosen meanwhile
  desk.list.element.classList.remove("old");
  if (!list) return fail(desk, before);
  desk.list.show(list);
  say(desk, isAll(choice) ? "" : counted(desk.tag, moreWords(desk).matching, list.matching));
}

/** Read on. */
export async function next(desk: Desk): Promise<void> {
  const { choice, list } = desk;
  list.button.setAttribute("aria-disabled", "true");
  const page = await read(desk, list.after);
  list.button.removeAttribute("aria-disabled");
  if (desk.choice !== choice) return;
  if (page) list.add(page);
  else say(desk, moreWords(desk).failed);
}

async function read({ address, choice }: Desk, after: string | null): Promise<List | null> {
  const asked = new URLSearchParams({ sort: choice.sort });
  if (choice.stars) asked.set("stars", String(choice.stars));
  if (choice.photos) asked.set("photos", "1");
  if (choice.about) asked.set("about", choice.about);
  if (after) asked.set("after", after);
  // Without any of these it would be the first page again.
  const body = await ask(`${address}?${asked}`);
  return readList(isFirstPage(body) ? { ...body, matching: body.count } : body);
}

function isFirstPage(body: unknown): body is { count: unknown } {
  return typeof body === "object" && body !== null && "count" in body;
}

function fail(desk: Desk, before: Choice): void {
  desk.choice = before;
  reflect(desk);
  say(desk, moreWords(desk).failed);
}

/** Show what is chosen: pressed buttons, the order, and a chip for each that takes it back. */
function reflect(desk: Desk): void {
  const { root } = desk.place;
  const { sort, stars, photos, about } = desk.choice;
  const chosen = [stars ? `stars ${stars}` : "", photos ? "photos" : "", about ? `about ${about}` : ""];
  for (const button of root.querySelectorAll<HTMLElement>("[data-choice]"))
    button.setAttribute("aria-pressed", String(chosen.includes(button.dataset.choice ?? "")));
  const select = root.querySelector<HTMLSelectElement>("[part=sort]");
  if (select) select.value = sort;
  root.querySelector("[part=chips]")?.replaceChildren(...chips(desk));
}

function chips(desk: Desk): HTMLElement[] {
  const { tag, words, choice } = desk;
  const { stars, photos, about } = choice;
  return [
    stars && chip(desk, counted(tag, words.stars, stars), { stars: stars as Stars }),
    photos && chip(desk, words.withPhotos, { photos }),
    about && chip(desk, about, { about }),
  ].filter((one) => one instanceof HTMLElement);
}

function chip(desk: Desk, name: string, change: Partial<Choice>): HTMLElement {
  const label = moreWords(desk).without.replace("{name}", () => name);
  const button = make("button", { type: "button", part: "chip", "aria-label": label }, name, icon("cross", CROSS));
  button.addEventListener("click", () => {
    choose(desk, change);
    // The chip is gone: whoever pressed it by keyboard goes on beside it.
    const { root } = desk.place;
    const beside = ["chip", "sort"].map((part) => root.querySelector<HTMLElement>(`[part=${part}]`)).find(Boolean);
    beside?.focus();
  });
  return button;
}

function say({ place }: Desk, sentence: string): void {
  const status = place.root.querySelector("[part=matching]");
  if (status) status.textContent = sentence;
}

function isAll(choice: Choice): boolean {
  return Object.entries(ALL).every(([name, value]) => choice[name as keyof Choice] === value);
}

function moreWords({ tag }: Desk) {
  return moreWordsOf(tag);
}
