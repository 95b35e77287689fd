"""The only writes of who sees an order without an account: by its number, its e-mail and a code mailed there."""

import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.crypto import constant_time_compare, salted_hmac

from ..conversations.rules import network_of
from ..people.addresses import normal_address
from ..shop.models import Order
from ..stores.models import Store
from ..tickets.actions import limit_use
from . import mails, queries, rules
from .models import OrderCode

FORGOTTEN_AFTER = timedelta(days=1)
AT_ONCE = 100


def ask(*, store: Store, asked: rules.Asked, address: str, now: datetime) -> None:
    """Note that somebody wants a code. Raises TooOften.

    What is done here is the same whether or not there is such an order; `mail_due` does the rest later, so that not
    even the time that an answer takes tells.
    """
    pair = _pair(asked)
    limit_use(store, f"order codes from {network_of(address)}", rules.CODES_FROM_NETWORK, now)
    limit_use(store, f"order codes of {pair.hex()}", rules.CODES, now)
    OrderCode.across_stores.update_or_create(
        store=store,
        pair=pair,
        defaults={
            "order_id": queries.named(store, asked),
            "digest": b"",
            "tries": 0,
            "asked_at": now,
            "mailed_at": None,
        },
    )


def mail_due(*, now: datetime) -> int:
    """Make the codes that were asked for, and mail those of orders there are; return how many were asked for."""
    waiting = OrderCode.across_stores.filter(mailed_at=None).order_by("asked_at")
    many = 0
    for number in list(waiting.values_list("pk", flat=True)[:AT_ONCE]):
        with transaction.atomic():
            many += _mail(number, now)
    return many


def _mail(number: int, now: datetime) -> bool:
    rows = OrderCode.across_stores.select_for_update(of=("self",), skip_locked=True)
    row = rows.select_related("order__store").filter(pk=number, mailed_at=None).first()
    if row is None:
        return False
    code = f"{secrets.randbelow(10**rules.CODE_DIGITS):0{rules.CODE_DIGITS}}"
    row.digest, row.mailed_at = _digest(row, code), now
    row.save(update_fields=["digest", "mailed_at"])
    if row.order is not None:
        mails.send(order=row.order, code=code, occasion=f"{row.pk}:{row.asked_at.timestamp()}", now=now)
    return True


@transaction.atomic
def enter(*, store: Store, asked: rules.Asked, code: str, address: str, now: datetime) -> Order | None:
    """Return the order that a code opens, once; None alike for a wrong code, a dead one, and no such order.

    Raises TooOften.
    """
    limit_use(store, f"order codes tried from {network_of(address)}", rules.TRIES_FROM_NETWORK, now)
    rows = OrderCode.across_stores.select_for_update(of=("self",)).select_related("order")
    row = rows.filter(store=store, pair=_pair(asked)).first()
    if row is None or not rules.may_try(tries=row.tries, asked_at=row.asked_at, now=now):
        return None
    row.tries += 1
    is_right = bool(code and row.digest) and constant_time_compare(bytes(row.digest), _digest(row, code))
    if is_right:
        row.digest = b""
    row.save(update_fields=["tries", "digest"])
    return row.order if is_right else None


def forget_old(*, now: datetime) -> int:
    many, _ = OrderCode.across_stores.filter(asked_at__lt=now - FORGOTTEN_AFTER).delete()
    return many


def _pair(asked: rules.Asked) -> bytes:
    return salted_hmac("order pair", f"{asked.number}\0{normal_address(asked.email)}", algorithm="sha256").digest()


def _digest(row: OrderCode, code: str) -> bytes:
    """Of the asking, too: a code opens nothing by the next one's row."""
    said = f"{row.pk} {row.asked_at.isoformat()} {code}"
    return salted_hmac("order code", said, algorithm="sha256").digest()
