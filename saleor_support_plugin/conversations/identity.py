"""Who chats: a customer whom the merchant's own server vouches for, or somebody unknown."""

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

MOST_ID = 120
MOST_EMAIL = 254
# A page that is open for long asks the merchant's server for a new one.
LONGEST = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Visitor:
    """`key` is `user:` with Saleor's id, `customer:` with the merchant's, or `guest:`, of whom nothing is proven."""

    key: str
    email: str = ""
    name: str = ""

    @property
    def is_known(self) -> bool:
        return not self.key.startswith("guest:")


class IdentityWrong(Exception):
    """The merchant's word for who this is cannot be taken; `code` says why: MALFORMED, SIGNATURE or EXPIRED."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def signature(secret: str, *, customer: str, email: str, expires: int) -> str:
    """Return what a merchant's server writes under an identity: HMAC-SHA256 in hexadecimal digits."""
    said = f"{customer}\n{email}\n{expires}"
    return hmac.new(secret.encode(), said.encode(), sha256).hexdigest()


def vouched(given: object, *, secret: str, name: str, now: datetime) -> Visitor:
    """Return whom the merchant's server vouches for. `expires` is in seconds since 1970. Raises IdentityWrong."""
    if not isinstance(given, Mapping):
        raise IdentityWrong("MALFORMED")
    customer, email, expires = given.get("customer"), given.get("email", ""), given.get("expires")
    signed = given.get("signature")
    if not (_is_word(customer, MOST_ID) and customer and _is_word(email, MOST_EMAIL) and type(expires) is int):
        raise IdentityWrong("MALFORMED")
    expected = signature(secret, customer=customer, email=email, expires=expires)
    if not isinstance(signed, str) or not hmac.compare_digest(signed.encode(), expected.encode()):
        raise IdentityWrong("SIGNATURE")
    if not now.timestamp() < expires <= (now + LONGEST).timestamp():
        raise IdentityWrong("EXPIRED")
    return Visitor(f"customer:{customer}", email, name)


def _is_word(given: object, most: int) -> bool:
    return isinstance(given, str) and len(given) <= most and given.isprintable()
