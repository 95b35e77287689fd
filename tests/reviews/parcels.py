"""Orders with parcels that arrived."""

from datetime import datetime
from typing import Any

from saleor_support_plugin.delivery.actions import mark_delivered
from saleor_support_plugin.saleor.generated.fragments import OrderFacts
from saleor_support_plugin.shop.actions import remember_order
from saleor_support_plugin.shop.models import Order

from ..shop import facts
from ..shops import NOON, Shop, global_id

BUYER = "ayse@shopper.dev"


def order(shop: Shop, name: str = "o", *, lines: int = 2, at: datetime = NOON, **changed: Any) -> Order:
    """Take over an order, all of it sent in one parcel."""
    parcel = facts.fulfillment(1, id=global_id("Fulfillment", f"{shop.name}-{name}"))
    parcel["lines"] = [
        {"id": global_id("FulfillmentLine", f"{name}-{number}"), "quantity": 1, "orderLine": {"id": line_id(number)}}
        for number in range(lines)
    ]
    values = {
        "id": global_id("Order", name),
        "userEmail": BUYER,
        "status": "FULFILLED",
        "checkoutId": None,
        "lines": [
            facts.order_line(1, id=line_id(one), productName=f"Lamp {one}", translatedProductName=f"Lamba {one}")
            for one in range(lines)
        ],
        "fulfillments": [parcel],
    } | changed
    remember_order(store=shop.store, order=OrderFacts.model_validate(facts.order(**values)), issued_at=at)
    return Order.across_stores.get(store=shop.store, saleor_id=values["id"])


def line_id(number: int) -> str:
    return global_id("OrderLine", number)


def arrive(order: Order, *, at: datetime = NOON) -> None:
    for parcel in order.fulfillments.all():
        mark_delivered(store=order.store, fulfillment=parcel, at=at, source="staff")
