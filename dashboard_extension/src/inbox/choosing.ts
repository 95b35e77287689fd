/** The chosen ids after one was ticked or unticked; with Shift, all between it and the one before likewise. */
export function choosing(
  ids: readonly string[],
  chosen: ReadonlySet<string>,
  { id, on, from }: { readonly id: string; readonly on: boolean; readonly from: string | null },
): ReadonlySet<string> {
  const [start, end] = [ids.indexOf(from ?? id), ids.indexOf(id)].sort((one, other) => one - other);
  const those = start === undefined || start < 0 ? [id] : ids.slice(start, (end ?? start) + 1);
  const next = new Set(chosen);
  for (const one of those) {
    if (on) next.add(one);
    else next.delete(one);
  }
  return next;
}
