"""How long is left to answer for the first time, and to be done with a matter, in hours in which somebody is there.

A clock runs while its ticket waits for staff, and stands while it waits for the shopper. Values in, values out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from ..hours.business import Hours, after_open_time, open_time

NOTHING = timedelta()
# The share of what was given that is left when it turns amber.
AMBER_LEFT = 0.25
FIRST_REPLY, RESOLVE = "FIRST_REPLY", "RESOLVE"


class ClockState(StrEnum):
    """How a ticket's clock stands."""

    RUNNING = "RUNNING"
    AMBER = "AMBER"
    BREACHED = "BREACHED"
    STOPPED = "STOPPED"
    NONE = "NONE"


@dataclass(frozen=True, slots=True)
class Clock:
    """Either `due_at` is known, and it runs; or `left`, and it stands. `target` is what was given at its beginning."""

    target: timedelta
    due_at: datetime | None = None
    left: timedelta | None = None

    @property
    def is_running(self) -> bool:
        return self.due_at is not None


def given(target: timedelta) -> Clock:
    """Return a clock that stands, with all of its time left."""
    return Clock(target, left=target)


def until(due_at: datetime, hours: Hours, now: datetime) -> Clock:
    """Return a clock that runs and is over at an instant that somebody named."""
    return Clock(open_time(hours, now, due_at), due_at=due_at)


def run(clock: Clock, hours: Hours, now: datetime) -> Clock:
    """Let a clock run on. Where nobody is ever there it stands for good."""
    if clock.is_running or clock.left is None:
        return clock
    due_at = after_open_time(hours, now, clock.left)
    return clock if due_at is None else replace(clock, due_at=due_at, left=None)


def stop(clock: Clock, hours: Hours, now: datetime) -> Clock:
    """Let a clock stand; one that is over has nothing left."""
    if clock.due_at is None:
        return clock
    return replace(clock, due_at=None, left=open_time(hours, now, clock.due_at) if clock.due_at > now else NOTHING)


def regiven(clock: Clock, target: timedelta, hours: Hours, now: datetime) -> Clock:
    """Return the clock as if it had been given another time from its beginning: what has run of it has run."""
    standing = stop(clock, hours, now)
    spent = clock.target - (standing.left or NOTHING)
    changed = Clock(target, left=max(target - spent, NOTHING))
    return run(changed, hours, now) if clock.is_running else changed


def amber_at(clock: Clock, hours: Hours, now: datetime) -> datetime | None:
    """Return when it turns amber, or has: no later than when it is over; None while it stands."""
    if clock.due_at is None:
        return None
    left = open_time(hours, now, clock.due_at) if clock.due_at > now else NOTHING
    green = left - clock.target * AMBER_LEFT
    return now if green <= NOTHING else after_open_time(hours, now, green)


def shown(clocks: Mapping[str, Clock]) -> tuple[str, Clock] | None:
    """Return the kind of the clock that is over first among those that run, and it; None where none does."""
    running = [(one.due_at, kind) for kind, one in clocks.items() if one.due_at is not None]
    return (kind := min(running)[1], clocks[kind]) if running else None


def state(*, due_at: datetime | None, amber_at: datetime | None, is_stopped: bool, now: datetime) -> ClockState:
    """Say how what is shown of a ticket's clocks stands now."""
    if due_at is None:
        return ClockState.STOPPED if is_stopped else ClockState.NONE
    if now >= due_at:
        return ClockState.BREACHED
    return ClockState.AMBER if amber_at is not None and now >= amber_at else ClockState.RUNNING
