/** What we notice, as the service calls it. */
export type Kind = "PAYMENT_IDLE" | "VOUCHER_REFUSED" | "ACCOUNT_WALL" | "EXIT_INTENT";
