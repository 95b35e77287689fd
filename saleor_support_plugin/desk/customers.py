"""What a customer is worth to the store and how they feel about it, as staff may see it."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Count, Q, QuerySet, Sum

from ..beside.queries import UNPAID
from ..money import Money
from ..reviews.models import Review
from ..shop import queries as shop
from ..shop.models import Order
from ..stores.callers import Staff
from ..surveys.models import Survey
from ..tickets import queries as tickets
from ..tickets.models import Ticket
from . import scopes
from .scopes import Names, Scope
from .timeline import Timeline

MOST_SHOWN = 5


@dataclass
class Customer:
    """Somebody as their orders, tickets, surveys and reviews tell it; of channels that the member of staff may see."""

    staff: Staff
    names: Names
    # As they were asked for.
    email: str
    customer_id: str

    @cached_property
    def _scope(self) -> Scope:
        return scopes.of_person(self.staff, self.names)

    def timeline(self) -> Timeline:
        return Timeline(self._scope)

    def orders(self) -> QuerySet[Order]:
        return shop.orders(self.staff).filter(scopes.is_theirs(self.names))

    @cached_property
    def name(self) -> str:
        return self.orders().exclude(customer_name="").values_list("customer_name", flat=True).first() or ""

    @cached_property
    def _sums(self) -> list[dict[str, Any]]:
        paid = ~Q(status__in=UNPAID)
        by_currency = self.orders().order_by().prefetch_related(None).values("currency")
        sums = by_currency.annotate(
            many=Count("pk"), paid=Sum("total_gross", filter=paid), back=Sum("total_refunded", filter=paid)
        )
        return [dict(one) for one in sums]

    @property
    def orders_count(self) -> int:
        return sum(one["many"] for one in self._sums)

    def spent(self) -> list[Money]:
        """Return what they paid and kept, by currency; the largest sum first."""
        paid = [one for one in self._sums if one["paid"] is not None]
        return sorted((Money(one["paid"] - one["back"], one["currency"]) for one in paid), reverse=True)

    def tickets(self) -> QuerySet[Ticket]:
        """Return their tickets, the newest first."""
        theirs = tickets.listed(self.staff).filter(conversation__in=self._scope.conversations.values("pk"))
        return theirs.order_by("-updated_at", "-pk")

    @cached_property
    def open_tickets(self) -> int:
        return self.tickets().filter(tickets.UNFINISHED).count()

    @cached_property
    def last_survey(self) -> Survey | None:
        answered = Survey.across_stores.filter(
            ticket__conversation__in=self._scope.conversations.values("pk"), answered_at__isnull=False
        )
        return answered.order_by("-answered_at").first()

    @cached_property
    def last_review(self) -> Review | None:
        given = self.staff.store.reviews.filter(order__in=self._scope.orders.values("pk"))
        return given.order_by("-created_at", "-pk").first()


def customer(staff: Staff, *, customer_id: str = "", email: str = "") -> Customer | None:
    """Return whom an account's id or a mailbox names; None of nobody that the store has an order or a word of."""
    names = scopes.names_of(staff, customer=customer_id, email=email)
    if not names:
        return None
    found = Customer(staff, names, email, customer_id)
    if found.orders_count or found.tickets().exists():
        return found
    return None


def buyer(staff: Staff, order: Order) -> Customer | None:
    names = scopes.names_of(staff, customer=order.customer_id, email=order.customer_email)
    return Customer(staff, names, order.customer_email, order.customer_id) if names else None
