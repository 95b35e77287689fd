import type { Answer, Failure } from "../api/ask";
import { createStore, type Watched } from "../store";

/** What is shown of something that is asked for again and again. Old facts with a failure beat none. */
export type Loaded<T> =
  | { readonly kind: "loading" }
  | { readonly kind: "failing"; readonly failure: Failure; readonly asking: boolean }
  | { readonly kind: "shown"; readonly data: T; readonly asking: boolean; readonly failure: Failure | null };

export interface FollowedAnswer<T> extends Watched<Loaded<T>> {
  /** Ask again; nothing while a question is under way. */
  again(): Promise<void>;
  /** Put in place what a change has already brought; an answer on its way from before it is dropped. */
  put(data: T): void;
}

export function followAnswer<T>(load: () => Promise<Answer<T>>): FollowedAnswer<T> {
  const loaded = createStore<Loaded<T>>({ kind: "loading" });
  let asked = 0;
  let asking = false;
  return {
    ...loaded,
    async again() {
      if (asking) return;
      asking = true;
      asked += 1;
      const mine = asked;
      loaded.set(whileAsking(loaded.getState()));
      const answer = await load();
      if (mine !== asked) return;
      asking = false;
      loaded.set(afterAnswer(loaded.getState(), answer));
    },
    put(data) {
      asked += 1;
      asking = false;
      loaded.set({ kind: "shown", data, asking: false, failure: null });
    },
  };
}

function whileAsking<T>(before: Loaded<T>): Loaded<T> {
  return before.kind === "loading" ? before : { ...before, asking: true };
}

function afterAnswer<T>(before: Loaded<T>, answer: Answer<T>): Loaded<T> {
  if ("data" in answer) return { kind: "shown", data: answer.data, asking: false, failure: null };
  const { failure } = answer;
  if (before.kind === "shown" && failure.code !== "PERMISSION_DENIED") return { ...before, asking: false, failure };
  return { kind: "failing", failure, asking: false };
}
