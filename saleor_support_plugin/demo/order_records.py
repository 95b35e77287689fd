"""What shoppers leave behind: checkouts and orders."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from .records import Address, Described, Record


@dataclass(kw_only=True)
class Delivery:
    """How an order or checkout travels: a copy of the shipping method at that time."""

    method_pk: str
    name: str
    price: Decimal


@dataclass(kw_only=True)
class TransactionEvent(Record):
    type: str
    message: str
    created_at: datetime
    amount: Decimal


@dataclass(kw_only=True)
class TransactionItem(Record):
    """A payment that was begun on a checkout."""

    name: str
    events: list[TransactionEvent] = field(default_factory=list)
    charged: Decimal = Decimal(0)  # of an order's: what of it was not paid back


@dataclass(kw_only=True)
class CheckoutLine(Described):
    variant_pk: str
    quantity: int


@dataclass(kw_only=True)
class Checkout(Described):
    channel_slug: str
    created: datetime
    updated_at: datetime
    lines: list[CheckoutLine] = field(default_factory=list)
    email: str | None = None
    user_pk: str | None = None
    shipping_address: Address | None = None
    billing_address: Address | None = None
    delivery: Delivery | None = None
    language_code: str = "EN"
    note: str = ""
    voucher_code: str | None = None
    transactions: list[TransactionItem] = field(default_factory=list)
    charged: Decimal = Decimal(0)

    @property
    def token(self) -> str:
        return self.pk


@dataclass(kw_only=True)
class OrderLine(Described):
    product_name: str
    variant_name: str
    product_sku: str | None
    variant_pk: str
    quantity: int
    unit_price: Decimal
    is_shipping_required: bool = True
    allocated: dict[str, int] = field(default_factory=dict)  # warehouse slug → pieces


@dataclass(kw_only=True)
class FulfillmentLine(Record):
    order_line_pk: str
    quantity: int


@dataclass(kw_only=True)
class Fulfillment(Described):
    fulfillment_order: int
    warehouse_slug: str
    lines: list[FulfillmentLine]
    created: datetime
    status: str = "FULFILLED"
    tracking_number: str = ""
    delivered_at: datetime | None = None  # Saleor has no such field: the demo remembers what it told the app


@dataclass(kw_only=True)
class Payment(Record):
    """A payment of the old kind, which a plugin holds."""

    captured: Decimal
    is_active: bool = True


@dataclass(kw_only=True)
class OrderGrantedRefund(Record):
    amount: Decimal
    reason: str
    created_at: datetime
    transaction_pk: str
    status: str = "NONE"
    events: list[TransactionEvent] = field(default_factory=list)


@dataclass(kw_only=True)
class Invoice(Record):
    number: str
    url: str
    status: str = "SUCCESS"


@dataclass(kw_only=True)
class OrderEvent(Record):
    type: str
    date: datetime
    message: str | None = None
    user_pk: str | None = None
    app_pk: str | None = None


@dataclass(kw_only=True)
class Order(Described):
    number: str
    channel_slug: str
    created: datetime
    updated_at: datetime
    lines: list[OrderLine]
    user_email: str
    status: str = "UNFULFILLED"
    origin: str = "CHECKOUT"
    user_pk: str | None = None
    shipping_address: Address | None = None
    billing_address: Address | None = None
    delivery: Delivery | None = None
    fulfillments: list[Fulfillment] = field(default_factory=list)
    events: list[OrderEvent] = field(default_factory=list)
    charged: Decimal = Decimal(0)
    refunded: Decimal = Decimal(0)
    refund_pending: Decimal = Decimal(0)
    checkout_pk: str | None = None
    language_code: str = "EN"
    customer_note: str = ""
    voucher_code: str | None = None
    redirect_url: str | None = None
    external_reference: str | None = None
    transactions: list[TransactionItem] = field(default_factory=list)
    payments: list[Payment] = field(default_factory=list)
    granted_refunds: list[OrderGrantedRefund] = field(default_factory=list)
    invoices: list[Invoice] = field(default_factory=list)
