"""The delivery promise: on which days a parcel can arrive that is ordered now. Values in, an answer out.

docs/delivery-promise.md says every rule in words. An answer is never in the past, and for the same facts a later order
never gets an earlier day; where a fact is missing there is no day, and the reason says which.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from ..money import Money
from .calendars import NeverOpen, carrier_day, next_midnight
from .courses import Course, Courses, NoDay, parts
from .courses import Reason as Reason
from .facts import Days, Item, Method, Question
from .steps import Step as Step
from .steps import on_the_way

MOST_CLOSINGS = 31  # further ahead nobody counts down


@dataclass(frozen=True, slots=True)
class Window:
    """First and last day, both inclusive: of arrival by the destination's clock, of dispatch by the warehouse's."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Option:
    """What can be said of one method.

    Its window holds for orders before the instant `cutoff`; None where no cut-off was given, or none changes it.
    `needs` is the worth of an order from which it can be chosen, where that is not known to be reached.
    """

    method: Method
    window: Window | None = None
    cutoff: datetime | None = None
    dispatch: Window | None = None
    steps: tuple[Step, ...] = ()
    reason: Reason | None = None
    needs: Money | None = None


@dataclass(frozen=True, slots=True)
class Promise:
    """Every option, the cheapest first. It holds until `until`; `reason` says why none of them has a day.

    `free_from` is the worth of an order from which delivery costs nothing, None where that is reached or nowhere.
    """

    options: tuple[Option, ...]
    until: datetime
    reason: Reason | None = None
    free_from: Money | None = None

    @property
    def cheapest(self) -> Option | None:
        """The cheapest one that can surely be chosen."""
        return next((option for option in self.options if option.needs is None), None)

    @property
    def fastest(self) -> Option | None:
        """The one that can surely be chosen and arrives first, None where the cheapest arrives as early."""
        dated = [option for option in self.options if option.needs is None and option.window is not None]
        first = min(dated, key=_arrival, default=None)
        cheapest = self.cheapest
        return None if first is None or cheapest is None or _arrival(cheapest) <= _arrival(first) else first


def promise(question: Question) -> Promise:
    """Return what to say to who orders these items now."""
    items = [item for item in question.items if item.is_shipping_required]
    until = next_midnight(question.now, question.destination)
    if not items:
        return Promise((), until, Reason.NOT_SHIPPED)
    methods, refused = _offered(question, items)
    if not methods:
        return Promise((), until, refused)
    try:
        courses = Courses(question, parts(question, items))
    except NoDay as none:
        options = [Option(method, reason=none.reason, needs=_needs(method, question)) for method in methods]
    else:
        options = [_option(method, question, courses) for method in methods]
        until = min(until, courses.changes)
    options.sort(key=_place)
    return Promise(tuple(options), until, _reason(options), _free_from(question, methods))


def _offered(question: Question, items: Sequence[Item]) -> tuple[list[Method], Reason]:
    """Return the methods that can be chosen with these items, and what to say where there is none."""
    weight = _weight(items)
    most = [method for method in question.methods if _is_for(method, question, items)]
    carried = [method for method in most if not _is_too_heavy(method, weight)]
    fit = [method for method in carried if not _is_too_light(method, weight)]
    return fit, Reason.NO_METHOD if len(carried) == len(most) else Reason.TOO_HEAVY


def _is_for(method: Method, question: Question, items: Sequence[Item]) -> bool:
    most, subtotal = method.maximum_order, question.subtotal
    is_dear = most is not None and subtotal is not None and subtotal.amount > most.amount
    return not is_dear and all(method.id not in item.excluded_methods for item in items)


def _weight(items: Sequence[Item]) -> Decimal | None:
    known = [item.weight * item.quantity for item in items if item.weight is not None]
    return sum(known, Decimal()) if len(known) == len(items) else None


def _is_too_heavy(method: Method, weight: Decimal | None) -> bool:
    return weight is not None and method.maximum_weight is not None and weight > method.maximum_weight


def _is_too_light(method: Method, weight: Decimal | None) -> bool:
    return weight is not None and method.minimum_weight is not None and weight < method.minimum_weight


def _needs(method: Method, question: Question) -> Money | None:
    least, subtotal = method.minimum_order, question.subtotal
    if least is None or least.amount <= 0 or (subtotal is not None and subtotal.amount >= least.amount):
        return None
    return least


def _option(method: Method, question: Question, courses: Courses) -> Option:
    now = courses[0]
    needs = _needs(method, question)
    if method.warehouse_ids is not None and not courses.warehouse_ids <= method.warehouse_ids:
        return Option(method, reason=Reason.NO_WAREHOUSE, needs=needs)
    dispatch = Window(now.first, now.last)
    if method.transit is None:
        return Option(method, dispatch=dispatch, steps=courses.steps, reason=Reason.NO_DAYS, needs=needs)
    transit = method.transit.in_order
    try:
        window = _window(method, transit, now)
        cutoff = _cutoff(method, transit, window, courses)
    except (NeverOpen, OverflowError):
        return Option(method, dispatch=dispatch, steps=courses.steps, reason=Reason.NEVER_OPEN, needs=needs)
    steps = (*courses.steps, *on_the_way(method, transit, now.last_there, window.last))
    return Option(method, window, cutoff, dispatch, steps, None, needs)


def _window(method: Method, transit: Days, course: Course) -> Window:
    return Window(_first(method, transit, course), _last(method, transit, course))


def _first(method: Method, transit: Days, course: Course) -> date:
    return carrier_day(method.carrier, course.first_there, transit.least)


def _last(method: Method, transit: Days, course: Course) -> date:
    return carrier_day(method.carrier, course.last_there, transit.most + method.late_days)


def _cutoff(method: Method, transit: Days, window: Window, courses: Courses) -> datetime | None:
    """Return the first closing after which the window is another one: before others there is no hurry."""
    for number in range(MOST_CLOSINGS):
        later = courses[number + 1]
        if _first(method, transit, later) != window.first or _last(method, transit, later) != window.last:
            return courses[number].closes if courses[number].is_given else None
    return None


def _arrival(option: Option) -> tuple[date, date]:
    return (option.window.last, option.window.first) if option.window else (date.max, date.max)


def _place(option: Option) -> tuple[Decimal, date, date, str]:
    return (option.method.price.amount, *_arrival(option), option.method.id)


def _reason(options: Sequence[Option]) -> Reason | None:
    return None if any(option.window for option in options) else options[0].reason


def _free_from(question: Question, methods: Sequence[Method]) -> Money | None:
    free = [_needs(method, question) for method in methods if method.price.amount == 0]
    sums = [needs for needs in free if needs is not None]
    return min(sums) if len(sums) == len(free) and sums else None
