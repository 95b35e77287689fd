"""Reminding shoppers of carts that have gone quiet: the words of the mail, and whether it is still right to send it."""

from datetime import datetime

from ..money import Money
from ..outbox.links import unsubscribe_link
from ..outbox.models import Message
from ..outbox.rendering import Words, language_of, render
from ..outbox.rules import No, Yes
from ..outbox.senders import shop_name
from ..stores.configuration import Configuration
from ..stores.queries import configuration
from . import queries, rules
from .models import Cart
from .rules import CartFacts

KIND = "cart_reminder"
# A mail with more lines is no longer read, and Gmail cuts off what is over 102 kB.
SHOWN_LINES = 8


def words(cart: Cart, settings: Configuration) -> Words:
    """Return the reminder with the cart's lines, in the checkout's language."""
    language = language_of(cart.language_code)
    lines = queries.lines(cart)
    shown = [
        {
            "name": line.name_in(language),
            "variant": line.variant,
            "quantity": line.quantity,
            "price": line.total.said(language),
            "picture": line.thumbnail_url,
        }
        for line in lines[:SHOWN_LINES]
    ]
    context = {
        "shop": shop_name(cart.store, settings),
        "lines": shown,
        "more": len(lines) - len(shown),
        "total": Money(cart.total_gross, cart.currency).said(language),
        "link": queries.policy(cart, settings).link,
        "unsubscribe": unsubscribe_link(store=cart.store, email=cart.email, purpose="commercial"),
    }
    return render(KIND, language=language, zone=settings.zone, context=context)


def still_right(message: Message, now: datetime) -> Yes | No:
    """Look at the cart once more: the person may have bought, come back, or taken the consent away meanwhile."""
    cart = Cart.across_stores.select_related("store").filter(store=message.store_id, saleor_id=message.about).first()
    if cart is None:
        return No("the cart is gone")
    if cart.email != message.to_email:
        return No("the address was changed")
    settings = configuration(cart.store, cart.channel_slug)
    decision = rules.decide_reminder(_as_before_it(cart, settings, now), policy=queries.policy(cart, settings), now=now)
    if isinstance(decision, rules.Remind):
        return Yes()
    return No(decision.reason.value)


def _as_before_it(cart: Cart, settings: Configuration, now: datetime) -> CartFacts:
    """Return the facts without this very reminder, which alone must not speak against itself."""
    cart.reminded_at = None
    return queries.facts(cart, settings, now)
