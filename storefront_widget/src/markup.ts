type Child = Node | string | null;

/** Make an element. Text is text: nothing here is ever read as HTML, so Trusted Types have nothing to refuse. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** A drawing of 24 by 24, one line in the text's colour; it says nothing to a screen reader. */
export function icon(part: string, path: string): SVGElement {
  const made = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
  for (const [key, value] of [
    ["part", part],
    ["viewBox", "0 0 24 24"],
    ["aria-hidden", "true"],
  ] as const)
    made.setAttribute(key, value);
  line.setAttribute("d", path);
  made.append(line);
  return made;
}
