const PATIENCE_MS = 8_000;

/** One question at a time, by its address: what a newer one asks makes the older answer unwanted. */
export class Asking<Answer> {
  readonly #read: (body: unknown) => Answer | null;
  readonly #take: (answer: Answer | null) => void;
  #address: string | null = null;
  #underWay: AbortController | null = null;

  constructor(read: (body: unknown) => Answer | null, take: (answer: Answer | null) => void) {
    this.#read = read;
    this.#take = take;
  }

  get isUnderWay(): boolean {
    return this.#underWay !== null;
  }

  /** Ask at this address, or nowhere any more. False when that is what was asked before. */
  at(address: string | null): boolean {
    if (address === this.#address) return false;
    this.#address = address;
    this.again();
    return true;
  }

  async again(): Promise<void> {
    this.#drop();
    if (this.#address === null) return;
    const asking = new AbortController();
    this.#underWay = asking;
    const patience = setTimeout(() => asking.abort(), PATIENCE_MS);
    const answer = this.#read(await this.ask(this.#address, asking.signal));
    clearTimeout(patience);
    if (this.#underWay !== asking) return; // something else was asked meanwhile
    this.#underWay = null;
    this.#take(answer);
  }

  /** Want no answer for now: one that is on its way is asked for anew by the next `at`. */
  pause(): void {
    if (this.#underWay) this.#address = null;
    this.#drop();
  }

  protected ask(address: string, signal: AbortSignal): Promise<unknown> {
    return ask(address, signal);
  }

  #drop(): void {
    this.#underWay?.abort();
    this.#underWay = null;
  }
}

/** The answer's JSON; null where there is none, or a refusal that is not wanted either. Never throws. */
export async function ask(
  address: string,
  signal = AbortSignal.timeout(PATIENCE_MS),
  wants = (answer: Response) => answer.ok,
): Promise<unknown> {
  try {
    const answer = await fetch(address, {
      credentials: "omit",
      referrerPolicy: "no-referrer",
      priority: "low",
      signal,
    });
    return wants(answer) ? await answer.json() : null;
  } catch {
    return null; // aborted, out of reach, or not JSON
  }
}
