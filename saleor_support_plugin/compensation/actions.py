"""The only writes to acts: asked for, decided about by a lead, tried again, and how they ended."""

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from ..conversations import actions as conversations
from ..conversations.models import Happening
from ..money import Money
from ..shop.models import Order
from ..stores.callers import Staff
from ..stores.models import Store
from ..tickets import queries as tickets
from ..tickets.models import Ticket
from . import mails, queries, rules
from .deeds import DEEDS
from .deeds.deed import Prepared
from .models import OrderAct, OrderActStep, Purse
from .rules import GIVING, Kind, NotDone, Problem, State, Verdict
from .seeing import Seen, missing, missing_of_app, room_on, see, seen_now
from .telling import tell_asker

# Nothing that is read aloud for something else: no O and 0, no I, 1 and L.
LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
MARKER_LETTERS = 10
# Of these the thread is told; the others last for seconds.
TOLD = (State.NEEDS_APPROVAL, State.REJECTED, State.PENDING, State.DONE, State.FAILED, State.IN_DOUBT)
# What the thread calls a lead's yes; the act itself goes on as if nobody had had to be asked.
APPROVED = "APPROVED"


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants done on an order, by Saleor's id, as they gave it."""

    kind: Kind
    order_id: str
    input: Mapping[str, Any]
    ticket_id: int | None = None
    reason: str = ""
    note: str = ""
    key: str = ""


def ask(*, staff: Staff, wish: Wish, now: datetime) -> OrderAct:
    """Keep an act, to be done at once or to wait for a lead. The same `key` again is the same act. Raises NotDone."""
    if not 16 <= len(wish.key) <= 64 or not wish.key.isascii() or not wish.key.isprintable():
        raise NotDone(Problem.INVALID, "key")
    before = _asked_before(staff, wish)
    if before is not None:
        return before
    _must_be_able(staff, wish.kind)
    ticket, deed, seen = _ticket(staff, wish), DEEDS[wish.kind], see(staff, wish.order_id)
    return _keep(staff, wish, seen, deed.prepare(deed.read(wish.input), seen.in_saleor), ticket, now)


def _asked_before(staff: Staff, wish: Wish) -> OrderAct | None:
    before = staff.store.order_acts.select_related("order", "ticket").filter(key=wish.key).first()
    if before is None:
        return None
    if (before.kind, before.order.saleor_id, before.by_user_id) != (wish.kind, wish.order_id, staff.user_id):
        raise NotDone(Problem.ANOTHER_ACT, "key")
    return before


def _must_be_able(staff: Staff, kind: Kind) -> None:
    lacks = missing(staff, kind)
    if lacks:
        raise NotDone(Problem.PERMISSION_MISSING, words=", ".join(lacks))
    if missing_of_app(staff.store, kind):
        raise NotDone(Problem.APP_PERMISSION_MISSING)


def _ticket(staff: Staff, wish: Wish) -> Ticket | None:
    if wish.ticket_id is None:
        return None
    ticket = tickets.ticket(staff, wish.ticket_id)
    if ticket is None:
        raise NotDone(Problem.NOT_FOUND, "ticket")
    return ticket


@transaction.atomic
def _keep(staff: Staff, wish: Wish, seen: Seen, prepared: Prepared, ticket: Ticket | None, now: datetime) -> OrderAct:
    purse = _alone_with_purse(staff.store)
    before = _asked_before(staff, wish)  # by the other one of two clicks, while we waited
    if before is not None:
        return before
    money = prepared.money
    verdict = _verdict(staff, seen, prepared, wish.reason, wish.kind, now)
    purse.last_number += 1
    purse.save(update_fields=["last_number"])
    act = OrderAct.across_stores.create(
        store=staff.store,
        number=purse.last_number,
        order=seen.order,
        ticket=ticket,
        kind=wish.kind,
        state=State.ASKED if verdict.is_inside else State.NEEDS_APPROVAL,
        input=prepared.input,
        amount=money.amount if money else None,
        currency=money.currency if money else "",
        reason=wish.reason[:40],
        note=wish.note[: rules.MOST_WORDS],
        by_user_id=staff.user_id,
        by_email=staff.email,
        groups=list(staff.groups),
        group=_group(staff, verdict),
        key=wish.key,
        marker="".join(secrets.choice(LETTERS) for _ in range(MARKER_LETTERS)),
        passed=list(verdict.passed),
        asked_at=now,
        due_at=now if verdict.is_inside else None,
    )
    _note(act, State(act.state), by=staff.email, words=act.note, now=now)
    return act


def _alone_with_purse(store: Store) -> Purse:
    """Hold the store's purse until this transaction ends."""
    Purse.across_stores.get_or_create(store=store)
    return Purse.across_stores.select_for_update().get(store=store)


