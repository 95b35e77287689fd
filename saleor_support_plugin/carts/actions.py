"""The only writes to carts. The newest `issued_at` wins; an order closes its cart for good."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.db import connection, transaction

from ..logs import store_id
from ..outbox import actions as outbox
from ..outbox.models import State
from ..people.actions import person_at
from ..stores.configuration import Configuration
from ..stores.models import Store
from ..stores.queries import configuration
from . import agreeing, queries, reminding, rules
from .models import Cart

if TYPE_CHECKING:
    from ..saleor.generated.fragments import CheckoutFacts, CheckoutFactsLines

log = logging.getLogger(__name__)

# A cart that cannot be looked at (a template, a setting) is looked at again after this.
AFTER_FAILURE = timedelta(hours=1)


@transaction.atomic
def remember_checkout(*, store: Store, checkout: CheckoutFacts, issued_at: datetime) -> bool:
    """Take over a checkout as Saleor had it at `issued_at`; say whether that was news."""
    gross = checkout.total_price.gross
    values: dict[str, Any] = {
        "channel_slug": checkout.channel.slug,
        "language_code": checkout.language_code,
        "email": checkout.email or "",
        "customer_id": checkout.user.id if checkout.user else "",
        "quantity": checkout.quantity,
        "currency": gross.currency,
        "total_gross": gross.amount,
        "charge_status": checkout.charge_status,
        "authorize_status": checkout.authorize_status,
        "created": checkout.created,
        "updated_at": checkout.updated_at,
        "lines": [_line(line) for line in checkout.lines[: rules.MOST_LINES]],
        "agreed": agreeing.agreed(checkout),
        "issued_at": issued_at,
    }
    values["next_check_at"] = rules.first_look(
        email=checkout.email or "", lines=values["lines"], changed=checkout.updated_at
    )
    row, is_new = store.carts.select_for_update().get_or_create(store=store, saleor_id=checkout.id, defaults=values)
    if not is_new and row.issued_at > issued_at:
        return False
    agreeing.take_note(store=store, before=None if is_new else row, checkout=checkout, issued_at=issued_at)
    if not is_new:
        if row.order_id or row.reminded_at or _is_the_same(row, values):
            del values["next_check_at"]
        store.carts.filter(pk=row.pk).update(**values)
    return True


def _is_the_same(row: Cart, values: dict[str, Any]) -> bool:
    """Say whether a cart was only read again: what was decided about it then still holds."""
    return all(getattr(row, name) == values[name] for name in ("updated_at", "email", "agreed", "lines"))


def _line(line: CheckoutFactsLines) -> dict[str, Any]:
    variant, product, total = line.variant, line.variant.product, line.total_price.gross
    picture = product.thumbnail.url if product.thumbnail else ""
    return {
        "name": product.name,
        "turkish_name": (product.translation.name if product.translation else "") or "",
        "variant": "" if variant.name == variant.id else variant.name,
        "quantity": line.quantity,
        "amount": str(total.amount),
        "currency": total.currency,
        "thumbnail_url": picture if picture.startswith(("https://", "http://")) else "",
    }


@transaction.atomic
def close_with_order(*, store: Store, checkout_id: str, order_id: str, issued_at: datetime) -> None:
    """Say which order a cart became, also where the order is heard of before the cart."""
    row, _ = store.carts.get_or_create(saleor_id=checkout_id, defaults={"issued_at": issued_at, "order_id": order_id})
    if row.order_id != order_id:
        store.carts.filter(pk=row.pk).update(order_id=order_id, next_check_at=None)


def look_again(*, store: Store, now: datetime) -> None:
    """Look without delay at the carts that were put off while we did not know what happened in the store."""
    put_off = store.carts.filter(silence=rules.Silence.OUT_OF_DATE, next_check_at__gt=now)
    put_off.update(next_check_at=now)


def remind_due(*, now: datetime, most: int = 500) -> int:
    """Look at the carts whose time has come; return how many were looked at."""
    for done in range(most):
        if not remind_next(now=now):
            return done
    return most


@transaction.atomic
def remind_next(*, now: datetime) -> bool:
    """Decide about the cart that has waited longest, in one transaction; False where none waits."""
    due = Cart.across_stores.select_for_update(skip_locked=True, of=("self",)).select_related("store")
    cart = (
        due.filter(next_check_at__lte=now, store__removed_at=None, store__is_active=True)
        .order_by("next_check_at")
        .first()
    )
    if cart is None:
        return False
    token = store_id.set(cart.store_id)
    try:
        with transaction.atomic():
            remind(cart=cart, now=now)
    except Exception:  # one cart's trouble must not stop the others
        log.exception("a cart could not be looked at")
        Cart.across_stores.filter(pk=cart.pk).update(next_check_at=now + AFTER_FAILURE)
    finally:
        store_id.reset(token)
    return True


def remind(*, cart: Cart, now: datetime) -> rules.Remind | rules.Wait | rules.GiveUp:
    """Write to the shopper, wait, or give the cart up, as the rule says, and remember which."""
    _alone_with(cart)
    settings = configuration(cart.store, cart.channel_slug)
    facts, policy = queries.facts(cart, settings, now), queries.policy(cart, settings)
    decision = rules.decide_reminder(facts, policy=policy, now=now)
    cart.next_check_at = decision.until if isinstance(decision, rules.Wait) else None
    cart.silence = _write(cart, settings, now) if isinstance(decision, rules.Remind) else decision.reason.value
    if isinstance(decision, rules.Remind) and not cart.silence:
        cart.reminded_at = now
    cart.save(update_fields=["next_check_at", "silence", "reminded_at"])
    return decision


def _alone_with(cart: Cart) -> None:
    """Hold the person until this transaction ends: two carts of theirs are not decided about at the same moment."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s, hashtext(upper(%s)))", [cart.store_id, cart.email])


def _write(cart: Cart, settings: Configuration, now: datetime) -> str:
    """Have the reminder go out; return why it will not, or nothing."""
    sent = outbox.send(
        store=cart.store,
        person=person_at(store=cart.store, email=cart.email, language=cart.language_code, now=now),
        kind=reminding.KIND,
        purpose="commercial",
        to=cart.email,
        words=reminding.words(cart, settings),
        dedupe_key=f"{reminding.KIND}:{cart.saleor_id}",
        channel=cart.channel_slug,
        about=cart.saleor_id,
        now=now,
    )
    return sent.message.silence if sent.message.state == State.WITHHELD else ""
