"""Who is asking: a verified token becomes Staff or Shopper, and with it the store. Nothing else names a store."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import lru_cache
from hashlib import sha256
from threading import Lock
from uuid import uuid4

from cachetools import TTLCache
from django.core import signing
from django.utils import timezone

from ..saleor.errors import TokenRefused
from ..saleor.keys import KeySet
from ..saleor.tokens import BadToken, DashboardToken, read_customer_token, read_dashboard_token, unverified_issuer
from . import sessions
from .clients import client_of, newest_keys
from .models import Store
from .rules import ApiUrlWrong, api_url

GUEST_LASTS = timedelta(days=30)
_guests = signing.TimestampSigner(salt="guest")


class NotRecognised(Exception):
    """The token does not say who is asking."""

    code = "UNAUTHENTICATED"


class NotPermitted(Exception):
    """The caller is known and may not do this."""

    code = "PERMISSION_DENIED"

    def __init__(self, permission: str) -> None:
        super().__init__(f"This needs the permission {permission}.")
        self.permission = permission


@dataclass(frozen=True, slots=True)
class Staff:
    """A member of a store's staff. `channels` holds slugs; None means every channel."""

    store: Store
    user_id: str
    email: str
    permissions: frozenset[str]
    groups: tuple[str, ...]
    channels: frozenset[str] | None

    def must_have(self, permission: str) -> None:
        if permission not in self.permissions:
            raise NotPermitted(permission)


@dataclass(frozen=True, slots=True)
class Shopper:
    """`key` is `user:` with Saleor's id, or `guest:` with one of ours; `email` only where Saleor vouches for it."""

    store: Store
    key: str
    email: str = ""


# A Dashboard token lives five minutes; within them groups and channels are asked for once.
_sessions: TTLCache[bytes, Staff] = TTLCache(maxsize=2000, ttl=300)
_sessions_lock = Lock()


def staff(token: str) -> Staff:
    """Return the member of staff whom Saleor Dashboard's token names.

    Raises NotRecognised, or SaleorUnreachable where the store does not say which groups and channels are theirs.
    """
    return staff_until(token)[0]


def staff_until(token: str) -> tuple[Staff, datetime]:
    """Return as `staff` does, and until when the token is good."""
    if token.startswith(sessions.PREFIX):
        return _in_session(token)
    store = _store_of(token)
    try:
        verified = _verified(
            store,
            lambda keys: read_dashboard_token(
                token, keys=keys, api_url=unverified_issuer(token), app_id=store.app_id, now=timezone.now()
            ),
        )
    except BadToken as error:
        raise NotRecognised(str(error)) from error
    session = sha256(token.encode()).digest()
    with _sessions_lock:
        known = _sessions.get(session)
    if known is None or known.store.pk != store.pk:
        known = _read_staff(store, token, verified)
        if sessions.are_open(store):
            sessions.prove(staff=known, now=timezone.now())
        with _sessions_lock:
            _sessions[session] = known
    # The row of now: what a merchant switches holds at once.
    return replace(known, store=store), verified.expires_at


def _in_session(token: str) -> tuple[Staff, datetime]:
    held = sessions.found(token, now=timezone.now())
    if held is None:
        raise NotRecognised("The session is over.")
    member = Staff(
        store=held.store,
        user_id=held.user_id,
        email=held.email,
        permissions=frozenset(held.permissions),
        groups=tuple(held.groups),
        channels=None if held.channels is None else frozenset(held.channels),
    )
    return member, sessions.until(held)


def _read_staff(store: Store, token: str, verified: DashboardToken) -> Staff:
    try:
        me = client_of(store, token=token).staff_member()
    except TokenRefused as error:
        raise NotRecognised("Saleor no longer knows this member of staff.") from error
    if me is None or not me.is_staff:
        raise NotRecognised("Saleor no longer knows this member of staff.")
    return Staff(
        store=store,
        user_id=verified.user_id,
        email=verified.email,
        permissions=frozenset(verified.user_permissions),
        groups=tuple(group.name for group in me.permission_groups or []),
        channels=frozenset(channel.slug for channel in me.accessible_channels or [])
        if me.restricted_access_to_channels
        else None,
    )


def _verified[Token](store: Store, read: Callable[[KeySet], Token]) -> Token:
    """Read a token with the keys we have; where it is signed with one we do not know, with the store's newest."""
    try:
        return read(_keys(store.jwks))
    except BadToken as error:
        if error.code != "UNKNOWN_KEY":
            raise
    return read(_keys(newest_keys(store)))


@lru_cache(maxsize=200)
def _keys(jwks: str) -> KeySet:
    return KeySet.parse(jwks)


def forget_sessions() -> None:
    with _sessions_lock:
        _sessions.clear()


def shopper(token: str) -> Shopper:
    """Return the shopper whom Saleor's customer token, or our own guest token, names. Raises NotRecognised."""
    if token.count(".") != 2:
        return _guest(token)
    store = _store_of(token)
    try:
        verified = _verified(
            store,
            lambda keys: read_customer_token(token, keys=keys, api_url=unverified_issuer(token), now=timezone.now()),
        )
    except BadToken as error:
        raise NotRecognised(str(error)) from error
    return Shopper(store, f"user:{verified.user_id}", verified.email)


def guest_token(store: Store) -> str:
    """Return a new guest's token: signed by us, for this store, for 30 days."""
    return _guests.sign(f"{store.key}:{uuid4().hex}")


def _guest(token: str) -> Shopper:
    try:
        key, _, guest = _guests.unsign(token, max_age=GUEST_LASTS).rpartition(":")
    except signing.BadSignature as error:
        raise NotRecognised("The guest token is not ours, or too old.") from error
    return Shopper(_installed(key=key), f"guest:{guest}")


def _store_of(token: str) -> Store:
    """Return the store that the token says it is from, in whatever spelling; that store's keys check it next."""
    try:
        return _installed(api_url=api_url(unverified_issuer(token)))
    except (BadToken, ApiUrlWrong) as error:
        raise NotRecognised("The token does not say which store it is from.") from error


def _installed(**by: str) -> Store:
    store = sessions.with_open(Store.across_stores.filter(**by, removed_at=None, is_active=True)).first()
    if store is None:
        raise NotRecognised("This store has not installed the app.")
    return store
