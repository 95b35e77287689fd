"""What is known of a cart that was left, as values: the input of carts.causes, carts.conditions and carts.rules."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from ..money import Money


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a cart; `turkish_name` is empty where the shop has no translation, `unit` is what one piece costs."""

    id: str
    variant_id: str
    product_id: str
    category_id: str
    name: str
    turkish_name: str
    variant: str
    quantity: int
    unit: Money
    total: Money
    thumbnail_url: str

    def name_in(self, language: str) -> str:
        return (language == "tr" and self.turkish_name) or self.name


@dataclass(frozen=True, slots=True)
class Delivery:
    """Where a cart goes and how; each empty where the shopper has not said it yet.

    `chosen_id` is the method they chose last, also where Saleor has taken it out since.
    """

    country: str = ""
    postal_code: str = ""
    method_id: str = ""
    method_name: str = ""
    chosen_id: str = ""
    needs_shipping: bool = True


class Problem(StrEnum):
    """What Saleor, or our own comparison, says against a cart."""

    INSUFFICIENT_STOCK = "INSUFFICIENT_STOCK"
    VARIANT_NOT_AVAILABLE = "VARIANT_NOT_AVAILABLE"
    # The method that was chosen is invalid (3.23), or not among those of the address any more.
    DELIVERY_GONE = "DELIVERY_GONE"
    NOT_SERVED = "NOT_SERVED"


@dataclass(frozen=True, slots=True)
class ProblemFact:
    """`variant_id` and `available` (pieces) where a line is meant; `source` says who told us."""

    problem: Problem
    source: "Source"
    variant_id: str = ""
    available: int | None = None


class PaymentState(StrEnum):
    FAILED = "FAILED"
    PENDING = "PENDING"
    CHARGED = "CHARGED"


@dataclass(frozen=True, slots=True)
class PaymentFact:
    """What became of one payment by its newest event; `message` is the provider's, for staff only."""

    state: PaymentState
    at: datetime
    message: str = ""


class SignalKind(StrEnum):
    """What only the shop's page can know."""

    VOUCHER_REFUSED = "VOUCHER_REFUSED"
    ACCOUNT_WALL = "ACCOUNT_WALL"
    PAYMENT_IDLE = "PAYMENT_IDLE"
    EXIT_INTENT = "EXIT_INTENT"


class Cause(StrEnum):
    """Why a cart was left, the weightiest first: the first that has a source is the cause."""

    PAYMENT_FAILED = "PAYMENT_FAILED"
    PAYMENT_PENDING = "PAYMENT_PENDING"
    STOCK_GONE = "STOCK_GONE"
    STOCK_SHORT = "STOCK_SHORT"
    NOT_SERVED = "NOT_SERVED"
    DELIVERY_GONE = "DELIVERY_GONE"
    VOUCHER_REFUSED = "VOUCHER_REFUSED"
    ACCOUNT_WALL = "ACCOUNT_WALL"
    PRICE_SHOCK = "PRICE_SHOCK"
    SHIPPING_SHOCK = "SHIPPING_SHOCK"
    DELIVERY_LATE = "DELIVERY_LATE"
    PAYMENT_IDLE = "PAYMENT_IDLE"
    JUST_BROWSING = "JUST_BROWSING"
    NOT_KNOWN = "NOT_KNOWN"


class Source(StrEnum):
    """Who says so."""

    TRANSACTIONS = "TRANSACTIONS"
    PROBLEMS = "PROBLEMS"
    COMPARISON = "COMPARISON"
    STOREFRONT = "STOREFRONT"
    SHOPPER = "SHOPPER"
    NOBODY = "NOBODY"


class Reason(StrEnum):
    """Why somebody says they left, in the order in which they are asked."""

    PRICE = "PRICE"
    SHIPPING_COST = "SHIPPING_COST"
    DELIVERY_TIME = "DELIVERY_TIME"
    PAYMENT_TROUBLE = "PAYMENT_TROUBLE"
    JUST_LOOKING = "JUST_LOOKING"
    FOUND_ELSEWHERE = "FOUND_ELSEWHERE"
    NEED_HELP = "NEED_HELP"
    OTHER = "OTHER"


class Profile(StrEnum):
    """Who the shopper is to the store, as far as orders show."""

    GUEST = "GUEST"
    NEW = "NEW"
    RETURNING = "RETURNING"


class Silence(StrEnum):
    """Why nothing is sent, or not yet."""

    SWITCHED_OFF = "switched_off"
    NO_ADDRESS = "no_address"
    NO_CONSENT = "no_consent"
    EMPTY = "empty"
    GONE = "gone"
    ORDERED = "ordered"
    # The same person ordered one of the variants, by whatever checkout.
    BOUGHT_ELSEWHERE = "bought_elsewhere"
    PAID = "paid"
    # Paid in part, or a payment that may still arrive.
    PAYING = "paying"
    ANOTHER_SERIES = "another_series"
    TOO_LATE = "too_late"
    NO_LINK = "no_link"
    STILL_SHOPPING = "still_shopping"
    OUT_OF_DATE = "out_of_date"
    # Saleor could not be asked just now.
    UNREACHABLE = "unreachable"
    CONDITIONS = "conditions"
    HELD_OUT = "held_out"
    NO_STEP_LEFT = "no_step_left"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Left:
    """A case as it is judged: the cart that speaks for it, and what is known beside it.

    `total` and `shipping` are what the shopper would pay now, `first_prices` what a piece cost when it was first seen,
    `late` is by how many days the promise has moved since they saw it (None: nobody knows).
    """

    lines: tuple[Line, ...]
    total: Money
    shipping: Money
    delivery: Delivery = field(default_factory=Delivery)
    first_prices: Mapping[str, Decimal] = field(default_factory=dict)
    problems: tuple[ProblemFact, ...] = ()
    payments: tuple[PaymentFact, ...] = ()
    signals: tuple[SignalKind, ...] = ()
    voucher_code: str = ""
    profile: Profile = Profile.GUEST
    orders: int = 0
    late: int | None = None
    # A Reason, where they answered "why did you leave?".
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """`detail` is what staff and the message need: variant ids, amounts as text."""

    cause: Cause
    source: Source
    detail: Mapping[str, str] = field(default_factory=dict)
