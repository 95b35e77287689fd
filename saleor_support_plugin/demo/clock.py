"""Where the shop's time comes from: the machine, a visitor who moves it on, or a test that steps it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

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


class MovedClock:
    """The machine's time and some seconds more, which `step` adds to.

    The sum is kept in a file as a whole number, for whoever else shall live in the same time.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        self.seconds = _kept_seconds(file)

    def __call__(self) -> datetime:
        return machine_clock() + timedelta(seconds=self.seconds)

    def step(self, seconds: float) -> datetime:
        self.seconds += int(seconds)
        self.file.parent.mkdir(parents=True, exist_ok=True)
        fresh = self.file.with_suffix(".new")
        fresh.write_text(str(self.seconds))
        fresh.replace(self.file)
        return self()


def _kept_seconds(file: Path) -> int:
    try:
        return int(file.read_text())
    except (FileNotFoundError, ValueError):  # a fresh shop, or somebody wrote something else: the machine's time
        return 0
