import { actValues, amountOf, MONEYED } from "../acts/actDraft";
import type { MacroFragment } from "../generated/Macros";
import type { MacroInput, TicketState } from "../generated/MacroUpdate";
import type { ActKind } from "../generated/OrderActPreview";
import { listOf } from "../seat/listOf";

/** The places that are filled in, as they are written. */
export const PLACES = ["customer.name", "order.number", "tracking.url", "shop.name", "agent.name"].map(
  (name) => `{{${name}}}`,
);

export interface MacroDraft {
  readonly id: string | null;
  readonly name: string;
  readonly en: string;
  readonly tr: string;
  readonly tags: string;
  readonly state: TicketState | null;
  readonly assignToMe: boolean;
  /** The act on the order that it proposes; empty proposes none. */
  readonly act: ActKind | "";
  readonly amount: string;
}

export function draftOf(macro: MacroFragment | null): MacroDraft {
  return {
    id: macro?.id ?? null,
    name: macro?.name ?? "",
    en: macro?.text.en ?? "",
    tr: macro?.text.tr ?? "",
    tags: macro?.tags.join(", ") ?? "",
    state: macro?.state ?? null,
    assignToMe: macro?.assignToMe ?? false,
    act: (macro?.proposes?.kind ?? "") as MacroDraft["act"],
    amount: macro?.proposes ? (actValues(macro.proposes.values).amount ?? "") : "",
  };
}

export function inputOf({
  id,
  name,
  text,
  tags,
  state,
  assignToMe,
  proposes,
}: MacroFragment): MacroInput & { id: string } {
  return { id, name, text, tags, state, assignToMe, proposes };
}

export function written({ id, en, tr, tags, name, act, amount, ...rest }: MacroDraft): MacroInput {
  const values = MONEYED.includes(act) ? { amount: amountOf(amount) ?? "" } : {};
  const proposes = act === "" ? null : { kind: act, values: JSON.stringify(values) };
  return { ...rest, id, name: name.trim(), text: { en: en.trim(), tr: tr.trim() }, tags: listOf(tags), proposes };
}
