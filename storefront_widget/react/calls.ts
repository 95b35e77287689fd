type Queue = { push(call: readonly unknown[]): unknown };

/** Where somebody is in their checkout: Saleor's id of it, and the step. */
export interface Checkout {
  readonly id: string;
  readonly step: "cart" | "address" | "delivery" | "payment";
}

/** A call as a page makes it; before the script has come, it waits for it. */
export function call(name: string, ...values: readonly unknown[]): void {
  const page = window as { SaleorSupport?: Queue };
  page.SaleorSupport ??= [];
  page.SaleorSupport.push([name, ...values]);
}

/** Where the shopper is, or what happened that they may need help with. */
export function track(name: "checkout", checkout: Checkout | null): void;
export function track(name: "coupon_failed" | "account_wall", facts: { readonly checkout: string }): void;
export function track(name: string, facts: unknown): void {
  call("track", name, facts);
}
