"""Where the shop's time comes from: the machine, or a test that steps it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

Clock = Callable[[], datetime]


def machine_clock() -> datetime:
    return datetime.now(UTC)


class SteppedClock:
    """A clock that stands still until `step` is called; it starts at the machine's time unless told otherwise."""

    def __init__(self, start: datetime | None = None) -> None:
        self.now = start or machine_clock()

    def __call__(self) -> datetime:
        return self.now

    def step(self, seconds: float) -> datetime:
        self.now += timedelta(seconds=seconds)
        return self.now