def _verdict(
    staff: Staff, seen: Seen, prepared: Prepared, reason: str, kind: Kind, now: datetime, *, without: int = 0
) -> Verdict:
    """Say whether they may do it by themselves. Raises NotDone where nobody may. Needs the purse."""
    money = prepared.money
    if money is None or kind not in GIVING:
        return Verdict()
    if money.amount > room_on(seen, without=without):
        raise NotDone(Problem.MORE_THAN_CHARGED, "amount")
    return queries.verdict(staff, seen.order, reason=reason, amount=money.amount, now=now, without=without)


def _group(staff: Staff, verdict: Verdict) -> str:
    return verdict.limit.group if verdict.limit else next(iter(staff.groups), "")


def approve(*, staff: Staff, act_id: int | None, note: str, now: datetime) -> OrderAct:
    """Let an act be done that its asker may not do alone. Raises NotDone."""
    act = _waiting(staff, act_id)
    _must_be_able(staff, Kind(act.kind))
    seen = seen_now(act.order)
    prepared = DEEDS[Kind(act.kind)].prepare(act.input, seen.in_saleor)
    with transaction.atomic():
        _alone_with_purse(staff.store)
        verdict = _verdict(staff, seen, prepared, act.reason, Kind(act.kind), now, without=act.pk)
        if not verdict.is_inside:
            raise NotDone(Problem.NO_ROOM)
        return _decided(staff, act, State.ASKED, note, now, due_at=now)


def reject(*, staff: Staff, act_id: int | None, note: str, now: datetime) -> OrderAct:
    act = _waiting(staff, act_id)
    if not may_decide(staff, act, queries.Giver(staff, [act.order], now)):
        raise NotDone(Problem.NO_ROOM)
    with transaction.atomic():
        return _decided(staff, act, State.REJECTED, note, now, done_at=now)


def may_decide(staff: Staff, act: OrderAct, giver: queries.Giver) -> bool:
    """Say whether somebody is a lead for this act: not its asker, and with room for it."""
    if act.state != State.NEEDS_APPROVAL or act.by_user_id == staff.user_id or missing(staff, Kind(act.kind)):
        return False
    amount = act.amount or Decimal(0)
    return giver.verdict(act.order, reason=act.reason, amount=amount, without=act.pk).is_inside


def _waiting(staff: Staff, act_id: int | None) -> OrderAct:
    act = queries.act(staff, act_id)
    if act is None:
        raise NotDone(Problem.NOT_FOUND, "id")
    if act.state != State.NEEDS_APPROVAL:
        raise NotDone(Problem.WRONG_STATE, "id")
    if act.by_user_id == staff.user_id:
        raise NotDone(Problem.OWN_REQUEST, "id")
    return act


def _decided(staff: Staff, act: OrderAct, state: State, note: str, now: datetime, **values: Any) -> OrderAct:
    said = note[: rules.MOST_WORDS]
    decision = {"decided_by_email": staff.email, "decision_note": said, "decided_at": now}
    if not _move(act, State.NEEDS_APPROVAL, state=state, **decision, **values):
        raise NotDone(Problem.WRONG_STATE, "id")
    _step(act, state, now, by=staff.email, words=said)
    became = APPROVED if state == State.ASKED else str(state)
    _tell_thread(act, became, by=staff.email, now=now)
    tell_asker(act, became, by=staff.email)
    return act


def retry(*, staff: Staff, act_id: int | None, now: datetime) -> OrderAct:
    """Go on with an act that failed, from where it stopped; a lead decides what is too much. Raises NotDone."""
    act = queries.act(staff, act_id)
    if act is None:
        raise NotDone(Problem.NOT_FOUND, "id")
    if act.state != State.FAILED:
        raise NotDone(Problem.WRONG_STATE, "id")
    _must_be_able(staff, Kind(act.kind))
    seen = seen_now(act.order)
    prepared = DEEDS[Kind(act.kind)].prepare(act.input, seen.in_saleor)
    with transaction.atomic():
        _alone_with_purse(staff.store)
        verdict = _verdict(staff, seen, prepared, act.reason, Kind(act.kind), now)
        state = State.ASKED if verdict.is_inside else State.NEEDS_APPROVAL
        # From now on it is whoever tries again who gives.
        theirs = {"by_user_id": staff.user_id, "by_email": staff.email, "groups": list(staff.groups), "asked_at": now}
        decided = {"decided_by_email": "", "decision_note": "", "decided_at": None, "group": _group(staff, verdict)}
        decided["leads_told_at"] = None
        due_at = now if verdict.is_inside else None
        moved = _move(
            act, State.FAILED, state=state, due_at=due_at, passed=list(verdict.passed), done_at=None, problem="",
            problem_words="", tries=0, **theirs, **decided,
        )  # fmt: skip
        if not moved:
            raise NotDone(Problem.WRONG_STATE, "id")
        _note(act, state, by=staff.email, words="", now=now)
    return act


