"""What staff show in a chat is found by us, and is of the shop."""

import pytest

from saleor_support_plugin.ids import own_id
from saleor_support_plugin.stores.models import NamedConfiguration

from .helped import KEY, ORIGIN, PUSH, Helped

pytestmark = pytest.mark.django_db


def test_a_product_is_shown_as_the_shop_sells_it(helped: Helped) -> None:
    pot = helped.demo.catalogue.product("copper-pot")
    small, large = pot.variants
    small.prices["tr"], large.prices["tr"] = large.prices["tr"] + 1, large.prices["tr"]
    helped.do(PUSH, input={"product": pot.id})
    helped.do(PUSH, input={"product": pot.id, "variant": small.id})
    shown, chosen = helped.cards()
    assert shown.pop("image").startswith("http")
    assert shown == {
        "kind": "product",
        "product": pot.id,
        "variant": "",
        "name": "Bakır cezve",
        "variant_name": "",
        "price": {"amount": f"{large.prices['tr']:.2f}", "currency": "TRY"},
        "url": f"{ORIGIN}/p/copper-pot",
    }
    assert (chosen["variant"], chosen["variant_name"]) == (small.id, "2 fincan")
    assert chosen["price"]["amount"] == f"{small.prices['tr']:.2f}"


def test_what_is_not_for_sale_is_not_shown(helped: Helped) -> None:
    lamp, pot = helped.demo.catalogue.product("desk-lamp"), helped.variant("copper-pot")
    assert helped.trouble(PUSH, input={"product": lamp.id, "variant": pot.id}) == "NOT_SOLD"
    assert helped.trouble(PUSH, input={"product": pot.id}) == "NOT_SOLD"
    helped.egress.lost = {"CatalogueProduct"}
    assert helped.trouble(PUSH, input={"product": lamp.id}) == "UNREACHABLE"
    assert helped.cards() == []


@pytest.mark.parametrize(
    "page",
    [
        "https://elsewhere.example/p",
        f"{ORIGIN}.elsewhere.example/",
        "https://ada:secret@shop.example/",
        "javascript:alert(1)",
        "/p/lamp",
        f"{ORIGIN}/" + "x" * 2000,
    ],
)
def test_only_pages_of_the_shop_are_shown(helped: Helped, page: str) -> None:
    assert helped.trouble(PUSH, input={"page": page}) == "INVALID"
    NamedConfiguration.across_stores.update(data={})
    assert helped.trouble(PUSH, input={"page": page}) == "INVALID"


def test_the_merchants_own_room_for_video_calls_is_shown_and_no_other(helped: Helped) -> None:
    room = "https://meet.elsewhere.example/aurora"
    assert helped.trouble(PUSH, input={"page": room}) == "INVALID"
    kept = NamedConfiguration.across_stores.get()
    ways = [{"kind": "video", "address": room}]
    NamedConfiguration.across_stores.update(data=kept.data | {"contact_channels": ways})
    helped.do(PUSH, input={"page": room, "title": "Video call"})
    assert helped.trouble(PUSH, input={"page": f"{room}/other"}) == "INVALID"
    assert helped.cards() == [{"kind": "page", "url": room, "title": "Video call"}]


def test_a_page_the_checkout_and_answers_are_shown_once(helped: Helped) -> None:
    for _ in range(2):
        helped.do(PUSH, input={"page": f"{ORIGIN}/returns", "title": "How to\nreturn"}, key=KEY)
    helped.do(PUSH, input={"checkout": True})
    helped.do(PUSH, input={"choices": ["Yes", "No", "Yes"]})
    assert helped.cards() == [
        {"kind": "page", "url": f"{ORIGIN}/returns", "title": "How to return"},
        {"kind": "checkout", "url": f"{ORIGIN}/cart?checkout={helped.checkout.id.replace('=', '%3D')}"},
        {"kind": "choices", "choices": ["Yes", "No"]},
    ]


def test_the_way_to_a_checkout_needs_a_cart_an_address_and_the_permission(helped: Helped) -> None:
    helped.looks_at(checkout=None)
    assert helped.trouble(PUSH, input={"checkout": True}) == "NO_CART"
    helped.looks_at()
    NamedConfiguration.across_stores.update(data={})
    assert helped.trouble(PUSH, input={"checkout": True}) == "NO_LINK"
    helped.permissions = ("MANAGE_ORDERS",)
    ticket = own_id("Ticket", helped.ticket.pk)
    refused = helped.ask(PUSH, ticket=ticket, key=KEY, input={"checkout": True})
    assert refused["errors"][0]["message"] == "This needs the permission MANAGE_CHECKOUTS."
    assert helped.do(PUSH, input={"choices": ["Yes"]})["errors"] == []


def test_one_thing_is_shown_at_a_time_and_choices_are_few(helped: Helped) -> None:
    lamp = helped.demo.catalogue.product("desk-lamp").id
    assert helped.trouble(PUSH, input={}) == "INVALID"
    assert helped.trouble(PUSH, input={"product": lamp, "checkout": True}) == "INVALID"
    assert helped.trouble(PUSH, input={"choices": [str(one) for one in range(6)]}) == "INVALID"
    assert helped.trouble(PUSH, input={"choices": ["x" * 41]}) == "TOO_LONG"
    assert helped.trouble(PUSH, input={"choices": [" "]}) == "REQUIRED"


def test_nothing_is_shown_once_the_chat_is_over(helped: Helped) -> None:
    helped.conversation.is_live = False
    helped.conversation.save(update_fields=["is_live"])
    assert helped.trouble(PUSH, input={"choices": ["Yes"]}) == "NOT_LIVE"
    assert helped.cards() == []
