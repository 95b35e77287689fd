export type Copied = "copied" | "selected";

/**
 * Copy the element's text. Dashboard's frame forbids the clipboard API, so the text is selected too and copied the old
 * way; where that is forbidden as well it stays selected, one key press from the clipboard.
 */
export async function copyFrom(element: HTMLElement): Promise<Copied> {
  window.getSelection()?.selectAllChildren(element);
  if (document.execCommand?.("copy")) return "copied";
  try {
    await navigator.clipboard.writeText(element.textContent ?? "");
    return "copied";
  } catch {
    return "selected";
  }
}