def note_leads_told(*, acts: Iterable[OrderAct], now: datetime) -> None:
    OrderAct.across_stores.filter(pk__in=[one.pk for one in acts]).update(leads_told_at=now)


def take(*, act_id: int, now: datetime) -> OrderAct | None:
    """Claim an act that is due, in its state before: only one worker gets it, and of one kind only one on an order."""
    with transaction.atomic():
        row = OrderAct.across_stores.filter(pk=act_id, due_at__lte=now).select_related("order", "store").first()
        if row is None:
            return None
        Order.across_stores.select_for_update(no_key=True).get(pk=row.order_id)
        others = OrderAct.across_stores.filter(order=row.order_id, kind=row.kind).exclude(pk=row.pk)
        if others.filter(state__in=[State.RUNNING, State.IN_DOUBT]).exists():
            return None
        held = OrderAct.across_stores.filter(pk=row.pk, state=row.state, due_at=row.due_at)
        values: dict[str, Any] = {"due_at": now + rules.ABANDONED}
        if row.state == State.ASKED:
            values |= {"state": State.RUNNING, "sent_at": now}
        if not held.update(**values):
            return None
        if row.state == State.ASKED:
            _step(row, State.RUNNING, now)
    return row


def keep_word(act: OrderAct, **said: Any) -> None:
    """Write down what Saleor called something, at once: whoever goes on with the act must know it."""
    act.saleor = {**act.saleor, **said}
    OrderAct.across_stores.filter(pk=act.pk).update(saleor=act.saleor)


@transaction.atomic
def finish(*, act: OrderAct, now: datetime) -> None:
    _ended(act, State.DONE, now)


@transaction.atomic
def fail(*, act: OrderAct, problem: Problem, words: str = "", now: datetime) -> None:
    _ended(act, State.FAILED, now, problem=problem, problem_words=words[: rules.MOST_WORDS])


def _ended(act: OrderAct, state: State, now: datetime, **values: Any) -> None:
    for before in (State.RUNNING, State.IN_DOUBT, State.PENDING):
        if _move(act, before, state=state, done_at=now, due_at=None, **values):
            _note(act, state, by="", words=values.get("problem", ""), now=now)
            if state == State.FAILED or before == State.PENDING:
                tell_asker(act, state)
            if state == State.FAILED and before == State.PENDING:
                mails.tell_of_refusal(act=act, now=now)
            return


@transaction.atomic
def doubt(*, act: OrderAct, now: datetime) -> None:
    """Nobody knows whether Saleor did it: look later."""
    due_at = now + rules.next_look(act.tries)
    tries = min(act.tries + 1, 1_000)
    if _move(act, State.RUNNING, state=State.IN_DOUBT, due_at=due_at, tries=tries):
        _note(act, State.IN_DOUBT, by="", words="", now=now)
    else:
        _move(act, State.IN_DOUBT, due_at=due_at, tries=tries)


@transaction.atomic
def wait_for_payment(*, act: OrderAct, now: datetime) -> None:
    """The payment provider has it: nothing is asked of it again, only what became of it."""
    for before in (State.RUNNING, State.IN_DOUBT):
        if _move(act, before, state=State.PENDING, due_at=now + rules.next_look(0, rules.PENDING_LOOKS), tries=1):
            _note(act, State.PENDING, by="", words="", now=now)
            return
    due_at = now + rules.next_look(act.tries, rules.PENDING_LOOKS)
    _move(act, State.PENDING, due_at=due_at, tries=min(act.tries + 1, 1_000))


def look_again(*, order_id: str, store: Store, now: datetime) -> int:
    """Saleor told something of an order: look now what became of its refunds that the payment provider has."""
    pending = OrderAct.across_stores.filter(order__store=store, order__saleor_id=order_id, state=State.PENDING)
    return pending.filter(due_at__gt=now).update(due_at=now)


def _move(act: OrderAct, before: State, **values: Any) -> bool:
    if not OrderAct.across_stores.filter(pk=act.pk, state=before).update(**values):
        return False
    for name, value in values.items():
        setattr(act, name, value)
    return True


def _note(act: OrderAct, state: State, *, by: str, words: str, now: datetime) -> None:
    _step(act, state, now, by=by, words=words)
    if state in TOLD:
        _tell_thread(act, state, by=by, now=now)


def _tell_thread(act: OrderAct, became: str, *, by: str, now: datetime) -> None:
    if act.ticket is not None:
        money = Money(act.amount, act.currency).text if act.amount is not None else ""
        about = " ".join(filter(None, [str(act.number), act.kind, became, money, act.currency]))
        conversations.note(
            conversation=act.ticket.conversation,
            event=Happening.ORDER_ACT,
            by=by or act.by_email,
            about=about,
            now=now,
        )


def _step(act: OrderAct, state: State, now: datetime, *, by: str = "", words: str = "") -> None:
    OrderActStep.across_stores.create(act=act, state=state, by_email=by, note=words, at=now)
