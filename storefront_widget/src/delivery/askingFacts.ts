import { Asking, ask } from "../asking";
import { type Facts, readFacts } from "./facts";

// What was asked cannot be answered, and the body says why.
const WRONG = 422;

/** Asks what can be said of delivery, unless that is here already. */
export class AskingFacts extends Asking<Facts> {
  #given: { readonly address: string; readonly body: unknown } | null = null;
  #saidAt = Number.NaN;

  constructor(take: (facts: Facts | null) => void) {
    super((body) => readFacts(body, this.#saidAt), take);
  }

  /** This is the answer of that address, when it is asked next. */
  give(address: string, body: unknown): void {
    this.#given = { address, body };
  }

  protected override async ask(address: string, signal: AbortSignal): Promise<unknown> {
    const given = this.#given;
    this.#given = null;
    if (given?.address === address) return given.body;
    return ask(address, signal, (answer) => {
      this.#saidAt = Date.parse(answer.headers.get("date") ?? "");
      return isAnswer(answer);
    });
  }
}

export function isAnswer({ ok, status }: Response): boolean {
  return ok || status === WRONG;
}
