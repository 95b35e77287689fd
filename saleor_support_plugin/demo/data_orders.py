"""The sample shop's six orders: new, partly sent, sent, cancelled, unpaid, and a guest's that arrived long ago."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from .money import order_total
from .order_records import (
    Delivery,
    Fulfillment,
    FulfillmentLine,
    Order,
    OrderEvent,
    OrderLine,
    TransactionItem,
)
from .records import Address, User
from .state import State, named_uuid


@dataclass(frozen=True)
class Sample:
    channel: str
    method_pk: str
    lines: list[tuple[str, int]]  # sku of the variant, pieces
    hours_ago: float
    customer: str | None = None
    paid: bool = True
    sent: int = 0  # pieces of each line that have left
    tracking: str = ""
    status: str = "UNFULFILLED"


SENT_AFTER = timedelta(hours=4)
_PART = "PARTIALLY_FULFILLED"
SAMPLES = [
    Sample("tr", "1", [("linen-shirt-2", 1), ("olive-soap-9", 2)], 5, "ayse"),
    Sample("tr", "2", [("cotton-towel-11", 2), ("tea-glasses-8", 2)], 30, "ayse", sent=1, tracking="TR1", status=_PART),
    Sample("eu", "4", [("wool-blanket-4", 1)], 24 * 4, "lena", sent=1, tracking="EU1", status="FULFILLED"),
    Sample("eu", "5", [("headphones-24", 1)], 24 * 3, "lena", status="CANCELED"),
    Sample("eu", "4", [("running-shoes-18", 1), ("notebook-22", 3)], 20, "jan", paid=False),
    Sample("tr", "1", [("copper-pot-6", 1)], 24 * 20, sent=1, tracking="TR2", status="FULFILLED"),
]  # fmt: skip


def add_orders(state: State, now: datetime) -> None:
    """Oldest first, so that order numbers rise with time."""
    for sample in sorted(SAMPLES, key=lambda sample: -sample.hours_ago):
        order = _order(state, sample, created=now - timedelta(hours=sample.hours_ago))
        state.orders[order.pk] = order


def _order(state: State, sample: Sample, *, created: datetime) -> Order:
    customer = _customer(state, sample.customer)
    number = state.next_pk("Order")
    order = Order(
        pk=named_uuid(f"order {number}"),
        number=number,
        channel_slug=sample.channel,
        created=created,
        updated_at=created,
        status=sample.status,
        lines=[_line(state, sample, sku, quantity, number) for sku, quantity in sample.lines],
        user_pk=customer.pk if customer else None,
        user_email=customer.email if customer else "guest@example.com",
        language_code=customer.language_code if customer else "TR",
        shipping_address=_address(state, customer),
        billing_address=_address(state, customer),
        delivery=_delivery(state, sample),
        checkout_pk=named_uuid(f"checkout of order {number}"),
    )
    if sample.sent:
        order.fulfillments.append(_fulfillment(state, order, sample, created + SENT_AFTER))
    if sample.paid:
        order.charged = order_total(order)
        pk = named_uuid(f"transaction of order {number}")
        order.transactions.append(TransactionItem(pk=pk, name="Demo card", charged=order.charged))
    order.events = [
        OrderEvent(pk=state.next_pk("OrderEvent"), type=kind, date=created + after, message=message)
        for kind, after, message in _history(sample)
    ]
    return order


def _history(sample: Sample) -> list[tuple[str, timedelta, str | None]]:
    """What Saleor would have written of it: what happened, how long after it was placed, and the words."""
    at_once = timedelta(0)
    paid = [("ORDER_FULLY_PAID", timedelta(minutes=1), None)] if sample.paid else []
    sent = [("FULFILLMENT_FULFILLED_ITEMS", SENT_AFTER, None)] if sample.sent else []
    tracked = [("TRACKING_UPDATED", SENT_AFTER, sample.tracking)] if sample.tracking else []
    over = [("CANCELED", timedelta(hours=2), None)] if sample.status == "CANCELED" else []
    return [("PLACED", at_once, None), ("CONFIRMED", at_once, None), *paid, *sent, *tracked, *over]


def _customer(state: State, name: str | None) -> User | None:
    return next((user for user in state.users.values() if user.email == f"{name}@example.com"), None)


def _line(state: State, sample: Sample, sku: str, quantity: int, number: str) -> OrderLine:
    product, variant = next((product, variant) for product, variant in state.variants() if variant.sku == sku)
    warehouse = _warehouse_of(sample)
    waiting = 0 if sample.status in ("FULFILLED", "CANCELED") else max(quantity - sample.sent, 0)
    for stock in variant.stocks:
        if stock.warehouse_slug == warehouse:
            stock.quantity_allocated += waiting
    return OrderLine(
        pk=named_uuid(f"line {sku} of order {number}"),
        product_name=product.name,
        variant_name=variant.name or variant.id,
        product_sku=variant.sku,
        variant_pk=variant.pk,
        quantity=quantity,
        unit_price=variant.prices[sample.channel],
        allocated={warehouse: waiting} if waiting else {},
    )


def _warehouse_of(sample: Sample) -> str:
    return "istanbul" if sample.channel == "tr" else "berlin"


def _delivery(state: State, sample: Sample) -> Delivery:
    method = next(method for _, method in state.methods() if method.pk == sample.method_pk)
    return Delivery(method_pk=method.pk, name=method.name, price=method.prices[sample.channel])


def _fulfillment(state: State, order: Order, sample: Sample, created: datetime) -> Fulfillment:
    order.updated_at = created
    return Fulfillment(
        pk=state.next_pk("Fulfillment"),
        fulfillment_order=1,
        warehouse_slug=_warehouse_of(sample),
        tracking_number=sample.tracking,
        created=created,
        lines=[
            FulfillmentLine(pk=state.next_pk("FulfillmentLine"), order_line_pk=line.pk, quantity=sample.sent)
            for line in order.lines
        ],
    )


def _address(state: State, customer: User | None) -> Address:
    """Orders keep copies: a customer who moves does not change where an old parcel went."""
    if customer:
        return replace(customer.addresses[0], pk=state.next_pk("Address"), metadata={}, private_metadata={})
    return Address(
        pk=state.next_pk("Address"),
        first_name="Guest",
        last_name="Shopper",
        street_address1="İstiklal Caddesi 1",
        city="İzmir",
        postal_code="35000",
        country="TR",
        phone="+905320000009",
    )
