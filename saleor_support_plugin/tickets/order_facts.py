"""What rules of routing ask of tickets, read for many at once by the same few questions."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from django.db.models import Min
from django.db.models.functions import Upper

from ..parcels import queries as parcels
from ..parcels.models import FrozenPromise
from ..parcels.rules import Standing, standing
from ..shop.models import Order, OrderLine, Variant
from ..stores.models import Store
from .models import Ticket
from .routing import Facts


def facts_of(store: Store, tickets: Sequence[Ticket], now: datetime) -> dict[int, Facts]:
    """Return what is known of each of a store's tickets, by its id; conversations and orders must be at hand."""
    orders = {one.order_id: one.order for one in tickets if one.order_id is not None and one.order is not None}
    late, first = _late(orders.values(), now), _first(store, orders.values())
    about = _products(store, tickets)
    return {
        one.pk: Facts(
            is_late=one.order_id in late,
            is_first_order=one.order_id in first,
            value=one.order.total if one.order else None,
            products=frozenset(about[one.pk]),
            categories=frozenset(filter(None, about[one.pk].values())),
            channel=one.conversation.channel_slug,
            language=one.conversation.language,
            reason=one.reason,
            kind=one.kind,
            subject=one.subject,
        )
        for one in tickets
    }


def _late(orders: Iterable[Order], now: datetime) -> set[int]:
    promises = FrozenPromise.across_stores.filter(order__in=[one.pk for one in orders], last__isnull=False)
    return {
        one.order_id
        for one in parcels.with_parcels(promises)
        if one.last is not None and _standing(one, now) is Standing.LATE
    }


def _standing(promise: FrozenPromise, now: datetime) -> Standing | None:
    assert promise.last is not None  # noqa: S101  as asked for above
    today = now.astimezone(parcels.zone_of(promise.order)).date()
    return standing(parcels.progress(promise, promise.last, list(promise.order.fulfillments.all())), today)


def _first(store: Store, orders: Iterable[Order]) -> set[int]:
    """Return the orders before which their customer, by mailbox, had placed none."""
    emails = {one.customer_email.upper(): one for one in orders if one.customer_email}
    placed = store.orders.exclude(status__in=("DRAFT", "UNCONFIRMED")).annotate(mailbox=Upper("customer_email"))
    earliest = placed.filter(mailbox__in=list(emails)).values("mailbox").annotate(at=Min("created"))
    began = dict(earliest.values_list("mailbox", "at"))
    return {one.pk for one in orders if (at := began.get(one.customer_email.upper())) is not None and one.created <= at}


def _products(store: Store, tickets: Sequence[Ticket]) -> Mapping[int, dict[str, str]]:
    """Return the products each ticket is about, with their categories: its own, its lines', else its order's."""
    chosen: dict[int, set[str]] = {one.pk: set() for one in tickets}
    lines: dict[int, set[str]] = {one.pk: {line.order_line_id for line in one.lines.all()} for one in tickets}
    sold = defaultdict(list)
    for line in OrderLine.across_stores.filter(order__in=[one.order_id for one in tickets if one.order_id]):
        sold[line.order_id].append(line)
    variants: dict[int, set[str]] = {
        one.pk: {
            line.variant_id
            for line in sold[one.order_id or 0]
            if line.saleor_id in lines[one.pk] or not (lines[one.pk] or one.product_id)
        }
        for one in tickets
    }
    known = _known(store, set().union(*variants.values()), {one.product_id for one in tickets if one.product_id})
    for one in tickets:
        chosen[one.pk] = {row[1] for row in known if row[0] in variants[one.pk] or row[1] == one.product_id}
    categories = {product: category for _, product, category in known}
    return {
        one.pk: {product: categories[product] for product in chosen[one.pk]}
        | ({one.product_id: categories.get(one.product_id, "")} if one.product_id else {})
        for one in tickets
    }


def _known(store: Store, variant_ids: set[str], product_ids: set[str]) -> list[tuple[str, str, str]]:
    mine = Variant.across_stores.filter(store=store)
    rows = mine.filter(saleor_id__in=variant_ids) | mine.filter(product_id__in=product_ids)
    return list(rows.values_list("saleor_id", "product_id", "category_id"))
