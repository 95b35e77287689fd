import { counted } from "../counting";
import { make } from "../markup";
import type { Reviews } from "./facts";
import type { Words } from "./words";

/** How the reviews came about, by numbers: who is verified, who got something for it, what is not shown and why. */
export function drawAbout(tag: string, words: Words, reviews: Reviews): HTMLElement {
  const { count, verified, incentivised, rejected } = reviews;
  // Never more than there are: 99.6 % are not all.
  const share = Math.floor((verified / count) * 100) / 100;
  const percent = new Intl.NumberFormat(tag, { style: "percent" }).format(share);
  const hidden = Object.entries(rejected).filter(([, many]) => many);
  const many = hidden.reduce((sum, [, one]) => sum + one, 0);
  const why = hidden.map(
    ([reason, one]) => `${words.reasons[reason] ?? reason} ${new Intl.NumberFormat(tag).format(one)}`,
  );
  const said = [
    words.checked.replace("{n}", percent),
    incentivised ? counted(tag, words.rewarded, incentivised) : "",
    many ? counted(tag, words.rejected, many).replace("{why}", () => why.join(", ")) : "",
  ];
  return make("p", { part: "about", dir: words.dir }, said.filter(Boolean).join(" · "));
}
