import { createContext, useContext } from "react";
import type { AskStaff } from "../api/askAsStaff";
import type { Dashboard } from "../dashboard/dashboard";

/** What every part of a frame needs from outside: somebody to ask, and the Dashboard around it. */
export interface Staff {
  readonly ask: AskStaff;
  readonly dashboard: Dashboard;
}

export const StaffContext = createContext<Staff | null>(null);

export function useStaff(): Staff {
  const staff = useContext(StaffContext);
  if (staff === null) throw new Error("StaffContext has no value here");
  return staff;
}
