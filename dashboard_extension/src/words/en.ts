/** A phrase that depends on a number, by the categories of `Intl.PluralRules`. `{n}` is the number. */
export interface Counted {
  readonly one?: string;
  readonly other: string;
}

export interface NoticeWords {
  readonly what: string;
  readonly why: string;
  readonly next: string;
}

export const en = {
  order: "Order",
  orderNumber: "Order #{number}",
  placed: "Placed",
  total: "Total",
  payment: "Payment",
  status: "Status",
  customer: "Customer",
  delivery: "Delivery",
  noCustomer: "No customer named",
  noDelivery: "No delivery method",
  shippingPrice: "Shipping {price}",

  items: "Items",
  noItems: "This order has no items.",
  fulfilledOf: "{done} of {ordered} fulfilled",
  andMore: { one: "and {n} more", other: "and {n} more" } as Counted,
  fewer: "Show fewer",
  firstItemsOnly: { other: "The first {n} items are shown. Dashboard lists the rest." } as Counted,

  shipments: "Shipments",
  noShipments: "Nothing has been sent yet.",
  pieces: { one: "{n} item", other: "{n} items" } as Counted,
  tracking: "Tracking number",
  noTracking: "No tracking number",
  follow: "Follow the parcel",

  timeline: "Timeline",
  ticketsNotLoaded: "The tickets of this order could not be loaded. Reload the page to see them.",

  copy: "Copy",
  copyNamed: "Copy: {name}",
  copied: "Copied",
  selected: "Selected: press Ctrl+C",

  asOf: "As of {time}",
  refresh: "Refresh",
  refreshing: "Refreshing…",
  loading: "Loading the order…",
  loaded: "{order} is up to date as of {time}.",
  retry: "Try again",
  trying: "Trying…",
  requestId: "Request id",
  stillOld: "These are the facts of {time}.",

  outside: {
    what: "Open this page from Saleor Dashboard",
    why: "It learns from Dashboard who you are and which order you mean, and Dashboard has not said so.",
    next: "Open an order in Dashboard. The card is on its page, or in the order's menu.",
  },
  forbidden: {
    what: "You do not have permission to see this card",
    why: "It shows what customers ordered, so it needs the permission “Manage orders”.",
    next: "Ask an administrator of the store to add that permission to your group.",
  },
  unknown: {
    what: "We do not have this order",
    why: "Saleor has no such order for the support app, or it is in a channel you cannot see.",
    next: "Try again in a minute. If the order stays unknown, add a note to it: that sends it to us.",
  },
  failures: {
    OFFLINE: {
      what: "The order could not be loaded",
      why: "The support app did not answer: the connection or the app is down.",
      next: "Check your connection, then try again.",
    },
    UNAVAILABLE: {
      what: "The order could not be loaded",
      why: "The support app is busy or just restarting.",
      next: "Try again in a minute.",
    },
    SALEOR_UNREACHABLE: {
      what: "The order could not be loaded",
      why: "Saleor did not answer when we asked it who you are.",
      next: "Try again in a minute.",
    },
    UNAUTHENTICATED: {
      what: "Your session has ended",
      why: "Dashboard did not renew the sign-in of this card in time.",
      next: "Try again, or reload the page.",
    },
    PERMISSION_DENIED: {
      what: "You do not have permission to see this card",
      why: "Your permissions have changed.",
      next: "Ask an administrator of the store.",
    },
    UNEXPECTED: {
      what: "The order could not be loaded",
      why: "Something went wrong in the support app.",
      next: "Try again. If it happens again, tell the request id to those who run the app.",
    },
  },

  orderStatus: {
    DRAFT: "Draft",
    UNCONFIRMED: "Unconfirmed",
    UNFULFILLED: "Unfulfilled",
    PARTIALLY_FULFILLED: "Partially fulfilled",
    FULFILLED: "Fulfilled",
    PARTIALLY_RETURNED: "Partially returned",
    RETURNED: "Returned",
    CANCELED: "Canceled",
    EXPIRED: "Expired",
  },
  paymentStatus: {
    NOT_CHARGED: "Not charged",
    PENDING: "Payment pending",
    PARTIALLY_CHARGED: "Partially charged",
    FULLY_CHARGED: "Fully charged",
    OVERCHARGED: "Overcharged",
    PARTIALLY_REFUNDED: "Partially refunded",
    FULLY_REFUNDED: "Fully refunded",
    REFUSED: "Payment refused",
    CANCELLED: "Payment canceled",
  },
  shipmentStatus: {
    FULFILLED: "Fulfilled",
    WAITING_FOR_APPROVAL: "Waiting for approval",
    REFUNDED: "Refunded",
    RETURNED: "Returned",
    REFUNDED_AND_RETURNED: "Refunded and returned",
    REPLACED: "Replaced",
    CANCELED: "Canceled",
  },
};

/** Every catalogue has the keys of the English one. */
export type Words = typeof en;
