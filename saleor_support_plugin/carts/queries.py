"""Reads about carts."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db import connection

from ..events.rules import UNDELIVERED
from ..money import Money
from ..people.addresses import is_email
from ..people.queries import mailbox_consents
from ..stores.configuration import Configuration
from . import rules
from .models import Cart
from .rules import CartFacts, Line, Policy

# What the same person did beside this cart, in one question: ordered since it was started (by any checkout), has gone
# on in a newer cart, was reminded of another not long ago. And until when we know what happened in the store: when its
# undelivered events were last read, unless an event of it still waits to be done.
BESIDE = """select
    exists (select from support_order o where o.store_id = %(store)s
            and (upper(o.customer_email) = upper(%(email)s) and o.created >= %(started)s
                 or o.checkout_id = %(cart)s and o.checkout_id <> '')),
    exists (select from support_cart c where c.store_id = %(store)s and upper(c.email) = upper(%(email)s)
            and c.saleor_id <> %(cart)s and c.order_id = '' and c.quantity > 0 and c.updated_at > %(changed)s),
    exists (select from support_cart c where c.store_id = %(store)s and upper(c.email) = upper(%(email)s)
            and c.saleor_id <> %(cart)s and c.reminded_at > %(since)s),
    (select h.done_at from support_chore h where h.store_id = %(store)s and h.name = %(chore)s and not exists
        (select from support_event e where e.store_id = %(store)s and e.state = 0 and e.received_at < %(backlog)s))"""


def facts(cart: Cart, configuration: Configuration, now: datetime) -> CartFacts:
    """Return what decides about a reminder, with the person's other carts and orders."""
    last_change = cart.updated_at or cart.issued_at
    asked: dict[str, Any] = {
        "store": cart.store_id,
        "email": cart.email,
        "cart": cart.saleor_id,
        "started": cart.created or last_change,
        "changed": last_change,
        "since": now - rules.ONCE_IN,
        "chore": UNDELIVERED,
        "backlog": now - rules.ASK_AGAIN,
    }
    with connection.cursor() as cursor:
        cursor.execute(BESIDE, asked)
        has_ordered, has_newer_cart, reminded_of_another, known_at = cursor.fetchone()
    return CartFacts(
        email=cart.email if is_email(cart.email) else "",
        consents=_consents(cart, configuration),
        is_empty=not cart.lines,
        # Also in part: whoever has begun to pay is not to be advertised to.
        is_paid=cart.charge_status not in ("", "NONE") or cart.authorize_status == "FULL",
        has_ordered=bool(cart.order_id) or has_ordered,
        is_reminded=cart.reminded_at is not None or reminded_of_another,
        has_newer_cart=has_newer_cart,
        last_change=last_change,
        known_at=known_at,
    )


def _consents(cart: Cart, configuration: Configuration) -> bool:
    """Say whether the person agreed to a reminder: by the ledger's newest word, wherever they said it."""
    said = mailbox_consents(store=cart.store, email=cart.email).word("email", "commercial")
    if said is not None:
        return said.is_given
    return any(key in cart.agreed for key in configuration.consent_keys)


def policy(cart: Cart, configuration: Configuration) -> Policy:
    return Policy(
        is_on=configuration.cart_reminders,
        quiet=timedelta(minutes=configuration.cart_quiet_minutes),
        link=rules.link_back(configuration.links.get("cart", ""), configuration.storefront_url, cart.saleor_id),
    )


def lines(cart: Cart) -> list[Line]:
    return [_line(one) for one in cart.lines]


def _line(kept: dict[str, Any]) -> Line:
    total = Money(Decimal(kept["amount"]), kept["currency"])
    names = (kept["name"], kept["turkish_name"], kept["variant"])
    return Line(*names, quantity=kept["quantity"], total=total, thumbnail_url=kept["thumbnail_url"])
