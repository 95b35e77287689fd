import type { CartAlarmsQuery } from "../src/generated/CartAlarms";
import type { CartCaseFactsFragment } from "../src/generated/CartCase";
import type { CartCaseRowFragment, CartCaseState } from "../src/generated/CartCases";
import type { CartReportQuery, LiftFragment } from "../src/generated/CartReport";

const STATES = ["ABANDONED", "WATCHED", "RECOVERED", "ORDERED", "ENDED", "STOPPED"] as const;
const lira = (amount: string) => ({ amount, currency: "TRY" });

export function aCaseRow(changes: Partial<CartCaseRowFragment> = {}): CartCaseRowFragment {
  return {
    id: "Q2FydENhc2U6MQ==",
    state: "ABANDONED",
    email: "customer@aurora.example",
    value: lira("299.00"),
    changedAt: "2026-03-04T12:00:00+00:00",
    cause: "PAYMENT_FAILED",
    causeSource: "TRANSACTIONS",
    silence: null,
    nextAt: "2026-03-05T12:00:00+00:00",
    isHeldOut: false,
    orderTotal: null,
    orderedAt: null,
    cart: {
      quantity: 2,
      lines: [
        { name: "Lamp", thumbnailUrl: null },
        { name: "Chair", thumbnailUrl: null },
      ],
    },
    ...changes,
  };
}

export function aCase(changes: Partial<CartCaseFactsFragment> = {}): CartCaseFactsFragment {
  const { cart: _, ...row } = aCaseRow();
  return {
    ...row,
    channel: "default-channel",
    language: "en",
    personId: "UGVyc29uOjE=",
    openedAt: "2026-03-04T11:00:00+00:00",
    abandonedAt: "2026-03-04T13:00:00+00:00",
    endedAt: null,
    cameBackAt: null,
    nextStep: { number: 2, of: 3, voucherPercent: null },
    orderId: null,
    cart: { id: "Q2FydDox", quantity: 2 },
    carts: [],
    steps: [],
    reasons: [],
    voucher: null,
    ...changes,
  };
}

export function aStep(changes: Partial<CartCaseFactsFragment["steps"][number]> = {}) {
  return {
    number: 1,
    at: "2026-03-04T13:05:00+00:00",
    silence: null,
    cause: null,
    why: [],
    by: null,
    message: { id: "Q29udGFjdDox", state: "SENT", reason: null, subject: "Your lamp waits" },
    ...changes,
  } as const satisfies CartCaseFactsFragment["steps"][number];
}

/** Cases that stand where the last decision put them, and whom they cannot wait for. */
export function aCartRoom(rows: readonly CartCaseRowFragment[], alarms: Partial<CartAlarmsQuery> = {}) {
  const standing = { needingHelp: [] as CartAlarmsQuery["needingHelp"], stuckCheckouts: [], ...alarms };
  return {
    CartAlarms: (): CartAlarmsQuery => standing,
    CartSignalSeen: ({ id }: { id: string }) => {
      standing.needingHelp = standing.needingHelp.filter(({ cart }) => cart.id !== id);
      return { cartSignalSeen: { errors: [] } };
    },
    CartCases: ({ state, search }: { state: CartCaseState; search: string }) => {
      const matching = rows.filter(({ email }) => (email ?? "").includes(search));
      const found = matching.filter((row) => row.state === state);
      return {
        cartStates: STATES.map((one) => ({
          state: one,
          cases: matching.filter((row) => row.state === one).length,
        })),
        cartCases: {
          edges: found.map((node) => ({ node })),
          pageInfo: { hasNextPage: false, endCursor: null },
          totalCount: found.length,
        },
      };
    },
  };
}

/** One case that is open to see; where nothing is to be sent, `silence` is why. */
export function aCaseRoom(changes: Partial<CartCaseFactsFragment> = {}, silence: "ORDERED" | null = null) {
  let facts = aCase(changes);
  const turned = (state: CartCaseState) => {
    facts = { ...facts, state };
    return { cartCase: { id: facts.id, state }, errors: [] };
  };
  return {
    CartCase: ({ id }: { id: string }) => ({ cartCase: id === facts.id ? facts : null }),
    CartCaseStop: () => ({ cartCaseStop: turned("STOPPED") }),
    CartCaseGoOn: () => ({ cartCaseGoOn: turned("ABANDONED") }),
    CartCaseSendNow: () => {
      const fault = { field: null, message: "Nothing was sent: ordered.", code: "NOT_SENT" };
      return { cartCaseSendNow: { ...turned(facts.state), silence, errors: silence === null ? [] : [fault] } };
    },
  };
}

export function aLift(changes: Partial<LiftFragment> = {}): LiftFragment {
  return {
    channel: "default-channel",
    since: "2026-01-01T00:00:00+00:00",
    verdict: "GAIN",
    written: { people: 4000, buyers: 480 },
    heldOut: { people: 200, buyers: 20 },
    writtenRevenue: lira("48000.00"),
    heldOutRevenue: lira("2000.00"),
    leastAPerson: lira("1.00"),
    mostAPerson: lira("3.00"),
    leastBrought: lira("4000.00"),
    mostBrought: lira("12000.00"),
    ...changes,
  };
}

export function aReport(changes: Partial<CartReportQuery["cartReport"]> = {}): CartReportQuery {
  return {
    channels: [{ slug: "default-channel", name: "Aurora" }],
    cartReport: {
      days: 90,
      states: [
        { state: "ABANDONED", cases: 30 },
        { state: "RECOVERED", cases: 10 },
      ],
      causes: [],
      reasons: [],
      answers: [],
      steps: [],
      silences: [],
      vouchers: [],
      lifts: [aLift()],
      ...changes,
    },
  };
}
