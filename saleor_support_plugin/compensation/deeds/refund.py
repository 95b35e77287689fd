"""Money back: granted on a transaction, then asked of the app that holds it; the old kind of payment where named."""

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ...money import Money
from ...saleor.pieces import Pieces, times
from ..rules import NotDone, NotYet, Problem, State
from . import reading
from .deed import Deed, Effect, Input, Prepared, Sending

if TYPE_CHECKING:
    from ...saleor.generated.fragments import (
        OrderActFacts,
        OrderActFactsGrantedRefunds,
        OrderActFactsPayments,
        OrderActFactsTransactions,
    )

OLD_REFUND = "PAYMENT_REFUNDED"


def read(given: Input) -> dict[str, Any]:
    lines = reading.pieces(given, is_required=False)
    has_shipping = given.get("shipping") is True
    return {
        "transaction": reading.text(given, "transaction", is_required=False),
        "amount": reading.money(given, "amount", is_required=not lines and not has_shipping),
        "lines": lines,
        "shipping": has_shipping,
        "legacy": given.get("legacy") is True,
        "reason_reference": reading.text(given, "reason_reference", is_required=False),
    }


def prepare(given: dict[str, Any], order: "OrderActFacts") -> Prepared:
    amount = Decimal(given["amount"]) if given["amount"] else _worth(given, order)
    if given["legacy"]:
        most, transaction = sum((_still_there(one) for one in order.payments), Decimal(0)), ""
    else:
        chosen = _transaction(given["transaction"], order)
        most, transaction = chosen.charged_amount.amount, chosen.id
    if amount > most:
        raise NotDone(Problem.MORE_THAN_CHARGED if most else Problem.NOTHING_CHARGED, "amount")
    if amount <= 0:
        raise NotDone(Problem.INVALID, "amount")
    kept = {**given, "amount": f"{amount:f}", "transaction": transaction}
    return Prepared(kept, Money(amount, order.total.gross.currency))


def _worth(given: dict[str, Any], order: "OrderActFacts") -> Decimal:
    prices = {one.id: one for one in order.lines}
    worth = order.shipping_price.gross.amount if given["shipping"] else Decimal(0)
    for row in given["lines"]:
        line = prices.get(row["line"])
        if line is None:
            raise NotDone(Problem.NOT_FOUND, "lines")
        if row["quantity"] > line.quantity:
            raise NotDone(Problem.TOO_MANY_PIECES, "lines")
        worth += line.unit_price.gross.amount * row["quantity"]
    return worth


def refundable(order: "OrderActFacts") -> list["OrderActFactsTransactions"]:
    return [one for one in order.transactions if one.charged_amount.amount > 0]


def has_old_payment(order: "OrderActFacts") -> bool:
    return any(_still_there(one) for one in order.payments)


def _still_there(payment: "OrderActFactsPayments") -> Decimal:
    """Return how much of an old payment can be paid back."""
    found = payment.available_refund_amount
    return found.amount if payment.is_active and found else Decimal(0)


def _transaction(named: str, order: "OrderActFacts") -> "OrderActFactsTransactions":
    there = refundable(order)
    if named:
        chosen = next((one for one in order.transactions if one.id == named), None)
        if chosen is None:
            raise NotDone(Problem.NOT_FOUND, "transaction")
        return chosen
    if not there:
        raise NotDone(Problem.OLD_PAYMENT if has_old_payment(order) else Problem.NOTHING_CHARGED, "transaction")
    if len(there) > 1:
        raise NotDone(Problem.CHOOSE_TRANSACTION, "transaction")
    return there[0]


def effects(prepared: Prepared, order: "OrderActFacts") -> list[Effect]:
    if prepared.input["legacy"]:
        return [Effect("REFUND_OLD_PAYMENT"), Effect("REFUND_MAIL")]
    name = next((one.name for one in order.transactions if one.id == prepared.input["transaction"]), "")
    asked = Effect("REFUND_REQUESTED_OF", {"payment": name}) if name else Effect("REFUND_REQUESTED")
    return [Effect("REFUND_GRANTED"), asked, Effect("REFUND_MAIL")]


def send(sending: Sending) -> None:
    given = sending.act.input
    if given["legacy"]:
        sending.keep(before=_old_refunds(sending))
        sending.saleor.refund_old_payment(sending.order.saleor_id, Decimal(given["amount"]))
        return
    if "grant" not in sending.act.saleor:
        sending.keep(grant=_grant(sending))
    _request(sending)


def _grant(sending: Sending) -> str:
    given, act = sending.act.input, sending.act
    return sending.saleor.grant_refund(
        sending.order.saleor_id,
        transaction=given["transaction"],
        amount=Decimal(given["amount"]),
        reason=" ".join(word for word in (act.note or act.reason, f"({act.marker})") if word),
        lines=[Pieces(**row) for row in given["lines"]],
        with_shipping=given["shipping"],
        reason_reference=given["reason_reference"],
    )


def _request(sending: Sending) -> None:
    sending.keep(requested=True)
    sending.saleor.request_refund(sending.act.input["transaction"], sending.act.saleor["grant"])
    granted = _granted(sending)
    if granted is not None:
        _must_be_paid(granted)


def was_done(sending: Sending) -> bool | None:
    if sending.act.input["legacy"]:
        return "before" in sending.act.saleor and _old_refunds(sending) > sending.act.saleor["before"]
    granted = _granted(sending)
    if granted is None:
        return False
    sending.keep(grant=granted.id)
    if granted.status == "NONE" and not granted.transaction_events:
        return False if "requested" in sending.act.saleor else None
    if granted.status == "FAILURE" and sending.act.state == State.ASKED:
        return None  # somebody tries again what was refused: the same grant is asked for once more
    _must_be_paid(granted)
    return True


def _granted(sending: Sending) -> "OrderActFactsGrantedRefunds | None":
    mark = f"({sending.act.marker})"
    return next((one for one in sending.order_now().granted_refunds if mark in (one.reason or "")), None)


def _must_be_paid(granted: "OrderActFactsGrantedRefunds") -> None:
    if granted.status == "PENDING":
        raise NotYet
    if granted.status != "SUCCESS":  # refused; or NONE, where it was paid and then taken back
        raise NotDone(Problem.PAYMENT_APP_REFUSED)


def _old_refunds(sending: Sending) -> int:
    return times(sending.order_now(), OLD_REFUND, app_id=sending.act.store.app_id)


REFUND = Deed(read, prepare, effects, send, was_done)
