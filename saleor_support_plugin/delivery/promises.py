"""A promise as a page carries it to the checkout: short, and signed, so that nobody but us can have said it."""

import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from hashlib import sha256

import orjson
from django.conf import settings

from ..stores.models import Store
from .merchant import plain_code
from .promised import Promised

VERSION = 1
# Of the postal code: enough to tell the route, too little to tell the person.
PREFIX = 3
MOST_METHODS = 12
MAC_BYTES = 16
METHOD = "ShippingMethod:"


@dataclass(frozen=True, slots=True)
class Said:
    """What a page showed at `said_at` (to the minute); `windows` are of methods: id, first and last day."""

    variant_id: str
    quantity: int
    country: str
    postal_prefix: str
    windows: Sequence[tuple[str, date, date]]
    said_at: datetime


def sign(promised: Promised) -> str:
    """Return the promise's id: at most 1 kB."""
    asked = promised.asked
    windows = [
        [_short(option.method.id), option.window.first.toordinal(), (option.window.last - option.window.first).days]
        for option in promised.promise.options[:MOST_METHODS]
        if option.window is not None
    ]
    prefix = plain_code(asked.to.postal_code)[:PREFIX]
    minutes = int(promised.said_at.timestamp()) // 60
    said = [VERSION, asked.variant_id, asked.quantity, asked.to.country, prefix, minutes, windows]
    body = orjson.dumps(said)
    return f"{_text(body)}.{_text(_mac(promised.store_id, body))}"


def said_in(signed: str, *, store: Store) -> Said | None:
    """Return what was said, or None for what this store never said."""
    text, _, mac = signed.partition(".")
    try:
        body, given = _bytes(text), _bytes(mac)
    except (NotBase64, ValueError):
        return None
    if not hmac.compare_digest(_mac(store.pk, body), given):
        return None
    version, variant_id, quantity, country, prefix, minutes, windows = orjson.loads(body)
    if version != VERSION:
        return None
    shown = [(_long(one), date.fromordinal(first), date.fromordinal(first + days)) for one, first, days in windows]
    return Said(variant_id, quantity, country, prefix, shown, datetime.fromtimestamp(minutes * 60, UTC))


@lru_cache(maxsize=1000)
def _key(secret: str, store_id: int) -> bytes:
    return hmac.digest(secret.encode(), b"delivery promise of store %d" % store_id, sha256)


def _mac(store_id: int, body: bytes) -> bytes:
    return hmac.digest(_key(settings.SECRET_KEY, store_id), body, sha256)[:MAC_BYTES]


def _short(method_id: str) -> str | int:
    """Return the number of a method where Saleor's id is no more than that."""
    try:
        kind = urlsafe_b64decode(method_id).decode()
    except (NotBase64, ValueError):
        return method_id
    number = kind.removeprefix(METHOD)
    return int(number) if number.isascii() and number.isdigit() and _long(int(number)) == method_id else method_id


def _long(short: str | int) -> str:
    return short if isinstance(short, str) else urlsafe_b64encode(f"{METHOD}{short}".encode()).decode()


def _text(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode()


def _bytes(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))
