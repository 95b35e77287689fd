/** What stands on the page, as one line. */
export const pageText = () => (document.body.textContent ?? "").replace(/\s+/g, " ");
