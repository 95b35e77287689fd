import { useEffect, useRef } from "react";
import { useAppWords } from "../words/app/useAppWords";
import { PageLink } from "./PageLink";
import type { Place } from "./way";

const PAGES = [
  ["setup", "/"],
  ["inbox", "/inbox"],
  ["report", "/report"],
  ["carts", "/carts"],
  ["promises", "/promises"],
  ["reviews", "/reviews"],
  ["questions", "/questions"],
  ["contacts", "/contacts"],
  ["mails", "/mails"],
  ["settings", "/settings"],
  ["permissions", "/permissions"],
] as const;

export function PageTabs({ page }: { readonly page: Place["page"] }) {
  const words = useAppWords();
  const tabs = useRef<HTMLElement>(null);
  // On a telephone they are wider than the page, and wider still once the font has come.
  useEffect(() => {
    const row = tabs.current;
    const list = row?.firstElementChild;
    if (!row || !list) return;
    const observer = new ResizeObserver(() => showCurrent(row));
    observer.observe(list);
    return () => observer.disconnect();
  });
  return (
    <nav ref={tabs} className="tabs" aria-label={words.pagesHeard}>
      <ul>
        {PAGES.map(([name, path]) => (
          <li key={name}>
            <PageLink to={path} current={name === (page === "approvals" ? "inbox" : page) ? "page" : undefined}>
              {words.pages[name]}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function showCurrent(row: HTMLElement): void {
  const current = row.querySelector<HTMLElement>("[aria-current]");
  if (current) row.scrollLeft = current.offsetLeft - (row.clientWidth - current.offsetWidth) / 2;
}
