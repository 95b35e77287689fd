"""One case at a time: decided by the rules, asked of Saleor where they say yes, and its step taken or let go."""

from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction

from ..outbox import actions as outbox
from ..people.actions import person_at
from ..stores.clients import client_of
from ..stores.configuration import Configuration
from ..stores.queries import configuration
from . import announcing, cases, causes, judging, queries, reminding, rules, vouchers
from .facts import Cause, Judged, Left, Silence, Source
from .lateness import days_late
from .models import Cart, CartCase, CartStep, CartVoucher, CaseState
from .planning import Held, plan_for
from .rules import CaseFacts, Decision, End, Judge, Skip, Take, Wait

# Each asks Saleor of another cart, or for a voucher: more often than that nothing new can come of it.
MOST_LOOKS = 5
# By these a case stays what it is: an order closes it, staff let it go on, and who has paid did not leave.
STAYS = (Silence.ORDERED, Silence.STOPPED, Silence.PAID)
UNJUDGED = Judged(Cause.NOT_KNOWN, Source.NOBODY)


@dataclass(frozen=True, slots=True)
class Offered:
    """What Saleor made for the case; None where there is to be none."""

    voucher: CartVoucher | None


@dataclass(frozen=True, slots=True)
class Scene:
    """A case with all that decides about it, while nobody else does."""

    case: CartCase
    carts: list[Cart]
    cart: Cart
    settings: Configuration
    held: Held
    facts: CaseFacts
    left: Left | None
    judged: Judged


def decide(*, case_id: int, now: datetime, by: str = "") -> Decision | None:
    """Decide about a case and do what was decided; None where there is no such case.

    `by` is the e-mail of a member of staff who wants the next step taken now. Not within a transaction, for Saleor is
    asked.
    """
    offered: Offered | None = None
    for _ in range(MOST_LOOKS):
        found = _decide_once(case_id, now, by, offered)
        if found is None:
            CartCase.across_stores.filter(pk=case_id).update(next_check_at=None)
            return None
        decision, scene = found
        if isinstance(decision, Judge):
            if not judging.look(scene.cart, now):
                return _put_off(case_id, now)
        elif isinstance(decision, Take) and _wants_voucher(decision, scene) and offered is None:
            offered = _offered(scene, now)
        else:
            return decision
    return _put_off(case_id, now)


def _put_off(case_id: int, now: datetime) -> Wait:
    wait = Wait(now + rules.UNREACHABLE_AGAIN, Silence.UNREACHABLE)
    waiting = CartCase.across_stores.filter(pk=case_id, next_check_at__isnull=False)
    waiting.update(next_check_at=wait.until, silence=wait.silence)
    return wait


def _wants_voucher(decision: Take, scene: Scene) -> bool:
    return decision.step.voucher and scene.held.plan.voucher is not None


def _offered(scene: Scene, now: datetime) -> Offered:
    policy = scene.held.plan.voucher
    assert policy is not None  # noqa: S101  whoever asks for one has looked
    client = client_of(scene.case.store)
    made = vouchers.offer(case=scene.case, cart=scene.cart, policy=policy, client=client, now=now)
    return Offered(made if isinstance(made, CartVoucher) else None)


@transaction.atomic
def _decide_once(case_id: int, now: datetime, by: str, offered: Offered | None) -> tuple[Decision, Scene] | None:
    scene = _scene(case_id, now)
    if scene is None:
        return None
    facts, plan = scene.facts, scene.held.plan
    if by:
        decision = rules.decide_at_once(facts, plan=plan, left=scene.left, now=now)
    else:
        decision = rules.decide(facts, plan=plan, left=scene.left, cause=scene.judged.cause, now=now)
    is_to_come = isinstance(decision, Judge) or (
        isinstance(decision, Take) and _wants_voucher(decision, scene) and offered is None
    )
    if not is_to_come and not (by and isinstance(decision, End)):
        _do(scene, decision, offered.voucher if offered else None, by, now)
    return decision, scene


def _scene(case_id: int, now: datetime) -> Scene | None:
    rows = CartCase.across_stores.select_related("store", "person")
    case = rows.filter(pk=case_id, store__removed_at=None, store__is_active=True).first()
    if case is None:
        return None
    cases.alone_with(case.person)
    case = rows.filter(pk=case_id).first()  # as it is now that nobody else changes it
    carts = queries.carts_of(case) if case else []
    cart = queries.speaking_cart(carts)
    if case is None or cart is None:
        return None
    settings, held = configuration(case.store, case.channel_slug), plan_for(case.store, case.channel_slug)
    cart.case, cart.store = case, case.store
    facts = queries.case_facts(case, carts, plan=held.plan, settings=settings, now=now)
    is_read = cart.read_at is not None and now - cart.read_at <= rules.JUST_READ
    left = queries.left_of(case, cart) if is_read else None
    if left:
        left = replace(left, late=days_late(cart, left))
    return Scene(case, carts, cart, settings, held, facts, left, causes.judge(left) if left else UNJUDGED)


