"""What staff may do for an order's buyer, and how much of it by themselves."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import ROUND_DOWN, Decimal
from enum import StrEnum

from ..money import CENT, Money

# A customer is looked at for so long.
CUSTOMER_WINDOW = timedelta(days=90)
MOST_WORDS = 500
# Where nobody says how long a code is good.
VOUCHER_DAYS = 90
# A request that was cut off may still be at work for so long; after that, what is not there will not come.
STILL_AT_WORK = timedelta(minutes=5)
# A worker that died left its act so long ago.
ABANDONED = timedelta(minutes=3)
LOOKS = (timedelta(seconds=5), timedelta(seconds=20), timedelta(minutes=1))
# What a payment provider has may take days; Saleor tells of most that becomes of it, and reading finds the rest.
PENDING_LOOKS = (*LOOKS, timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2), timedelta(hours=12))


class Kind(StrEnum):
    REFUND = "REFUND"
    CANCEL = "CANCEL"
    SUMMARY_AGAIN = "SUMMARY_AGAIN"
    GIFT_CARD = "GIFT_CARD"
    VOUCHER = "VOUCHER"
    TRACKING = "TRACKING"
    ADDRESS = "ADDRESS"
    REPLACEMENT = "REPLACEMENT"
    RETURN = "RETURN"
    GIFT_CARD_RESEND = "GIFT_CARD_RESEND"
    INVOICE = "INVOICE"


class State(StrEnum):
    # Kept, and not yet told to Saleor.
    ASKED = "ASKED"
    # More than its asker may give; a lead decides.
    NEEDS_APPROVAL = "NEEDS_APPROVAL"
    REJECTED = "REJECTED"
    # Saleor is being asked.
    RUNNING = "RUNNING"
    # Saleor did it, and the payment provider has not paid yet.
    PENDING = "PENDING"
    DONE = "DONE"
    # Saleor or the payment provider said no, or nothing was done; `problem` says why.
    FAILED = "FAILED"
    # The answer was lost; the order is read to see what became of it.
    IN_DOUBT = "IN_DOUBT"


# Of these the money is given, or may have been.
COUNTED = (State.ASKED, State.RUNNING, State.PENDING, State.DONE, State.IN_DOUBT)
# What somebody waits for.
UNFINISHED = (State.ASKED, State.NEEDS_APPROVAL, State.RUNNING, State.IN_DOUBT)

# Saleor's permissions that it takes, all of them: of whoever does it, and of the app.
NEEDS: Mapping[Kind, tuple[str, ...]] = {
    Kind.REFUND: ("MANAGE_ORDERS", "HANDLE_PAYMENTS"),
    Kind.CANCEL: ("MANAGE_ORDERS",),
    Kind.SUMMARY_AGAIN: ("MANAGE_ORDERS",),
    Kind.GIFT_CARD: ("MANAGE_ORDERS", "MANAGE_GIFT_CARD"),
    Kind.VOUCHER: ("MANAGE_ORDERS", "MANAGE_DISCOUNTS"),
    Kind.TRACKING: ("MANAGE_ORDERS",),
    Kind.ADDRESS: ("MANAGE_ORDERS",),
    Kind.REPLACEMENT: ("MANAGE_ORDERS",),
    Kind.RETURN: ("MANAGE_ORDERS",),
    Kind.GIFT_CARD_RESEND: ("MANAGE_ORDERS", "MANAGE_GIFT_CARD"),
    Kind.INVOICE: ("MANAGE_ORDERS",),
}
# What costs the shop money, and so is bounded.
GIVING = frozenset({Kind.REFUND, Kind.GIFT_CARD, Kind.VOUCHER, Kind.REPLACEMENT})


class Problem(StrEnum):
    """Why an act cannot be done, or was not."""

    INVALID = "INVALID"
    REQUIRED = "REQUIRED"
    NOT_FOUND = "NOT_FOUND"
    PERMISSION_MISSING = "PERMISSION_MISSING"
    APP_PERMISSION_MISSING = "APP_PERMISSION_MISSING"
    NOTHING_CHARGED = "NOTHING_CHARGED"
    CHOOSE_TRANSACTION = "CHOOSE_TRANSACTION"
    OLD_PAYMENT = "OLD_PAYMENT"
    MORE_THAN_CHARGED = "MORE_THAN_CHARGED"
    NO_EMAIL = "NO_EMAIL"
    CANNOT_CANCEL = "CANNOT_CANCEL"
    ALREADY_SENT = "ALREADY_SENT"
    TOO_MANY_PIECES = "TOO_MANY_PIECES"
    NO_INVOICE = "NO_INVOICE"
    NO_PAYMENT_APP = "NO_PAYMENT_APP"
    PAYMENT_APP_REFUSED = "PAYMENT_APP_REFUSED"
    NO_INVOICE_APP = "NO_INVOICE_APP"
    NOT_RECEIVED = "NOT_RECEIVED"
    SALEOR_REFUSED = "SALEOR_REFUSED"
    SALEOR_UNREACHABLE = "SALEOR_UNREACHABLE"
    OWN_REQUEST = "OWN_REQUEST"
    NO_ROOM = "NO_ROOM"
    WRONG_STATE = "WRONG_STATE"
    ANOTHER_ACT = "ANOTHER_ACT"


class NotDone(Exception):
    """Nothing was done; `field` is the input's that is wrong, `words` Saleor's own where it said any."""

    def __init__(self, problem: Problem, field: str = "", words: str = "") -> None:
        super().__init__(words or problem.value)
        self.problem = problem
        self.field = field
        self.words = words


class NotYet(Exception):
    """Saleor did its part; whether the money is paid, the payment provider says later."""


@dataclass(frozen=True, slots=True)
class Limit:
    """What one of a group may give, for one reason or (empty) any; in `currency`. None: not bounded that way."""

    group: str
    currency: str
    reason: str = ""
    percent_of_order: int | None = None
    per_order: Decimal | None = None
    per_day: Decimal | None = None
    per_customer: Decimal | None = None


class Bound(StrEnum):
    """What stands in the way of doing it alone."""

    NO_LIMIT = "NO_LIMIT"
    PERCENT_OF_ORDER = "PERCENT_OF_ORDER"
    PER_ORDER = "PER_ORDER"
    PER_DAY = "PER_DAY"
    PER_CUSTOMER = "PER_CUSTOMER"


@dataclass(frozen=True, slots=True)
class Given:
    """What was given before, in the act's currency: for this order, by this person today, to this customer lately."""

    order: Decimal = Decimal(0)
    day: Decimal = Decimal(0)
    customer: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Verdict:
    """`passed` is empty where it may be done at once; `limit` is the one that was looked at, the widest."""

    passed: tuple[Bound, ...] = ()
    limit: Limit | None = None

    @property
    def is_inside(self) -> bool:
        return not self.passed


