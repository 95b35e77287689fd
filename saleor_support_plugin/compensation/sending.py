"""Acts on their way to Saleor. What may have reached it is looked for, and never sent again on a guess."""

from datetime import datetime

from ..saleor.errors import PermissionMissing, SaleorError, SaleorRefused
from ..stores.clients import client_of
from . import actions, rules
from .deeds import DEEDS
from .deeds.deed import Sending
from .models import OrderAct
from .rules import Kind, NotDone, NotYet, Problem, State

MOST_AT_ONCE = 50
# Saleor's codes that mean something that we can say better.
MEANINGS = {
    "MISSING_TRANSACTION_ACTION_REQUEST_WEBHOOK": Problem.NO_PAYMENT_APP,
    "AMOUNT_GREATER_THAN_AVAILABLE": Problem.MORE_THAN_CHARGED,
    "CANNOT_CANCEL_ORDER": Problem.CANNOT_CANCEL,
    "NO_INVOICE_PLUGIN": Problem.NO_INVOICE_APP,
}


def act_due(*, now: datetime) -> int:
    """Go on with every act that is due; return how many there were."""
    due = OrderAct.across_stores.filter(due_at__lte=now, store__is_active=True).order_by("due_at", "pk")
    done = 0
    for pk in list(due.values_list("pk", flat=True)[:MOST_AT_ONCE]):
        act = actions.take(act_id=pk, now=now)
        if act is not None:
            carry_on(act, now)
            done += 1
    return done


def carry_on(act: OrderAct, now: datetime) -> None:
    """Send an act that was claimed, or find out what became of it."""
    saleor = client_of(act.store).order_acts(act.store.saleor_version)
    sending = Sending(act, act.order, saleor, lambda **said: actions.keep_word(act, **said), now)
    try:
        if act.state == State.PENDING:
            _settle(sending)
        elif act.state == State.ASKED and act.sent_at is None:
            _send(sending)
        else:
            _look(sending)
    except NotYet:
        actions.wait_for_payment(act=act, now=now)
    except NotDone as not_done:
        actions.fail(act=act, problem=not_done.problem, words=not_done.words, now=now)


def _settle(sending: Sending) -> None:
    """Read whether the payment provider has paid. It is never asked again: it may take days, and has the request."""
    act = sending.act
    try:
        was_done = DEEDS[Kind(act.kind)].was_done(sending)
    except SaleorError:  # whatever keeps us from reading says nothing about the act
        was_done = False
    if was_done:
        actions.finish(act=act, now=sending.now)
    else:
        actions.wait_for_payment(act=act, now=sending.now)


def _send(sending: Sending) -> None:
    act, now = sending.act, sending.now
    try:
        DEEDS[Kind(act.kind)].send(sending)
    except SaleorRefused as refused:
        problem = MEANINGS.get(refused.code, Problem.SALEOR_REFUSED)
        actions.fail(act=act, problem=problem, words=str(refused), now=now)
    except PermissionMissing:
        actions.fail(act=act, problem=Problem.APP_PERMISSION_MISSING, now=now)
    except SaleorError as error:
        if error.retry:
            actions.doubt(act=act, now=now)
        else:  # nothing is done for who is not let in
            actions.fail(act=act, problem=Problem.SALEOR_UNREACHABLE, now=now)
    else:
        actions.finish(act=act, now=now)


def _look(sending: Sending) -> None:
    """Read what became of an act whose answer was lost, or whose worker was; or that somebody tries again."""
    act = sending.act
    try:
        was_done = DEEDS[Kind(act.kind)].was_done(sending)
    except SaleorError:  # whatever keeps us from reading says nothing about the act
        actions.doubt(act=act, now=sending.now)
        return
    if was_done:
        actions.finish(act=act, now=sending.now)
    elif was_done is None or act.state == State.ASKED:
        _send(sending)
    elif act.sent_at is not None and sending.now - act.sent_at > rules.STILL_AT_WORK:
        actions.fail(act=act, problem=Problem.NOT_RECEIVED, now=sending.now)
    else:
        actions.doubt(act=act, now=sending.now)
