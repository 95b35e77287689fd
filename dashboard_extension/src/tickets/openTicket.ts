import type { Dashboard } from "../dashboard/dashboard";

/** What api/manifest.py calls our popup. */
export const POPUP = "support-popup";

/** Open a conversation over the page; in the inbox where this Dashboard has no popups of ours. */
export async function openTicket(dashboard: Dashboard, ticketId: string): Promise<void> {
  if (await dashboard.openPopup(POPUP, { view: "ticket", ticketId })) return;
  dashboard.openOurs(`/inbox/${encodeURIComponent(ticketId)}`);
}
