"""Reads about tickets, for a member of staff: only those of channels that Saleor lets them see."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.db.models.expressions import OrderBy

from ..people.addresses import normal_address
from ..shop.models import Order
from ..stores.callers import Staff
from ..stores.configuration import Configuration
from ..stores.models import Store
from ..stores.queries import settings_of_channels
from ..stores.reasons import TicketReason
from .clocks import ClockState
from .finding import found
from .models import Kind, Priority, State, Ticket, TicketLine
from .rules import NamedOrder

UNFINISHED = ~Q(state=State.CLOSED)
# Nobody has answered yet; of a chat that goes on, the queue knows.
UNANSWERED = Q(first_replied_at=None, conversation__is_live=False)
# For the tags that are offered.
MOST_LOOKED_AT = 1_000


class Assigned(StrEnum):
    MINE = "MINE"
    NOBODY = "NOBODY"
    ANYBODY = "ANYBODY"


class Sort(StrEnum):
    UPDATED = "UPDATED"
    DUE = "DUE"
    CREATED = "CREATED"


ORDERS: Mapping[Sort, tuple[str | OrderBy, ...]] = {
    Sort.UPDATED: ("-updated_at", "-id"),
    Sort.DUE: (F("due_at").asc(nulls_last=True), "id"),
    Sort.CREATED: ("created_at", "id"),
}


def seen_by(staff: Staff) -> QuerySet[Ticket]:
    """Return the tickets that a member of staff may see, each with its conversation, last message and order."""
    seen = Ticket.across_stores.filter(store=staff.store).select_related("conversation__last_message", "order")
    return seen if staff.channels is None else seen.filter(conversation__channel_slug__in=staff.channels)


def listed(staff: Staff) -> QuerySet[Ticket]:
    """Return those of them that lists show: what was put into another ticket is found there."""
    return seen_by(staff).filter(merged_into=None)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which tickets a list shows; what is None is not asked for."""

    state: State | None = None
    is_closed: bool | None = None
    assigned: Assigned = Assigned.ANYBODY
    channel: str | None = None
    tag: str | None = None
    kind: Kind | None = None
    is_snoozed: bool | None = None
    reason: str | None = None
    priority: Priority | None = None
    clock: ClockState | None = None
    department: str | None = None
    assigned_email: str | None = None
    language: str | None = None
    # Saleor's ids, and an e-mail address.
    order: str | None = None
    customer: str | None = None
    product: str | None = None
    is_unanswered: bool | None = None


EVERYTHING = Wanted()


def tickets(
    staff: Staff, *, now: datetime, wanted: Wanted = EVERYTHING, search: str = "", sort: Sort = Sort.UPDATED
) -> QuerySet[Ticket]:
    """Return what a list shows. Left open whether they sleep, a search finds those too."""
    seen = listed(staff).filter(is_wanted(staff, wanted, now=now, is_search=bool(search.strip())))
    if search := search.replace("\0", "").strip()[:100]:
        ids = found(staff.store.pk, search)
        seen = seen.none() if ids is None else seen.filter(pk__in=ids)
    return seen.order_by(*ORDERS[sort])


# Filters that say the value of a column.
COLUMNS = {
    "state": "state",
    "channel": "conversation__channel_slug",
    "kind": "kind",
    "reason": "reason",
    "priority": "priority",
    "department": "department",
    "assigned_email": "assigned_email__iexact",
    "language": "conversation__language",
    "order": "order__saleor_id",
    "customer": "conversation__email__iexact",
}


def is_wanted(staff: Staff, wanted: Wanted, *, now: datetime, is_search: bool = False) -> Q:
    """Return what tells the tickets of a list from the others."""
    asked = Q(**{column: said for name, column in COLUMNS.items() if (said := _plain(wanted, name)) is not None})
    if wanted.is_closed is not None:
        asked &= Q(state=State.CLOSED) if wanted.is_closed else UNFINISHED
    if wanted.is_unanswered is not None:
        asked &= UNFINISHED & UNANSWERED if wanted.is_unanswered else ~(UNFINISHED & UNANSWERED)
    if wanted.assigned != Assigned.ANYBODY:
        asked &= Q(assigned_email=staff.email if wanted.assigned == Assigned.MINE else "")
    if wanted.tag is not None:
        asked &= Q(tags__contains=[_text(wanted.tag)])
    if wanted.product is not None:
        line = TicketLine.across_stores.filter(ticket=OuterRef("pk"), product_id=_text(wanted.product))
        asked &= Q(product_id=_text(wanted.product)) | Q(Exists(line))
    if wanted.clock is not None:
        asked &= _clock(wanted.clock, now)
    if wanted.is_snoozed is not None:
        return asked & (Q(snoozed_until__gt=now) if wanted.is_snoozed else _awake(now))
    return asked if is_search else asked & _awake(now)


