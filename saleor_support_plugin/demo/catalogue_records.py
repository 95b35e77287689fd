"""What the shop sells and how it ships: channels, warehouses, zones and products."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from .records import Address, Described, Record


@dataclass(kw_only=True)
class Channel(Described):
    slug: str
    name: str
    currency_code: str
    default_country: str
    countries: list[str]
    is_active: bool = True


@dataclass(kw_only=True)
class Warehouse(Described):
    slug: str
    name: str
    address: Address
    email: str = ""
    is_private: bool = False
    click_and_collect_option: str = "DISABLED"


@dataclass(kw_only=True)
class ShippingMethodPostalCodeRule(Record):
    start: str
    end: str
    inclusion_type: str


@dataclass(kw_only=True)
class ShippingMethodType(Described):
    """A way of shipping inside a zone; `prices` and `minimum_order_prices` are by channel slug."""

    name: str
    prices: dict[str, Decimal]
    minimum_order_prices: dict[str, Decimal] = field(default_factory=dict)
    minimum_delivery_days: int | None = None
    maximum_delivery_days: int | None = None
    postal_code_rules: list[ShippingMethodPostalCodeRule] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    description: str | None = None
    type: str = "PRICE"


@dataclass(kw_only=True)
class ShippingZone(Described):
    name: str
    countries: list[str]
    channel_slugs: list[str]
    warehouse_slugs: list[str]
    shipping_methods: list[ShippingMethodType]
    description: str = ""
    default: bool = False


@dataclass(kw_only=True)
class Category(Described):
    slug: str
    name: str
    names: dict[str, str]


@dataclass(kw_only=True)
class Stock(Record):
    warehouse_slug: str
    quantity: int
    quantity_allocated: int = 0


@dataclass(kw_only=True)
class ProductVariant(Described):
    name: str
    sku: str | None
    prices: dict[str, Decimal]
    stocks: list[Stock]
    created: datetime
    updated_at: datetime
    names: dict[str, str] = field(default_factory=dict)
    track_inventory: bool = True
    preorder_until: datetime | None = None  # a pre-order of 100 pieces, of which none are sold
    channel: str | None = None  # set on the copies that a query with a channel hands out


@dataclass(kw_only=True)
class Product(Described):
    slug: str
    name: str
    description: str
    category_slug: str
    variants: list[ProductVariant]
    created: datetime
    updated_at: datetime
    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    colour: str = "#888888"
    rating: float | None = None
    is_shipping_required: bool = True
    attributes: dict[str, str] = field(default_factory=dict)  # slug of an attribute → slug of its value
    channel: str | None = None  # as on variants
