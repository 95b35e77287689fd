"""What to do about a case now: which step of the plan is due, what speaks against it, and when to look again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from .conditions import compiled
from .facts import Cause, Left, PaymentState, Silence
from .plan import USUAL_STEPS, Plan, Step

# A step that could not be taken for so long after its time is a nuisance: after an outage, or a fresh installation.
TOO_LATE = timedelta(hours=48)
# How old our last reading of what Saleor could not deliver may be: in an outage an order may stand that we know not of.
FRESH = timedelta(minutes=15)
# How old what Saleor said of a checkout may be when it is judged.
JUST_READ = timedelta(minutes=1)
ASK_AGAIN = timedelta(minutes=1)
# What has come is read within seconds; who of it may be this person's is not asked after a minute.
READ_WITHIN = timedelta(seconds=5)
READ_AT_LAST = timedelta(minutes=1)
UNREACHABLE_AGAIN = timedelta(minutes=5)
# Somebody who has paid a part goes on, or not.
PAYING_AGAIN = timedelta(minutes=30)
# What a provider has not settled for so long was left on its page; no session there lasts longer.
MAY_ARRIVE = timedelta(hours=2)
# Who ordered one of the variants by another way so long before the case, or since, has it.
HAS_IT = timedelta(days=14)
# One person is written to about one case in so long, whatever carts they leave: as outbox.deciding counts it.
ONE_SERIES_IN = timedelta(days=14)
# A case that ended is taken up again where its shopper comes back so soon; later they begin anew.
TAKEN_UP_WITHIN = timedelta(days=14)
# After its last step a case stays open for so long: whoever buys by then was abandoned and came back.
SETTLED_AFTER = timedelta(days=7)
# Saleor makes an order of a paid checkout within seconds; a provider's redirect may take minutes.
STUCK_AFTER = timedelta(minutes=10)
# When Saleor deletes a checkout, and tells nobody: without lines, of nobody, of somebody.
EMPTY_LASTS = timedelta(hours=6)
ANONYMOUS_LASTS = timedelta(days=30)
KNOWN_LASTS = timedelta(days=90)
MOST_LINES = 100
MOST_KEYS = 50


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """A case as it is now, without asking Saleor.

    `order_id` is of the person's first order since the case was opened, `has_it` says that they ordered one of the
    variants not long before. `known_at` is until when we surely know what happened in the store; None where that was
    never read, or where `is_behind`: a word of this person has come and is not read yet. `sent_at` is when the last
    step's message was written.
    """

    email: str
    consents: bool
    changed_at: datetime
    known_at: datetime | None
    is_behind: bool = False
    order_id: str = ""
    has_it: bool = False
    is_stopped: bool = False
    is_gone: bool = False
    is_empty: bool = False
    is_paid: bool = False
    is_paying: bool = False
    is_in_another_series: bool = False
    is_held_out: bool = False
    is_on: bool = True
    has_link: bool = True
    steps_done: int = 0
    sent_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Judge:
    """Everything we know says yes: ask Saleor for the checkout as it is now, and decide again."""


@dataclass(frozen=True, slots=True)
class Take:
    """Write now."""

    step: Step


@dataclass(frozen=True, slots=True)
class Skip:
    """Let this step go, and wait for the next; `why` is what of its conditions did not hold."""

    step: Step
    silence: Silence
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wait:
    until: datetime
    silence: Silence


@dataclass(frozen=True, slots=True)
class End:
    """Nothing more is done about it, unless its shopper comes back."""

    silence: Silence


Decision = Judge | Take | Skip | Wait | End


def decide(
    facts: CaseFacts, *, plan: Plan, left: Left | None, cause: Cause = Cause.NOT_KNOWN, now: datetime
) -> Decision:
    """Say what to do about a case now; `left` is None while Saleor was not asked."""
    over = _over(facts)
    if over is not None:
        return End(over)
    quiet_at = facts.changed_at + first_quiet(plan)
    if now < quiet_at:
        return Wait(quiet_at, Silence.STILL_SHOPPING)
    if facts.is_paying:
        return _paying(facts, plan, now)
    if facts.steps_done >= len(plan.steps):
        return _settle(facts, plan, Silence.NO_STEP_LEFT, now)
    due = _due(facts, plan)
    if now < due:
        return Wait(due, Silence.STILL_SHOPPING)
    if now - due > TOO_LATE:
        return _settle(facts, plan, Silence.TOO_LATE, now)
    if not is_known(facts, now):
        return Wait(now + (READ_WITHIN if facts.is_behind else ASK_AGAIN), Silence.OUT_OF_DATE)
    return _at_its_time(facts, plan, left, cause, now)


def _at_its_time(facts: CaseFacts, plan: Plan, left: Left | None, cause: Cause, now: datetime) -> Decision:
    step = plan.steps[facts.steps_done]
    against = _against(facts)
    if against is Silence.NO_CONSENT:
        return Skip(step, against)
    if against is not None:
        return _settle(facts, plan, against, now)
    if left is None:
        return Judge()
    arrives_by = _arrives_by(left)
    if now < arrives_by:
        return Wait(arrives_by, Silence.PAYING)
    why = compiled(step.when).why_not(left, cause)
    if why:
        return Skip(step, Silence.CONDITIONS, tuple(why))
    if facts.is_held_out:
        return _settle(facts, plan, Silence.HELD_OUT, now)
    return Take(step)


def decide_at_once(facts: CaseFacts, *, plan: Plan, left: Left | None, now: datetime) -> Decision:
    """Say whether the next step can be taken for a member of staff: by every rule but those of time and conditions."""
    over = _over(facts) or (Silence.PAYING if facts.is_paying else None)
    if over is not None:
        return End(over)
    if facts.steps_done >= len(plan.steps):
        return End(Silence.NO_STEP_LEFT)
    if not is_known(facts, now):
        return End(Silence.OUT_OF_DATE)
    against = _against(facts) or (Silence.HELD_OUT if facts.is_held_out else None)
    if against is not None:
        return End(against)
    if left is None:
        return Judge()
    return End(Silence.PAYING) if now < _arrives_by(left) else Take(plan.steps[facts.steps_done])


def is_abandoned(facts: CaseFacts, *, plan: Plan, now: datetime) -> bool:
    """Say whether a case has been quiet for as long as the merchant waits, whatever the consent."""
    quiet_for = now - facts.changed_at - first_quiet(plan)
    is_quiet = timedelta(0) <= quiet_for <= TOO_LATE
    return is_quiet and _over(facts) is None and not facts.is_paying and is_known(facts, now)


def speaks_against(facts: CaseFacts, *, written_at: datetime, now: datetime) -> Silence | None:
    """Return why a message that was written then is not right any more, or None."""
    against = _over(facts) or _against(facts)
    if against is not None:
        return against
    if facts.is_paying:
        return Silence.PAYING
    if facts.changed_at > written_at:
        return Silence.STILL_SHOPPING
    return None if is_known(facts, now) else Silence.OUT_OF_DATE


def _over(facts: CaseFacts) -> Silence | None:
    """Return what ends a case at any time, the weightiest first."""
    holds = {
        Silence.ORDERED: bool(facts.order_id),
        Silence.STOPPED: facts.is_stopped,
        Silence.PAID: facts.is_paid,
        Silence.GONE: facts.is_gone,
        Silence.EMPTY: facts.is_empty,
    }
    return next((silence for silence, does in holds.items() if does), None)


def _against(facts: CaseFacts) -> Silence | None:
    """Return what speaks against any message, the weightiest first."""
    holds = {
        Silence.BOUGHT_ELSEWHERE: facts.has_it,
        Silence.NO_ADDRESS: not facts.email,
        Silence.SWITCHED_OFF: not facts.is_on,
        Silence.NO_LINK: not facts.has_link,
        Silence.NO_CONSENT: not facts.consents,
        Silence.ANOTHER_SERIES: facts.is_in_another_series,
    }
    return next((silence for silence, does in holds.items() if does), None)


def _due(facts: CaseFacts, plan: Plan) -> datetime:
    """Return when the next step is due: after its quiet, and never closer to the message before than the plan says."""
    number = facts.steps_done
    after = plan.steps[number].after
    if facts.sent_at is None or number == 0:
        return facts.changed_at + after
    return max(facts.changed_at + after, facts.sent_at + after - plan.steps[number - 1].after)


def _paying(facts: CaseFacts, plan: Plan, now: datetime) -> Decision:
    if now - facts.changed_at > plan_ends(plan):
        return End(Silence.PAYING)
    return Wait(now + PAYING_AGAIN, Silence.PAYING)


def _settle(facts: CaseFacts, plan: Plan, silence: Silence, now: datetime) -> Decision:
    """Write nothing more; the case is open until whoever is not going to buy will have been quiet for long."""
    settled_at = facts.changed_at + plan_ends(plan)
    return Wait(settled_at, silence) if now < settled_at else End(silence)


def _arrives_by(left: Left) -> datetime:
    """Return until when a payment that was begun may still arrive; long ago where there is none."""
    begun = [one.at for one in left.payments if one.state is PaymentState.PENDING]
    return max(begun) + MAY_ARRIVE if begun else datetime.min.replace(tzinfo=UTC)


def is_known(facts: CaseFacts, now: datetime) -> bool:
    return facts.known_at is not None and now - facts.known_at <= FRESH


def first_quiet(plan: Plan) -> timedelta:
    return (plan.steps or USUAL_STEPS)[0].after


def plan_ends(plan: Plan) -> timedelta:
    """Return after how much quiet nothing comes of a case any more."""
    return (plan.steps or USUAL_STEPS)[-1].after + SETTLED_AFTER


def is_held_out(person_id: int, percent: int) -> bool:
    """Say whether a person is among those who are never written to: the same answer for ever, and for more percent."""
    drawn = int.from_bytes(sha256(str(person_id).encode()).digest()[:8])
    return drawn % 10_000 < percent * 100


@dataclass(frozen=True, slots=True)
class ChangeOfMind:
    is_given: bool
    key: str


def change_of_mind(before: Sequence[str], now: Sequence[str]) -> ChangeOfMind | None:
    """Return what a shopper changed about the keys that are a consent: one is enough to give it, none takes it back."""
    if now and not before:
        return ChangeOfMind(True, now[0])
    if before and not now:
        return ChangeOfMind(False, before[0])
    return None
