import type { ActKind, DeliveryAddressInput, OrderActInput } from "../generated/OrderActPreview";

/** What a form of an act holds, whatever its kind: each kind sends only its own. */
export interface ActDraft {
  readonly amount: string;
  readonly transaction: string;
  /** How many of which line of the order. */
  readonly lines: ReadonlyMap<string, number>;
  readonly shipping: boolean;
  /** By a payment of Saleor's old kind. */
  readonly legacy: boolean;
  readonly expiresOn: string;
  readonly validDays: string;
  readonly fulfillment: string;
  readonly number: string;
  readonly notify: boolean;
  readonly send: boolean;
  readonly giftCard: string;
  readonly address: DeliveryAddressInput;
  readonly reason: string;
  readonly note: string;
}

export const EMPTY: ActDraft = {
  amount: "",
  transaction: "",
  lines: new Map(),
  shipping: false,
  legacy: false,
  expiresOn: "",
  validDays: "",
  fulfillment: "",
  number: "",
  notify: true,
  send: true,
  giftCard: "",
  address: { firstName: "", lastName: "", streetAddress1: "", city: "", country: "" },
  reason: "",
  note: "",
};

interface ActFor {
  readonly kind: ActKind;
  readonly order: string;
  readonly ticket: string | null;
  /** Our own name for it: asked twice, it is done once. */
  readonly key: string;
}

/** An act as the service is asked for it. */
export function inputOf({ kind, order, ticket, key }: ActFor, draft: ActDraft): OrderActInput {
  const common = { kind, order, ticket, key, reason: draft.reason, note: draft.note.trim() };
  const amount = amountOf(draft.amount);
  const lines = [...draft.lines].map(([line, quantity]) => ({ line, quantity }));
  switch (kind) {
    case "REFUND": {
      const { shipping, legacy } = draft;
      const refund = { transaction: draft.transaction || null, amount, lines, shipping, legacy };
      return { ...common, refund };
    }
    case "GIFT_CARD":
      return { ...common, giftCard: { amount: amount ?? "0", expiresOn: draft.expiresOn || null } };
    case "VOUCHER":
      return { ...common, voucher: { amount: amount ?? "0", validDays: Number(draft.validDays) || null } };
    case "TRACKING": {
      const { fulfillment, number, notify } = draft;
      return { ...common, tracking: { fulfillment, number: number.trim(), notify } };
    }
    case "REPLACEMENT":
      return { ...common, replacement: { lines } };
    case "RETURN":
      return { ...common, return: { lines } };
    case "GIFT_CARD_RESEND":
      return { ...common, resend: { giftCard: draft.giftCard.trim() } };
    case "INVOICE":
      return { ...common, invoice: { send: draft.send } };
    case "ADDRESS":
      return { ...common, address: draft.address };
    default:
      return common;
  }
}

/** Acts that have an amount of money. */
export const MONEYED: readonly string[] = ["REFUND", "GIFT_CARD", "VOUCHER"] satisfies ActKind[];

/** What a macro keeps of an act: the beginning of its form. */
export function actValues(json: string): Partial<Pick<ActDraft, "amount">> {
  const values = JSON.parse(json) as { readonly amount?: unknown };
  return typeof values.amount === "string" ? { amount: values.amount } : {};
}

/** "12,50" as "12.50"; null where nothing was written. */
export function amountOf(text: string): string | null {
  return text.trim().replace(/\s/g, "").replace(",", ".") || null;
}
