import type { Watched } from "../store";
import type { Deed, Frame } from "./frames";

export interface LiveState {
  /** `stopped`: not permitted. `gone`: the app is, from this store. `waiting`: cut, and tried again soon. */
  readonly standing: "idle" | "connecting" | "open" | "waiting" | "stopped" | "gone";
  /** Saleor's id of who looks; null until the first hello. */
  readonly user: string | null;
  readonly email: string;
}

/** The line to what is said now. */
export interface Live extends Watched<LiveState> {
  /** Connect, once, and stay connected while this document lives. */
  start(): void;
  /** Hear every frame from now on; call what it returns to hear no more. */
  onFrame(listener: (frame: Frame) => void): () => void;
  /** Hear a conversation after a number, also over cuts; call what it returns to leave it. */
  follow(conversation: string, after: number): () => void;
  /** False where there is no line now. */
  tell(deed: Deed): boolean;
}
