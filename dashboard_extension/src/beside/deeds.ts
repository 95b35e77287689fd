import type { AskStaff } from "../api/askAsStaff";
import type { CardInput } from "../generated/CardPush";
import { CardPush } from "../generated/CardPush";
import { CartCodeAdd } from "../generated/CartCodeAdd";
import { CartCodeRemove } from "../generated/CartCodeRemove";
import { CartLineAdd } from "../generated/CartLineAdd";
import { CartLineRemove } from "../generated/CartLineRemove";
import { CartLineUpdate } from "../generated/CartLineUpdate";
import { type Fault, type Outcome, outcomeOf } from "../staff/outcome";

/** What staff do beside a conversation: in the shopper's cart, or shown to them. */
export type Deed =
  | { readonly do: "add"; readonly variant: string; readonly quantity: number }
  | { readonly do: "change"; readonly line: string; readonly quantity: number }
  | { readonly do: "remove"; readonly line: string }
  | { readonly do: "apply"; readonly code: string }
  | { readonly do: "takeOut"; readonly code: string }
  | { readonly do: "show"; readonly input: CardInput };

export interface Done {
  readonly errors: readonly Fault[];
}

/** Do it in a ticket's chat, under a name of its own: sent twice, it is done once. */
export async function perform(ask: AskStaff, ticket: string, deed: Deed, key: string): Promise<Outcome<Done>> {
  switch (deed.do) {
    case "add": {
      const { variant, quantity } = deed;
      return outcomeOf(await ask(CartLineAdd, { ticket, variant, quantity, key }), (data) => data.cartLineAdd);
    }
    case "change": {
      const { line, quantity } = deed;
      return outcomeOf(await ask(CartLineUpdate, { ticket, line, quantity, key }), (data) => data.cartLineUpdate);
    }
    case "remove":
      return outcomeOf(await ask(CartLineRemove, { ticket, line: deed.line, key }), (data) => data.cartLineRemove);
    case "apply":
      return outcomeOf(await ask(CartCodeAdd, { ticket, code: deed.code, key }), (data) => data.cartCodeAdd);
    case "takeOut":
      return outcomeOf(await ask(CartCodeRemove, { ticket, code: deed.code, key }), (data) => data.cartCodeRemove);
    case "show":
      return outcomeOf(await ask(CardPush, { ticket, input: deed.input, key }), (data) => data.cardPush);
  }
}
