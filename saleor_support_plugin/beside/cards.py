"""What staff push: a product, a page, the checkout, answers to choose from. All in it is found by us, by its id."""

from collections.abc import Sequence
from typing import Any

from ..carts.links import cart_page
from ..conversations.models import Conversation
from ..saleor.errors import SaleorError
from ..stores.clients import client_of
from ..stores.configuration import Configuration
from ..stores.queries import configuration
from ..stores.shop_pages import origins, shop_page
from . import carts, rules
from .rules import NotDone, Trouble

MOST_TITLE = 200


def product(conversation: Conversation, product_id: str, variant_id: str) -> dict[str, Any]:
    """Return a product's card, at a variant's price or at its lowest. Raises NotDone."""
    try:
        found = client_of(conversation.store).catalogue_product(conversation.channel_slug, product_id)
    except SaleorError as error:
        raise NotDone(Trouble.UNREACHABLE) from error
    chosen = [one for one in (found.variants if found else ()) if variant_id in ("", one.id)]
    if found is None or not chosen:
        raise NotDone(Trouble.NOT_SOLD, "product")
    variant = min(chosen, key=lambda one: one.price)
    return {
        "kind": "product",
        "product": found.id,
        "variant": variant_id,
        "name": found.name_in(conversation.language),
        "variant_name": variant.name_in(conversation.language) if variant_id else "",
        "price": {"amount": variant.price.text, "currency": variant.price.currency},
        "image": found.thumbnail_url,
        "url": shop_page(_settings(conversation), "product", found.slug),
    }


def page(conversation: Conversation, url: str, title: str) -> dict[str, Any]:
    """Return the card of a page of the shop's own, or of the merchant's room for video calls. Raises NotDone."""
    settings = _settings(conversation)
    rooms = {way.address for way in settings.contact_channels if way.kind == "video"}
    address = url.strip() if url.strip() in rooms else rules.own_page(url, origins(settings))
    said = rules.one_line(title, "title", most=MOST_TITLE) if title.strip() else ""
    return {"kind": "page", "url": address, "title": said}


def checkout(conversation: Conversation) -> dict[str, Any]:
    """Return the way to the shopper's own cart, ready to be paid. Raises NotDone."""
    cart = carts.cart_of(conversation)
    url = cart_page(_settings(conversation), "checkout", cart.id)
    if not url:
        raise NotDone(Trouble.NO_LINK)
    return {"kind": "checkout", "url": url}


def choices(given: Sequence[str]) -> dict[str, Any]:
    return {"kind": "choices", "choices": rules.choices(given)}


def _settings(conversation: Conversation) -> Configuration:
    return configuration(conversation.store, conversation.channel_slug)
