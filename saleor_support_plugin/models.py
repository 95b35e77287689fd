"""The list of tables: every capability's models, imported so that Django knows them."""

from .carts.models import Cart
from .delivery.models import ShippingOption
from .events.models import Event
from .shop.models import Channel, Fulfillment, FulfillmentLine, Order, OrderLine, Stock, Variant
from .stores.models import Chore, Store

__all__ = [
    "Cart",
    "Channel",
    "Chore",
    "Event",
    "Fulfillment",
    "FulfillmentLine",
    "Order",
    "OrderLine",
    "ShippingOption",
    "Stock",
    "Store",
    "Variant",
]
