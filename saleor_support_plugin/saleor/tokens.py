"""Saleor's own tokens in a browser: a staff member's from Dashboard, a customer's from the storefront.

Every app's and every user's token of a store is signed with the same key, so the claims decide what a token is for.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import jwt

from .keys import KeySet

_LONGEST_TOKEN = 16_384
_LEEWAY_SECONDS = 5


class BadToken(Exception):
    """The token proves nothing. `code` says why.

    MALFORMED, ALGORITHM, UNKNOWN_KEY (fetch the store's keys once more), SIGNATURE, EXPIRED, NOT_YET, ISSUER,
    AUDIENCE, TYPE, APP, NOT_STAFF, NOT_CUSTOMER, CLAIMS (one is missing or of the wrong kind).
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class DashboardToken:
    """A staff member who opened our extension. Ids are Saleor's global ids.

    `permissions` is what the token may do at Saleor, `user_permissions` what the staff member may do: check that.
    """

    user_id: str
    email: str
    app_id: str
    permissions: frozenset[str]
    user_permissions: frozenset[str]
    issued_at: datetime
    expires_at: datetime
    extension_id: str


@dataclass(frozen=True, slots=True)
class CustomerToken:
    """A customer who signed in at the storefront."""

    user_id: str
    email: str
    issued_at: datetime
    expires_at: datetime


def unverified_issuer(token: str) -> str:
    """Return the API URL that the token claims to be from: a hint to find the store, proven by nothing yet."""
    try:
        claims = jwt.decode(_bounded(token), options={"verify_signature": False})
    except (jwt.PyJWTError, ValueError, RecursionError) as error:
        raise BadToken("MALFORMED") from error
    if not isinstance(issuer := claims.get("iss"), str):
        raise BadToken("ISSUER")
    return issuer


def read_dashboard_token(token: str, *, keys: KeySet, api_url: str, app_id: str, now: datetime) -> DashboardToken:
    """Return who opened our extension, or raise BadToken. `app_id` is our app's id in this very store."""
    claims = _verified(token, keys=keys, api_url=api_url, now=now)
    _require(claims.get("type") == "thirdparty", "TYPE")
    _require(claims.get("app") == app_id, "APP")
    _require(claims.get("is_staff") is True, "NOT_STAFF")
    return DashboardToken(
        user_id=_text(claims, "user_id"),
        email=_text(claims, "email"),
        app_id=app_id,
        permissions=_words(claims, "permissions"),
        user_permissions=_words(claims, "user_permissions"),
        issued_at=_time(claims, "iat"),
        expires_at=_time(claims, "exp"),
        extension_id=_text(claims, "app_extension") if "app_extension" in claims else "",
    )


def read_customer_token(token: str, *, keys: KeySet, api_url: str, now: datetime) -> CustomerToken:
    """Return who is signed in at the storefront, or raise BadToken; staff and refresh tokens are refused."""
    claims = _verified(token, keys=keys, api_url=api_url, now=now)
    _require(claims.get("type") == "access", "TYPE")
    _require(claims.get("is_staff") is False and "app" not in claims, "NOT_CUSTOMER")
    return CustomerToken(
        user_id=_text(claims, "user_id"),
        email=_text(claims, "email"),
        issued_at=_time(claims, "iat"),
        expires_at=_time(claims, "exp"),
    )


def _verified(token: str, *, keys: KeySet, api_url: str, now: datetime) -> dict[str, Any]:
    claims = _signed_claims(token, keys)
    _require(claims.get("iss") == api_url, "ISSUER")
    # Our manifest names no audience, so a token that has one is meant for somebody else.
    _require("aud" not in claims, "AUDIENCE")
    _require(_seconds(claims, "exp") > now.timestamp() - _LEEWAY_SECONDS, "EXPIRED")
    _require(_seconds(claims, "iat") <= now.timestamp() + _LEEWAY_SECONDS, "NOT_YET")
    return claims


def _signed_claims(token: str, keys: KeySet) -> dict[str, Any]:
    try:
        header = jwt.get_unverified_header(_bounded(token))
    except (jwt.PyJWTError, ValueError, RecursionError) as error:
        raise BadToken("MALFORMED") from error
    _require(header.get("alg") == "RS256" and not header.keys() - {"alg", "kid", "typ"}, "ALGORITHM")
    # The kid only picks one of the keys we hold; it is never an address.
    key = keys.keys.get(str(header.get("kid")))
    if key is None:
        raise BadToken("UNKNOWN_KEY")
    try:
        return jwt.decode(token, key, algorithms=["RS256"], options=_SIGNATURE_ONLY)
    except jwt.InvalidSignatureError as error:
        raise BadToken("SIGNATURE") from error
    except (jwt.PyJWTError, ValueError, RecursionError) as error:
        raise BadToken("MALFORMED") from error


# The claims are compared above, against a clock that is passed in.
_SIGNATURE_ONLY: Any = {
    f"verify_{claim}": claim == "signature" for claim in ("signature", "exp", "iat", "nbf", "aud", "iss", "sub", "jti")
}


def _bounded(token: str) -> str:
    _require(0 < len(token) <= _LONGEST_TOKEN, "MALFORMED")
    return token


def _require(holds: bool, code: str) -> None:
    if not holds:
        raise BadToken(code)


def _text(claims: Mapping[str, Any], name: str) -> str:
    value = claims.get(name)
    if not isinstance(value, str) or not value:
        raise BadToken("CLAIMS")
    return value


def _words(claims: Mapping[str, Any], name: str) -> frozenset[str]:
    value = claims.get(name)
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise BadToken("CLAIMS")
    return frozenset(value)


def _seconds(claims: Mapping[str, Any], name: str) -> int:
    value = claims.get(name)
    # A bool is an int to Python; a year beyond 9999 is no date to it.
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value < 253_402_300_800:
        raise BadToken("CLAIMS")
    return value


def _time(claims: Mapping[str, Any], name: str) -> datetime:
    return datetime.fromtimestamp(_seconds(claims, name), UTC)
