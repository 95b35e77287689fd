"""One table: Saleor event → subscription document → handlers in order. It builds the manifest, mends and dispatches."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from ..carts import webhooks as carts
from ..compensation import webhooks as compensation
from ..delivery import webhooks as delivery
from ..events.actions import Handled, Handler
from ..parcels import webhooks as parcels
from ..saleor.generated import subscriptions
from ..shop import webhooks as shop
from . import app_events


@dataclass(frozen=True, slots=True)
class Subject:
    """One webhook of the app: its document, and who acts on each of its events."""

    name: str
    query: str
    events: Mapping[str, tuple[Handler, ...]]

    @property
    def names(self) -> list[str]:
        """Return the events as Saleor's enum names them."""
        return [event.upper() for event in self.events]


_order = (shop.order_changed,)
# Money of it moved, or did not.
_paid = (shop.order_changed, compensation.order_changed)
_moved = (shop.order_changed, shop.goods_moved)
# What is promised is what could be promised before the order itself took of the stock.
_placed = (shop.order_changed, parcels.order_placed, shop.goods_moved, carts.order_placed)
_sent = (shop.order_changed, shop.goods_moved, parcels.parcel_changed)
_numbered = (shop.order_changed, parcels.parcel_changed)
_cart = (carts.checkout_changed,)
_variant = (shop.variant_changed,)
_shipping = (delivery.shipping_changed,)

SUBJECTS = (
    Subject(
        "Orders",
        subscriptions.ORDERS,
        {
            "order_created": _placed,
            "order_confirmed": _order,
            "order_updated": _paid,
            "order_paid": _paid,
            "order_fully_paid": _paid,
            "order_refunded": _paid,
            "order_fully_refunded": _paid,
            "order_fulfilled": _order,
            "order_cancelled": _moved,
            "order_expired": _moved,
            "order_metadata_updated": _order,
        },
    ),
    Subject(
        "Fulfillments",
        subscriptions.FULFILLMENTS,
        {
            "fulfillment_created": _sent,
            "fulfillment_canceled": _sent,
            "fulfillment_approved": _sent,
            "fulfillment_metadata_updated": _order,
            "fulfillment_tracking_number_updated": _numbered,
        },
    ),
    Subject(
        "Checkouts",
        subscriptions.CHECKOUTS,
        {
            "checkout_created": _cart,
            "checkout_updated": _cart,
            "checkout_metadata_updated": _cart,
            "checkout_fully_paid": _cart,
        },
    ),
    Subject(
        "Variants",
        subscriptions.VARIANTS,
        {
            "product_variant_created": _variant,
            "product_variant_updated": _variant,
            "product_variant_out_of_stock": _variant,
            "product_variant_back_in_stock": _variant,
            "product_variant_stock_updated": _variant,
            "product_variant_metadata_updated": _variant,
            "product_variant_deleted": (shop.variant_deleted,),
            "product_updated": (shop.product_changed,),
        },
    ),
    Subject(
        "Shipping",
        subscriptions.SHIPPING,
        {
            "shipping_price_created": _shipping,
            "shipping_price_updated": _shipping,
            "shipping_price_deleted": _shipping,
            "shipping_zone_created": _shipping,
            "shipping_zone_updated": _shipping,
            "shipping_zone_deleted": _shipping,
            "warehouse_created": _shipping,
            "warehouse_updated": _shipping,
            "warehouse_deleted": _shipping,
        },
    ),
    Subject(
        "App",
        subscriptions.APP,
        {"app_deleted": (app_events.app_deleted,), "app_status_changed": (app_events.app_status_changed,)},
    ),
)


def typename(event: str) -> str:
    """Return the type that Saleor's body of this event has: `order_created` → `OrderCreated`."""
    return "".join(word.capitalize() for word in event.split("_"))


TABLE: dict[str, Handled] = {
    event: Handled(typename(event), handlers) for subject in SUBJECTS for event, handlers in subject.events.items()
}


def fingerprint(target_url: str) -> str:
    """Return what changes whenever the webhooks of this version do, or where they go."""
    wanted = "\0".join(f"{subject.name}\0{subject.query}\0{subject.names}" for subject in SUBJECTS)
    return sha256(f"{target_url}\0{wanted}".encode()).hexdigest()
