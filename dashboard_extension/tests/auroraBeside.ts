import type { BesideCartFragment, BesideCartQuery, BesideLineFragment } from "../src/generated/BesideCart";
import type { BesideFactsQuery } from "../src/generated/BesideFacts";
import type { CatalogueRowFragment } from "../src/generated/Catalogue";

type Facts = NonNullable<BesideFactsQuery["ticket"]>["beside"];
type Trouble = NonNullable<BesideCartQuery["ticket"]>["beside"]["checkoutTrouble"];

const TICKET = "VGlja2V0OjE=";
const euros = (amount: string) => ({ amount, currency: "EUR" });

export function aLine(changes: Partial<BesideLineFragment> = {}): BesideLineFragment {
  return {
    id: "Q2hlY2tvdXRMaW5lOjE=",
    name: "Desk lamp",
    quantity: 2,
    isGift: false,
    unit: euros("40.00"),
    total: euros("80.00"),
    thumbnailUrl: "",
    isSold: true,
    available: null,
    ...changes,
  };
}

export function aCart(changes: Partial<BesideCartFragment> = {}): BesideCartFragment {
  return {
    id: "Q2hlY2tvdXQ6MQ==",
    lines: [aLine()],
    codes: [],
    subtotal: euros("80.00"),
    shipping: euros("5.00"),
    discount: euros("0"),
    total: euros("85.00"),
    url: "https://aurora.example/cart?checkout=1",
    ...changes,
  };
}

export function aProduct(changes: Partial<CatalogueRowFragment> = {}): CatalogueRowFragment {
  const variant = (id: string, name: string, available: number) => ({
    id,
    name,
    turkishName: null,
    price: euros("19.00"),
    available,
    isInStock: available > 0,
  });
  return {
    id: "UHJvZHVjdDox",
    name: "Copper pot",
    turkishName: "Bakır cezve",
    thumbnailUrl: "",
    isInStock: true,
    variants: [variant("small", "2 cups", 0), variant("large", "4 cups", 3)],
    ...changes,
  };
}

export function aStranger(): Facts["customer"] {
  return { ordersCount: 0, spent: [], owned: [], orders: [], tickets: [], reviewsCount: 0, reviews: [] };
}

interface BesideSet {
  readonly cart?: BesideCartFragment | null;
  readonly trouble?: Trouble;
  readonly facts?: Partial<Facts>;
  readonly catalogue?: readonly CatalogueRowFragment[];
  /** What every change is refused for. */
  readonly refused?: string;
}

/** What stands beside the one ticket of the shop aurora. */
export function aPlaceBeside({ cart = null, trouble = null, facts = {}, catalogue = [], refused }: BesideSet = {}) {
  const errors = refused ? [{ field: null, message: "No", code: refused }] : [];
  const done = () => ({ checkout: refused ? null : { id: "Q2hlY2tvdXQ6MQ==" }, errors });
  return {
    BesideFacts: (): BesideFactsQuery => ({
      ticket: { id: TICKET, beside: { customer: aStranger(), here: null, acts: [], ...facts } },
    }),
    BesideCart: (): BesideCartQuery => ({
      ticket: { id: TICKET, channel: "default-channel", beside: { checkout: cart, checkoutTrouble: trouble } },
    }),
    Catalogue: () => ({ catalogue }),
    CartLineAdd: () => ({ cartLineAdd: done() }),
    CartLineUpdate: () => ({ cartLineUpdate: done() }),
    CartLineRemove: () => ({ cartLineRemove: done() }),
    CartCodeAdd: () => ({ cartCodeAdd: done() }),
    CartCodeRemove: () => ({ cartCodeRemove: done() }),
    CardPush: () => ({ cardPush: { errors } }),
  };
}
