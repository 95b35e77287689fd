"""People who leave carts, as Saleor tells of them; and a Saleor that says the same when it is asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from saleor_support_plugin.carts import actions
from saleor_support_plugin.carts.models import Cart, CartCase, CartPlan
from saleor_support_plugin.saleor.checkouts import CheckoutNow, CheckoutProblem, PaymentEvent
from saleor_support_plugin.saleor.errors import SaleorUnreachable
from saleor_support_plugin.saleor.generated.fragments import CheckoutFacts, OrderFacts
from saleor_support_plugin.shop.actions import remember_order
from saleor_support_plugin.stores.models import Chore, NamedConfiguration

from ..shop import facts
from ..shops import NOON, Shop, global_id

SHOPPER = "ayse@shopper.dev"
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
CONSENT = [{"key": "paper.marketing_opt_in", "value": "true"}]
ALWAYS = {"is": "ALL", "of": []}


@dataclass
class Saleor:
    """What a store's API says of its checkouts now: as they were told of last, unless it is said otherwise."""

    there: dict[str, CheckoutFacts] = field(default_factory=dict)
    orders: dict[str, str] = field(default_factory=dict)
    problems: tuple[CheckoutProblem, ...] = ()
    payments: tuple[tuple[PaymentEvent, ...], ...] = ()
    # Ids of the methods on offer.
    offered: frozenset[str] = frozenset()
    is_down: bool = False
    asked: list[str] = field(default_factory=list)

    def checkout_now(self, checkout_id: str) -> CheckoutNow | None:
        self.asked.append(checkout_id)
        if self.is_down:
            raise SaleorUnreachable("nobody answers")
        found = self.there.get(checkout_id)
        return CheckoutNow(found, self.problems, self.payments, self.offered) if found else None

    def order_of_checkout(self, checkout_id: str) -> str | None:
        return self.orders.get(checkout_id)


# The one that stands in for every store of a test: tests/carts/conftest.py.
SALEOR = Saleor()


def configure(shop: Shop, **data: Any) -> None:
    """Have a merchant set this; what happened in the store is known up to any time of these tests."""
    Chore.across_stores.update_or_create(
        store=shop.store, name="deliveries", defaults={"due_at": NOON, "done_at": NOON + timedelta(days=365)}
    )
    values = {"storefront_url": "https://aurora.dev", "sender_name": "Aurora"} | data
    NamedConfiguration.across_stores.update_or_create(
        store=shop.store, name="all", defaults={"is_default": True, "data": values}
    )


def plan(shop: Shop, *hours: float, when: Mapping[str, Any] = ALWAYS, held_out: int = 0) -> None:
    """Have a merchant want a message after each of so many hours of quiet."""
    steps = [{"after_minutes": int(one * 60), "when": when, "voucher": False} for one in hours]
    CartPlan.across_stores.create(
        store=shop.store,
        version=CartPlan.across_stores.filter(store=shop.store).count() + 1,
        data={"steps": steps, "holdout_percent": held_out, "voucher": None, "way_back": "REBUILD"},
        made_at=NOON,
    )


def line(number: int = 1, **changed: Any) -> dict[str, Any]:
    product = {
        "id": global_id("Product", number),
        "name": f"Wool blanket {number}",
        "slug": "blanket",
        "category": {"id": global_id("Category", 1)},
        "translation": {"name": f"Yün battaniye {number}"},
        "thumbnail": {"url": "https://aurora.dev/blanket.png"},
    }
    variant = {"id": global_id("ProductVariant", number), "name": "Blue", "sku": None, "product": product}
    return {
        "id": global_id("CheckoutLine", number),
        "quantity": 2,
        "variant": variant,
        "unitPrice": facts.gross("617.25"),
        "totalPrice": facts.gross("1234.5"),
    } | changed


def checkout(name: str = "c", *, at: datetime = NOON, **changed: Any) -> CheckoutFacts:
    values = {
        "id": global_id("Checkout", name),
        "created": at.isoformat(),
        "updatedAt": at.isoformat(),
        "email": SHOPPER,
        "quantity": 2,
        "metadata": CONSENT,
        "lines": [line()],
        "totalPrice": facts.gross("1234.5"),
    } | changed
    return CheckoutFacts.model_validate(facts.checkout(**values))


def leave(shop: Shop, name: str = "c", *, at: datetime = NOON, **changed: Any) -> Cart:
    """Have somebody fill a cart and go."""
    said = checkout(name, at=at, **changed)
    SALEOR.there[said.id] = said
    actions.remember_checkout(store=shop.store, checkout=said, issued_at=at + timedelta(seconds=1))
    return Cart.across_stores.get(store=shop.store, saleor_id=said.id)


def order(shop: Shop, name: str = "o", *, at: datetime = NOON, variants: Sequence[int] = (7,), **changed: Any) -> str:
    """Have somebody order; the app knows the order, and was not told of it by its own event."""
    values = {
        "id": global_id("Order", name),
        "created": at.isoformat(),
        "userEmail": SHOPPER,
        "checkoutId": None,
        "lines": [facts.order_line(number) for number in variants],
    } | changed
    said = OrderFacts.model_validate(facts.order(**values))
    remember_order(store=shop.store, order=said, issued_at=at)
    return said.id


def buy(shop: Shop, cart: Cart | None = None, *, at: datetime = NOON, name: str = "o", **changed: Any) -> str:
    """Have somebody order, and Saleor tell of it."""
    checkout_id = cart.saleor_id if cart else ""
    order_id = order(shop, name, at=at, checkoutId=checkout_id or None, **changed)
    SALEOR.there.pop(checkout_id, None)
    email = changed.get("userEmail", SHOPPER)
    actions.remember_order(store=shop.store, order_id=order_id, checkout_id=checkout_id, email=email, issued_at=at)
    return order_id


def case_of(cart: Cart) -> CartCase:
    cart.refresh_from_db()
    assert cart.case is not None
    return cart.case


def silence_of(cart: Cart) -> str:
    return case_of(cart).silence
