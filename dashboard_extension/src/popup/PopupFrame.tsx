import { useEffect, useMemo } from "react";
import type { AskStaff } from "../api/askAsStaff";
import type { Dashboard } from "../dashboard/dashboard";
import { StaffContext } from "../staff/StaffContext";
import { useWatched } from "../useWatched";
import { languageOf } from "../words/language";
import { LanguageContext } from "../words/useLanguage";
import { PopupState } from "./PopupState";
import type { View } from "./viewOf";

interface PopupFrameProps {
  readonly dashboard: Dashboard;
  readonly ask: AskStaff;
  readonly view: View;
}

/** The popup over a page of Dashboard's. */
export function PopupFrame({ dashboard, ask, view }: PopupFrameProps) {
  const { theme, locale, session } = useWatched(dashboard);
  const language = useMemo(() => languageOf(locale), [locale]);
  const staff = useMemo(() => ({ ask, dashboard }), [ask, dashboard]);
  useEffect(() => {
    const page = document.documentElement;
    page.lang = language.tag;
    if (theme === null) delete page.dataset.theme;
    else page.dataset.theme = theme;
  }, [language, theme]);
  return (
    <LanguageContext.Provider value={language}>
      <StaffContext.Provider value={staff}>
        <div className="frame popup">
          <PopupState session={session} view={view} />
        </div>
      </StaffContext.Provider>
    </LanguageContext.Provider>
  );
}
