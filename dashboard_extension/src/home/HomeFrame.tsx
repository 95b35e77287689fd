import { useEffect, useMemo } from "react";
import type { AskStaff } from "../api/askAsStaff";
import type { Dashboard } from "../dashboard/dashboard";
import { StaffContext } from "../staff/StaffContext";
import { useWatched } from "../useWatched";
import { languageOf } from "../words/language";
import { LanguageContext } from "../words/useLanguage";
import { HomeState } from "./HomeState";

interface HomeFrameProps {
  readonly dashboard: Dashboard;
  readonly ask: AskStaff;
}

/** The setup's steps on Dashboard's first page. */
export function HomeFrame({ dashboard, ask }: HomeFrameProps) {
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
        <div className="frame home">
          <HomeState session={session} />
        </div>
      </StaffContext.Provider>
    </LanguageContext.Provider>
  );
}
