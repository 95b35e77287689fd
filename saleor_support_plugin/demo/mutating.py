"""What all mutations share: refusals become `errors`, ids become rows, staff stay in their channels."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .order_records import Order
from .permissions import PermissionDenied
from .records import Address
from .resolving import Ask, resolves
from .shop import Actor, Refused

Mutation = Callable[..., dict[str, Any]]


def mutation(name: str) -> Callable[[Mutation], Mutation]:
    """Register a function `(ask, **arguments)` that returns the payload without `errors`, or raises Refused."""

    def keep(function: Mutation) -> Mutation:
        @resolves(f"Mutation.{name}")
        def resolve(root: None, ask: Ask, **arguments: Any) -> dict[str, Any]:
            try:
                return {"errors": [], **function(ask, **arguments)}
            except Refused as refused:
                error = {"field": refused.field, "message": refused.message, "code": refused.code}
                return {"errors": [{**error, "variants": list(refused.variants) or None}]}

        return function

    return keep


def actor(ask: Ask) -> Actor:
    return ask.caller.app or ask.caller.user


def wanted[R](ask: Ask, gid: str | None, kind: type[R], field: str = "id") -> R:
    """The row with this id. Refuses a missing one, and one of another kind."""
    row = ask.store.state.find(gid or "", kind.__name__)
    if not isinstance(row, kind):
        raise Refused(field, f"Couldn't resolve to a node: {gid}", "NOT_FOUND")
    return row


def demand_channel(ask: Ask, order: Order) -> None:
    user = ask.caller.user if ask.caller.app is None else None
    if user and order.channel_slug not in {channel.slug for channel in ask.store.channels_of(user)}:
        raise PermissionDenied("access to the order's channel")


def address_from(ask: Ask, given: dict[str, Any]) -> Address:
    """A new address from an AddressInput; the country is required, everything else may be empty."""
    if not given.get("country"):
        raise Refused("country", "This field is required.", "REQUIRED")
    texts = {name: value or "" for name, value in given.items() if name not in ("metadata", "country")}
    blank = {"first_name": "", "last_name": "", "street_address1": "", "city": "", "postal_code": ""}
    whole: dict[str, Any] = {**blank, **texts, "metadata": pairs(given.get("metadata"))}
    return Address(pk=ask.store.state.next_pk("Address"), country=given["country"], **whole)


def pairs(items: list[dict[str, str]] | None) -> dict[str, str]:
    return {item["key"]: item["value"] for item in items or []}
