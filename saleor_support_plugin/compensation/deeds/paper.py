"""What a buyer is sent to read: the order's summary again, by us; its invoice, by Saleor."""

from typing import TYPE_CHECKING, Any

from ...saleor.pieces import times
from .. import mails
from ..rules import NotDone, Problem
from .deed import Deed, Effect, Prepared, Sending

if TYPE_CHECKING:
    from ...saleor.generated.fragments import OrderActFacts


def _summary(given: dict[str, Any], order: "OrderActFacts") -> Prepared:
    if not order.user_email:
        raise NotDone(Problem.NO_EMAIL)
    return Prepared(given)


def _summarise(sending: Sending) -> None:
    mails.summary(act=sending.act, order=sending.order, now=sending.now)


SUMMARY = Deed(
    lambda given: {},
    _summary,
    lambda prepared, order: [Effect("SUMMARY_MAIL")],
    _summarise,
    # The outbox has one message for an act, however often it is asked to send it.
    lambda sending: False,
)


def _invoice(given: dict[str, Any], order: "OrderActFacts") -> Prepared:
    if not given["send"]:
        return Prepared(given)
    if not order.user_email:
        raise NotDone(Problem.NO_EMAIL)
    ready = [one.id for one in order.invoices if one.status == "SUCCESS" and one.url]
    if not ready:
        raise NotDone(Problem.NO_INVOICE)
    return Prepared({**given, "invoice": ready[-1]})


def _event(sending: Sending) -> str:
    return "INVOICE_SENT" if sending.act.input["send"] else "INVOICE_REQUESTED"


def _times(sending: Sending) -> int:
    return times(sending.order_now(), _event(sending), app_id=sending.act.store.app_id)


def _send_invoice(sending: Sending) -> None:
    sending.keep(before=_times(sending))
    if sending.act.input["send"]:
        sending.saleor.send_invoice(sending.act.input["invoice"])
    else:
        sending.saleor.request_invoice(sending.order.saleor_id)


def _has_invoice(sending: Sending) -> bool:
    before = sending.act.saleor.get("before")
    return before is not None and _times(sending) > before


INVOICE = Deed(
    lambda given: {"send": given.get("send") is True},
    _invoice,
    lambda prepared, order: (
        [Effect("INVOICE_MAIL")] if prepared.input["send"] else [Effect("INVOICE_REQUEST"), Effect("NO_MAIL")]
    ),
    _send_invoice,
    _has_invoice,
)
