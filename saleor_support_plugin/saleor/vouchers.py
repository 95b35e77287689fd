"""Codes of one use, and what a sale leaves over the cost of what is sold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from itertools import batched

from .errors import SaleorUnreachable
from .generated.base_model import UNSET
from .generated.client import Client

_MOST_ROWS = 100


@dataclass(frozen=True, slots=True)
class FoundVoucher:
    """`channels` are the slugs in which it has a value: elsewhere its code is refused."""

    id: str
    channels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VariantCost:
    """What a piece costs the shopper and the merchant in a channel, before any discount."""

    price: Decimal
    cost: Decimal


def create(ask: Client, *, code: str, name: str, starts_at: datetime, ends_at: datetime) -> str:
    """Return the id of a new voucher of one code that works once, on a whole order, in no channel yet."""
    made = ask.create_voucher(code, name, starts_at, ends_at, "PERCENTAGE")
    if made is None or made.voucher is None:
        raise SaleorUnreachable("an answer without the voucher")
    return made.voucher.id


def put_in_channel(
    ask: Client, voucher_id: str, *, channel_id: str, percent: Decimal, min_spend: Decimal | None
) -> None:
    """Say what share of an order in that channel it takes off; the channel's currency is meant."""
    ask.list_voucher(voucher_id, channel_id, f"{percent:f}", UNSET if min_spend is None else f"{min_spend:f}")


def by_code(ask: Client, code: str) -> FoundVoucher | None:
    found = ask.vouchers_like(code, _MOST_ROWS)
    for edge in found.edges if found else []:
        codes = edge.node.codes.edges if edge.node.codes else []
        if any(one.node.code == code for one in codes):
            listings = edge.node.channel_listings or []
            return FoundVoucher(edge.node.id, tuple(one.channel.slug for one in listings))
    return None


def costs(ask: Client, ids: Sequence[str], channel: str) -> dict[str, VariantCost]:
    """Return the costs of those variants whose cost price the merchant has written down for the channel."""
    known: dict[str, VariantCost] = {}
    for some in batched(ids, _MOST_ROWS):
        found = ask.variant_margins(list(some), channel, len(some))
        for edge in found.edges if found else []:
            for one in edge.node.channel_listings or []:
                if one.channel.slug == channel and one.price and one.cost_price:
                    known[edge.node.id] = VariantCost(one.price.amount, one.cost_price.amount)
    return known
