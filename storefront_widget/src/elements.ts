export interface SupportElement {
  readonly name: `support-${string}`;
  /** Beside `channel` and `locale`, which every element has. */
  readonly attributes: readonly string[];
  /** Kept free from the start, so that nothing moves when the element fills: CSS length. */
  readonly height: string;
  /** Address of its chunk, seen from ours. */
  readonly chunk: string;
}

/** Element's name → address of its chunk. Written in by tools/build.mjs, which knows the names with their hashes. */
declare const CHUNKS: Readonly<Record<string, string>>;

/** Every element there is. A new one is a line here, a folder beside and an entry in tools/build.mjs. */
export const ELEMENTS: readonly SupportElement[] = [
  {
    name: "support-delivery",
    attributes: ["variant", "country"],
    height: "max(3em, 44px)",
    chunk: CHUNKS["support-delivery"] ?? "",
  },
];
