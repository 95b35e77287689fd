/** With its first letter in capitals, which in Turkish has two kinds of i. */
export function capital(said: string, tag: string): string {
  return said.charAt(0).toLocaleUpperCase(tag) + said.slice(1);
}
