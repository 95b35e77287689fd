import { useEffect, useMemo, useRef } from "react";
import type { AskStaff } from "../api/askAsStaff";
import type { Dashboard } from "../dashboard/dashboard";
import { useReportedHeight } from "../dashboard/useReportedHeight";
import { StaffContext } from "../staff/StaffContext";
import { useWatched } from "../useWatched";
import { languageOf } from "../words/language";
import { LanguageContext } from "../words/useLanguage";
import { Announcement } from "./Announcement";
import type { FollowedOrder } from "./followOrder";
import { OrderState } from "./OrderState";

interface OrderFrameProps {
  readonly dashboard: Dashboard;
  readonly order: FollowedOrder;
  readonly orderId: string;
  readonly ask: AskStaff;
}

/** The whole frame: language, theme and height as Dashboard wants them, and the order in whatever state it is. */
export function OrderFrame({ dashboard, order, orderId, ask }: OrderFrameProps) {
  const { theme, locale } = useWatched(dashboard);
  const view = useWatched(order);
  const language = useMemo(() => languageOf(locale), [locale]);
  const staff = useMemo(() => ({ ask, dashboard }), [ask, dashboard]);
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
      <StaffContext.Provider value={staff}>
        <div ref={frame} className="frame">
          <Announcement view={view} />
          <OrderState view={view} orderId={orderId} onRefresh={order.refresh} />
        </div>
      </StaffContext.Provider>
    </LanguageContext.Provider>
  );
}
