import { useEffect } from "react";
import { useWay } from "../app/WayContext";

/** Ask before a page with changes is left: `setLeaving` gets what leaves it. */
export function useGuard(changed: boolean, setLeaving: (go: () => () => void) => void): void {
  const way = useWay();
  useEffect(() => {
    way.setGuard(changed ? (go) => setLeaving(() => go) : null);
    return () => way.setGuard(null);
  }, [way, changed, setLeaving]);
}
