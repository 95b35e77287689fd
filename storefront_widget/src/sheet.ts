const sheets = new Map<string, CSSStyleSheet>();

/** Dress a shadow root in these rules too. They are read once, however many elements wear them. */
export function wear(root: ShadowRoot, css: string): void {
  let sheet = sheets.get(css);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    sheets.set(css, sheet);
  }
  root.adoptedStyleSheets.push(sheet);
}
