"""Reminding shoppers of carts that have gone quiet: the words of the mail, and whether it is still right to send it."""

from datetime import datetime

from ..mails.links import preferences_link
from ..mails.rendering import Line, Words
from ..mails.text import language_of
from ..mails.writing import write
from ..money import Money
from ..outbox.links import unsubscribe_link
from ..outbox.models import Message
from ..outbox.rules import No, Yes
from ..stores.configuration import Configuration
from ..stores.queries import configuration
from . import queries, rules
from .models import Cart
from .rules import CartFacts

KIND = "cart_reminder"


def words(cart: Cart, settings: Configuration) -> Words:
    """Return the reminder with the cart's lines, in the checkout's language."""
    language = language_of(cart.language_code)
    return write(
        KIND,
        store=cart.store,
        channel=cart.channel_slug,
        language=language,
        settings=settings,
        lines=tuple(
            Line(line.name_in(language), line.variant, line.quantity, line.total.said(language), line.thumbnail_url)
            for line in queries.lines(cart)
        ),
        total=Money(cart.total_gross, cart.currency).said(language),
        link=queries.policy(cart, settings).link,
        unsubscribe=unsubscribe_link(store=cart.store, address=cart.email, purpose="commercial"),
        preferences=preferences_link(store=cart.store, email=cart.email),
    )


def still_right(message: Message, now: datetime) -> Yes | No:
    """Look at the cart once more: the person may have bought, come back, or taken the consent away meanwhile."""
    cart = Cart.across_stores.select_related("store").filter(store=message.store_id, saleor_id=message.about).first()
    if cart is None:
        return No("the cart is gone")
    if cart.email != message.address:
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
