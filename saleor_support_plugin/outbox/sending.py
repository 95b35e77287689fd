"""Messages on their way out: claimed, decided about a second time, marked, handed over, and settled by the answer."""

import logging
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from ..logs import said_by, store_id
from ..people.models import Person
from ..people.rules import Basis
from . import actions, circuits, queries, subscribing
from .deciding import Send, Silence, Wait, Withhold, decide
from .kinds import still_right
from .models import Circuit, Message, State
from .packing import Way, pack, way_of
from .rules import No, NotYet
from .ways import Accepted, Doubtful, Outcome, Refused, Unreachable
from .ways.by_medium import hand_over

log = logging.getLogger(__name__)


def deliver_due(*, now: datetime, most: int = 200) -> int:
    """Send what is due, this worker's share of it; return how many messages were settled.

    One of each store in turn, so that nobody waits for another's twenty thousand.
    """
    actions.settle_left_behind(now=now)
    stores, done = queries.stores_due(now), 0
    while stores and done < most:
        stores = [store for store in stores[: most - done] if deliver_next(store=store, now=now)]
        done += len(stores)
    return done


def deliver_next(*, store: int, now: datetime) -> bool:
    """Settle one message of a store that is due; False where there is none."""
    with transaction.atomic():
        message = actions.take_next(store=store, now=now)
        if message is None:
            return False
        token = store_id.set(message.store_id)
        leaving = _look_again(message, now)
    try:
        if leaving is not None:
            # Marked and committed: whatever happens from here on, the row says that it may be out.
            _settle(message, leaving, _hand_over(message, leaving, now), now)
        return True
    finally:
        store_id.reset(token)


@dataclass(frozen=True, slots=True)
class Leaving:
    """By which way a message leaves, and what is known against it."""

    way: Way
    trouble: Circuit | None


def _look_again(message: Message, now: datetime) -> Leaving | None:
    """Mark a message as being sent, or keep why not: what was right when it was written may be wrong now."""
    try:
        with transaction.atomic():
            answer = _second_look(message, now)
            if isinstance(answer, Send):
                return _go(message, answer.basis, now)
    except Exception as error:  # a kind's trouble with one message must not stop the others
        log.exception("a message could not be looked at", extra={"facts": {"kind": message.kind}})
        message.attempts += 1
        actions.try_again(message=message, reason=said_by(error), now=now)
        return None
    if isinstance(answer, Wait):
        actions.postpone(message=message, silence=answer.reason, at=answer.until)
    elif isinstance(answer, NotYet):
        at = min(answer.until, message.expires_at)
        actions.postpone(message=message, silence=Silence.NOT_RIGHT_YET, reason=answer.reason, at=at)
    elif isinstance(answer, Withhold):
        waited_for = message.silence if answer.reason is Silence.EXPIRED else ""
        actions.finish(message=message, state=State.WITHHELD, silence=answer.reason, reason=waited_for, now=now)
    else:
        actions.finish(
            message=message, state=State.WITHHELD, silence=Silence.NOT_RIGHT_ANY_MORE, reason=answer.reason, now=now
        )
    return None


def _second_look(message: Message, now: datetime) -> Send | Wait | Withhold | No | NotYet:
    person: Person = message.person  # type: ignore[assignment]  # whoever claimed it joined the person
    decision = decide(queries.facts(message, person), now)
    if isinstance(decision, Send):
        answer = still_right(message, now)
        return answer if isinstance(answer, No | NotYet) else decision
    return decision


def _go(message: Message, basis: Basis, now: datetime) -> Leaving | None:
    """Mark a message as being sent, unless its way is closed for now."""
    way = way_of(message)
    trouble = circuits.found(way.name)
    until = circuits.closed_until(trouble, now)
    if until is not None:
        actions.postpone(message=message, silence=Silence.WAY_CLOSED, at=until)
        return None
    actions.mark_sending(message=message, basis=basis, now=now)
    return Leaving(way, trouble)


def _hand_over(message: Message, leaving: Leaving, now: datetime) -> Outcome:
    parcel = pack(message, leaving.way, now)
    return parcel if isinstance(parcel, Refused) else hand_over(parcel)


def _settle(message: Message, leaving: Leaving, outcome: Outcome, now: datetime) -> None:
    """Keep the provider's answer, and what it says about the provider."""
    if isinstance(outcome, Unreachable | Doubtful):
        way = leaving.way
        log.warning("a way out failed", extra={"facts": {"way": way.name, "reason": outcome.reason}})
        circuits.failed(name=way.name, store=way.own, reason=outcome.reason, now=now)
    else:
        circuits.works(leaving.trouble)
    if isinstance(outcome, Accepted):
        actions.finish(message=message, state=State.SENT, provider_id=outcome.provider_id, now=now)
    elif isinstance(outcome, Doubtful):
        actions.doubt(message=message, reason=outcome.reason, now=now)
    elif isinstance(outcome, Refused) and outcome.for_good:
        if outcome.is_gone:
            subscribing.forget(store=message.store, name=message.address)
        actions.finish(message=message, state=State.FAILED, silence=Silence.REFUSED, reason=outcome.reason, now=now)
    else:
        actions.try_again(message=message, reason=outcome.reason, now=now)
