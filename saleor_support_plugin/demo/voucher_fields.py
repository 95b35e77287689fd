"""Vouchers, as the API shows them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .catalogue_records import Voucher
from .filters import VOUCHERS, narrowed
from .money import Money
from .records import global_id
from .resolving import Ask, page, resolves
from .shop_fields import same_for_all

same_for_all(
    {
        "Voucher.usageLimit": None,
        "Voucher.type": "ENTIRE_ORDER",
    }
)


@resolves("Query.vouchers")
def vouchers(root: None, ask: Ask, filter: Mapping[str, Any] | None = None, **paging: Any) -> dict[str, Any]:
    return page(narrowed(ask.store.state.vouchers.values(), filter, VOUCHERS), name="vouchers", **paging)


@resolves("Voucher.used")
def voucher_used(voucher: Voucher, ask: Ask) -> int:
    return 0  # of a voucher for single use Saleor counts none


@resolves("Voucher.codes")
def voucher_codes(voucher: Voucher, ask: Ask, **paging: Any) -> dict[str, Any]:
    return page([_Code(voucher)], name="codes", **paging)


class _Code:
    """Saleor's `VoucherCode`: the demo's vouchers have one each."""

    used = 0

    def __init__(self, voucher: Voucher) -> None:
        self.id = global_id("VoucherCode", voucher.pk)
        self.code = voucher.code
        self.is_active = voucher.is_active
        self.created_at = voucher.created


@resolves("Voucher.channelListings")
def voucher_listings(voucher: Voucher, ask: Ask) -> list[dict[str, Any]]:
    listings = []
    for slug, value in voucher.values.items():
        channel = ask.store.state.channel_of(slug)
        least = voucher.min_spends.get(slug)
        listings.append(
            {
                "id": global_id("VoucherChannelListing", f"{voucher.pk}{channel.pk}"),
                "channel": channel,
                "discount_value": float(value),
                "currency": channel.currency_code,
                "min_spent": None if least is None else Money(least, channel.currency_code),
            }
        )
    return listings