def passed_by(limit: Limit, amount: Decimal, given: Given, order_total: Decimal) -> tuple[Bound, ...]:
    """Return the bounds that giving so much more would pass."""
    share = limit.percent_of_order
    of_order = None if share is None else (order_total * share / 100).quantize(CENT, rounding=ROUND_DOWN)
    checks = (
        (Bound.PERCENT_OF_ORDER, of_order, given.order),
        (Bound.PER_ORDER, limit.per_order, given.order),
        (Bound.PER_DAY, limit.per_day, given.day),
        (Bound.PER_CUSTOMER, limit.per_customer, given.customer),
    )
    return tuple(bound for bound, most, before in checks if most is not None and before + amount > most)


def decide(
    limits: Iterable[Limit], *, groups: Iterable[str], reason: str, money: Money, given: Given, order_total: Decimal
) -> Verdict:
    """Say whether somebody of these groups may give that by themselves.

    In each group the limit for the reason counts, else the one for any; of several groups the one that lets most pass.
    """
    known = list(limits)
    mine = [one for one in (_of_group(known, group, reason, money.currency) for group in groups) if one]
    tried = [Verdict(passed_by(one, money.amount, given, order_total), one) for one in mine]
    return min(tried, key=lambda one: len(one.passed), default=Verdict((Bound.NO_LIMIT,)))


def _of_group(limits: Iterable[Limit], group: str, reason: str, currency: str) -> Limit | None:
    mine = {one.reason: one for one in limits if one.group == group and one.currency == currency}
    return mine.get(reason) or mine.get("")


def room(*, charged: Decimal, paid_back: Decimal, known: Decimal, refunds: Decimal, others: Decimal) -> Decimal:
    """Return how much can still be given for an order: whatever is stacked, never more than was charged.

    `paid_back` is Saleor's word, of which `known` was ours and done before Saleor was asked: the rest was paid back
    elsewhere. `refunds` are all of ours by now, `others` what was given in other ways.
    """
    elsewhere = max(paid_back - known, Decimal(0))
    return max(charged - elsewhere - refunds - others, Decimal(0))


def next_look(tries: int, looks: Sequence[timedelta] = LOOKS) -> timedelta:
    return looks[min(tries, len(looks) - 1)]
