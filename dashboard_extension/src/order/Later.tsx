import { useState } from "react";
import { later } from "../staff/later";
import { useLanguage } from "../words/useLanguage";

const promise = () => import("./promise");
const tickets = () => import("./tickets");

export const PromiseMade = later(async () => (await promise()).PromiseMade, "bar triple");
export const ParcelSteps = later(async () => (await promise()).ParcelSteps);
export const Tickets = later(async () => (await tickets()).OrderTickets, "bar triple", NotLoaded);
export const Delivered = later(async () => (await tickets()).Delivered);
export const Acts = later(async () => (await import("./acts")).ActsOfOrder);
const History = later(async () => (await import("./history")).History, "bar triple");

/** What happened to the order; asked for when somebody wants to see it. */
export function Timeline({ orderId }: { readonly orderId: string }) {
  const { words } = useLanguage();
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.timeline}</summary>
      {open && <History orderId={orderId} />}
    </details>
  );
}

function NotLoaded() {
  return <p className="quiet">{useLanguage().words.ticketsNotLoaded}</p>;
}
