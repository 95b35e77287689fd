import { useAppWords } from "../words/app/useAppWords";
import { PageLink } from "./PageLink";
import type { Place } from "./way";

const PAGES = [
  ["setup", "/"],
  ["inbox", "/inbox"],
  ["contacts", "/contacts"],
  ["mails", "/mails"],
  ["settings", "/settings"],
  ["permissions", "/permissions"],
] as const;

export function PageTabs({ page }: { readonly page: Place["page"] }) {
  const words = useAppWords();
  return (
    <nav className="tabs" aria-label={words.pagesHeard}>
      <ul>
        {PAGES.map(([name, path]) => (
          <li key={name}>
            <PageLink to={path} current={name === page ? "page" : undefined}>
              {words.pages[name]}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
