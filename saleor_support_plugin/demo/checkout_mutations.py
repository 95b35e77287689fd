"""The mutations a storefront makes on a checkout. Anyone who knows its id may call them, as in Saleor."""

from __future__ import annotations

from collections import Counter
from typing import Any

from .catalogue_records import ProductVariant, ShippingMethodType
from .checkout_acts import refuse_quantity
from .checkout_problems import country_of, refuse_unsellable
from .mutating import actor, address_from, mutation, pairs, wanted
from .order_records import Checkout, CheckoutLine
from .permissions import PermissionDenied
from .records import User, global_id, kind_and_pk
from .resolving import Ask
from .shop import Refused


def checkout_of(ask: Ask, id: str | None, token: str | None) -> Checkout:
    return wanted(ask, id or global_id("Checkout", token or ""), Checkout)


def _lines(ask: Ask, given: list[dict[str, Any]]) -> list[tuple[ProductVariant, int]]:
    return [(wanted(ask, line["variant_id"], ProductVariant, "variantId"), line["quantity"]) for line in given]


@mutation("checkoutCreate")
def checkout_create(ask: Ask, input: dict[str, Any]) -> dict[str, Any]:
    shopper = ask.caller.user if ask.caller.app is None else None
    channel, lines = input.get("channel") or "", _lines(ask, input["lines"])
    if ask.store.state.channel(channel):
        refuse_unsellable(ask.store.state, channel, lines, ask.store.state.channel_of(channel).default_country)
    with ask.store.act():
        checkout = ask.store.checkouts.create(
            channel,
            lines,
            email=input.get("email"),
            user=shopper,
            language_code=input.get("language_code") or "EN",
            by=actor(ask),
        )
        checkout.metadata |= pairs(input.get("metadata"))
        checkout.private_metadata |= pairs(input.get("private_metadata"))
        for kind in ("shipping", "billing"):
            if input.get(f"{kind}_address"):
                setattr(checkout, f"{kind}_address", address_from(ask, input[f"{kind}_address"]))
    return {"created": True, "checkout": checkout}


@mutation("checkoutLinesAdd")
def lines_add(ask: Ask, lines: list[dict[str, Any]], id: str | None = None, token: str | None = None) -> dict[str, Any]:
    checkout, added = checkout_of(ask, id, token), _lines(ask, lines)
    apart = any(line.get("force_new_line") for line in lines)
    held = Counter({line.variant_pk: line.quantity for line in checkout.lines})
    _refuse_unsellable(ask, checkout, [(variant, held[variant.pk] + quantity) for variant, quantity in added])
    ask.store.checkouts.add(checkout, added, apart=apart, by=actor(ask))
    return {"checkout": checkout}


@mutation("checkoutLinesUpdate")
def lines_update(
    ask: Ask, lines: list[dict[str, Any]], id: str | None = None, token: str | None = None
) -> dict[str, Any]:
    checkout = checkout_of(ask, id, token)
    for given in lines:
        variant_pk = kind_and_pk(given.get("variant_id") or "")[1]
        line = next(
            (own for own in checkout.lines if given.get("line_id") == own.id or variant_pk == own.variant_pk), None
        )
        if line is None:
            raise Refused("lineId", "The line does not belong to the checkout.", "INVALID")
        quantity = given.get("quantity") or 0
        if quantity:
            _refuse_unsellable(ask, checkout, [(ask.store.state.variant(line.variant_pk), quantity)])
        ask.store.checkouts.set_quantity(checkout, line, quantity, by=actor(ask))
    return {"checkout": checkout}


def _refuse_unsellable(ask: Ask, checkout: Checkout, lines: list[tuple[ProductVariant, int]]) -> None:
    state = ask.store.state
    for _, quantity in lines:
        refuse_quantity(quantity)
    refuse_unsellable(state, checkout.channel_slug, lines, country_of(state, checkout))


@mutation("checkoutLineDelete")
def line_delete(
    ask: Ask, id: str | None = None, line_id: str | None = None, token: str | None = None
) -> dict[str, Any]:
    return lines_delete(ask, [line_id or ""], id, token)


@mutation("checkoutLinesDelete")
def lines_delete(ask: Ask, lines_ids: list[str], id: str | None = None, token: str | None = None) -> dict[str, Any]:
    checkout = checkout_of(ask, id, token)
    for gid in lines_ids:
        line = wanted(ask, gid, CheckoutLine, "linesIds")
        ask.store.checkouts.set_quantity(checkout, line, 0, by=actor(ask))
    return {"checkout": checkout}


@mutation("checkoutEmailUpdate")
def email_update(ask: Ask, email: str, id: str | None = None, token: str | None = None) -> dict[str, Any]:
    checkout = checkout_of(ask, id, token)
    ask.store.checkouts.set_email(checkout, email, by=actor(ask))
    return {"checkout": checkout}


@mutation("checkoutCustomerAttach")
def customer_attach(
    ask: Ask, id: str | None = None, customer_id: str | None = None, token: str | None = None
) -> dict[str, Any]:
    """A shopper attaches themselves; an app with IMPERSONATE_USER whom it likes."""
    checkout = checkout_of(ask, id, token)
    if customer_id:
        ask.caller.demand("IMPERSONATE_USER")
        user = wanted(ask, customer_id, User, "customerId")
    else:
        user = _asking_person(ask)
    ask.store.checkouts.attach(checkout, user, by=actor(ask))
    return {"checkout": checkout}


def _asking_person(ask: Ask) -> User:
    if ask.caller.user is None:
        raise PermissionDenied("AUTHENTICATED_USER")
    return ask.caller.user


@mutation("checkoutShippingAddressUpdate")
def shipping_address_update(
    ask: Ask, shipping_address: dict[str, Any], id: str | None = None, token: str | None = None, **_: Any
) -> dict[str, Any]:
    checkout = checkout_of(ask, id, token)
    ask.store.checkouts.set_addresses(checkout, shipping=address_from(ask, shipping_address), by=actor(ask))
    return {"checkout": checkout}


@mutation("checkoutBillingAddressUpdate")
def billing_address_update(
    ask: Ask, billing_address: dict[str, Any], id: str | None = None, token: str | None = None, **_: Any
) -> dict[str, Any]:
    checkout = checkout_of(ask, id, token)
    ask.store.checkouts.set_addresses(checkout, billing=address_from(ask, billing_address), by=actor(ask))
    return {"checkout": checkout}


@mutation("checkoutDeliveryMethodUpdate")
def delivery_method_update(
    ask: Ask, delivery_method_id: str | None = None, id: str | None = None, token: str | None = None
) -> dict[str, Any]:
    checkout = checkout_of(ask, id, token)
    method = ask.store.state.find(delivery_method_id or "", "ShippingMethod")
    if not isinstance(method, ShippingMethodType):
        raise Refused("deliveryMethodId", f"Couldn't resolve to a node: {delivery_method_id}", "NOT_FOUND")
    ask.store.checkouts.choose_delivery(checkout, method, by=actor(ask))
    return {"checkout": checkout}


@mutation("checkoutComplete")
def complete(
    ask: Ask,
    id: str | None = None,
    token: str | None = None,
    metadata: list[dict[str, str]] | None = None,
    redirect_url: str | None = None,
    **_: Any,
) -> dict[str, Any]:
    checkout = checkout_of(ask, id, token)
    with ask.store.act():
        order = ask.store.checkouts.complete(checkout, by=actor(ask))
        order.metadata |= pairs(metadata)
        order.redirect_url = redirect_url
    return {"order": order, "confirmation_needed": False, "confirmation_data": None}
