import { TicketColleagues } from "../generated/TicketColleagues";
import { loadOf, useLoaded } from "../staff/useLoaded";

const load = loadOf(TicketColleagues);
const NOTHING = {};

/** Whom a ticket can be given to, who is there first. */
export function useColleagues() {
  const { loaded, again } = useLoaded(load, NOTHING);
  return { colleagues: loaded.kind === "shown" ? loaded.data.ticketColleagues : [], again };
}

/** What of an address tells one colleague from another. */
export function nameOf({ name, email }: { readonly name: string; readonly email: string }): string {
  return name ? `${name} (${email})` : email;
}
