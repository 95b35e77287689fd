"""What a promise is made of: values of the store's own and of the merchant's, with nothing of how they were read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from typing import Literal
from zoneinfo import ZoneInfo

from ..money import Money

type Tax = Literal["INCLUDED", "EXCLUDED", "AT_CHECKOUT"]
WORKWEEK = (True, True, True, True, True, False, False)


@dataclass(frozen=True, slots=True)
class Days:
    """From `least` to `most` working days, both inclusive; none is the same day."""

    least: int
    most: int

    @property
    def in_order(self) -> "Days":
        """The same, also where they were given the wrong way round."""
        return self if self.least <= self.most else Days(self.most, self.least)


@dataclass(frozen=True, slots=True)
class Calendar:
    """On which days somebody works, by the wall clock of `zone`.

    `week` has seven days, Monday first. `off` are whole days without work and their names, for the reader; `half` are
    days on which work ends at a time (Arife: 13:00), and their names.
    """

    zone: ZoneInfo
    week: Sequence[bool] = WORKWEEK
    off: Mapping[date, str] = field(default_factory=dict)
    half: Mapping[date, tuple[time, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Warehouse:
    """Where parcels are packed. `cutoffs` has seven clocks, Monday first: ordered before it, the work begins that day.

    None is a day on which nothing leaves. A store that gave no cut-off has `cutoffs_given` false: the usual clock is
    reckoned with, and no countdown is shown.
    """

    id: str
    name: str
    country: str
    calendar: Calendar
    cutoffs: Sequence[time | None]
    handling: Days = Days(0, 0)
    cutoffs_given: bool = True


@dataclass(frozen=True, slots=True)
class Supply:
    """What a warehouse has of the variant: `available` pieces, None where they are not counted.

    `expected_on` is the day on which more comes (back order, pre-order), None where nobody said.
    """

    warehouse_id: str
    available: int | None
    expected_on: date | None = None


@dataclass(frozen=True, slots=True)
class Method:
    """A shipping method that goes to the destination.

    `transit` are working days of `carrier`, None where neither the merchant nor Saleor has any. `late_days` are carrier
    days by which the window is wider than `transit` because of what was measured. An order of less than
    `minimum_order` or more than `maximum_order` cannot choose it, nor a parcel outside the weights (kg).
    """

    id: str
    name: str
    price: Money
    tax: Tax
    transit: Days | None
    carrier: Calendar
    late_days: int = 0
    minimum_order: Money | None = None
    maximum_order: Money | None = None
    minimum_weight: Decimal | None = None
    maximum_weight: Decimal | None = None
    warehouse_ids: frozenset[str] | None = None  # None: from all of them


@dataclass(frozen=True, slots=True)
class Item:
    """One variant and how many of it. `supplies` come in the order in which Saleor takes from them.

    `extra_handling` is for what is bulky or made to order; `not_before` is the day from which it may be sold or sent.
    `weight` is that of one piece in kg, None where it is not known.
    """

    quantity: int
    supplies: Sequence[Supply]
    is_shipping_required: bool = True
    extra_handling: Days = Days(0, 0)
    not_before: date | None = None
    weight: Decimal | None = None
    excluded_methods: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: these items to there, ordered at the instant `now`. The latest item decides.

    `subtotal` is the worth of the basket, None where it is not known.
    """

    now: datetime
    destination: ZoneInfo
    items: Sequence[Item]
    warehouses: Mapping[str, Warehouse]
    methods: Sequence[Method]
    subtotal: Money | None = None
