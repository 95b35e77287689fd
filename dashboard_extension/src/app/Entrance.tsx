import { type ReactNode, useEffect, useState } from "react";
import { HANDSHAKE_WAIT_MS } from "../dashboard/dashboard";
import { Notice } from "../order/Notice";
import { useStaff } from "../staff/StaffContext";
import { useWatched } from "../useWatched";
import { useAppWords } from "../words/app/useAppWords";
import { Waiting } from "./Waiting";

interface EntranceProps {
  readonly framed: boolean;
  readonly children: ReactNode;
}

/** Shows its children to whom Dashboard has introduced, and says to others why not. */
export function Entrance({ framed, children }: EntranceProps) {
  const { dashboard } = useStaff();
  const { session } = useWatched(dashboard);
  const words = useAppWords();
  const [late, setLate] = useState(!framed);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), HANDSHAKE_WAIT_MS);
    return () => clearTimeout(timer);
  }, []);
  if (session.kind === "open") return children;
  if (session.kind === "waiting" && !late) return <Waiting />;
  return (
    <div className="page">
      <Notice says={session.kind === "refused" ? words.refused : words.outside} tone="warning" />
    </div>
  );
}
