"""A store's public keys: with them Saleor's deliveries and tokens are recognised."""

import base64
import json
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey, RSAPublicNumbers

from ..egress import Egress, EgressError
from .errors import SaleorUnreachable, from_egress

_MOST_KEYS = 16


class BadKeySet(Exception):
    """The text holds no key that could have signed anything for us."""

    code = "BAD_KEY_SET"


@dataclass(frozen=True, slots=True, eq=False)
class KeySet:
    """One store's RSA keys by `kid`. `trusted_headers` is the memory of signatures.py: bounded, good ones only."""

    keys: dict[str, RSAPublicKey]
    trusted_headers: dict[bytes, RSAPublicKey] = field(default_factory=dict)

    @classmethod
    def parse(cls, jwks: str | bytes) -> "KeySet":
        """Read a JWKS; keys that cannot sign for us are passed over. Raises BadKeySet when none is left."""
        try:
            found = list(json.loads(jwks)["keys"])[:_MOST_KEYS]
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise BadKeySet("this is not a set of keys") from error
        keys = {one["kid"]: key for one in found if (key := _signing_key(one))}
        if not keys:
            raise BadKeySet("the set holds no RSA key for signatures")
        return cls(keys)


def _signing_key(one: object) -> RSAPublicKey | None:
    match one:
        case {"kty": "RSA", "kid": str(), "n": str(n), "e": str(e), **others}:
            if others.get("use", "sig") == "sig" and others.get("alg", "RS256") == "RS256":
                return _public_key(n, e)
    return None


def _public_key(modulus: str, exponent: str) -> RSAPublicKey | None:
    try:
        key = RSAPublicNumbers(n=_number(modulus), e=_number(exponent)).public_key()
    except ValueError:
        return None
    # Shorter keys prove nothing; longer keys and exponents would only make each check slow.
    return key if 2048 <= key.key_size <= 8192 and key.public_numbers().e < 2**32 else None


def _number(text: str) -> int:
    return int.from_bytes(base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True))


def fetch_jwks(api_url: str, egress: Egress) -> str:
    """Return the text of the store's JWKS, from the origin of its API, proven to hold a usable key.

    Raises SaleorError; SaleorUnreachable also for a text that is no key set: a proxy's error page must not replace
    good keys.
    """
    parts = urlsplit(api_url)
    try:
        reply = egress.get(f"{parts.scheme}://{parts.netloc}/.well-known/jwks.json")
    except EgressError as error:
        raise from_egress(error) from error
    if reply.status != 200:
        raise SaleorUnreachable(f"its keys were answered with HTTP {reply.status}")
    try:
        KeySet.parse(reply.body)
        return reply.body.decode()
    except (BadKeySet, UnicodeDecodeError) as error:
        raise SaleorUnreachable("what it answered holds no keys") from error
