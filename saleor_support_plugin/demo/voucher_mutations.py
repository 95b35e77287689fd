"""The mutations on vouchers: staff's and apps', and a shopper's on their checkout."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from .catalogue_records import Channel, Voucher
from .checkout_mutations import checkout_of
from .mutating import actor, mutation, wanted
from .resolving import Ask
from .shop import Refused


@mutation("voucherCreate")
def voucher_create(ask: Ask, input: dict[str, Any]) -> dict[str, Any]:
    codes = input.get("add_codes") or []
    if len(codes) != 1 or input.get("type") != "ENTIRE_ORDER":
        raise Refused("input", "The demo makes vouchers of one code, for the whole order.", "INVALID")
    voucher = ask.store.discounts.create(
        name=input.get("name") or "",
        code=codes[0],
        start_date=input.get("start_date") or ask.store.now(),
        end_date=input.get("end_date"),
        single_use=bool(input.get("single_use")),
        value_type=input.get("discount_value_type") or "FIXED",
    )
    return {"voucher": voucher}


@mutation("voucherChannelListingUpdate")
def voucher_listing_update(ask: Ask, id: str, input: dict[str, Any]) -> dict[str, Any]:
    voucher = wanted(ask, id, Voucher)
    for given in input.get("add_channels") or []:
        channel = wanted(ask, given["channel_id"], Channel, "channelId")
        least = given.get("min_amount_spent")
        ask.store.discounts.list_in(
            voucher,
            channel.slug,
            Decimal(str(given.get("discount_value") or 0)),
            None if least is None else Decimal(str(least)),
        )
    return {"voucher": voucher}


@mutation("checkoutAddPromoCode")
def add_promo_code(ask: Ask, promo_code: str, id: str | None = None, token: str | None = None) -> dict[str, Any]:
    checkout = checkout_of(ask, id, token)
    ask.store.checkouts.set_voucher(checkout, promo_code, by=actor(ask))
    return {"checkout": checkout}


@mutation("checkoutRemovePromoCode")
def remove_promo_code(
    ask: Ask,
    promo_code: str | None = None,
    promo_code_id: str | None = None,
    id: str | None = None,
    token: str | None = None,
) -> dict[str, Any]:
    checkout = checkout_of(ask, id, token)
    if promo_code_id:
        raise Refused("promoCodeId", f"Couldn't resolve to a node: {promo_code_id}", "NOT_FOUND")
    if promo_code == checkout.voucher_code:
        ask.store.checkouts.set_voucher(checkout, None, by=actor(ask))
    return {"checkout": checkout}
