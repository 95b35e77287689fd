"""What a merchant wants done about a cart that was left: when to write, on which conditions, and what to offer."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from ..money import Money
from .conditions import ALWAYS, Condition

SOONEST = timedelta(minutes=5)
LATEST = timedelta(days=30)
MOST_STEPS = 10
MOST_HELD_OUT = 50


@dataclass(frozen=True, slots=True)
class Step:
    """`after` is how long the cart has been quiet; `voucher` offers one with it, never in the first step."""

    after: timedelta
    when: Condition = ALWAYS
    voucher: bool = False


@dataclass(frozen=True, slots=True)
class VoucherPolicy:
    """`percent` off, at most `budget_per_day` given away in each currency; a currency without one has no vouchers.

    `minimum_margin_percent` is what is left to the merchant of the goods' price after the voucher; one person has one
    in `once_in_days`; it holds for `valid_days`, from `min_spend` on.
    """

    percent: int
    budget_per_day: tuple[Money, ...]
    minimum_margin_percent: int
    once_in_days: int = 90
    valid_days: int = 7
    min_spend: Money | None = None

    def budget_in(self, currency: str) -> Money | None:
        return next((one for one in self.budget_per_day if one.currency == currency), None)


USUAL_STEPS = (Step(timedelta(hours=1)), Step(timedelta(hours=24)), Step(timedelta(hours=72)))


@dataclass(frozen=True, slots=True)
class Plan:
    """`holdout_percent` of the people are never written to, so that what the others bought can be compared.

    `way_back`: REBUILD makes a new checkout on our page and leads to the shop's cart with it; PAGE leads there with a
    token, and the shop's page asks for the checkout.
    """

    steps: tuple[Step, ...] = USUAL_STEPS
    holdout_percent: int = 5
    voucher: VoucherPolicy | None = None
    way_back: Literal["REBUILD", "PAGE"] = "REBUILD"
