"""Whose story is told: an order's or a person's, and which rows belong to it."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.fields.json import KeyTextTransform

from ..conversations.models import Conversation
from ..people.addresses import normal_address
from ..people.models import KeyKind, PersonKey
from ..shop import queries as shop
from ..shop.models import Order
from ..stores.callers import Staff

# Of a person's carts, the newest: whom an anonymous chat belongs to is seen by the cart that it was about.
MOST_CARTS = 200
MOST_TICKETS = 200
CHECKOUT = KeyTextTransform("checkout", "here")


@dataclass(frozen=True, slots=True)
class Scope:
    """`people` are ids of people.Person; `about` what of the messages to them counts, everything where it is empty."""

    staff: Staff
    orders: QuerySet[Order]
    conversations: QuerySet[Conversation]
    people: QuerySet[PersonKey, Any] | tuple[int, ...]
    about: tuple[str, ...] = ()
    # Saleor's ids of checkouts.
    carts: tuple[str, ...] = ()
    is_person: bool = False


def of_order(staff: Staff, order: Order) -> Scope:
    """Return an order's scope: its tickets, and the chats from the cart that it was."""
    mine = Q(ticket__order=order)
    if order.checkout_id:
        mine |= Q(pk__in=_about_carts(staff, [order.checkout_id]))
    return Scope(
        staff=staff,
        orders=shop.orders(staff).filter(pk=order.pk).order_by().prefetch_related(None),
        conversations=_seen(staff).filter(mine),
        people=_keys(staff, customer=order.customer_id, email=order.customer_email).values_list("person"),
        about=(order.saleor_id,),
        carts=(order.checkout_id,) if order.checkout_id else (),
    )


@dataclass(frozen=True, slots=True)
class Names:
    """By what somebody is known to the store; addresses in their normal form."""

    customers: frozenset[str] = frozenset()
    mailboxes: frozenset[str] = frozenset()
    people: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.customers or self.mailboxes)


def names_of(staff: Staff, *, customer: str = "", email: str = "") -> Names:
    """Return all names of whom one of them names, as far as they were proven to be one person's."""
    email = normal_address(email)
    people = _keys(staff, customer=customer, email=email).values("person")
    keys = PersonKey.across_stores.filter(store=staff.store, person__in=people)
    found = list(keys.values_list("kind", "value", "person"))
    return Names(
        customers=frozenset(value for kind, value, _ in found if kind == KeyKind.CUSTOMER) | _given(customer),
        mailboxes=frozenset(value for kind, value, _ in found if kind == KeyKind.EMAIL) | _given(email),
        people=frozenset(person for *_, person in found),
    )


def _keys(staff: Staff, *, customer: str, email: str) -> QuerySet[PersonKey]:
    named = Q(kind=KeyKind.CUSTOMER, value=customer) & ~Q(value="")
    return PersonKey.across_stores.filter(named | Q(kind=KeyKind.EMAIL, value=normal_address(email)), store=staff.store)


def of_person(staff: Staff, names: Names) -> Scope:
    """Return a person's scope: also what they did as a guest, before they logged in or typed their address."""
    orders = shop.orders(staff).filter(is_theirs(names)).order_by().prefetch_related(None)
    carts = _carts_of(staff, names, orders)
    keys = [f"user:{one}" for one in names.customers]
    mine = (Q(shopper_key__in=keys) & ~Q(shopper_key="")) | _has_mailbox(names.mailboxes, "email")
    if carts:
        mine |= Q(pk__in=_about_carts(staff, carts))
    # An account's mailbox may not be proven; what is said about an order of theirs is theirs all the same.
    if about_orders := _about_orders(staff, orders):
        mine |= Q(pk__in=about_orders)
    return Scope(
        staff=staff,
        orders=orders,
        conversations=_seen(staff).filter(mine),
        people=tuple(names.people),
        carts=carts,
        is_person=True,
    )


def is_theirs(names: Names) -> Q:
    """Return what their orders have in common."""
    by_account = Q(customer_id__in=names.customers) & ~Q(customer_id="")
    return by_account | _has_mailbox(names.mailboxes, "customer_email")


def _has_mailbox(mailboxes: Collection[str], column: str) -> Q:
    # One by one, and none of them empty, as the indexes are; somebody has few.
    found = Q(pk__in=[])
    for one in mailboxes:
        found |= Q(**{f"{column}__iexact": one}) & ~Q(**{column: ""})
    return found


def _seen(staff: Staff) -> QuerySet[Conversation]:
    seen = Conversation.across_stores.filter(store=staff.store)
    return seen if staff.channels is None else seen.filter(channel_slug__in=staff.channels)


def _about_carts(staff: Staff, carts: Collection[str]) -> QuerySet[Any, Any]:
    chats = Conversation.across_stores.alias(checkout=CHECKOUT).filter(here__isnull=False)
    return chats.filter(store=staff.store, checkout__in=list(carts)).values("pk")


def _about_orders(staff: Staff, orders: QuerySet[Order]) -> list[int]:
    # By their ids: an alternative that is a query of its own has PostgreSQL look at every conversation.
    tickets = staff.store.tickets.filter(order__in=orders).order_by("-pk")
    return list(tickets.values_list("conversation_id", flat=True)[:MOST_TICKETS])


def _carts_of(staff: Staff, names: Names, orders: QuerySet[Order]) -> tuple[str, ...]:
    left = staff.store.carts.filter(case__person__in=names.people).values_list("saleor_id")
    bought = orders.exclude(checkout_id="").values_list("checkout_id")
    return tuple({found for (found,) in left.union(bought)[:MOST_CARTS]})


def _given(one: str) -> frozenset[str]:
    return frozenset([one] if one else [])
