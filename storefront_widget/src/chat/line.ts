import { isRecord } from "../reading";

export type Frame = Readonly<Record<string, unknown>>;

/** How a connection ended; docs/chat-protocol.md. */
const NOT_RECOGNISED = 4401;
const REMOVED = 4410;
const FLOOD = 4429;

const SOON_MS = 1_000;
const LATE_MS = 30_000;
const A_MINUTE_MS = 60_000;
// A page that may have no socket asks by itself meanwhile, and need not try often.
const FAILURES = 3;
const SELDOM_MS = 120_000;
// Nobody tells a page that its computer slept: the clock has gone on, and the connection is one in name only.
const TICK_MS = 20_000;

export interface LineEnds {
  /** The first frame, made anew for each connection. */
  hello(): Frame;
  hear(frame: Frame): void;
  /** The connection was cut, or never came. */
  lost(): void;
  /** The service knows the conversation no longer. */
  gone(): void;
  /** Somebody looks at the page again. */
  looked(): void;
}

/** The socket of one conversation: it comes back after any cut, later each time and by chance. */
export class Line {
  readonly #address: string;
  readonly #ends: LineEnds;
  #socket: WebSocket | null = null;
  #isWelcome = false;
  #wasWelcome = false;
  #isWanted = false;
  /** The page's policy lets no socket out, and its owner's reports need it once only; or the shop has the app no longer. */
  #isBarred = false;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #tickedAt = 0;
  #ticking: ReturnType<typeof setTimeout> | undefined;

  /** `address` as for any other door; the socket is behind it. */
  constructor(address: string, ends: LineEnds) {
    this.#address = address.replace(/^http/, "ws");
    this.#ends = ends;
  }

  /** Whether what is said now is heard at once. */
  get isOpen(): boolean {
    return this.#isWelcome;
  }

  open(): void {
    if (this.#isWanted) return;
    this.#isWanted = true;
    document.addEventListener("securitypolicyviolation", this.#lookBarred);
    addEventListener("online", this.#connect);
    document.addEventListener("visibilitychange", this.#lookAgain);
    this.#tick();
    this.#connect();
  }

  close(): void {
    if (!this.#isWanted) return;
    this.#isWanted = false;
    document.removeEventListener("securitypolicyviolation", this.#lookBarred);
    removeEventListener("online", this.#connect);
    document.removeEventListener("visibilitychange", this.#lookAgain);
    clearTimeout(this.#ticking);
    clearTimeout(this.#timer);
    this.#drop();
  }

  /** False where nobody would hear it. */
  send(frame: Frame): boolean {
    if (!this.#isWelcome) return false;
    this.#socket?.send(JSON.stringify(frame));
    return true;
  }

  readonly #connect = (): void => {
    clearTimeout(this.#timer);
    if (!this.#isWanted || this.#isBarred || this.#socket) return;
    let socket: WebSocket;
    try {
      socket = new WebSocket(this.#address);
    } catch {
      this.#again(0); // the page's policy, or no sockets at all
      return;
    }
    this.#socket = socket;
    socket.onopen = () => socket.send(JSON.stringify({ do: "hello", ...this.#ends.hello() }));
    socket.onmessage = ({ data }) => this.#socket === socket && this.#hear(data);
    socket.onclose = ({ code }) => {
      if (this.#socket !== socket) return;
      this.#socket = null;
      this.#again(code);
    };
  };

  #hear(data: unknown): void {
    const frame: unknown = JSON.parse(String(data));
    if (!isRecord(frame)) return;
    if (frame.is === "welcome") {
      this.#isWelcome = true;
      this.#wasWelcome = true;
      this.#failures = 0;
    }
    this.#ends.hear(frame);
  }

  #again(code: number): void {
    this.#isWelcome = false;
    if (!this.#isWanted) return;
    this.#ends.lost();
    if (code === NOT_RECOGNISED) {
      this.#ends.gone();
      return;
    }
    this.#isBarred ||= code === REMOVED;
    this.#failures++;
    this.#timer = setTimeout(this.#connect, code === FLOOD ? A_MINUTE_MS : this.#wait());
  }

  #wait(): number {
    if (!this.#wasWelcome && this.#failures >= FAILURES) return SELDOM_MS;
    return Math.min(SOON_MS * 2 ** this.#failures, LATE_MS) * (0.5 + Math.random() / 2);
  }

  readonly #lookBarred = ({ blockedURI }: SecurityPolicyViolationEvent): void => {
    this.#isBarred ||= this.#address.startsWith(blockedURI) && blockedURI.startsWith("ws");
  };

  readonly #lookAgain = (): void => {
    if (document.hidden) return;
    this.#connect();
    this.#ends.looked();
  };

  #tick(): void {
    const now = Date.now();
    const hasSlept = this.#tickedAt > 0 && now - this.#tickedAt > 3 * TICK_MS;
    this.#tickedAt = now;
    this.#ticking = setTimeout(() => this.#tick(), TICK_MS);
    if (!hasSlept || document.hidden) return;
    this.#drop();
    this.#connect();
  }

  #drop(): void {
    const socket = this.#socket;
    this.#socket = null;
    this.#isWelcome = false;
    socket?.close(1000);
  }
}
