"""Orders that were placed in a shop, and what becomes of them."""

from datetime import datetime, timedelta
from typing import Any

from saleor_support_plugin.parcels import actions
from saleor_support_plugin.parcels.models import FrozenPromise
from saleor_support_plugin.parcels.rules import Source, State
from saleor_support_plugin.saleor.generated.fragments import OrderFacts
from saleor_support_plugin.shop.actions import remember_order
from saleor_support_plugin.shop.models import Fulfillment, Order

from ..shop import facts
from ..shops import NOON, Shop, global_id

# NOON is a Friday; in Türkiye the usual carrier works from Monday to Saturday.
BUYER = "ayse@shopper.dev"
FAST, SLOW, UNDATED = (global_id("ShippingMethod", number) for number in (1, 2, 3))


def place(
    shop: Shop,
    name: str = "o",
    *,
    created: datetime = NOON,
    method: str = FAST,
    parcels: int = 0,
    said_at: datetime | None = None,
    **changed: Any,
) -> Order:
    """Take over an order of one line; with `parcels`, all of it was sent in so many."""
    line = facts.order_line(
        1,
        id=global_id("OrderLine", name),
        quantity=max(parcels, 1),
        quantityFulfilled=parcels,
        variant={"id": shop.variant_id},
    )
    values = {
        "id": global_id("Order", name),
        "number": name,
        "created": created.isoformat(),
        "userEmail": BUYER,
        "checkoutId": None,
        "deliveryMethod": {"__typename": "ShippingMethod", "id": method},
        "lines": [line],
        "fulfillments": [sent(shop, name, number, created) for number in range(1, parcels + 1)],
    } | changed
    facts_of = OrderFacts.model_validate(facts.order(**values))
    remember_order(store=shop.store, order=facts_of, issued_at=said_at or created)
    return Order.across_stores.get(store=shop.store, saleor_id=values["id"])


def sent(shop: Shop, name: str, number: int, at: datetime, **changed: Any) -> dict[str, Any]:
    values = {
        "id": global_id("Fulfillment", f"{shop.name}-{name}-{number}"),
        "trackingNumber": f"{name}-{number}",
        "created": at.isoformat(),
        "warehouse": {"id": global_id("Warehouse", 1), "name": "Depot"},
        "lines": [
            {
                "id": global_id("FulfillmentLine", f"{name}-{number}"),
                "quantity": 1,
                "orderLine": {"id": global_id("OrderLine", name)},
            }
        ],
    }
    return facts.fulfillment(number, **values | changed)


def frozen(order: Order, now: datetime | None = None) -> FrozenPromise:
    actions.freeze(order=order, now=now or order.created)
    return FrozenPromise.across_stores.get(order=order)


def tell(
    order: Order, state: State, at: datetime, *, source: Source = Source.CARRIER, number: int = 1, detail: str = ""
) -> actions.News | actions.Already | actions.NoParcel:
    """Have somebody say of an order's parcel, at that very moment, where it is."""
    return actions.hear(
        store=order.store,
        fulfillment=parcel_of(order, number),
        state=state,
        source=source,
        at=at,
        now=at,
        detail=detail,
    )


def parcel_of(order: Order, number: int = 1) -> Fulfillment:
    return Fulfillment.across_stores.get(order=order, number=number)


def days(count: float) -> timedelta:
    return timedelta(days=count)
