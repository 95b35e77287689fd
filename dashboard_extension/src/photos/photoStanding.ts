export type PhotoStanding =
  | { readonly state: "WAITING" }
  /** `code` says why it is not taken; empty where it is not there any more. */
  | { readonly state: "GONE"; readonly code: string }
  | { readonly state: "READY"; readonly small: string; readonly large: string };

interface Told {
  readonly state: "WAITING" | "READY" | "REFUSED";
  readonly code: string | null;
  readonly sizes: Readonly<Record<string, string>>;
}

const AGAIN_MS = 1_500;
const MOST_ASKED = 40;

/** Ask what became of a photo until it is ready or refused; what is returned stops that. */
export function photoStanding(url: string, tell: (standing: PhotoStanding) => void): () => void {
  const stopped = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = async (left: number): Promise<void> => {
    const told = await askOnce(url, stopped.signal);
    if (stopped.signal.aborted) return;
    if (told?.state === "READY") return tell(readyIn(told.sizes));
    if (told?.state === "REFUSED" || left === 0) return tell({ state: "GONE", code: told?.code ?? "" });
    timer = setTimeout(() => ask(left - 1), AGAIN_MS);
  };
  ask(MOST_ASKED);
  return () => {
    stopped.abort();
    clearTimeout(timer);
  };
}

async function askOnce(url: string, signal: AbortSignal): Promise<Told | null> {
  try {
    // On our own origin, whatever name of ours the address was made with.
    const answer = await fetch(new URL(url, location.href).pathname, { credentials: "omit", signal });
    return answer.ok ? ((await answer.json()) as Told) : { state: "REFUSED", code: null, sizes: {} };
  } catch {
    return null;
  }
}

function readyIn(sizes: Told["sizes"]): PhotoStanding {
  const addresses = Object.entries(sizes)
    .sort(([one], [other]) => Number(one) - Number(other))
    .map(([, address]) => address);
  const [small] = addresses;
  const large = addresses.at(-1);
  return small && large ? { state: "READY", small, large } : { state: "GONE", code: "" };
}
