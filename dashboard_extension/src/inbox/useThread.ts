import { useEffect, useRef, useState } from "react";
import type { SaidFragment } from "../generated/TicketThread";
import type { Frame } from "../live/frames";
import { useLive } from "../live/LiveContext";
import { useLoaded } from "../staff/useLoaded";
import { useWatched } from "../useWatched";
import { loadThread } from "./loadThread";
import { saidIn, together } from "./said";
import { useNews } from "./useNews";

const EVERY_MS = 30_000;
/** Where no line is to be had, as in a network that lets no sockets out. */
const WITHOUT_LINE_MS = 5_000;

/** A ticket and all that was said in it, as loaded and as heard since. */
export function useThread(id: string) {
  const live = useLive();
  const { standing } = useWatched(live);
  const loading = useLoaded(loadThread, { id }, standing === "open" ? EVERY_MS : WITHOUT_LINE_MS);
  const thread = loading.loaded.kind === "shown" ? loading.loaded.data : null;
  const conversation = thread?.ticket.conversationId ?? null;
  const [heard, setHeard] = useState<readonly SaidFragment[]>([]);
  const [shopperRead, setShopperRead] = useState(0);
  const said = thread === null ? [] : together(thread.said, heard);
  const lastSeq = said.findLast((one) => one.conversationId === conversation)?.seq ?? 0;
  const known = useRef(0);
  known.current = lastSeq;
  useEffect(() => {
    if (conversation === null) return;
    const hear = (frame: Frame) => {
      if (!("conversation" in frame) || frame.conversation !== conversation) return;
      if (frame.is === "said") setHeard((before) => [...before, saidIn(frame)]);
      if (frame.is === "read" && frame.author === "shopper") setShopperRead(frame.seq);
      if (frame.is === "state" && frame.read) setShopperRead(frame.read.shopper);
    };
    const stop = live.onFrame(hear);
    const leave = live.follow(conversation, known.current);
    return () => {
      stop();
      leave();
    };
  }, [live, conversation]);
  // What moves the ticket itself, and not only what is said in it.
  const isWaiting = thread?.ticket.state !== "OPEN";
  const moves = (frame: Frame) =>
    ((frame.is === "queue" || frame.is === "opened") && frame.conversation === conversation) ||
    (frame.is === "said" &&
      frame.conversation === conversation &&
      (frame.author === "system" || (frame.author === "shopper" && isWaiting)));
  useNews(moves, loading.again);
  useEffect(() => {
    if (conversation === null || lastSeq === 0 || standing !== "open") return;
    const mark = () => {
      if (document.visibilityState === "visible") live.tell({ do: "read", conversation, seq: lastSeq });
    };
    mark();
    document.addEventListener("visibilitychange", mark);
    return () => document.removeEventListener("visibilitychange", mark);
  }, [live, conversation, lastSeq, standing]);
  return { loading, said, lastSeq, shopperRead };
}
