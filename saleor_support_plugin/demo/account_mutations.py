"""Logging in, and metadata of anything that has it."""

from __future__ import annotations

from typing import Any

import jwt

from .mutating import actor, mutation, pairs
from .permissions import PRIVATE_METADATA
from .records import Described, User
from .resolving import Ask
from .shop import Refused


@mutation("tokenCreate")
def token_create(ask: Ask, email: str, password: str, audience: str | None = None) -> dict[str, Any]:
    users = ask.store.state.users.values()
    user = next((user for user in users if user.email == email and user.is_active), None)
    if user is None or user.password != password:
        raise Refused("email", "Please, enter valid credentials", "INVALID_CREDENTIALS")
    return {
        "token": ask.store.sessions.access_token(user, audience=audience),
        "refresh_token": ask.store.sessions.refresh_token(user),
        "csrf_token": None,
        "user": user,
    }


@mutation("tokenRefresh")
def token_refresh(ask: Ask, refresh_token: str | None = None, csrf_token: str | None = None) -> dict[str, Any]:
    if not refresh_token:
        raise Refused("refreshToken", "Missing refreshToken", "JWT_MISSING_TOKEN")
    claims, user = _read(ask, refresh_token)
    if claims["type"] != "refresh":
        raise Refused("refreshToken", "Incorrect refreshToken", "JWT_INVALID_TOKEN")
    return {"token": ask.store.sessions.access_token(user), "user": user}


@mutation("tokenVerify")
def token_verify(ask: Ask, token: str) -> dict[str, Any]:
    try:
        claims, user = _read(ask, token)
    except Refused as refused:
        error = {"field": refused.field, "message": refused.message, "code": refused.code}
        return {"user": None, "is_valid": False, "payload": None, "errors": [error]}
    return {"user": user, "is_valid": True, "payload": claims}


def _read(ask: Ask, token: str) -> tuple[dict[str, Any], User]:
    try:
        return ask.store.sessions.read(token)
    except jwt.ExpiredSignatureError as error:
        raise Refused("token", "Signature has expired", "JWT_SIGNATURE_EXPIRED") from error
    except jwt.DecodeError as error:
        raise Refused("token", "Error decoding signature", "JWT_DECODE_ERROR") from error
    except jwt.PyJWTError as error:
        raise Refused("token", "Invalid or expired token.", "JWT_INVALID_TOKEN") from error


@mutation("updateMetadata")
def update_metadata(ask: Ask, id: str, input: list[dict[str, str]]) -> dict[str, Any]:
    row = _with_metadata(ask, id, private=False)
    ask.store.catalogue.write_metadata(row, put=pairs(input), by=actor(ask))
    return {"item": row}


@mutation("deleteMetadata")
def delete_metadata(ask: Ask, id: str, keys: list[str]) -> dict[str, Any]:
    row = _with_metadata(ask, id, private=False)
    ask.store.catalogue.write_metadata(row, drop=keys, by=actor(ask))
    return {"item": row}


@mutation("updatePrivateMetadata")
def update_private_metadata(ask: Ask, id: str, input: list[dict[str, str]]) -> dict[str, Any]:
    row = _with_metadata(ask, id, private=True)
    ask.store.catalogue.write_metadata(row, private=True, put=pairs(input), by=actor(ask))
    return {"item": row}


@mutation("deletePrivateMetadata")
def delete_private_metadata(ask: Ask, id: str, keys: list[str]) -> dict[str, Any]:
    row = _with_metadata(ask, id, private=True)
    ask.store.catalogue.write_metadata(row, private=True, drop=keys, by=actor(ask))
    return {"item": row}


def _with_metadata(ask: Ask, gid: str, *, private: bool) -> Described:
    row = ask.store.state.find(gid)
    if not isinstance(row, Described):
        raise Refused("id", f"Couldn't resolve to a node: {gid}", "NOT_FOUND")
    kind = type(row).__name__
    own = row is ask.caller.app or (not private and row is ask.caller.person)
    # Saleor lets anyone who knows a checkout's id write its public metadata.
    open_to_all = not private and kind in ("Checkout", "CheckoutLine")
    if not own and not open_to_all:
        staff = isinstance(row, User) and row.is_staff
        ask.caller.demand(*(("MANAGE_STAFF",) if staff else PRIVATE_METADATA[kind]))
    return row
