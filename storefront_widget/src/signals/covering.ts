const DIALOGS = "dialog[open], [role=dialog], [role=alertdialog], [aria-modal=true]";

/** Whether something of the page's asks for the shopper's whole attention. */
export function isDialogOpen(): boolean {
  if (focused()?.closest(DIALOGS)) return true;
  return Array.from(document.querySelectorAll<HTMLElement>(DIALOGS)).some((one) => one.checkVisibility?.() ?? true);
}

/** Whether this lies over what the shopper's keyboard is at. */
export function isOverFocus(element: Element): boolean {
  const at = focused();
  if (!at || at === document.body || element.contains(at)) return false;
  const [mine, its] = [element.getBoundingClientRect(), at.getBoundingClientRect()];
  return mine.left < its.right && its.left < mine.right && mine.top < its.bottom && its.top < mine.bottom;
}

/** The element that has the focus, in whichever shadow. */
function focused(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}
