const COUNT = 5;
const SIZE = 24;
const STAR = "2.8l2.8 5.8 6.4.9-4.6 4.5 1.1 6.3-5.7-3-5.7 3 1.1-6.3-4.6-4.5 6.4-.9z";
const STARS = Array.from({ length: COUNT }, (_, place) => `M${place * SIZE + SIZE / 2} ${STAR}`).join("");

/** Five stars, of which as many as `rating` are full, the last one in part; `text` is what they say. */
export function drawStars(rating: number, text: string): SVGElement {
  const [width, height] = [COUNT * SIZE, SIZE].map(String) as [string, string];
  const all = { part: "stars", viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": text };
  // An inner drawing cuts off what lies outside it.
  const full = svg("svg", { width: String(rating * SIZE), height }, svg("path", { d: STARS, class: "full" }));
  return svg("svg", all, svg("path", { d: STARS }), full);
}

function svg(name: string, attributes: Readonly<Record<string, string>>, ...children: SVGElement[]): SVGElement {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
