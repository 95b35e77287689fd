import type { LiveChatFragment } from "../generated/LiveChats";

/** Who waits first, those who wait longest before the others; then the reader's own chats, then everybody else's. */
export function liveOrder(chats: readonly LiveChatFragment[], user: string | null): readonly LiveChatFragment[] {
  const place = (chat: LiveChatFragment) => (chat.state === "WAITING" ? 0 : chat.seat?.userId === user ? 1 : 2);
  return [...chats].sort(
    (one, other) => place(one) - place(other) || Date.parse(one.joinedAt) - Date.parse(other.joinedAt),
  );
}

export function isUnread(chat: LiveChatFragment): boolean {
  return chat.lastMessage?.author === "SHOPPER" && chat.lastSeq > chat.staffReadSeq;
}

/** How many look for the reader: who waits for anybody, and who wrote to them last. */
export function howManyLook(chats: readonly LiveChatFragment[], user: string | null): number {
  return chats.filter((chat) => chat.state === "WAITING" || (chat.seat?.userId === user && isUnread(chat))).length;
}
