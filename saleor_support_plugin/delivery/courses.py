"""When what is ordered leaves the warehouses: now, and after each of the closings ahead."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from .calendars import DAY, NeverOpen, leaving, next_midnight, working_day
from .facts import Days, Item, Question, Supply, Warehouse
from .steps import Step, StepCode, until_sent


class Reason(StrEnum):
    """Why there is no day."""

    NOT_SHIPPED = "NOT_SHIPPED"  # nothing of it is sent
    NO_METHOD = "NO_METHOD"  # no shipping method goes there with this
    TOO_HEAVY = "TOO_HEAVY"  # they would, were it lighter
    NO_DAYS = "NO_DAYS"  # nobody said how long the carrier takes
    OUT_OF_STOCK = "OUT_OF_STOCK"
    NOT_ENOUGH = "NOT_ENOUGH"  # there is some, not as many
    NO_WAREHOUSE = "NO_WAREHOUSE"  # a warehouse that would send it does not serve the method
    NEVER_OPEN = "NEVER_OPEN"  # warehouse or carrier has no working day


class NoDay(Exception):
    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Part:
    """What one warehouse sends of an item: from `not_before` or `expected_on` on where that lies ahead."""

    warehouse: Warehouse
    handling: Days
    not_before: date | None = None
    expected_on: date | None = None


@dataclass(frozen=True, slots=True)
class Sending:
    """When a part leaves: work was possible from `asked` on and begins on `begun`, for who orders before `closes`.

    `first` and `last` are days of dispatch by the warehouse's clock, `first_there` and `last_there` the same instants
    by the destination's.
    """

    part: Part
    asked: date
    begun: date
    closes: datetime
    first: date
    last: date
    first_there: date
    last_there: date


@dataclass(frozen=True, slots=True)
class Course:
    """All parts together: the latest decides. The next closing is at `closes`, which a merchant gave or we reckon."""

    sendings: Sequence[Sending]
    first: date
    last: date
    first_there: date
    last_there: date
    closes: datetime
    is_given: bool


class Courses:
    """What becomes of an order placed now (0), of one placed when the next closing has passed (1), and so on."""

    def __init__(self, question: Question, parts: Sequence[Part]) -> None:
        """Raises NoDay."""
        self._question, self._parts = question, parts
        try:
            self._known = [self._at(question.now)]
        except (NeverOpen, OverflowError) as error:
            raise NoDay(Reason.NEVER_OPEN) from error
        self.warehouse_ids = frozenset(part.warehouse.id for part in parts)
        self.steps = tuple(self._steps())

    def __getitem__(self, number: int) -> Course:
        while len(self._known) <= number:
            self._known.append(self._at(self._known[-1].closes))
        return self._known[number]

    @property
    def changes(self) -> datetime:
        """The first instant at which a warehouse closes or begins another day."""
        midnights = (next_midnight(self._question.now, part.warehouse.calendar.zone) for part in self._parts)
        return min(self[0].closes, *midnights)

    def _at(self, now: datetime) -> Course:
        sendings = [_sending(part, now, self._question.destination) for part in self._parts]
        soonest = min(sendings, key=lambda one: one.closes)
        return Course(
            sendings,
            first=max(one.first for one in sendings),
            last=max(one.last for one in sendings),
            first_there=max(one.first_there for one in sendings),
            last_there=max(one.last_there for one in sendings),
            closes=soonest.closes,
            is_given=soonest.part.warehouse.cutoffs_given,
        )

    def _steps(self) -> Iterator[Step]:
        """Give the steps of the part that leaves last."""
        latest = max(self[0].sendings, key=lambda one: (one.last_there, one.last))
        part = latest.part
        today = self._question.now.astimezone(part.warehouse.calendar.zone).date()
        if part.not_before is not None and part.not_before > today:
            yield Step(StepCode.NOT_BEFORE, part.not_before)
        if part.expected_on is not None:
            yield Step(StepCode.EXPECTED, part.expected_on)
        if len(self.warehouse_ids) > 1:
            yield Step(StepCode.SPLIT)
        yield from until_sent(part.warehouse, latest.asked, latest.begun, part.handling, latest.last)


def _sending(part: Part, now: datetime, destination: ZoneInfo) -> Sending:
    warehouse = part.warehouse
    today = now.astimezone(warehouse.calendar.zone).date()
    asked = max(today, part.not_before or today, part.expected_on or today)
    begun, closes = leaving(warehouse, asked)
    if closes <= now:
        begun, closes = leaving(warehouse, begun + DAY)
    first, first_at = _dispatched(warehouse, begun, closes, part.handling.least)
    last, last_at = _dispatched(warehouse, begun, closes, part.handling.most)
    there, last_there = first_at.astimezone(destination).date(), last_at.astimezone(destination).date()
    return Sending(part, asked, begun, closes, first, last, there, last_there)


def _dispatched(warehouse: Warehouse, begun: date, closes: datetime, handling: int) -> tuple[date, datetime]:
    return leaving(warehouse, working_day(warehouse.calendar, begun, handling)) if handling else (begun, closes)


def parts(question: Question, items: Sequence[Item]) -> list[Part]:
    """Return what each warehouse sends, the same but once. Raises NoDay where not all of it is or will be there."""
    found = (part for item in items for part in _parts_of(item, question))
    return list({(one.warehouse.id, one.handling, one.not_before, one.expected_on): one for one in found}.values())


def _parts_of(item: Item, question: Question) -> Iterator[Part]:
    """Take from the supplies in their order, as Saleor does; the rest from the first that expects more."""
    missing = item.quantity
    for supply in item.supplies:
        taken = missing if supply.available is None else min(missing, max(0, supply.available))
        if taken:
            missing -= taken
            yield _part(item, supply, question)
    if missing:
        yield _expected(item, question, missing)


def _part(item: Item, supply: Supply, question: Question, expected_on: date | None = None) -> Part:
    warehouse = question.warehouses.get(supply.warehouse_id)
    if warehouse is None:
        raise NoDay(Reason.NO_WAREHOUSE)
    usual, extra = warehouse.handling.in_order, item.extra_handling.in_order
    handling = Days(usual.least + extra.least, usual.most + extra.most)
    return Part(warehouse, handling, item.not_before, expected_on)


def _expected(item: Item, question: Question, missing: int) -> Part:
    """Return what is sent of goods that are on their way. A day that has passed without them says nothing any more."""
    none = NoDay(Reason.OUT_OF_STOCK if missing == item.quantity else Reason.NOT_ENOUGH)
    supply = next((one for one in item.supplies if one.expected_on is not None), None)
    if supply is None or supply.expected_on is None:
        raise none
    part = _part(item, supply, question, supply.expected_on)
    if supply.expected_on < question.now.astimezone(part.warehouse.calendar.zone).date():
        raise none
    return part
