"""A shop's support desk for tests: its settings, a ticket, a parcel, a review."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from saleor_support_plugin.api import staff as staff_schema
from saleor_support_plugin.chat import actions as chat
from saleor_support_plugin.chat.models import Presence, QueueEntry
from saleor_support_plugin.compensation.models import OrderAct
from saleor_support_plugin.conversations import actions as conversations
from saleor_support_plugin.files.models import StoredFile
from saleor_support_plugin.reviews.models import Review, ReviewPhoto
from saleor_support_plugin.reviews.summaries import keep
from saleor_support_plugin.shop.models import Fulfillment, FulfillmentLine
from saleor_support_plugin.stores import callers
from saleor_support_plugin.stores.callers import Staff
from saleor_support_plugin.stores.models import NamedConfiguration
from saleor_support_plugin.tickets import actions, rules
from saleor_support_plugin.tickets.models import Macro, RoutingRule, Ticket, View

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


def add_macro(shop: Shop, **changed: Any) -> Macro:
    """Have an answer ready that staff give often."""
    said = "Hello {{customer.name}}, your order {{order.number}} is on its way: {{tracking.url}}"
    values = {"name": "On its way", "text_en": said, "tags": ["delivery"]} | changed
    return Macro.across_stores.create(store=shop.store, **values)


def add_view(shop: Shop, **changed: Any) -> View:
    """Have a list of the team's under a name."""
    values = {"name": f"Open in {shop.name}", "filter": {"state": "OPEN"}} | changed
    return View.across_stores.create(store=shop.store, **values)


def add_routing_rule(shop: Shop, **changed: Any) -> RoutingRule:
    """Have chats be the fast ones' matter; it holds for no letter."""
    values = {"name": "Chats", "conditions": {"kinds": ["CHAT"]}, "effects": {"department": f"Fast of {shop.name}"}}
    return RoutingRule.across_stores.create(store=shop.store, **values | changed)


def add_act(shop: Shop, **changed: Any) -> OrderAct:
    """Have a colleague ask for something on the shop's order that is above what they may do alone."""
    values: dict[str, Any] = {
        "order": shop.store.orders.get(saleor_id=shop.order_id),
        "number": 1,
        "kind": "INVOICE",
        "state": "NEEDS_APPROVAL",
        "input": {"send": False},
        "by_user_id": global_id("User", 2),
        "by_email": f"colleague@{shop.name}.example",
        "key": "k" * 16,
        "marker": "K7QM9XWP3T",
        "asked_at": NOON,
    }
    return OrderAct.across_stores.create(store=shop.store, **values | changed)


def add_chat(shop: Shop) -> QueueEntry:
    """Have staff at their seat, somebody chat with them, and somebody else be blocked."""
    staff = Staff(shop.store, global_id("User", 1), f"staff@{shop.name}.example", frozenset(), (), None)
    now = timezone.now()
    chat.seen(staff=staff, now=now)
    chat.set_presence(staff=staff, state=Presence.ONLINE, now=now)
    shop.store.blocks.create(shopper_key="user:x", reason=f"Of {shop.name}", by_email=staff.email, at=now)
    begun = conversations.begin(
        store=shop.store,
        channel="default-channel",
        language="tr",
        email=f"shopper@{shop.name}.example",
        name=f"Ada of {shop.name}",
        shopper_key="guest:ada",
        now=now,
    )
    return chat.join(conversation=begun, category="", line="203.0.113.7", now=now)


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
        "channel_slug": "default-channel",
        "language": "tr",
        "stars": 4,
        "title": f"Lamp of {shop.name}",
        "text": "It shines.",
        "author_name": "Ada Y.",
        "created_at": NOON + timedelta(minutes=number),
    }
    review = Review.across_stores.create(store=shop.store, **values | changed)
    keep(store=shop.store, product_ids=[review.product_id], now=review.created_at)
    return review


def add_photo(review: Review, position: int = 0, **changed: Any) -> ReviewPhoto:
    """Keep a picture of a review that can be shown."""
    file = StoredFile.across_stores.create(
        store=review.store,
        token=f"photo-{review.pk}-{position}",
        owner="review_request:1",
        state="READY",
        kind="JPEG",
        bytes=1000,
        sha256="0" * 64,
        width=800,
        height=600,
        created_at=NOON,
    )
    values = {"store": review.store, "review": review, "file": file, "position": position, "created_at": NOON}
    return ReviewPhoto.across_stores.create(**values | changed)


def ask_as(token: str, query: str, **variables: Any) -> dict[str, Any]:
    """Ask the staff's schema without the web around it; return the whole answer."""
    context = staff_schema.StaffContext(callers.staff(token), token)
    answer: dict[str, Any] = staff_schema.schema.execute(
        query, context_value=context, variable_values=variables
    ).formatted
    return answer
