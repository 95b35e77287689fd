"""A shop's support desk for tests: its settings, a ticket, a parcel, a review."""

from datetime import timedelta
from typing import Any

from saleor_support_plugin.api import staff as staff_schema
from saleor_support_plugin.reviews.models import Review
from saleor_support_plugin.shop.models import Fulfillment, FulfillmentLine
from saleor_support_plugin.stores.models import NamedConfiguration
from saleor_support_plugin.tickets import actions, rules
from saleor_support_plugin.tickets.models import Ticket

from .shops import NOON, Shop, global_id

ORIGIN = "https://shop.example"
# Monday to Friday, 9 to 18 in Istanbul.
SETTINGS: dict[str, Any] = {
    "storefront_origins": [ORIGIN],
    "sender_name": "Aurora Lights",
    "time_zone": "Europe/Istanbul",
}


def add_configuration(shop: Shop, **changed: Any) -> NamedConfiguration:
    return NamedConfiguration.across_stores.create(
        store=shop.store, name=f"Everywhere in {shop.name}", is_default=True, data=SETTINGS | changed
    )


def filled_in(shop: Shop, **changed: Any) -> dict[str, Any]:
    """Return the form as a shopper fills it in, about the order that they placed."""
    return {
        "email": f"shopper@{shop.name}.example",
        "name": "Ada",
        "subject": "The lamp is broken",
        "text": "It came in two pieces.",
        "order": {"number": "1"},
        "locale": "en",
    } | changed


def add_ticket(shop: Shop, address: str = "203.0.113.7", now: Any = NOON, **changed: Any) -> Ticket:
    form = rules.form(filled_in(shop, **changed))
    opened = actions.open_from_form(store=shop.store, channel="default-channel", form=form, address=address, now=now)
    return shop.store.tickets.get(number=opened.number)


def add_parcel(shop: Shop, status: str = "FULFILLED") -> Fulfillment:
    parcel = Fulfillment.across_stores.create(
        order=shop.store.orders.get(saleor_id=shop.order_id),
        saleor_id=global_id("Fulfillment", f"{shop.name}-1"),
        number=1,
        status=status,
        created=NOON,
    )
    FulfillmentLine.across_stores.create(
        fulfillment=parcel, saleor_id=f"{shop.name}-1", order_line_id=f"{shop.order_id}-line", quantity=2
    )
    return parcel


def add_review(shop: Shop, number: int = 1, **changed: Any) -> Review:
    """Keep what the buyer of the shop's order said; `number` tells one review from the next."""
    line = f"{shop.order_id}-line" if number == 1 else f"{shop.order_id}-line-{number}"
    values = {
        "order": shop.store.orders.get(saleor_id=shop.order_id),
        "order_line_id": line,
        "product_id": global_id("Product", 1),
        "language": "tr",
        "stars": 4,
        "title": f"Lamp of {shop.name}",
        "text": "It shines.",
        "author_name": "Ada Y.",
        "created_at": NOON + timedelta(minutes=number),
    }
    return Review.across_stores.create(store=shop.store, **values | changed)


def ask_as(token: str, query: str, **variables: Any) -> dict[str, Any]:
    """Ask the staff's schema without the web around it; return the whole answer."""
    context = staff_schema.context_of(token)
    answer: dict[str, Any] = staff_schema.schema.execute(
        query, context_value=context, variable_values=variables
    ).formatted
    return answer
