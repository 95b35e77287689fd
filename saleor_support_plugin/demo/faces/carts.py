"""Carts as the shop's pages keep them: made, found again, agreed to mails in, and left behind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from ..ageing import WRITTEN
from ..catalogue_records import Channel, ProductVariant
from ..order_records import Checkout
from ..records import User
from ..store import Store

# What the Paper storefront writes when a shopper ticks "Email me with news and offers".
OPT_IN = "paper.marketing_opt_in"
# Where the app looks for what the shopper was promised.
PROMISE = "support.promise"
_LEFT_BEHIND = (("copper-pot", "tea-glasses"), ("wool-blanket",), ("city-backpack", "notebook"), ("desk-lamp",))


def cookie_name(channel: Channel) -> str:
    """As Paper names it, so that scripts that know Paper find the cart here too."""
    return f"checkoutId-{channel.slug}"


def cart_of(store: Store, channel: Channel, cookies: Mapping[str, str]) -> Checkout | None:
    """The visitor's cart in this channel; None when there is none, or when it became an order."""
    found = store.state.find(cookies.get(cookie_name(channel), ""), "Checkout")
    return found if isinstance(found, Checkout) and found.channel_slug == channel.slug else None


def put_in(
    store: Store,
    channel: Channel,
    cart: Checkout | None,
    variant: ProductVariant,
    quantity: int,
    *,
    user: User | None,
    language: str,
) -> Checkout:
    """Put something into the cart, or begin one. Raises Refused for too many pieces."""
    if cart is not None:
        store.checkouts.add(cart, [(variant, quantity)])
        return cart
    return store.checkouts.create(channel.slug, [(variant, quantity)], user=user, language_code=language.upper())


def keep_consent(store: Store, cart: Checkout, agreed: bool) -> None:
    """Write whether the shopper agreed to mails, once for each change of mind."""
    facts = _consent(store.now(), agreed=agreed)
    if cart.metadata.get(OPT_IN) != facts[OPT_IN] and (agreed or OPT_IN in cart.metadata):
        store.catalogue.write_metadata(cart, put=facts)


def keep_promise(store: Store, cart: Checkout, signed: str) -> None:
    """Write what the delivery line promised for what was put in last, so that the order knows it."""
    if signed and cart.metadata.get(PROMISE) != signed:
        store.catalogue.write_metadata(cart, put={PROMISE: signed})


def leave_a_cart(store: Store, language: str, *, quiet_for: timedelta) -> Checkout:
    """A cart of somebody new, with an address and consent, that nobody touched for so long."""
    name, channel_slug = ("ayse", "tr") if language == "tr" else ("lena", "eu")
    home = store.person(name).addresses[0]
    with store.act() as state:
        count = int(state.next_pk("AbandonedCart"))
        slugs = _LEFT_BEHIND[(count - 1) % len(_LEFT_BEHIND)]
        goods = [(product.variants[0], 1) for product in state.products.values() if product.slug in slugs]
        cart = store.checkouts.create(
            channel_slug, goods, email=f"shopper{count}@example.com", language_code=language.upper()
        )
        cart.shipping_address = replace(home, pk=state.next_pk("Address"), metadata={}, private_metadata={})
        # What was created is written when it is sent, so the app reads these times; of a change of metadata it would
        # read the present ones, being written at once.
        cart.created = cart.updated_at = store.now() - quiet_for
        cart.metadata |= _consent(cart.created, agreed=True)
    return cart


def _consent(at: datetime, *, agreed: bool) -> dict[str, str]:
    return {OPT_IN: str(agreed).lower(), f"{OPT_IN}_at": at.strftime(WRITTEN), f"{OPT_IN}_source": "checkout"}
