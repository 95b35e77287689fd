import type { MouseEvent, ReactNode } from "react";
import { useWay } from "./WayContext";

interface PageLinkProps {
  readonly to: string;
  readonly className?: string;
  readonly current?: "page" | "true" | undefined;
  readonly children: ReactNode;
}

/** A link to a page of ours that keeps this document. */
export function PageLink({ to, className, current, children }: PageLinkProps) {
  const way = useWay();
  const follow = (event: MouseEvent) => {
    // In a tab of its own the page would have no Dashboard around it, so every click stays here.
    event.preventDefault();
    way.go(to);
  };
  return (
    <a href={to} className={className} aria-current={current} onClick={follow}>
      {children}
    </a>
  );
}
