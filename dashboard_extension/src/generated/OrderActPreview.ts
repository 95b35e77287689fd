// Written by `npm run generate` from src/acts/OrderActPreview.graphql. Do not edit.
import type { StaffDocument } from "../api/ask";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** An enumeration. */
export type ActKind =
  | 'REFUND'
  | 'CANCEL'
  | 'SUMMARY_AGAIN'
  | 'GIFT_CARD'
  | 'VOUCHER'
  | 'TRACKING'
  | 'ADDRESS'
  | 'REPLACEMENT'
  | 'RETURN'
  | 'GIFT_CARD_RESEND'
  | 'INVOICE';

/** What stands in the way of doing it alone. */
export type ActBound =
  | 'NO_LIMIT'
  | 'PERCENT_OF_ORDER'
  | 'PER_ORDER'
  | 'PER_DAY'
  | 'PER_CUSTOMER';

/** Why an act cannot be done, or was not. */
export type ActProblemCode =
  | 'INVALID'
  | 'REQUIRED'
  | 'NOT_FOUND'
  | 'PERMISSION_MISSING'
  | 'APP_PERMISSION_MISSING'
  | 'NOTHING_CHARGED'
  | 'CHOOSE_TRANSACTION'
  | 'OLD_PAYMENT'
  | 'MORE_THAN_CHARGED'
  | 'NO_EMAIL'
  | 'CANNOT_CANCEL'
  | 'ALREADY_SENT'
  | 'TOO_MANY_PIECES'
  | 'NO_INVOICE'
  | 'NO_PAYMENT_APP'
  | 'PAYMENT_APP_REFUSED'
  | 'NO_INVOICE_APP'
  | 'NOT_RECEIVED'
  | 'SALEOR_REFUSED'
  | 'SALEOR_UNREACHABLE'
  | 'OWN_REQUEST'
  | 'NO_ROOM'
  | 'WRONG_STATE'
  | 'ANOTHER_ACT';

/** The part that `kind` names is read; CANCEL and SUMMARY_AGAIN need none. */
export type OrderActInput = {
  readonly kind: ActKind;
  /** Saleor's. */
  readonly order: string | number;
  /** Whose thread is told of it. */
  readonly ticket?: string | number | null | undefined;
  readonly reason?: string | null | undefined;
  /** For colleagues, and the reason of a refund in Saleor. */
  readonly note?: string | null | undefined;
  /** Your own name for this act, 16 to 64 characters, once. */
  readonly key?: string | null | undefined;
  readonly refund?: RefundInput | null | undefined;
  readonly giftCard?: GiftCardInput | null | undefined;
  readonly voucher?: VoucherCodeInput | null | undefined;
  readonly tracking?: ParcelNumberInput | null | undefined;
  readonly address?: DeliveryAddressInput | null | undefined;
  readonly replacement?: LinesInput | null | undefined;
  readonly return?: LinesInput | null | undefined;
  readonly resend?: ResendInput | null | undefined;
  readonly invoice?: InvoiceInput | null | undefined;
};

export type RefundInput = {
  /** Saleor's; needed where the order has several that were charged. */
  readonly transaction?: string | number | null | undefined;
  /** Without it, what the lines and the delivery cost. */
  readonly amount?: string | null | undefined;
  readonly lines?: ReadonlyArray<PiecesInput> | null | undefined;
  /** The delivery, too. */
  readonly shipping?: boolean | null | undefined;
  /** By a payment of Saleor's old kind. */
  readonly legacy?: boolean | null | undefined;
  /** A page of the shop's reasons for refunds; Saleor 3.22 and newer. */
  readonly reasonReference?: string | number | null | undefined;
};

export type PiecesInput = {
  /** Saleor's id of the order's line. */
  readonly line: string | number;
  readonly quantity: number;
};

export type GiftCardInput = {
  readonly amount: string;
  readonly expiresOn?: string | null | undefined;
};

export type VoucherCodeInput = {
  readonly amount: string;
  readonly validDays?: number | null | undefined;
};

export type ParcelNumberInput = {
  /** Saleor's. */
  readonly fulfillment: string | number;
  readonly number: string;
  /** Whether Saleor mails the customer. */
  readonly notify?: boolean | null | undefined;
};

export type DeliveryAddressInput = {
  readonly firstName: string;
  readonly lastName: string;
  readonly companyName?: string | null | undefined;
  readonly streetAddress1: string;
  readonly streetAddress2?: string | null | undefined;
  readonly city: string;
  readonly cityArea?: string | null | undefined;
  readonly postalCode?: string | null | undefined;
  /** Two letters. */
  readonly country: string;
  readonly countryArea?: string | null | undefined;
  readonly phone?: string | null | undefined;
};

export type LinesInput = {
  readonly lines: ReadonlyArray<PiecesInput>;
};

export type ResendInput = {
  /** Saleor's. */
  readonly giftCard: string | number;
};

export type InvoiceInput = {
  /** Mail the newest one; else one is asked for. */
  readonly send?: boolean | null | undefined;
};

export type OrderActPreviewQueryVariables = Exact<{
  input: OrderActInput;
  language: string;
}>;


export type OrderActPreviewQuery = { readonly orderActPreview: { readonly missingPermissions: ReadonlyArray<string>, readonly appMissingPermissions: ReadonlyArray<string>, readonly needsApproval: boolean, readonly passed: ReadonlyArray<ActBound>, readonly hasOldPayment: boolean, readonly problems: ReadonlyArray<{ readonly code: ActProblemCode, readonly text: string, readonly field: string | null }>, readonly effects: ReadonlyArray<{ readonly code: string, readonly text: string }>, readonly money: { readonly amount: string, readonly currency: string } | null, readonly room: { readonly amount: string, readonly currency: string } | null, readonly transactions: ReadonlyArray<{ readonly id: string, readonly name: string, readonly refundable: { readonly amount: string, readonly currency: string } }>, readonly giftCards: ReadonlyArray<{ readonly id: string, readonly ending: string, readonly isActive: boolean, readonly balance: { readonly amount: string, readonly currency: string } }> } };

export const OrderActPreview: StaffDocument<OrderActPreviewQuery, OrderActPreviewQueryVariables> = {
  operationName: "OrderActPreview",
  query: "query OrderActPreview($input:OrderActInput!$language:String!){orderActPreview(input:$input language:$language){problems{code text field}effects{code text}missingPermissions appMissingPermissions money{amount currency}needsApproval passed room{amount currency}transactions{id name refundable{amount currency}}hasOldPayment giftCards{id ending balance{amount currency}isActive}}}",
};
