"""A cart that somebody left, as our tables have it, and a store that makes a new one of its lines."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any

from saleor_support_plugin.carts.links import Found
from saleor_support_plugin.carts.models import Cart, CartCase
from saleor_support_plugin.money import Money
from saleor_support_plugin.people.actions import person_at
from saleor_support_plugin.saleor.checkouts import MadeCheckout, MadeLine
from saleor_support_plugin.stores.models import NamedConfiguration

from ..shops import NOON, Shop, global_id

SHOPPER = "ayse@shopper.dev"
CART_PAGE = "https://aurora.dev/cart"


def settle(shop: Shop, **data: Any) -> None:
    """Have a merchant set this."""
    values = {
        "storefront_url": "https://aurora.dev",
        "storefront_origins": ["https://aurora.dev"],
        "links": {"cart": CART_PAGE},
        "sender_name": "Aurora",
        "time_zone": "Europe/Istanbul",
    } | data
    NamedConfiguration.across_stores.update_or_create(
        store=shop.store, name="all", defaults={"is_default": True, "data": values}
    )


def line(number: int = 1, **changed: Any) -> dict[str, Any]:
    """A line as carts.models.Cart keeps it."""
    return {
        "id": global_id("CheckoutLine", number),
        "variant_id": global_id("ProductVariant", number),
        "product_id": global_id("Product", number),
        "category_id": "",
        "name": f"Lamp {number}",
        "turkish_name": f"Lamba {number}",
        "variant": "Blue",
        "quantity": 2,
        "unit": "100",
        "amount": "200",
        "currency": "TRY",
        "thumbnail_url": "https://aurora.dev/lamp.png",
    } | changed


def left_behind(shop: Shop, name: str = "c", *, email: str = SHOPPER, at: datetime = NOON, **changed: Any) -> Found:
    """Have somebody leave a cart."""
    checkout_id = global_id("Checkout", name)
    case = CartCase.across_stores.create(
        store=shop.store,
        person=person_at(store=shop.store, email=email, now=at),
        checkout_id=checkout_id,
        opened_at=at,
        changed_at=at,
    )
    values = {"lines": [line()], "total_gross": Decimal(200), "language_code": "EN"} | changed
    cart = Cart.across_stores.create(
        store=shop.store,
        case=case,
        saleor_id=checkout_id,
        email=email,
        channel_slug="default-channel",
        currency="TRY",
        issued_at=at,
        updated_at=at,
        **values,
    )
    return Found(case, cart)


@dataclass
class Maker:
    """A store's client that makes checkouts: `has` says how many pieces there are, `costs` what one costs."""

    has: dict[str, int] = field(default_factory=dict)
    costs: dict[str, str] = field(default_factory=dict)
    asked: list[dict[str, Any]] = field(default_factory=list)
    before: Callable[[], None] = lambda: None

    def create_checkout(self, *, lines: Sequence[tuple[str, int]], **more: Any) -> MadeCheckout:
        self.before()
        self.asked.append({"lines": list(lines), **more})
        taken = [(one, min(wanted, self.has.get(one, wanted))) for one, wanted in lines]
        made = tuple(
            MadeLine(one, quantity, Money(Decimal(self.costs.get(one, "100")), "TRY"))
            for one, quantity in taken
            if quantity
        )
        new = global_id("Checkout", f"new-{len(self.asked)}") if made else ""
        return MadeCheckout(id=new, lines=made, total=None, refused=())
