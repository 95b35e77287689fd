"""By which ways a shop can be reached now. Whatever is closed, something that works is offered beside it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from ..hours.business import Hours, is_open, next_change, next_opening
from ..stores.configuration import Configuration
from ..stores.contact_ways import ContactChannel
from .slots import slots

# Somebody answers there at once, or nobody does; what is written to the others waits to be answered.
LIVE = frozenset({"chat", "whatsapp", "phone", "instagram", "messenger", "telegram", "video", "chatwoot", "crisp"})
WRITTEN = frozenset({"email", "form"})
# A page that is kept is asked for anew after this, even where nothing ever opens or closes.
LONGEST_WORD = timedelta(hours=24)
# The holidays that matter now: beyond them nobody asks when a shop opens.
BACK, AHEAD = timedelta(days=2), timedelta(days=60)

State = Literal["online", "busy", "closed"]


@dataclass(frozen=True, slots=True)
class Waiting:
    """Which number in the queue somebody would be who came now, and for about how many minutes."""

    number: int
    minutes: int


@dataclass(frozen=True, slots=True)
class ChatNow:
    """Whether anybody sits there to chat, and the queue in front of them, where there is one."""

    is_staffed: bool = False
    waiting: Waiting | None = None


@dataclass(frozen=True, slots=True)
class Holidays:
    """Public holidays of the channel's country: whole days, and those on which work ends at a clock."""

    closed_on: frozenset[date] = frozenset()
    ends: Mapping[date, time] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Way:
    """A way to reach somebody. `opens_at` is when somebody answers there again, while nobody does.

    `address` is what is dialled or written by hand, `token` what a tool of another maker knows the shop by.
    `reply_minutes` is within how long four of five were answered lately; None where too few wrote to say so.
    """

    kind: str
    url: str | None
    is_open: bool
    opens_at: datetime | None
    address: str = ""
    token: str | None = None
    languages: tuple[str, ...] = ()
    reply_minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """Whether somebody is there now, and every way to reach them; it holds until `until`."""

    state: State
    opens_at: datetime | None
    ways: tuple[Way, ...]
    until: datetime
    waiting: Waiting | None = None

    @property
    def is_open(self) -> bool:
        return self.state != "closed"


NOBODY = ChatNow()
NO_HOLIDAYS = Holidays()
FORM = ContactChannel("form")


def contact(
    settings: Configuration,
    now: datetime,
    *,
    chat: ChatNow = NOBODY,
    holidays: Holidays = NO_HOLIDAYS,
    replies: Mapping[str, int] = {},
) -> Contact:
    """Return how somebody can be reached at `now`; `replies` are minutes by kind.

    A way on which nobody will answer is left out. Where none is left that takes a message or answers now, our form
    does: only a merchant who named no way at all has none.
    """
    offered = settings.contact_channels
    ways = [way for channel in offered if (way := _way(settings, channel, now, chat, holidays, replies))]
    if offered and not any(way.is_open for way in ways):
        ways.append(_written(FORM, replies))
    shop = hours_of(settings, FORM, holidays)
    is_read_only = not any(channel.kind in LIVE for channel in offered)
    state = _state(ways, chat, is_read_now=is_read_only and is_open(shop, now))
    return Contact(
        state=state,
        opens_at=None if state != "closed" else _back_at(ways, shop, now),
        ways=tuple(ways),
        until=min(_changes(settings, holidays, now), default=now + LONGEST_WORD),
        waiting=chat.waiting if state == "busy" else None,
    )


def hours_of(settings: Configuration, channel: ContactChannel, holidays: Holidays = NO_HOLIDAYS) -> Hours:
    """Return when somebody is there on this way: its own hours, else the shop's, and the one calendar of holidays."""
    own = channel.hours
    week, closed_on, zone = (
        (settings.week, settings.closed_on, settings.zone)
        if own is None
        else (own.week, own.closed_on, ZoneInfo(own.time_zone))
    )
    if not settings.closed_on_holidays:
        return Hours(week, frozenset(closed_on), zone)
    return Hours(week, holidays.closed_on.union(closed_on), zone, holidays.ends)


def url_of(channel: ContactChannel) -> str | None:
    """Return where a tap leads; None for what is opened on the page itself."""
    digits = re.sub(r"\D", "", channel.address)
    return {
        "whatsapp": f"https://wa.me/{digits}",
        "phone": f"tel:+{digits}",
        "email": f"mailto:{channel.address}",
        "instagram": f"https://ig.me/m/{channel.address}",
        "messenger": f"https://m.me/{channel.address}",
        "telegram": f"https://t.me/{channel.address}",
        "video": channel.address,
        "chatwoot": channel.host,
        "crisp": "https://client.crisp.chat",
    }.get(channel.kind)


def _way(
    settings: Configuration,
    channel: ContactChannel,
    now: datetime,
    chat: ChatNow,
    holidays: Holidays,
    replies: Mapping[str, int],
) -> Way | None:
    """Return a way as it is now; None for one on which nobody says when anybody answers."""
    if channel.kind in WRITTEN:
        return _written(channel, replies)
    hours = hours_of(settings, channel, holidays)
    if channel.kind == "callback":
        return _made(channel, True, None, replies) if next(slots(hours, now), None) else None
    here = is_open(hours, now)
    if here and channel.kind == "chat" and not chat.is_staffed:
        return None
    opens_at = None if here else next_opening(hours, now)
    return _made(channel, here, opens_at, replies) if here or opens_at else None


def _written(channel: ContactChannel, replies: Mapping[str, int]) -> Way:
    return _made(channel, True, None, replies)


def _made(channel: ContactChannel, here: bool, opens_at: datetime | None, replies: Mapping[str, int]) -> Way:
    is_tool = channel.kind in ("chatwoot", "crisp")
    return Way(
        kind=channel.kind,
        url=url_of(channel),
        is_open=here,
        opens_at=opens_at,
        address="" if is_tool else channel.address,
        token=channel.address if is_tool else None,
        languages=channel.languages,
        reply_minutes=replies.get(channel.kind),
    )


def _state(ways: Sequence[Way], chat: ChatNow, *, is_read_now: bool) -> State:
    """Say whether somebody is there. Where only written ways are offered, the shop's hours say when they are read."""
    if any(way.kind == "chat" and way.is_open for way in ways):
        return "busy" if chat.waiting else "online"
    here = is_read_now or any(way.kind in LIVE and way.is_open for way in ways)
    return "online" if here else "closed"


def _back_at(ways: Sequence[Way], shop: Hours, now: datetime) -> datetime | None:
    told = [way.opens_at for way in ways if way.opens_at]
    if told or is_open(shop, now):  # who is not there although it is open says nothing of when they will be
        return min(told, default=None)
    return next_opening(shop, now)


def _changes(settings: Configuration, holidays: Holidays, now: datetime) -> Iterator[datetime]:
    yield now + LONGEST_WORD
    for channel in (FORM, *settings.contact_channels):
        if (at := next_change(hours_of(settings, channel, holidays), now)) is not None:
            yield at
