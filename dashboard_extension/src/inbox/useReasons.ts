import { TicketReasons } from "../generated/TicketReasons";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { useLanguage } from "../words/useLanguage";
import { reasonName } from "./reasonName";

const load = loadOf(TicketReasons);

/** What tickets of a channel, or of any, can be about, and the teams, as the merchant calls both. */
export function useReasons(channel: string | null = null) {
  const { tag } = useLanguage();
  const { loaded } = useLoaded(load, { channel });
  const reasons = loaded.kind === "shown" ? loaded.data.ticketReasons : [];
  return {
    reasons: reasons.map((reason) => ({ value: reason.slug, label: reasonName(reason, tag) })),
    departments: loaded.kind === "shown" ? loaded.data.ticketDepartments : [],
  };
}

/** The name of a reason by its slug, or the slug where the settings have none of that name. */
export function useReasonNames(): (slug: string) => string {
  const { reasons } = useReasons();
  return (slug) => reasons.find(({ value }) => value === slug)?.label ?? slug;
}
