import type { Message } from "./conversation";
import { newKey, type Refused } from "./door";
import type { Unsent } from "./memory";

// Longer than a message takes on a bad line; after that its writer is told.
const KEPT_WITHIN_MS = 20_000;

/** What the shopper wrote and the service has not kept yet. `lost` is sent again by itself once there is a connection. */
export interface Outgoing extends Unsent {
  readonly state: "sending" | "lost" | Exclude<Refused["kind"], "gone" | "ended">;
}

type Said = { readonly kind: "said"; readonly message: Message | null };
type Given = { readonly text: string; readonly key: string; readonly files?: readonly string[] };

export interface SendingEnds {
  /** False where nobody hears it: then it is posted. */
  tell(given: Given): boolean;
  post(given: Given): Promise<Said | Refused>;
  /** It was posted and kept. */
  kept(message: Message | null): void;
  changed(unsent: readonly Unsent[]): void;
  gone(): void;
  /** These words were not taken: the chat is over, or they are ones that the shop does not want to read. */
  returned(text: string, kind: "ended" | "words"): void;
}

/** What is on its way, in the order in which it was written: each under its key until it is kept, however often it is sent. */
export class Sending {
  readonly #ends: SendingEnds;
  #outgoing: readonly Outgoing[];

  constructor(unsent: readonly Unsent[], ends: SendingEnds) {
    this.#outgoing = unsent.map((one) => ({ ...one, state: "lost" }));
    this.#ends = ends;
  }

  get outgoing(): readonly Outgoing[] {
    return this.#outgoing;
  }

  say(text: string, files: readonly string[]): void {
    this.#send({ key: newKey(), text, files });
  }

  again(key: string): void {
    const found = this.#outgoing.find((one) => one.key === key);
    if (found) this.#send(found);
  }

  /** There is a connection again; `isAll` where nobody knows what became of what was sent before it. */
  resume(isAll: boolean): void {
    for (const one of this.#outgoing) if (one.state === "lost" || (isAll && one.state === "sending")) this.#send(one);
  }

  /** These are kept, or not wanted any more. */
  settle(keys: readonly string[]): void {
    const left = this.#outgoing.filter(({ key }) => !keys.includes(key));
    if (left.length < this.#outgoing.length) this.#keep(left);
  }

  /** Why it was not taken, if it still waits for that. */
  refuse(key: string, kind: Refused["kind"]): void {
    const found = this.#outgoing.find((one) => one.key === key && one.state === "sending");
    if (!found) return;
    if (kind === "ended" || (kind === "words" && !found.files.length)) {
      this.settle([key]);
      this.#ends.returned(found.text, kind);
      return;
    }
    const state = kind === "failed" || kind === "gone" ? "lost" : kind;
    this.#keep(this.#outgoing.map((one) => (one.key === key ? { ...one, state } : one)));
  }

  async #send({ key, text, files }: Unsent): Promise<void> {
    const others = this.#outgoing.filter((one) => one.key !== key);
    this.#keep([...others, { key, text, files, state: "sending" }]);
    const given = { text, key, ...(files.length && { files }) };
    if (this.#ends.tell(given)) {
      setTimeout(() => this.refuse(key, "failed"), KEPT_WITHIN_MS);
      return;
    }
    const answer = await this.#ends.post(given);
    if (answer.kind === "gone") this.#ends.gone();
    else if (answer.kind !== "said") this.refuse(key, isOfWords(answer) ? "words" : answer.kind);
    else {
      this.settle([key]);
      this.#ends.kept(answer.message);
    }
  }

  #keep(outgoing: readonly Outgoing[]): void {
    this.#outgoing = outgoing;
    this.#ends.changed(outgoing.map(({ key, text, files }) => ({ key, text, files })));
  }
}

function isOfWords(answer: Refused): boolean {
  return answer.kind === "wrong" && answer.faults.some(({ code }) => code === "WORDS");
}
