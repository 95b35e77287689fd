/** The chunks' names in their folder. Written in by tools/build.mjs, which knows the names with their hashes. */
declare const CHUNKS: Readonly<Record<"delivery" | "reviews" | "questions" | "contact" | "chat" | "signals", string>>;
