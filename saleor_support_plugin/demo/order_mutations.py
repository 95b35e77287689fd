"""The mutations on orders, stock and shipping."""

from __future__ import annotations

from typing import Any

from .catalogue_records import ProductVariant, ShippingMethodType, Warehouse
from .mutating import actor, demand_channel, mutation, wanted
from .order_acts import Pieces
from .order_records import Fulfillment, Order, OrderLine
from .resolving import Ask
from .shop import Refused


@mutation("orderFulfill")
def order_fulfill(ask: Ask, input: dict[str, Any], order: str | None = None) -> dict[str, Any]:
    row = wanted(ask, order, Order, "order")
    demand_channel(ask, row)
    pieces = [
        Pieces(
            wanted(ask, line.get("order_line_id"), OrderLine, "orderLineId"),
            wanted(ask, stock["warehouse"], Warehouse, "warehouse").slug,
            stock["quantity"],
        )
        for line in input["lines"]
        for stock in line["stocks"]
        if stock["quantity"] > 0
    ]
    tracking_number = input.get("tracking_number") or ""
    sent = ask.store.orders.fulfill(row, pieces, tracking_number=tracking_number, by=actor(ask))
    return {"fulfillments": sent, "order": row}


@mutation("orderFulfillmentUpdateTracking")
def order_tracking(ask: Ask, id: str, input: dict[str, Any]) -> dict[str, Any]:
    fulfillment = wanted(ask, id, Fulfillment)
    demand_channel(ask, ask.store.orders.order_of(fulfillment))
    order = ask.store.orders.set_tracking(fulfillment, input.get("tracking_number") or "", by=actor(ask))
    return {"fulfillment": fulfillment, "order": order}


@mutation("orderFulfillmentCancel")
def order_fulfillment_cancel(ask: Ask, id: str, input: dict[str, Any] | None = None) -> dict[str, Any]:
    fulfillment = wanted(ask, id, Fulfillment)
    demand_channel(ask, ask.store.orders.order_of(fulfillment))
    order = ask.store.orders.cancel_fulfillment(fulfillment, by=actor(ask))
    return {"fulfillment": fulfillment, "order": order}


@mutation("orderCancel")
def order_cancel(ask: Ask, id: str) -> dict[str, Any]:
    order = wanted(ask, id, Order)
    demand_channel(ask, order)
    ask.store.orders.cancel(order, by=actor(ask))
    return {"order": order}


@mutation("orderNoteAdd")
def order_note_add(ask: Ask, order: str, input: dict[str, str]) -> dict[str, Any]:
    row = wanted(ask, order, Order)
    demand_channel(ask, row)
    return {"order": row, "event": ask.store.orders.add_note(row, input["message"], by=actor(ask))}


@mutation("orderNoteUpdate")
def order_note_update(ask: Ask, note: str, input: dict[str, str]) -> dict[str, Any]:
    orders = ask.store.state.orders.values()
    kinds = ("NOTE_ADDED", "NOTE_UPDATED")
    found = next((one for one in orders for own in one.events if own.id == note and own.type in kinds), None)
    if found is None:
        raise Refused("note", f"Couldn't resolve to a node: {note}", "NOT_FOUND")
    demand_channel(ask, found)
    return {"order": found, "event": ask.store.orders.update_note(found, input["message"], by=actor(ask))}


@mutation("productVariantStocksUpdate")
def stocks_update(
    ask: Ask, stocks: list[dict[str, Any]], variant_id: str | None = None, sku: str | None = None
) -> dict[str, Any]:
    by_sku = next((v.id for _, v in ask.store.state.variants() if sku and v.sku == sku), None)
    variant = wanted(ask, variant_id or by_sku, ProductVariant, "variantId")
    quantities = {wanted(ask, row["warehouse"], Warehouse, "warehouse").slug: row["quantity"] for row in stocks}
    if any(quantity < 0 for quantity in quantities.values()):
        raise Refused("quantity", "Quantity must be greater than or equal to 0.", "INVALID")
    ask.store.catalogue.set_stock(variant, quantities, by=actor(ask))
    return {"product_variant": variant}


@mutation("shippingPriceUpdate")
def shipping_price_update(ask: Ask, id: str, input: dict[str, Any]) -> dict[str, Any]:
    method = wanted(ask, id, ShippingMethodType)
    least = input.get("minimum_delivery_days", method.minimum_delivery_days)
    most = input.get("maximum_delivery_days", method.maximum_delivery_days)
    if least is not None and most is not None and least > most:
        message = "Maximum delivery days should be larger than minimum delivery days."
        raise Refused("maximumDeliveryDays", message, "INVALID")
    ask.store.catalogue.change_shipping_method(
        method,
        name=input.get("name"),
        description=input.get("description"),
        days=(least, most),
        by=actor(ask),
    )
    zone = next(zone for zone, owned in ask.store.state.methods() if owned is method)
    return {"shipping_zone": zone, "shipping_method": method}
