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
    cost_prices: dict[str, Decimal] = field(default_factory=dict)  # channel slug → what it costs the merchant
    track_inventory: bool = True
    preorder_until: datetime | None = None  # a pre-order of 100 pieces, of which none are sold
    channel: str | None = None  # set on the copies that a query with a channel hands out


@dataclass(kw_only=True)
class Voucher(Described):
    """One code for a share of a whole order, or a sum off it; `values` and `min_spends` are by channel slug."""

    name: str
    code: str
    start_date: datetime
    end_date: datetime | None
    single_use: bool
    created: datetime
    values: dict[str, Decimal] = field(default_factory=dict)
    discount_value_type: str = "PERCENTAGE"
    min_spends: dict[str, Decimal] = field(default_factory=dict)
    is_active: bool = True


@dataclass(kw_only=True)
class GiftCardEvent(Record):
    type: str
    date: datetime
    order_id: str | None = None


@dataclass(kw_only=True)
class GiftCard(Described):
    code: str
    balance: Decimal
    currency: str
    email: str
    created_by_email: str = ""
    assigned_to: str | None = None
    is_active: bool = True
    events: list[GiftCardEvent] = field(default_factory=list)

    @property
    def last4_code_chars(self) -> str:
        return self.code[-4:]


@dataclass(kw_only=True)
class Attribute(Record):
    """A number that goods may have; all of the demo's goods are of one type, and have it or not."""

    slug: str
    name: str
    is_assigned: bool = False
    type: str = "PRODUCT_TYPE"
    input_type: str = "NUMERIC"


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
    is_published: bool = True
    attributes: dict[str, str] = field(default_factory=dict)  # slug of an attribute → slug of its value
    numbers: dict[str, str] = field(default_factory=dict)  # key of a numeric attribute → the number, as it was sent
    channel: str | None = None  # as on variants


@dataclass(kw_only=True)
class Page(Record):
    """A page that anybody may read; `titles` and `texts` are by language code."""

    slug: str
    title: str
    text: str
    titles: dict[str, str]
    texts: dict[str, str]
    is_published: bool = True
