"""Everything the shop remembers, and how its rows are found by global id."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from .app_records import App, AppExtension, AppInstallation, EventDelivery, Webhook
from .catalogue_records import (
    Attribute,
    Category,
    Channel,
    GiftCard,
    Product,
    ProductVariant,
    ShippingMethodType,
    ShippingZone,
    Stock,
    Voucher,
    Warehouse,
)
from .order_records import Checkout, Fulfillment, Order
from .records import Group, Record, User, kind_and_pk

# Ids of the sample rows and of everything made later derive from this, so that two fresh shops have the same ids.
_NAMES = uuid.UUID("6f2a7f3e-6b0c-4f55-9a3b-0d6c2b8f1d11")


def named_uuid(name: str) -> str:
    return str(uuid.uuid5(_NAMES, name))


@dataclass(kw_only=True)
class State:
    shop_name: str
    version: str
    channels: dict[str, Channel]
    warehouses: dict[str, Warehouse]
    zones: dict[str, ShippingZone]
    categories: dict[str, Category]
    products: dict[str, Product]
    groups: dict[str, Group]
    users: dict[str, User]
    orders: dict[str, Order] = field(default_factory=dict)
    checkouts: dict[str, Checkout] = field(default_factory=dict)
    vouchers: dict[str, Voucher] = field(default_factory=dict)
    gift_cards: dict[str, GiftCard] = field(default_factory=dict)
    attributes: dict[str, Attribute] = field(default_factory=dict)
    apps: dict[str, App] = field(default_factory=dict)
    installations: dict[str, AppInstallation] = field(default_factory=dict)
    deliveries: dict[str, EventDelivery] = field(default_factory=dict)
    serials: dict[str, int] = field(default_factory=dict)
    private_key: str = ""  # PEM; signs webhooks and tokens
    api_url: str = ""
    metadata: dict[str, str] = field(default_factory=dict)
    private_metadata: dict[str, str] = field(default_factory=dict)

    def next_pk(self, kind: str) -> str:
        """The next whole number for this kind, as in Saleor's own tables."""
        self.serials[kind] = self.serials.get(kind, 0) + 1
        return str(self.serials[kind])

    def next_uuid(self) -> str:
        return named_uuid(self.next_pk("uuid"))

    def variants(self) -> Iterator[tuple[Product, ProductVariant]]:
        for product in self.products.values():
            for variant in product.variants:
                yield product, variant

    def variant(self, pk: str) -> ProductVariant:
        return next(variant for _, variant in self.variants() if variant.pk == pk)

    def product_of(self, variant: ProductVariant) -> Product:
        return next(product for product, owned in self.variants() if owned.pk == variant.pk)

    def stocks(self) -> Iterator[Stock]:
        for _, variant in self.variants():
            yield from variant.stocks

    def voucher(self, code: str | None) -> Voucher | None:
        return next((voucher for voucher in self.vouchers.values() if voucher.code == code), None)

    def channel(self, slug: str) -> Channel | None:
        return next((channel for channel in self.channels.values() if channel.slug == slug), None)

    def channel_of(self, slug: str) -> Channel:
        """The channel that one of our own rows names; it is there."""
        return next(channel for channel in self.channels.values() if channel.slug == slug)

    def warehouse(self, slug: str) -> Warehouse:
        return next(warehouse for warehouse in self.warehouses.values() if warehouse.slug == slug)

    def methods(self) -> Iterator[tuple[ShippingZone, ShippingMethodType]]:
        for zone in self.zones.values():
            for method in zone.shipping_methods:
                yield zone, method

    def fulfillments(self) -> Iterator[tuple[Order, Fulfillment]]:
        for order in self.orders.values():
            for fulfillment in order.fulfillments:
                yield order, fulfillment

    def webhooks(self) -> Iterator[tuple[App, Webhook]]:
        for app in self.apps.values():
            for webhook in app.webhooks:
                yield app, webhook

    def extensions(self) -> Iterator[tuple[App, AppExtension]]:
        for app in self.apps.values():
            for extension in app.extensions:
                yield app, extension

    def find(self, gid: str, kind: str | None = None) -> Any:
        """The row with this global id, or None; also None when `kind` is given and the id is of another kind."""
        found_kind, pk = kind_and_pk(gid)
        if kind is not None and found_kind != kind:
            return None
        table = self._tables().get(found_kind)
        if isinstance(table, dict):
            return table.get(pk)
        return next((row for row in table or () if row.pk == pk), None)

    def _tables(self) -> dict[str, dict[str, Any] | Iterator[Record]]:
        return {
            "Channel": self.channels,
            "Warehouse": self.warehouses,
            "ShippingZone": self.zones,
            "ShippingMethodType": (method for _, method in self.methods()),
            "ShippingMethod": (method for _, method in self.methods()),
            "Category": self.categories,
            "Product": self.products,
            "ProductVariant": (variant for _, variant in self.variants()),
            "Stock": self.stocks(),
            "Group": self.groups,
            "User": self.users,
            "Address": (address for user in self.users.values() for address in user.addresses),
            "Order": self.orders,
            "OrderLine": (line for order in self.orders.values() for line in order.lines),
            "Fulfillment": (fulfillment for _, fulfillment in self.fulfillments()),
            "Checkout": self.checkouts,
            "CheckoutLine": (line for checkout in self.checkouts.values() for line in checkout.lines),
            "Voucher": self.vouchers,
            "GiftCard": self.gift_cards,
            "FulfillmentLine": (line for _, one in self.fulfillments() for line in one.lines),
            "Invoice": (invoice for order in self.orders.values() for invoice in order.invoices),
            "Attribute": self.attributes,
            "App": self.apps,
            "Webhook": (webhook for _, webhook in self.webhooks()),
            "AppExtension": (extension for _, extension in self.extensions()),
            "AppInstallation": self.installations,
            "EventDelivery": self.deliveries,
        }
