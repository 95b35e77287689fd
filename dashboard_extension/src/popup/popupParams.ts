/** What Dashboard hands a popup, in the address: base64 of JSON. Nothing of what cannot be read. */
export function popupParams(address: string): Readonly<Record<string, string>> {
  try {
    const given = atob(new URL(address).searchParams.get("appParams") ?? "");
    const bytes = Uint8Array.from(given, (letter) => letter.charCodeAt(0));
    const read: unknown = JSON.parse(new TextDecoder().decode(bytes));
    const pairs = Object.entries(typeof read === "object" && read !== null ? read : {});
    return Object.fromEntries(pairs.filter((pair): pair is [string, string] => typeof pair[1] === "string"));
  } catch {
    return {};
  }
}
