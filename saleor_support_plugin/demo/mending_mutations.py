"""The mutations by which an order that went wrong is put right."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from .catalogue_records import Channel, ProductVariant
from .mutating import actor, address_from, demand_channel, mutation, wanted
from .order_records import FulfillmentLine, Invoice, Order, OrderGrantedRefund, TransactionItem
from .records import User
from .resolving import Ask
from .shop import Refused


@mutation("orderGrantRefundCreate")
def grant_refund(ask: Ask, id: str, input: dict[str, Any]) -> dict[str, Any]:
    order = wanted(ask, id, Order)
    demand_channel(ask, order)
    transaction = _transaction(order, input["transaction_id"])
    amount = Decimal(str(input["amount"])) if input.get("amount") is not None else transaction.charged
    granted = ask.store.mending.grant(order, transaction, amount, input.get("reason") or "")
    return {"order": order, "granted_refund": granted}


@mutation("transactionRequestRefundForGrantedRefund")
def request_refund(ask: Ask, granted_refund_id: str, id: str | None = None, token: str | None = None) -> dict[str, Any]:
    for order in ask.store.state.orders.values():
        granted = next((one for one in order.granted_refunds if one.id == granted_refund_id), None)
        if granted is not None:
            demand_channel(ask, order)
            return {"transaction": ask.store.mending.request(order, granted, by=actor(ask))}
    kind = OrderGrantedRefund.__name__
    raise Refused("grantedRefundId", f"Invalid ID: {granted_refund_id}. Expected: {kind}.", "NOT_FOUND")


def _transaction(order: Order, gid: str) -> TransactionItem:
    found = next((one for one in order.transactions if one.id == gid), None)
    if found is None:
        raise Refused("transactionId", f"Couldn't resolve to a node: {gid}", "NOT_FOUND")
    return found


@mutation("orderRefund")
def order_refund(ask: Ask, id: str, amount: Decimal) -> dict[str, Any]:
    order = wanted(ask, id, Order)
    demand_channel(ask, order)
    ask.store.mending.refund_old(order, amount, by=actor(ask))
    return {"order": order}


@mutation("orderUpdate")
def order_update(
    ask: Ask, input: dict[str, Any], id: str | None = None, external_reference: str | None = None
) -> dict[str, Any]:
    order = wanted(ask, id, Order)
    demand_channel(ask, order)
    if input.get("shipping_address"):
        ask.store.mending.move(order, address_from(ask, input["shipping_address"]), by=actor(ask))
    return {"order": order}


@mutation("draftOrderCreate")
def draft_order_create(ask: Ask, input: dict[str, Any]) -> dict[str, Any]:
    channel = wanted(ask, input.get("channel_id"), Channel, "channelId")
    pieces = [
        (wanted(ask, line["variant_id"], ProductVariant, "lines"), line["quantity"], line.get("price"))
        for line in input.get("lines") or []
    ]
    given = input.get("shipping_address")
    draft = ask.store.mending.draft(
        channel.slug,
        pieces,
        email=input.get("user_email") or "",
        user=wanted(ask, input["user"], User, "user") if input.get("user") else None,
        address=address_from(ask, given) if given else None,
        reference=input.get("external_reference"),
        by=actor(ask),
    )
    return {"order": draft}


@mutation("orderFulfillmentReturnProducts")
def return_products(ask: Ask, order: str, input: dict[str, Any]) -> dict[str, Any]:
    row = wanted(ask, order, Order)
    demand_channel(ask, row)
    pieces = [
        (wanted(ask, line["fulfillment_line_id"], FulfillmentLine, "fulfillmentLineId"), line["quantity"])
        for line in input.get("fulfillment_lines") or []
    ]
    if not pieces:
        raise Refused("lines", "At least one line has to be provided.", "REQUIRED")
    return {"order": row, "return_fulfillment": ask.store.mending.take_back(row, pieces, by=actor(ask))}


@mutation("invoiceRequest")
def invoice_request(ask: Ask, order_id: str, number: str | None = None) -> dict[str, Any]:
    order = wanted(ask, order_id, Order, "orderId")
    demand_channel(ask, order)
    return {"order": order, "invoice": ask.store.mending.invoice(order, by=actor(ask))}


@mutation("invoiceSendNotification")
def invoice_send(ask: Ask, id: str) -> dict[str, Any]:
    invoice = wanted(ask, id, Invoice)
    order = next(one for one in ask.store.state.orders.values() if invoice in one.invoices)
    demand_channel(ask, order)
    ask.store.mending.send_invoice(order, by=actor(ask))
    return {"invoice": invoice}
