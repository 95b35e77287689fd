/** The words that stand in a line with commas between them, each once. */
export function listOf(line: string): string[] {
  return [...new Set(line.split(",").map((one) => one.trim()))].filter((one) => one !== "");
}
