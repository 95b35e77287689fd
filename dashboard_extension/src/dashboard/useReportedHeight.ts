import { type RefObject, useEffect } from "react";
import type { Dashboard } from "./dashboard";

/** Keep Dashboard's frame as high as `element`, which must not take its own height from the frame. */
export function useReportedHeight(element: RefObject<HTMLElement | null>, dashboard: Dashboard): void {
  useEffect(() => {
    const measured = element.current;
    if (!measured) return;
    let last = 0;
    const observer = new ResizeObserver(() => {
      const height = Math.ceil(measured.getBoundingClientRect().height);
      if (height === last || height === 0) return;
      last = height;
      dashboard.reportHeight(height);
    });
    observer.observe(measured);
    return () => observer.disconnect();
  }, [element, dashboard]);
}
