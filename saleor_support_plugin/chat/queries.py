"""Reads about seats, the queue and waits."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import connection
from django.db.models import Count, Min, Q, QuerySet

from ..conversations.models import Conversation
from ..conversations.reaching import ChatNow
from ..stores.callers import Staff
from ..stores.models import Store
from . import hot, rules
from .models import Block, Presence, QueueEntry, QueueState, Seat, WaitHour
from .rules import Desk, Waits, Wanted

# So many who wait are looked at when a seat is free; who stands behind them comes later.
MOST_LOOKED_AT = 300


def there(store: Store, since: datetime) -> QuerySet[Seat]:
    """Return the seats of those who take chats and whose page was open after `since`."""
    return store.seats.filter(state=Presence.ONLINE, seen_at__gt=since)


def desks(seats: Iterable[Seat]) -> list[Desk]:
    return [
        Desk(
            id=seat.pk,
            channels=frozenset(seat.channels),
            allowed=None if seat.allowed_channels is None else frozenset(seat.allowed_channels),
            languages=frozenset(seat.languages),
            categories=frozenset(seat.categories),
            is_free=seat.busy < seat.max_concurrent,
            given_at=seat.given_at,
        )
        for seat in seats
    ]


def waiting(store: Store) -> QuerySet[QueueEntry]:
    """Return who waits, in the order in which they came."""
    return store.queue.filter(state=QueueState.WAITING).order_by("joined_at", "pk")


def wanted(store: Store) -> list[Wanted]:
    rows = waiting(store).values_list("pk", "channel_slug", "language", "category")
    return [Wanted(*row) for row in rows[:MOST_LOOKED_AT]]


@dataclass(frozen=True, slots=True)
class Pace:
    """How many places there are in a channel, and what a chat took lately, in seconds."""

    places: int
    seconds: float | None

    def minutes(self, number: int) -> int:
        return rules.minutes(number, self.places, self.seconds)


def pace(store: Store, channel: str, *, now: datetime) -> Pace:
    places, _, _, seconds = _now(store, channel, now)
    return Pace(int(places), seconds)


def minutes(entry: QueueEntry, now: datetime) -> int | None:
    """Return for about how many minutes somebody still waits; None for who does not."""
    if entry.number is None:
        return None
    return pace(entry.store, entry.channel_slug, now=now).minutes(entry.number)


def chat_now(store: Store, channel: str, *, now: datetime) -> ChatNow:
    """Return as the hot door does whether anybody is there to chat."""
    return hot.told(_now(store, channel, now))


def _now(store: Store, channel: str, now: datetime) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(hot.FIND, hot.asked(store.key, channel, now))
        return cursor.fetchone()


def seen_by(staff: Staff) -> QuerySet[QueueEntry]:
    """Return the chats that a member of staff may see."""
    rows = staff.store.queue.select_related("conversation__last_message", "seat")
    return rows if staff.channels is None else rows.filter(channel_slug__in=staff.channels)


def queue(staff: Staff, *, states: Iterable[QueueState], is_mine: bool) -> QuerySet[QueueEntry]:
    """Return chats in the order in which people came."""
    rows = seen_by(staff).filter(state__in=list(states))
    rows = rows.filter(seat__user_id=staff.user_id) if is_mine else rows
    return rows.order_by("joined_at", "pk")


def seat(staff: Staff) -> Seat | None:
    """Return the caller's own seat; they have none until their page has said hello."""
    return staff.store.seats.filter(user_id=staff.user_id).first()


def signatures(store: Store, emails: Collection[str]) -> dict[str, str]:
    """Return under which names staff chat, by their address; who has none signs as the shop."""
    named = store.seats.filter(email__in=emails).exclude(name="") if emails else Seat.across_stores.none()
    return dict(named.values_list("email", "name"))


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody whom a ticket can be given to; `name` as shoppers see it, empty where they see none."""

    email: str
    name: str
    is_there: bool


def colleagues(staff: Staff, *, now: datetime) -> list[Colleague]:
    """Return the store's staff as far as they are known, who is there first."""
    names = {email.lower(): name for email, name in staff.store.seats.values_list("email", "name")}
    seated = there(staff.store, now - rules.FRESH).values_list("email", flat=True)
    present = {email.lower() for email in seated}
    known = staff.store.colleagues.values_list("email", flat=True)
    found = [Colleague(email, names.get(email.lower(), ""), email.lower() in present) for email in known]
    return sorted(found, key=lambda one: (not one.is_there, (one.name or one.email).casefold()))


def entry_of(conversation: Conversation) -> QueueEntry | None:
    """Return where a chat stands, with its seat."""
    return QueueEntry.across_stores.select_related("seat", "store").filter(conversation=conversation).first()


def is_blocked(store: Store, *, shopper_key: str, line_digest: bytes, now: datetime) -> bool:
    who = Q(shopper_key=shopper_key) | Q(line_digest=line_digest)
    return store.blocks.filter(who).exclude(expires_at__lte=now).exists()


def blocks(staff: Staff, *, now: datetime) -> QuerySet[Block]:
    return staff.store.blocks.exclude(expires_at__lte=now).order_by("-at", "-pk")


def waits(staff: Staff, *, since: date, channel: str | None) -> dict[tuple[str, int], Waits]:
    """Return what waiting came to since a day, by channel and hour of the day."""
    rows = WaitHour.across_stores.filter(store=staff.store, day__gte=since)
    if channel is not None:
        rows = rows.filter(channel_slug=channel)
    if staff.channels is not None:
        rows = rows.filter(channel_slug__in=staff.channels)
    found: dict[tuple[str, int], Waits] = defaultdict(Waits)
    for row in rows:
        many = (row.arrivals, row.left, row.missed)
        found[row.channel_slug, row.hour].add(Waits(*many, row.waits, row.first_replies, row.resolutions))
    return dict(sorted(found.items()))


def has_anybody(store: Store, channel: str, now: datetime) -> bool:
    """Say whether anybody is there who could take this channel at all, free or not."""
    return any(desk.may_take(channel) for desk in desks(there(store, now - rules.GONE)))


def wall(staff: Staff, *, now: datetime) -> dict[str, Any]:
    """Return how it stands now, in the channels that a member of staff may see."""
    chats = seen_by(staff)
    first = chats.filter(state=QueueState.WAITING).aggregate(many=Count("pk"), since=Min("joined_at"))
    present = list(there(staff.store, now - rules.FRESH))
    return {
        "waiting": first["many"],
        "longest_wait_seconds": first["since"] and int((now - first["since"]).total_seconds()),
        "chatting": chats.filter(state=QueueState.SEATED).count(),
        "missed_today": chats.filter(state=QueueState.MISSED, joined_at__gte=now - timedelta(days=1)).count(),
        "places": sum(seat.max_concurrent for seat in present),
        "free": sum(seat.max_concurrent - seat.busy for seat in present),
        "seats": list(staff.store.seats.order_by("email")),
    }