def _plain(wanted: Wanted, name: str) -> str | None:
    said = getattr(wanted, name)
    return None if said is None else _text(said)


def _text(said: str) -> str:
    # PostgreSQL has no such letter, so nothing is called so.
    return said.replace("\0", "\ufffd")


def _clock(state: ClockState, now: datetime) -> Q:
    standing = Q(first_reply_left__isnull=False) | Q(resolve_left__isnull=False)
    match state:
        case ClockState.BREACHED:
            return Q(due_at__lte=now)
        case ClockState.AMBER:
            return Q(due_at__gt=now, amber_at__lte=now)
        case ClockState.RUNNING:
            return Q(due_at__gt=now) & (Q(amber_at=None) | Q(amber_at__gt=now))
        case ClockState.STOPPED:
            return Q(due_at=None) & standing & UNFINISHED
        case ClockState.NONE:
            return Q(due_at=None) & (~standing | Q(state=State.CLOSED))


def _awake(now: datetime) -> Q:
    return Q(snoozed_until=None) | Q(snoozed_until__lte=now)


def counts(staff: Staff, *, now: datetime) -> dict[str, int]:
    """Return how many tickets that are not closed the lists have."""
    awake = _awake(now)
    return (
        listed(staff)
        .filter(UNFINISHED)
        .aggregate(
            mine=Count("pk", filter=awake & Q(assigned_email=staff.email)),
            nobodys=Count("pk", filter=awake & Q(assigned_email="")),
            all=Count("pk", filter=awake),
            snoozed=Count("pk", filter=~awake),
            breached=Count("pk", filter=awake & _clock(ClockState.BREACHED, now)),
            amber=Count("pk", filter=awake & _clock(ClockState.AMBER, now)),
        )
    )


def tags_used(staff: Staff) -> list[str]:
    """Return the tags of macros, and of the tickets that were touched last."""
    lately = seen_by(staff).order_by("-updated_at", "-id").values_list("tags", flat=True)[:MOST_LOOKED_AT]
    return sorted({tag for tags in (*lately, *staff.store.macros.values_list("tags", flat=True)) for tag in tags})


def ticket(staff: Staff, number: int | None) -> Ticket | None:
    """Return the ticket of this row number, or None: missing, another store's and another channel's look the same."""
    return None if number is None else seen_by(staff).filter(pk=number).first()


def linked(staff: Staff, ticket: Ticket) -> list[Ticket]:
    """Return the tickets that were linked to this one, the newest first."""
    either = Q(links_up__second=ticket) | Q(links_down__first=ticket)
    return list(seen_by(staff).filter(either).distinct().order_by("-pk"))


def reasons(staff: Staff, channel: str | None = None) -> list[TicketReason]:
    """Return the reasons of a channel, or of every one that a member of staff sees, each name once."""
    found: dict[str, TicketReason] = {}
    for settings in _settings(staff, channel):
        found |= {one.name: one for one in settings.ticket_reasons if one.name not in found}
    return list(found.values())


def departments(staff: Staff) -> list[str]:
    """Return the departments' names: those that the settings list, and those that reasons name."""
    names = {one.name for settings in _settings(staff) for one in settings.departments}
    return sorted(names | {one.department for one in reasons(staff) if one.department})


def _settings(staff: Staff, channel: str | None = None) -> list[Configuration]:
    of = settings_of_channels(staff.store)
    if channel is not None:
        return [of(channel)] if staff.channels is None or channel in staff.channels else []
    slugs = staff.store.channels.order_by("slug").values_list("slug", flat=True)
    return [of(slug) for slug in slugs if staff.channels is None or slug in staff.channels]


def newest_first(tickets: Iterable[Ticket]) -> list[Ticket]:
    return sorted(tickets, key=lambda ticket: (ticket.updated_at, ticket.pk), reverse=True)


def is_in_copy(ticket: Ticket, email: str) -> bool:
    return normal_address(email) in {normal_address(one.email) for one in ticket.copies.all()}


def has_any(store: Store) -> bool:
    return store.tickets.exists()


def begun_by(store: Store, digest: bytes) -> Ticket | None:
    """Return the ticket that this very form became when it was sent before."""
    begun = store.tickets.select_related("conversation")
    return begun.filter(conversation__store=store, conversation__form_digest=digest).first()


def named_order(store: Store, named: NamedOrder) -> Order | None:
    """Return the order that a shopper names rightly, by its number and the e-mail it was placed with."""
    return store.orders.filter(number=named.number, customer_email__iexact=named.email).first()


def promised_calls(store: Store, channel: str, now: datetime) -> dict[datetime, int]:
    """Return how many people were promised a call in each slot to come, in this channel."""
    coming = store.tickets.filter(call_at__gte=now, conversation__channel_slug=channel).exclude(state=State.CLOSED)
    return dict(coming.values_list("call_at").annotate(many=Count("id")))
