"""Where a parcel is, and how an order stands to what was promised. Values in, a named answer out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

DAY = timedelta(days=1)
# From when on it is too late to say sorry: after an outage, or for orders from before the installation.
SORRY_WITHIN = timedelta(days=7)
CANCELLED = ("CANCELED", "EXPIRED", "DRAFT")
NOT_SENT = ("CANCELED", "WAITING_FOR_APPROVAL")
SENT_BACK = ("RETURNED", "REFUNDED_AND_RETURNED")


class State(StrEnum):
    """Where a parcel is, in the order in which it gets there. The last two are ends; neither follows the other."""

    UNKNOWN = "UNKNOWN"
    HANDED_OVER = "HANDED_OVER"
    IN_TRANSIT = "IN_TRANSIT"
    OUT_FOR_DELIVERY = "OUT_FOR_DELIVERY"
    DELIVERED = "DELIVERED"
    RETURNED = "RETURNED"


ENDS = (State.DELIVERED, State.RETURNED)
_WAY = tuple(State)


class Source(StrEnum):
    """Who said so. An estimate is nobody's word: any other replaces it, and nothing is scored by it."""

    STAFF = "staff"
    SHOPPER = "shopper"
    CARRIER = "carrier"
    CSV = "csv"
    ESTIMATE = "estimate"


# Who tells of a parcel on its way, so that their silence means something.
FOLLOWING = (Source.CARRIER, Source.CSV)


@dataclass(frozen=True, slots=True)
class Told:
    state: State
    source: Source
    on: date


def is_news(known: State, told: State) -> bool:
    """Say whether a parcel that is known to be here can now be there: forward only, and not beyond an end."""
    return known not in ENDS and _WAY.index(told) > _WAY.index(known)


def state_of(status: str, told: Iterable[Told]) -> State:
    """Return where a parcel is by Saleor's status of the fulfilment and by what was told; estimates are left out."""
    if status in NOT_SENT:
        return State.UNKNOWN
    if status in SENT_BACK:
        return State.RETURNED
    known = State.HANDED_OVER
    for one in told:
        if one.source is not Source.ESTIMATE and is_news(known, one.state):
            known = one.state
    return known


class Standing(StrEnum):
    """How an order stands to its promise."""

    ON_TIME = "ON_TIME"
    AT_RISK = "AT_RISK"
    LATE = "LATE"
    UNHEARD = "UNHEARD"
    ARRIVED_ON_TIME = "ARRIVED_ON_TIME"
    ARRIVED_LATE = "ARRIVED_LATE"


@dataclass(frozen=True, slots=True)
class Progress:
    """What is known of an order on its way; days are those of the destination.

    `dispatch_last` is the day by which everything was to leave. `handed_over_on` is when the last of it did, None while
    something is still here. `is_followed`: a carrier or the merchant's file tells of every parcel. `state` is that of
    the parcel that is furthest behind. `is_over`: cancelled, sent back, or arrived by an estimate only.
    """

    last: date
    dispatch_last: date | None = None
    handed_over_on: date | None = None
    state: State = State.UNKNOWN
    is_followed: bool = False
    arrived_on: date | None = None
    is_over: bool = False


def standing(progress: Progress, today: date) -> Standing | None:
    """Say how the order stands today; None where there is nothing left to promise.

    A parcel that left in time and is on its way is on time until the last day is over: half of all parcels are still in
    transit on the day before it. Once it is over, silence means lateness only where somebody would have told us.
    """
    if progress.arrived_on is not None:
        return Standing.ARRIVED_ON_TIME if progress.arrived_on <= progress.last else Standing.ARRIVED_LATE
    if progress.is_over:
        return None
    if today > progress.last:
        is_known = progress.handed_over_on is None or progress.is_followed
        return Standing.LATE if is_known else Standing.UNHEARD
    return Standing.AT_RISK if _is_at_risk(progress, today) else Standing.ON_TIME


def _is_at_risk(progress: Progress, today: date) -> bool:
    if progress.state is State.OUT_FOR_DELIVERY:
        return False
    if progress.handed_over_on is None:
        return progress.dispatch_last is not None and today > progress.dispatch_last
    left_late = progress.dispatch_last is not None and progress.handed_over_on > progress.dispatch_last
    # The carrier has it, tells of what it has, and nothing moved until the day before the last.
    is_stuck = progress.is_followed and progress.state is State.HANDED_OVER and today >= progress.last - DAY
    return left_late or is_stuck


def is_owed_an_apology(progress: Progress, today: date) -> bool:
    """Say whether the shopper is to be told now: from the day before the last on, and not long after it."""
    in_time = progress.last - DAY <= today <= progress.last + SORRY_WITHIN
    return in_time and standing(progress, today) in (Standing.AT_RISK, Standing.LATE)
