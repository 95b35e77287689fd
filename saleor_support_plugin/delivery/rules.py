"""What a product page may say about delivery. Values in, an answer out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from ..money import Money


@dataclass(frozen=True, slots=True)
class Method:
    """A shipping method as the merchant set it: `minimum_days` and `maximum_days` are working days, or not given.

    A conditional one holds for some postal codes, or for orders of some value, only.
    """

    id: str
    name: str
    price: Money
    minimum_days: int | None
    maximum_days: int | None
    is_conditional: bool = False


@dataclass(frozen=True, slots=True)
class Window:
    """First and last day a parcel can arrive, both inclusive, in the store's time zone."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Option:
    method: Method
    window: Window | None


@dataclass(frozen=True, slots=True)
class DeliveryLine:
    """What can be said now: every option, the cheapest first. It holds until `until`, for then the day changes."""

    options: tuple[Option, ...]
    until: datetime

    @property
    def cheapest(self) -> Option | None:
        return self.options[0] if self.options else None


def delivery_line(*, methods: Sequence[Method], now: datetime, zone: ZoneInfo) -> DeliveryLine:
    """Return what to say about a parcel ordered at `now`.

    A conditional method is left out: neither postal code nor basket is known, so it might not be the shopper's, and
    "free" would be a lie below the sum from which it is. Days that the merchant did not give are not guessed: no days,
    no date. Saturdays and Sundays do not count.
    """
    today = now.astimezone(zone).date()
    options = [Option(method, window(method, today)) for method in methods if not method.is_conditional]
    options.sort(key=lambda option: (option.method.price.amount, _last(option), option.method.id))
    return DeliveryLine(tuple(options), _next_midnight(today, zone))


def window(method: Method, today: date) -> Window | None:
    if method.minimum_days is None or method.maximum_days is None:
        return None
    first, last = sorted((method.minimum_days, method.maximum_days))
    return Window(working_day(today, first), working_day(today, last))


def working_day(day: date, count: int) -> date:
    """Return the `count`-th working day after `day`; for none, `day` itself or the next working day."""
    while count > 0 or day.weekday() >= 5:
        day += timedelta(days=1)
        if day.weekday() < 5:
            count -= 1
    return day


def _last(option: Option) -> date:
    return option.window.last if option.window else date.max


def _next_midnight(today: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(today + timedelta(days=1), time(), zone)
