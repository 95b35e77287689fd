"""Importing this fills the table of resolvers; metadata, which nearly every type has, is here."""

from __future__ import annotations

from typing import Any

from . import (  # noqa: F401 - each fills its part of the table
    account_mutations,
    app_fields,
    app_mutations,
    attribute_fields,
    checkout_fields,
    checkout_mutations,
    doors,
    doors_to_people,
    event_fields,
    gift_cards,
    mending_fields,
    mending_mutations,
    order_fields,
    order_line_fields,
    order_mutations,
    page_fields,
    people_fields,
    product_fields,
    product_mutations,
    shipping_fields,
    shop_fields,
    tax_fields,
    voucher_fields,
    voucher_mutations,
)
from .permissions import OWNER, PRIVATE_METADATA, PermissionDenied
from .resolving import Ask, resolves


def _register(kind: str) -> None:
    @resolves(f"{kind}.metadata")
    def metadata(row: Any, ask: Ask) -> list[dict[str, str]]:
        return _items(row.metadata)

    @resolves(f"{kind}.metafield")
    def metafield(row: Any, ask: Ask, key: str) -> str | None:
        found: str | None = row.metadata.get(key)
        return found

    @resolves(f"{kind}.metafields")
    def metafields(row: Any, ask: Ask, keys: list[str] | None = None) -> dict[str, str]:
        return _chosen(row.metadata, keys)

    @resolves(f"{kind}.privateMetadata")
    def private_metadata(row: Any, ask: Ask) -> list[dict[str, str]]:
        demand_private(row, ask, kind)
        return _items(row.private_metadata)

    @resolves(f"{kind}.privateMetafield")
    def private_metafield(row: Any, ask: Ask, key: str) -> str | None:
        demand_private(row, ask, kind)
        found: str | None = row.private_metadata.get(key)
        return found

    @resolves(f"{kind}.privateMetafields")
    def private_metafields(row: Any, ask: Ask, keys: list[str] | None = None) -> dict[str, str]:
        demand_private(row, ask, kind)
        return _chosen(row.private_metadata, keys)


def demand_private(row: Any, ask: Ask, kind: str) -> None:
    """An app reads its own private metadata; everything else needs the permission of the type."""
    if kind == "App" and ask.caller.app is row:
        return
    needs = ("MANAGE_STAFF",) if kind == "User" and row.is_staff else PRIVATE_METADATA[kind]
    if not ask.caller.has(*needs):
        raise PermissionDenied(*needs, *([OWNER] if kind == "App" else []))


def _items(values: dict[str, str]) -> list[dict[str, str]]:
    return [{"key": key, "value": value} for key, value in values.items()]


def _chosen(values: dict[str, str], keys: list[str] | None) -> dict[str, str]:
    return {key: value for key, value in values.items() if keys is None or key in keys}


for _kind in PRIVATE_METADATA:
    _register(_kind)
