import { useTheme } from "@saleor/macaw-ui";
import { useEffect, useSyncExternalStore } from "react";
import type { Theme } from "../dashboard/dashboard";

/** Give macaw-ui the theme that Dashboard has; until it has said so, that of the color scheme, which is Dashboard's too. */
export function ThemeFollower({ theme }: { readonly theme: Theme | null }) {
  const { setTheme } = useTheme();
  const dark = useSyncExternalStore(onSchemeChange, prefersDark);
  const shown = theme ?? (dark ? "dark" : "light");
  useEffect(() => {
    document.documentElement.dataset.theme = shown;
    setTheme(shown === "dark" ? "defaultDark" : "defaultLight");
  }, [shown, setTheme]);
  return null;
}

const scheme = window.matchMedia("(prefers-color-scheme: dark)");
const prefersDark = () => scheme.matches;

function onSchemeChange(changed: () => void): () => void {
  scheme.addEventListener("change", changed);
  return () => scheme.removeEventListener("change", changed);
}
