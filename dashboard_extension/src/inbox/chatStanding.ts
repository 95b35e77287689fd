import type { Ticket } from "./loadThread";

export type ChatStanding = "none" | "waiting" | "mine" | "theirs" | "over";

/** How a ticket's chat stands for the reader, who is `user` in Saleor. */
export function chatStanding({ chat }: Pick<Ticket, "chat">, user: string | null): ChatStanding {
  if (chat === null) return "none";
  if (chat.state === "WAITING") return "waiting";
  if (chat.state !== "SEATED") return "over";
  return chat.seat?.userId === user ? "mine" : "theirs";
}
