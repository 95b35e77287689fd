export function showFirstFault(): void {
  document
    .querySelector<HTMLElement>(".form-page [aria-invalid=true], .form-page .fault")
    ?.scrollIntoView({ block: "center" });
}
