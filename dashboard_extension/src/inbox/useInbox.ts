import { useEffect, useState } from "react";
import { LiveChats } from "../generated/LiveChats";
import type { TicketsUpdateInput } from "../generated/TicketsUpdate";
import { useDesk } from "../live/LiveContext";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { useWatched } from "../useWatched";
import { howManyLook, liveOrder } from "./liveOrder";
import { loadTickets } from "./loadTickets";
import { useNews } from "./useNews";
import { useSettled } from "./useSettled";
import { ALL_UNDONE, type Wanted } from "./wanted";

const EVERY_MS = 20_000;
const loadLive = loadOf(LiveChats);
const MOST_LIVE = { first: 100 };

export type Update = (ids: readonly string[], input: TicketsUpdateInput) => Promise<number | null>;

/** The lists of the inbox: who chats now, and the tickets that are wanted. Both are asked again when something is told. */
export function useInbox() {
  const { live, waiting } = useDesk();
  const { user } = useWatched(live);
  const [wanted, setWanted] = useState<Wanted>(ALL_UNDONE);
  const [pages, setPages] = useState(1);
  const settled = { ...wanted, search: useSettled(wanted.search.trim()) };
  const tickets = useLoaded(loadTickets, { ...settled, pages }, EVERY_MS);
  const desk = useLoaded(loadLive, MOST_LIVE, EVERY_MS);
  const again = () => {
    tickets.again();
    desk.again();
  };
  useNews(({ is }) => is === "state" || is === "queue" || is === "welcome", again);
  const now = desk.loaded.kind === "shown" ? desk.loaded.data : null;
  const found = (now?.chats.edges ?? []).flatMap((edge) => edge?.node ?? []);
  const look = howManyLook(found, user);
  useEffect(() => waiting.set(look), [waiting, look]);
  return {
    wanted: settled,
    typed: wanted,
    want(next: Wanted) {
      setWanted(next);
      setPages(1);
    },
    more: () => setPages(pages + 1),
    tickets,
    chats: liveOrder(found, user),
    seat: now?.chatSeat ?? null,
    tags: now?.ticketTags ?? [],
    counts: now && {
      MINE: now.ticketCounts.mine,
      NOBODY: now.ticketCounts.nobodys,
      ALL: now.ticketCounts.all,
      SNOOZED: now.ticketCounts.snoozed,
    },
    clocks: { BREACHED: now?.ticketCounts.breached ?? 0, AMBER: now?.ticketCounts.amber ?? 0 },
    user,
    again,
  };
}

export type Inbox = ReturnType<typeof useInbox>;
