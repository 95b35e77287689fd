"""An order as it is in Saleor at this moment, what of it can still be given, and who may give."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from ..saleor.errors import SaleorError
from ..shop import queries as shop
from ..shop.models import Order
from ..stores.callers import Staff
from ..stores.clients import client_of
from ..stores.models import Store
from . import queries, rules
from .deeds.deed import order_now
from .rules import NEEDS, Kind, NotDone, Problem

if TYPE_CHECKING:
    from ..saleor.generated.fragments import GiftCardFacts, OrderActFacts


@dataclass(frozen=True, slots=True)
class Seen:
    """An order as it is in Saleor at this moment; `charged` counts what was paid back since, which is `paid_back`.

    `known` of that was ours, as far as it was done before Saleor was asked.
    """

    order: Order
    in_saleor: "OrderActFacts"
    known: Decimal

    @property
    def paid_back(self) -> Decimal:
        return self.in_saleor.total_refunded.amount + self.in_saleor.total_refund_pending.amount

    @property
    def charged(self) -> Decimal:
        return self.in_saleor.total_charged.amount + self.paid_back


def see(staff: Staff, order_id: str) -> Seen:
    """Ask Saleor for an order that they may see. Raises NotDone."""
    order = shop.order(staff, order_id)
    if order is None:
        raise NotDone(Problem.NOT_FOUND, "order")
    return seen_now(order)


def seen_now(order: Order) -> Seen:
    """Ask Saleor for an order. Raises NotDone."""
    known = queries.refunds_done(order)
    try:
        found = order_now(client_of(order.store).order_acts(order.store.saleor_version), order.saleor_id)
    except SaleorError as error:
        raise NotDone(Problem.SALEOR_UNREACHABLE) from error
    return Seen(order, found, known)


def gift_cards_of(seen: Seen) -> "list[GiftCardFacts]":
    """Return the cards that were bought in an order, or that we gave for it. Raises NotDone."""
    order, email = seen.order, seen.in_saleor.user_email
    saleor = client_of(order.store).order_acts(order.store.saleor_version)
    try:
        bought = saleor.gift_cards_bought(order.saleor_id, email) if email else []
        given = [saleor.gift_card(one) for one in queries.gift_cards_given(order)]
    except SaleorError as error:
        raise NotDone(Problem.SALEOR_UNREACHABLE) from error
    return [*bought, *(one for one in given if one)]


def missing(staff: Staff, kind: Kind) -> tuple[str, ...]:
    """Return which of Saleor's permissions they lack for it."""
    return tuple(one for one in NEEDS[kind] if one not in staff.permissions)


def missing_of_app(store: Store, kind: Kind) -> tuple[str, ...]:
    return tuple(one for one in NEEDS[kind] if one in store.missing_permissions)


def room_on(seen: Seen, *, without: int = 0) -> Decimal:
    """Return how much can still be given for the order, by anybody."""
    refunds, others = queries.given_for(seen.order, without=without)
    paid_back, known = seen.paid_back, seen.known
    return rules.room(charged=seen.charged, paid_back=paid_back, known=known, refunds=refunds, others=others)
