"""What staff showed is opened once, and bought where the store's own orders say so."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from saleor_support_plugin.beside.models import CartAct, Deed
from saleor_support_plugin.chat.models import QueueEntry
from saleor_support_plugin.conversations import actions as conversations
from saleor_support_plugin.conversations.models import Author
from saleor_support_plugin.ids import own_id
from saleor_support_plugin.shop.models import Order, OrderLine, Variant

from ..known_staff import FakeSaleor
from ..shops import NOON, Shop, add_order
from .helped import Helped
from .test_facts import known_as

pytestmark = pytest.mark.django_db

LAMP, CHAIR = {"kind": "product", "product": "lamp"}, {"kind": "product", "product": "chair"}
BOUGHT = "query($id: ID!) { ticket(id: $id) { beside { bought { seq number at } } } }"
SHOWN = "query($channel: String) { chatShown(days: 7, channel: $channel) { pushed opened bought } }"
HOUR = timedelta(hours=1)


def show(helped: Helped, card: dict[str, Any], author: Author = Author.STAFF) -> int:
    said = conversations.say(
        conversation=helped.conversation, author=author, author_name="", text="", card=card, now=NOON
    )
    return said.message.seq


def buy(shop: Shop, product: str = "lamp", number: str = "7", **order: Any) -> Order:
    """Have an order of one product come, of nobody unless that is said."""
    placed = add_order(shop, f"order-{number}", number=number, channel="tr")
    values = {"customer_email": "", "created": NOON + HOUR} | order
    Order.across_stores.filter(pk=placed.pk).update(**values)
    OrderLine.across_stores.filter(order=placed).update(variant_id=f"{product}-blue")
    named = {"product_id": product, "product_name": product, "product_slug": product, "issued_at": NOON}
    Variant.across_stores.get_or_create(store=shop.store, saleor_id=f"{product}-blue", defaults=named)
    return placed


def bought(helped: Helped) -> list[tuple[int, str]]:
    answer = helped.ask(BOUGHT, id=own_id("Ticket", helped.ticket.pk))
    assert "errors" not in answer, answer
    return [(one["seq"], one["number"]) for one in answer["data"]["ticket"]["beside"]["bought"]]


def test_the_first_tap_is_kept_on_the_card(helped: Helped) -> None:
    lamp = show(helped, LAMP)
    assert conversations.open_card(conversation=helped.conversation, seq=lamp, now=NOON + HOUR)
    assert not conversations.open_card(conversation=helped.conversation, seq=lamp, now=NOON + 2 * HOUR)
    assert helped.cards() == [LAMP | {"opened": (NOON + HOUR).isoformat()}]


@pytest.mark.parametrize("card", [{"kind": "choices", "choices": ["Yes"]}, {"kind": "cart", "act": "ADDED"}])
def test_only_what_opens_is_opened(helped: Helped, card: dict[str, Any]) -> None:
    other, own = show(helped, card), show(helped, LAMP, Author.SHOPPER)
    assert not any(conversations.open_card(conversation=helped.conversation, seq=seq, now=NOON) for seq in (other, own))
    assert not conversations.open_card(conversation=helped.conversation, seq=99, now=NOON)
    assert helped.cards() == [card, LAMP]


def test_it_is_bought_by_the_same_mailbox_account_or_cart(helped: Helped) -> None:
    lamp = show(helped, LAMP)
    buy(helped.shop, number="1")
    assert bought(helped) == []
    known_as(helped, key="user:u-7", email="ada@aurora.example")
    order = buy(helped.shop, number="2", customer_email="Ada@Aurora.example")
    assert bought(helped) == [(lamp, "2")]
    Order.across_stores.filter(pk=order.pk).update(customer_email="", customer_id="u-7")
    assert bought(helped) == [(lamp, "2")]
    Order.across_stores.filter(pk=order.pk).update(customer_id="", checkout_id=helped.checkout.id)
    assert bought(helped) == [(lamp, "2")]
    helped.conversation.here = None  # taken away since, but staff had helped in that cart
    helped.conversation.save()
    assert bought(helped) == []
    CartAct.across_stores.create(
        store=helped.shop.store,
        conversation=helped.conversation,
        key="k",
        deed=Deed.ADDED,
        checkout_id=helped.checkout.id,
        at=NOON,
    )
    assert bought(helped) == [(lamp, "2")]


def test_it_is_bought_only_afterwards_within_a_week_and_for_money(helped: Helped) -> None:
    lamp, chair = show(helped, LAMP), show(helped, CHAIR)
    who = {"checkout_id": helped.checkout.id}
    buy(helped.shop, number="1", created=NOON - HOUR, **who)
    buy(helped.shop, number="2", created=NOON + timedelta(days=7), **who)
    buy(helped.shop, number="3", status="CANCELED", **who)
    buy(helped.shop, number="4", channel_slug="eu", **who)
    assert bought(helped) == []
    buy(helped.shop, number="6", created=NOON + timedelta(days=6), **who)
    buy(helped.shop, number="5", created=NOON + timedelta(days=5), **who)
    assert bought(helped) == [(lamp, "5")]
    buy(helped.shop, "chair", number="8", **who)
    assert bought(helped) == [(lamp, "5"), (chair, "8")]


def test_it_is_counted_in_the_channels_that_the_caller_may_see(
    helped: Helped, saleor: FakeSaleor, borealis: Shop
) -> None:
    QueueEntry.across_stores.update(joined_at=timezone.now())
    lamp = show(helped, LAMP)
    show(helped, CHAIR)
    show(helped, {"kind": "page", "url": "https://shop.example/"})
    show(helped, {"kind": "choices", "choices": ["Yes"]})
    conversations.open_card(conversation=helped.conversation, seq=lamp, now=NOON)
    buy(helped.shop, checkout_id=helped.checkout.id)

    def counted(channel: str | None = None, by: Shop | None = None) -> tuple[int, ...]:
        return tuple(helped.ask(SHOWN, by=by, channel=channel)["data"]["chatShown"].values())

    assert counted() == counted("tr") == (3, 1, 1)
    assert counted("eu") == counted(by=borealis) == (0, 0, 0)
    QueueEntry.across_stores.update(joined_at=timezone.now() - timedelta(days=8))
    assert counted() == (0, 0, 0)
