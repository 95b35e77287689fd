import { useEffect, useMemo, useRef } from "react";
import type { Dashboard } from "../dashboard/dashboard";
import { useReportedHeight } from "../dashboard/useReportedHeight";
import { useWatched } from "../useWatched";
import { languageOf } from "../words/language";
import { LanguageContext } from "../words/useLanguage";
import { Announcement } from "./Announcement";
import type { FollowedOrder } from "./followOrder";
import { OrderState } from "./OrderState";

interface OrderFrameProps {
  readonly dashboard: Dashboard;
  readonly order: FollowedOrder;
}

/** The whole frame: language, theme and height as Dashboard wants them, and the order in whatever state it is. */
export function OrderFrame({ dashboard, order }: OrderFrameProps) {
  const { theme, locale } = useWatched(dashboard);
  const view = useWatched(order);
  const language = useMemo(() => languageOf(locale), [locale]);
  const frame = useRef<HTMLDivElement>(null);
  useReportedHeight(frame, dashboard);
  useEffect(() => {
    const page = document.documentElement;
    page.lang = language.tag;
    if (theme === null) delete page.dataset.theme;
    else page.dataset.theme = theme;
    document.title = language.words.order;
  }, [language, theme]);
  return (
    <LanguageContext.Provider value={language}>
      <div ref={frame} className="frame">
        <Announcement view={view} />
        <OrderState view={view} onRefresh={order.refresh} />
      </div>
    </LanguageContext.Provider>
  );
}
