import { ThemeProvider } from "@saleor/macaw-ui";
import { useEffect, useMemo } from "react";
import type { AskStaff } from "../api/askAsStaff";
import type { Dashboard } from "../dashboard/dashboard";
import { type Desk, DeskContext } from "../live/LiveContext";
import { StaffContext } from "../staff/StaffContext";
import { useWatched } from "../useWatched";
import { languageOf } from "../words/language";
import { LanguageContext } from "../words/useLanguage";
import { AppPages } from "./AppPages";
import { Entrance } from "./Entrance";
import { ThemeFollower } from "./ThemeFollower";
import { WayContext } from "./WayContext";
import type { Way } from "./way";

interface AppFrameProps {
  readonly dashboard: Dashboard;
  readonly ask: AskStaff;
  readonly way: Way;
  readonly desk: Desk;
  /** Whether another page frames this one. */
  readonly framed: boolean;
}

/** The app in Dashboard: its language and theme as Dashboard's, its pages once it is known who looks. */
export function AppFrame({ dashboard, ask, way, desk, framed }: AppFrameProps) {
  const { theme, locale } = useWatched(dashboard);
  const language = useMemo(() => languageOf(locale), [locale]);
  const staff = useMemo(() => ({ ask, dashboard }), [ask, dashboard]);
  useEffect(() => {
    document.documentElement.lang = language.tag;
  }, [language]);
  return (
    <ThemeProvider>
      <ThemeFollower theme={theme} />
      <LanguageContext.Provider value={language}>
        <StaffContext.Provider value={staff}>
          <WayContext.Provider value={way}>
            <DeskContext.Provider value={desk}>
              <Entrance framed={framed}>
                <AppPages />
              </Entrance>
            </DeskContext.Provider>
          </WayContext.Provider>
        </StaffContext.Provider>
      </LanguageContext.Provider>
    </ThemeProvider>
  );
}
