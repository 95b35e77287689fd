/** A phrase with something to see in its places, such as `{days}`. */
export function phrase(said: string, places: Readonly<Record<string, readonly (Node | string)[]>>): (Node | string)[] {
  return said.split(/\{(\w+)\}/).flatMap((piece, at) => (at % 2 ? (places[piece] ?? []) : piece));
}
