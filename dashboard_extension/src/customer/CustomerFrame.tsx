import { useEffect, useMemo, useRef } from "react";
import type { AskStaff } from "../api/askAsStaff";
import type { Dashboard } from "../dashboard/dashboard";
import { useReportedHeight } from "../dashboard/useReportedHeight";
import { StaffContext } from "../staff/StaffContext";
import { useWatched } from "../useWatched";
import { languageOf } from "../words/language";
import { LanguageContext } from "../words/useLanguage";
import { CustomerState } from "./CustomerState";

interface CustomerFrameProps {
  readonly dashboard: Dashboard;
  readonly customerId: string;
  readonly ask: AskStaff;
}

/** The card on Dashboard's page of a customer. */
export function CustomerFrame({ dashboard, customerId, ask }: CustomerFrameProps) {
  const { theme, locale, session } = useWatched(dashboard);
  const language = useMemo(() => languageOf(locale), [locale]);
  const staff = useMemo(() => ({ ask, dashboard }), [ask, dashboard]);
  const frame = useRef<HTMLDivElement>(null);
  useReportedHeight(frame, dashboard);
  useEffect(() => {
    const page = document.documentElement;
    page.lang = language.tag;
    if (theme === null) delete page.dataset.theme;
    else page.dataset.theme = theme;
  }, [language, theme]);
  return (
    <LanguageContext.Provider value={language}>
      <StaffContext.Provider value={staff}>
        <div ref={frame} className="frame">
          <CustomerState session={session} customerId={customerId} />
        </div>
      </StaffContext.Provider>
    </LanguageContext.Provider>
  );
}
