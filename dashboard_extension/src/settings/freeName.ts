/** A name that nothing in the list has: what was answered refers to names, so that none is used twice. */
export function freeName(kind: string, taken: readonly { readonly name: string }[]): string {
  const names = new Set(taken.map(({ name }) => name));
  let number = taken.length + 1;
  while (names.has(`${kind}${number}`)) number += 1;
  return `${kind}${number}`;
}
