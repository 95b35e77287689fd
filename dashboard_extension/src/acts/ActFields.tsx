import type { ActKind } from "../generated/OrderActPreview";
import type { TicketOrderFragment } from "../generated/TicketThread";
import { useActWords } from "../words/acts/useActWords";
import { fill } from "../words/language";
import { useLanguage } from "../words/useLanguage";
import { ActAddress } from "./ActAddress";
import { ActField } from "./ActField";
import { ActGiftCard } from "./ActGiftCard";
import { ActLines } from "./ActLines";
import type { ActDraft } from "./actDraft";
import type { ActPreview } from "./useActPreview";

interface ActFieldsProps {
  readonly kind: ActKind;
  readonly order: TicketOrderFragment;
  readonly draft: ActDraft;
  readonly preview: ActPreview | null;
  readonly onChange: (part: Partial<ActDraft>) => void;
}

/** What one kind of act must know. */
export function ActFields({ kind, order, draft, preview, onChange }: ActFieldsProps) {
  const words = useActWords();
  const { money } = useLanguage();
  const { currency } = order.total;
  const lines = (legend: string) => (
    <ActLines legend={legend} order={order} chosen={draft.lines} onChange={(next) => onChange({ lines: next })} />
  );
  const amount = (hint?: string) => (
    <ActField label={fill(words.amount, { currency })} hint={hint}>
      <input
        type="text"
        inputMode="decimal"
        required={kind !== "REFUND" || draft.lines.size === 0}
        value={draft.amount}
        onChange={(event) => onChange({ amount: event.target.value })}
      />
    </ActField>
  );
  const transactions = preview?.transactions ?? [];
  switch (kind) {
    case "REFUND": {
      const from = transactions.find(({ id }) => id === draft.transaction) ?? transactions[0];
      return (
        <>
          {transactions.length > 1 && (
            <ActField label={words.transaction}>
              <select
                value={draft.transaction || transactions[0]?.id}
                onChange={(event) => onChange({ transaction: event.target.value })}
              >
                {transactions.map(({ id, name, refundable }) => (
                  <option key={id} value={id}>
                    {fill(words.transactionOf, { name: name || id, most: money(refundable) })}
                  </option>
                ))}
              </select>
            </ActField>
          )}
          {amount(from && fill(words.amountHint, { most: money(from.refundable) }))}
          {lines(words.linesOptional)}
          <label className="act-tick">
            <input
              type="checkbox"
              checked={draft.shipping}
              onChange={(event) => onChange({ shipping: event.target.checked })}
            />
            {words.shipping}
          </label>
          {preview?.hasOldPayment && (
            <label className="act-tick">
              <input
                type="checkbox"
                checked={draft.legacy}
                onChange={(event) => onChange({ legacy: event.target.checked })}
              />
              {words.legacy}
            </label>
          )}
        </>
      );
    }
    case "GIFT_CARD":
      return (
        <>
          {amount()}
          <ActField label={words.expiresOn}>
            <input
              type="date"
              value={draft.expiresOn}
              onChange={(event) => onChange({ expiresOn: event.target.value })}
            />
          </ActField>
        </>
      );
    case "VOUCHER":
      return (
        <>
          {amount()}
          <ActField label={words.validDays}>
            <input
              type="number"
              min={1}
              max={365}
              value={draft.validDays}
              onChange={(event) => onChange({ validDays: event.target.value })}
            />
          </ActField>
        </>
      );
    case "TRACKING":
      return (
        <>
          <ActField label={words.fulfillment}>
            <select
              required
              value={draft.fulfillment}
              onChange={(event) => onChange({ fulfillment: event.target.value })}
            >
              <option value="">{words.noReason}</option>
              {order.fulfillments.map(({ id, trackingNumber }, index) => (
                <option key={id} value={id}>
                  {fill(words.shipmentOf, { n: String(index + 1), tracking: trackingNumber || words.noTracking })}
                </option>
              ))}
            </select>
          </ActField>
          <ActField label={words.tracking}>
            <input
              type="text"
              required
              maxLength={255}
              value={draft.number}
              onChange={(event) => onChange({ number: event.target.value })}
            />
          </ActField>
          <label className="act-tick">
            <input
              type="checkbox"
              checked={draft.notify}
              onChange={(event) => onChange({ notify: event.target.checked })}
            />
            {words.notify}
          </label>
        </>
      );
    case "REPLACEMENT":
    case "RETURN":
      return lines(words.lines);
    case "GIFT_CARD_RESEND":
      return (
        <ActGiftCard
          cards={preview?.giftCards ?? []}
          chosen={draft.giftCard}
          onChange={(giftCard) => onChange({ giftCard })}
        />
      );
    case "ADDRESS":
      return <ActAddress address={draft.address} onChange={(address) => onChange({ address })} />;
    case "INVOICE":
      return (
        <label className="act-tick">
          <input type="checkbox" checked={draft.send} onChange={(event) => onChange({ send: event.target.checked })} />
          {words.sendInvoice}
        </label>
      );
    default:
      return null;
  }
}
