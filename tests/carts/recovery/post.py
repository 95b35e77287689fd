"""How Saleor's events come to the app: late, twice, in any order, only when it asks for what failed, or never."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from .chances import Chances
from .shop import Word

# Of a thousand.
NEVER_SENT, FAILS, LATE, TWICE = 5, 20, 40, 60
SECOND = timedelta(seconds=1)


class Down(Enum):
    """What does not answer: our door, all of ours, or the shop's Saleor when it is asked."""

    DOOR = "door"
    ALL = "all"
    SALEOR = "Saleor"


@dataclass(frozen=True, slots=True)
class Outage:
    begins: datetime
    ends: datetime
    what: Down

    def holds(self, at: datetime) -> bool:
        return self.begins <= at < self.ends


@dataclass(frozen=True, slots=True)
class Outages:
    all: Sequence[Outage]

    def hold(self, at: datetime, *what: Down) -> bool:
        return any(one.what in what and one.holds(at) for one in self.all)


@dataclass(frozen=True, slots=True)
class Post:
    chances: Chances
    outages: Outages

    def arrivals(self, word: Word) -> list[datetime] | None:
        """Return when a word arrives: never, once or twice. None where Saleor tried in vain, and shows it."""
        key = (word.tells, word.event, word.at)
        if self.chances.happens(NEVER_SENT, "never sent", *key):
            return []
        at = word.at + SECOND * (0.2 + 2 * self.chances.share("under way", *key))
        if self.chances.happens(LATE, "late", *key):
            at += 300 * SECOND * self.chances.share("how late", *key)
        if self.chances.happens(FAILS, "fails", *key) or self._is_shut(at):
            return None
        again = at + 600 * SECOND * self.chances.share("again", *key)
        is_twice = self.chances.happens(TWICE, "twice", *key) and not self._is_shut(again)
        return [at, again] if is_twice else [at]

    def _is_shut(self, at: datetime) -> bool:
        return self.outages.hold(at, Down.DOOR, Down.ALL)
