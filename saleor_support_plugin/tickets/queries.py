"""Reads about tickets, for a member of staff: only those of channels that Saleor lets them see."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from ..shop.models import Order
from ..stores.callers import Staff
from ..stores.models import Store
from .models import State, Ticket
from .rules import NamedOrder

# A number larger than this is no ticket's, and no column holds it.
MOST_NUMBER = 2**31 - 1


def seen_by(staff: Staff) -> QuerySet[Ticket]:
    """Return the tickets that a member of staff may see, each with its conversation, last message and order."""
    seen = Ticket.across_stores.filter(store=staff.store).select_related("conversation__last_message", "order")
    return seen if staff.channels is None else seen.filter(conversation__channel_slug__in=staff.channels)


def tickets(staff: Staff, *, state: State | None = None, search: str = "") -> QuerySet[Ticket]:
    """Return them with what was touched last first; `search` is a part of a text, or a whole number."""
    seen = seen_by(staff)
    if state is not None:
        seen = seen.filter(state=state)
    if words := search.replace("\0", "").strip()[:100]:
        seen = seen.filter(_matches(words))
    return seen.order_by("-updated_at", "-id")


def _matches(words: str) -> Q:
    number = words.lstrip("#")
    found = Q(subject__icontains=words) | Q(order__number=number)
    found |= Q(conversation__name__icontains=words) | Q(conversation__email__icontains=words)
    if number.isascii() and number.isdigit() and int(number) <= MOST_NUMBER:
        found |= Q(number=int(number))
    return found


def ticket(staff: Staff, number: int | None) -> Ticket | None:
    """Return the ticket of this row number, or None: missing, another store's and another channel's look the same."""
    return None if number is None else seen_by(staff).filter(pk=number).first()


def newest_first(tickets: Iterable[Ticket]) -> list[Ticket]:
    return sorted(tickets, key=lambda ticket: (ticket.updated_at, ticket.pk), reverse=True)


def has_any(store: Store) -> bool:
    return store.tickets.exists()


def begun_by(store: Store, digest: bytes) -> Ticket | None:
    """Return the ticket that this very form became when it was sent before."""
    begun = store.tickets.select_related("conversation")
    return begun.filter(conversation__store=store, conversation__form_digest=digest).first()


def named_order(store: Store, named: NamedOrder) -> Order | None:
    """Return the order that a shopper names rightly, by its number and the e-mail it was placed with."""
    return store.orders.filter(number=named.number, customer_email__iexact=named.email).first()