def _do(scene: Scene, decision: Decision, voucher: CartVoucher | None, by: str, now: datetime) -> None:
    case = scene.case
    if isinstance(decision, End) and decision.silence is Silence.ORDERED:
        cases.arrange(person=case.person, now=now)
        return
    _note_abandoned(scene, now)
    if scene.left is not None:
        case.cause, case.cause_source = scene.judged.cause, scene.judged.source
        case.cause_detail = dict(scene.judged.detail)
    if isinstance(decision, Take | Skip):
        step = _step(scene, decision, voucher, by, now)
        case.steps_done, case.plan, case.silence = step.number + 1, scene.held.row, step.silence
        _count(case, is_held_out=False, now=now) if isinstance(decision, Take) and not by else None
        case.next_check_at = _next_look(scene, step, now)
    elif isinstance(decision, Wait):
        case.next_check_at, case.silence = decision.until, _said(case, decision)
        _count(case, is_held_out=True, now=now) if decision.silence is Silence.HELD_OUT else None
    elif isinstance(decision, End):
        _end(case, decision, now)
    case.save()


def _note_abandoned(scene: Scene, now: datetime) -> None:
    case = scene.case
    if case.state != CaseState.WATCHED or not rules.is_abandoned(scene.facts, plan=scene.held.plan, now=now):
        return
    case.state = CaseState.ABANDONED
    if case.abandoned_at is None:
        case.abandoned_at = now
        announcing.abandoned(case=case, now=now)


def _step(scene: Scene, decision: Take | Skip, voucher: CartVoucher | None, by: str, now: datetime) -> CartStep:
    """Keep what became of a step, and have its message go out where it is taken."""
    step = CartStep(store=scene.case.store, case=scene.case, number=scene.case.steps_done, at=now, by=by)
    step.cause = scene.judged.cause if scene.left is not None else ""
    if isinstance(decision, Skip):
        step.silence, step.why = decision.silence, list(decision.why)
    else:
        sent = _write(scene, step.number, voucher, now)
        step.message_id = sent.message.pk
        step.silence = sent.message.silence if isinstance(sent, outbox.Withheld) else ""
    step.save(force_insert=True)
    return step


def _write(scene: Scene, number: int, voucher: CartVoucher | None, now: datetime) -> outbox.Decision:
    case, email = scene.case, scene.facts.email
    return outbox.send(
        store=case.store,
        person=person_at(store=case.store, email=email, language=case.language_code, now=now),
        kind=reminding.KIND,
        purpose="commercial",
        to=email,
        words=reminding.words(
            case=case,
            cart=scene.cart,
            step=number,
            judged=scene.judged,
            voucher=voucher,
            settings=scene.settings,
            to=email,
            now=now,
        ),
        # A step that was given back is another occasion: its shopper has changed the cart since.
        dedupe_key=f"{reminding.KIND}:{case.pk}:{number}:{scene.facts.changed_at.isoformat()}",
        channel=case.channel_slug,
        about=queries.about(case),
        now=now,
    )


def _count(case: CartCase, *, is_held_out: bool, now: datetime) -> None:
    """Have a case count in what is measured, from the first moment at which it might be written to."""
    case.counted_at, case.is_held_out = case.counted_at or now, case.is_held_out or is_held_out


def _next_look(scene: Scene, step: CartStep, now: datetime) -> datetime:
    sent_at = now if step.message_id is not None else scene.facts.sent_at
    facts = replace(scene.facts, steps_done=step.number + 1, sent_at=sent_at)
    after = rules.decide(facts, plan=scene.held.plan, left=None, now=now)
    return after.until if isinstance(after, Wait) else now


def _said(case: CartCase, wait: Wait) -> str:
    """Return why nothing is sent: between two steps there is nothing to say."""
    is_between = wait.silence is Silence.STILL_SHOPPING and case.state == CaseState.ABANDONED
    return "" if is_between else wait.silence


def _end(case: CartCase, decision: End, now: datetime) -> None:
    case.next_check_at, case.silence = None, decision.silence
    if decision.silence not in STAYS:
        case.state, case.ended_at = CaseState.ENDED, now
