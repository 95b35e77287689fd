"""Somebody who chats with a cart in a store that answers, and the member of staff who helps them."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from saleor_support_plugin.chat import actions as chat
from saleor_support_plugin.chat.models import Presence, Seat
from saleor_support_plugin.conversations import actions as conversations
from saleor_support_plugin.conversations.models import Conversation, ConversationMessage
from saleor_support_plugin.demo.catalogue_records import ProductVariant
from saleor_support_plugin.demo.order_records import Checkout
from saleor_support_plugin.demo.store import Store
from saleor_support_plugin.ids import own_id
from saleor_support_plugin.stores.callers import Staff
from saleor_support_plugin.tickets.models import Ticket

from ..desks import ask_as
from ..saleor.demo_egress import DemoEgress
from ..shops import NOON, Shop, global_id

ORIGIN = "https://shop.example"
SETTINGS = {
    "storefront_url": f"{ORIGIN}/tr",
    "storefront_origins": [ORIGIN],
    "links": {"cart": f"{ORIGIN}/cart", "product": f"{ORIGIN}/p/{{slug}}"},
}
DONE = "checkout { lines { id name quantity } codes total { amount } } errors { field code message }"
ADD = (
    "mutation Add($ticket: ID!, $variant: ID!, $quantity: Int!, $key: String!)"
    f"{{ cartLineAdd(ticket: $ticket, variant: $variant, quantity: $quantity, key: $key) {{ {DONE} }} }}"
)
CHANGE = (
    "mutation Change($ticket: ID!, $line: ID!, $quantity: Int!, $key: String!)"
    f"{{ cartLineUpdate(ticket: $ticket, line: $line, quantity: $quantity, key: $key) {{ {DONE} }} }}"
)
REMOVE = (
    "mutation Remove($ticket: ID!, $line: ID!, $key: String!)"
    f"{{ cartLineRemove(ticket: $ticket, line: $line, key: $key) {{ {DONE} }} }}"
)
CODE = (
    "mutation Code($ticket: ID!, $code: String!, $key: String!)"
    f"{{ cartCodeAdd(ticket: $ticket, code: $code, key: $key) {{ {DONE} }} }}"
)
NO_CODE = (
    "mutation NoCode($ticket: ID!, $code: String!, $key: String!)"
    f"{{ cartCodeRemove(ticket: $ticket, code: $code, key: $key) {{ {DONE} }} }}"
)
PUSH = (
    "mutation Push($ticket: ID!, $input: CardInput!, $key: String!)"
    "{ cardPush(ticket: $ticket, input: $input, key: $key) { errors { field code message } } }"
)
KEY = "k" * 32


@dataclass
class Helped:
    """A chat in the shop's desk, whose cart lies in the demo store."""

    shop: Shop
    demo: Store
    egress: DemoEgress
    conversation: Conversation
    checkout: Checkout
    permissions: tuple[str, ...] = ("MANAGE_ORDERS", "MANAGE_CHECKOUTS")
    keys: int = field(default=0)

    @property
    def ticket(self) -> Ticket:
        return Ticket.across_stores.get(conversation=self.conversation)

    def ask(self, query: str, *, by: Shop | None = None, **variables: Any) -> dict[str, Any]:
        return ask_as((by or self.shop).staff_token(*self.permissions), query, **variables)

    def do(self, mutation: str, **variables: Any) -> dict[str, Any]:
        """Have staff do it, each time under a new key unless one is given; return its payload."""
        self.keys += 1
        values = {"ticket": own_id("Ticket", self.ticket.pk), "key": f"{self.keys}".rjust(16, "k")} | variables
        answer = self.ask(mutation, **values)
        assert "errors" not in answer, answer
        [payload] = answer["data"].values()
        assert isinstance(payload, dict)
        return payload

    def trouble(self, mutation: str, **variables: Any) -> str:
        """Have staff do it in vain; return why."""
        payload = self.do(mutation, **variables)
        assert payload.get("checkout") is None
        [error] = payload["errors"]
        assert error["message"]
        return str(error["code"])

    def variant(self, slug: str) -> ProductVariant:
        return self.demo.catalogue.product(slug).variants[0]

    def pieces(self) -> dict[str, int]:
        state = self.demo.state
        return {state.product_of(state.variant(one.variant_pk)).slug: one.quantity for one in self.checkout.lines}

    def cards(self) -> list[dict[str, Any]]:
        said = ConversationMessage.across_stores.filter(conversation=self.conversation, card__isnull=False)
        return [one.card for one in said.order_by("seq") if one.card]

    def looks_at(self, **here: Any) -> None:
        """Have the shopper's page say where they are, and which cart is theirs."""
        self.conversation.here = {"checkout": self.checkout.id, "url": ORIGIN, "title": "", "product": None} | here
        self.conversation.save(update_fields=["here"])


def begin_chat(shop: Shop, *, shopper_key: str = "guest:ada", email: str = "", now: datetime = NOON) -> Conversation:
    """Have somebody chat with a member of staff who is known as Deniz."""
    staff = Staff(shop.store, global_id("User", 1), f"staff@{shop.name}.example", frozenset(), (), None)
    seat = chat.seen(staff=staff, now=now)
    Seat.across_stores.filter(pk=seat.pk).update(name="Deniz")
    chat.set_presence(staff=staff, state=Presence.ONLINE, now=now)
    begun = conversations.begin(
        store=shop.store,
        channel="tr",
        language="tr",
        email=email,
        name="Ada",
        shopper_key=shopper_key,
        is_confirmed=bool(email),
        now=now,
    )
    chat.join(conversation=begun, category="", line="203.0.113.7", now=now)
    begun.refresh_from_db()
    return begun
