import type { Piece } from "./pieces";
import type { Words } from "./words";

export interface Shop {
  readonly store: string;
  readonly channel: string;
  readonly locale: string;
}

type Values = Readonly<Record<string, string>>;

export function scriptAddress(): string {
  return new URL("/widget.js", location.origin).href;
}

/** The code for a page of any kind. */
export function htmlOf(piece: Piece, values: Values, shop: Shop, words: Words): string {
  const data = { "data-store": shop.store, "data-channel": shop.channel, "data-locale": shop.locale };
  return [
    `<!-- ${words.once} -->`,
    `<script async src="${scriptAddress()}"\n ${attributes(data)}></script>`,
    "",
    ...(piece.css ? [`/* ${words.stylesheet} */`, piece.css, ""] : []),
    `<!-- ${words.place} -->`,
    `<${piece.tag}${attributes(values)}></${piece.tag}>`,
  ].join("\n");
}

export function reactOf(piece: Piece, values: Values, shop: Shop): string {
  const known = Object.entries({ src: scriptAddress(), ...shop }).filter(([, value]) => value);
  const widget = `{ ${known.map(([name, value]) => `${name}: ${JSON.stringify(value)}`).join(", ")} }`;
  const props = Object.entries(values).filter(([, value]) => value);
  return [
    `import { ${piece.component} } from "saleor-support-react";`,
    "",
    `<${piece.component}`,
    `  widget={${widget}}`,
    ...props.map(
      ([name, value]) => `  ${camelled(name)}=${name === "quantity" ? `{${value}}` : JSON.stringify(value)}`,
    ),
    "/>",
  ].join("\n");
}

function camelled(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function attributes(values: Values): string {
  return Object.entries(values)
    .filter(([, value]) => value)
    .map(([name, value]) => ` ${name}="${value.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"`)
    .join("");
}
