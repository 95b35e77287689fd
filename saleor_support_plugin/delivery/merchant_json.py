"""What a merchant sets about delivery as JSON: read with every fault named, and written back."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date, time
from typing import Any

from ..stores.objects import read
from ..stores.values import Shift
from .merchant import ChannelRules, MerchantRules, StoreRules, WarehouseRules
from .merchant_fields import CHANNEL, STORE, WAREHOUSE, store, warehouse


def of_rows(rows: Sequence[tuple[str, str, Mapping[str, Any]]]) -> MerchantRules:
    """Read a store's rows: (warehouse id or "", channel or "", data). One with neither is the store's own."""
    return MerchantRules(
        store=next((store_rules(data) for place, channel, data in rows if not place + channel), StoreRules()),
        warehouses={place: warehouse_rules(data) for place, _, data in rows if place},
        channels={channel: channel_rules(data) for _, channel, data in rows if channel},
    )


def store_rules(data: Mapping[str, Any]) -> StoreRules:
    """Raises ObjectWrong, as the two below do."""
    return read(data, STORE, store)


def warehouse_rules(data: Mapping[str, Any]) -> WarehouseRules:
    return read(data, WAREHOUSE, warehouse)


def channel_rules(data: Mapping[str, Any]) -> ChannelRules:
    return read(data, CHANNEL, ChannelRules)


def as_data(rules: StoreRules | WarehouseRules | ChannelRules) -> dict[str, Any]:
    """Return what the database keeps: only what differs from the defaults."""
    default = whole(type(rules)())
    return {name: value for name, value in whole(rules).items() if value != default[name]}


def whole(rules: StoreRules | WarehouseRules | ChannelRules) -> dict[str, Any]:
    """Return every setting as JSON values, the defaults among them."""
    return {one.name: _plain(getattr(rules, one.name)) for one in fields(rules) if one.name != "cutoffs_given"}


def _plain(value: Any) -> Any:
    if isinstance(value, Shift):
        return [value.opens.isoformat("minutes"), value.closes.isoformat("minutes")]
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, date):
        return value.isoformat()
    if hasattr(value, "__dataclass_fields__"):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    return value
