"""Who gets which chat, what somebody who waits is told, and what waiting comes to."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from math import ceil
from zoneinfo import ZoneInfo

# A page that is open says so every BEAT. Who was not seen for FRESH gets no new chat; after GONE, or so long after they
# went away, theirs go back: with the sweep, and where a connection dies without a word, that is within a minute.
BEAT = timedelta(seconds=5)
FRESH = timedelta(seconds=12)
GONE = timedelta(seconds=20)
# Somebody whose page was not seen for so long waits no more.
LEFT_AFTER = timedelta(minutes=2)
# What a chat takes, where too few have ended to say it.
USUAL_SECONDS = 480
FEWEST_ENDED = 5
MOST_AT_ONCE = 20
USUAL_AT_ONCE = 3
# Whoever shares a line with somebody blocked is let in again after this.
LINE_BLOCKED = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Somebody who waits: `id` of the entry, and what they should be answered in and about."""

    id: int
    channel: str
    language: str
    category: str


@dataclass(frozen=True, slots=True)
class Desk:
    """A seat with somebody there. Empty `channels`, `languages` and `categories` mean any.

    `allowed` are the channels that Saleor lets them see, None for every one.
    """

    id: int
    channels: frozenset[str]
    allowed: frozenset[str] | None
    languages: frozenset[str]
    categories: frozenset[str]
    is_free: bool
    given_at: datetime | None

    def may_take(self, channel: str) -> bool:
        return (not self.channels or channel in self.channels) and (self.allowed is None or channel in self.allowed)

    def speaks(self, language: str) -> bool:
        return not self.languages or language in self.languages

    def knows(self, category: str) -> bool:
        return bool(category) and category in self.categories


def in_turn(wanted: Wanted, desks: Sequence[Desk]) -> list[int]:
    """Return the seats that may get somebody now, whose turn it is first.

    Where anybody there speaks their language, busy or not, they wait for one who does; who knows what it is about
    comes before who does not; then whoever was given nothing for longest.
    """
    able = [desk for desk in desks if desk.may_take(wanted.channel)]
    speaking = [desk for desk in able if desk.speaks(wanted.language)]
    free = [desk for desk in speaking or able if desk.is_free]
    turn = sorted(free, key=lambda desk: (not desk.knows(wanted.category), _given(desk), desk.id))
    return [desk.id for desk in turn]


def _given(desk: Desk) -> float:
    return desk.given_at.timestamp() if desk.given_at else 0


def number_told(before: int | None, place: int) -> int:
    """Return which number somebody in this place is told: never a higher one than before, whoever came back."""
    return place if before is None else min(before, place)


def minutes(number: int, places: int, seconds: float | None) -> int:
    """Return for about how many minutes number `number` waits, with all places taken by chats of `seconds`."""
    return max(1, ceil(number * (seconds or USUAL_SECONDS) / max(1, places) / 60))


@dataclass(frozen=True, slots=True)
class Arrival:
    """Somebody who came to chat, and what became of it."""

    joined_at: datetime
    seated_at: datetime | None
    replied_at: datetime | None
    ended_at: datetime | None
    is_left: bool
    is_missed: bool


@dataclass(slots=True)
class Waits:
    """Of those who came in one hour: how many, who left or met nobody, and seconds until a seat, an answer, the end."""

    arrivals: int = 0
    left: int = 0
    missed: int = 0
    waits: list[int] = field(default_factory=list)
    first_replies: list[int] = field(default_factory=list)
    resolutions: list[int] = field(default_factory=list)

    def add(self, more: "Waits") -> None:
        self.arrivals += more.arrivals
        self.left += more.left
        self.missed += more.missed
        self.waits += more.waits
        self.first_replies += more.first_replies
        self.resolutions += more.resolutions


def by_hour(arrivals: Iterable[Arrival], zone: ZoneInfo) -> dict[tuple[date, int], Waits]:
    """Return what waiting came to by day and hour of arrival, by the clock on the shop's wall."""
    found: dict[tuple[date, int], Waits] = defaultdict(Waits)
    for one in arrivals:
        wall = one.joined_at.astimezone(zone)
        found[wall.date(), wall.hour].add(_of(one))
    return dict(found)


def _of(one: Arrival) -> Waits:
    is_answered = one.seated_at is not None
    return Waits(
        arrivals=1,
        left=int(one.is_left),
        missed=int(one.is_missed),
        waits=list(_seconds(one.joined_at, one.seated_at)),
        first_replies=list(_seconds(one.joined_at, one.replied_at)),
        resolutions=list(_seconds(one.joined_at, one.ended_at if is_answered else None)),
    )


def _seconds(since: datetime, until: datetime | None) -> Iterator[int]:
    if until is not None:
        yield max(0, round((until - since).total_seconds()))


@dataclass(frozen=True, slots=True)
class Spread:
    """Seconds that half of them, nine of ten and all of them stayed within; `many` is how many they are."""

    many: int
    p50: int
    p90: int
    longest: int


def spread(seconds: Sequence[int]) -> Spread | None:
    """Return how times spread; None where there is none."""
    if not seconds:
        return None
    ordered = sorted(seconds)
    return Spread(len(ordered), _within(ordered, 0.5), _within(ordered, 0.9), ordered[-1])


def _within(ordered: Sequence[int], share: float) -> int:
    return ordered[max(0, ceil(share * len(ordered)) - 1)]
