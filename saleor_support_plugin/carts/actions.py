"""What is done about carts that were left: the sweeps that take what is due, and what staff and shoppers do."""

import logging
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import Q

from ..logs import store_id
from ..stores.callers import Staff
from ..stores.models import Store
from . import announcing, cases, judging, rules, stepping
from .facts import Silence
from .models import Cart, CartCase, CaseState
from .planning import plan_for
from .remembering import remember_checkout, remember_order
from .rules import Decision, End, Skip, Take, Wait

__all__ = ["remember_checkout", "remember_order"]

log = logging.getLogger(__name__)

# Longer than a worker takes for what it claims at once, with Saleor slow: what a crash left behind is due again then.
LEASE = timedelta(minutes=15)
# A case that cannot be looked at (a template, a setting) is looked at again after this.
AFTER_FAILURE = timedelta(hours=1)
# Saleor is asked about each.
MOST_ALARMS = 50

# Stores are named by an array: a table of few rows is never analyzed, and joined to it every due case was read and
# sorted for the first five hundred of them.
CLAIM = """update support_cartcase c set next_check_at = %(lease)s
    from (select id from support_cartcase where next_check_at <= %(now)s
        and store_id = any(array(select id from support_store where removed_at is null and is_active))
        order by next_check_at limit %(most)s for update skip locked) due
    where c.id = due.id returning c.id, c.store_id"""


def decide_due(*, now: datetime, most: int = 500) -> int:
    """Decide about the cases whose time has come; return how many."""
    claimed = _claim(now, most)
    for case_id, store in claimed:
        token = store_id.set(store)
        try:
            decide_case(case_id=case_id, now=now)
        except Exception:  # one case's trouble must not stop the others
            log.exception("a cart case could not be decided about")
            CartCase.across_stores.filter(pk=case_id).update(next_check_at=now + AFTER_FAILURE)
        finally:
            store_id.reset(token)
    return len(claimed)


def claim_due(*, now: datetime, most: int = 500) -> list[int]:
    """Claim cases whose time has come for this worker alone, in one statement; they are due again after the lease."""
    return [case_id for case_id, _ in _claim(now, most)]


def _claim(now: datetime, most: int) -> list[tuple[int, int]]:
    with connection.cursor() as cursor:
        cursor.execute(CLAIM, {"now": now, "lease": now + LEASE, "most": most})
        claimed: list[tuple[int, int]] = cursor.fetchall()
    return claimed


def decide_case(*, case_id: int, now: datetime) -> Decision | None:
    """Decide about one case now, whether it is due or not; None where there is none. Not within a transaction."""
    return stepping.decide(case_id=case_id, now=now)


def look_again(*, store: Store, now: datetime) -> None:
    """Look without delay at the cases that were put off while we did not know what happened in the store."""
    put_off = store.cart_cases.filter(silence=Silence.OUT_OF_DATE, next_check_at__gt=now)
    put_off.update(next_check_at=now)


def alarm_stuck(*, now: datetime) -> int:
    """Tell of carts that are paid and yet no order, once Saleor has confirmed it; return how many."""
    waiting = Cart.across_stores.filter(paid_at__lte=now - rules.STUCK_AFTER, alarmed_at=None, gone_at=None)
    rows = waiting.filter(store__removed_at=None, store__is_active=True)
    rows = rows.select_related("store", "case__person").order_by("paid_at")
    return sum(_alarm(cart, now) for cart in rows[:MOST_ALARMS])


def _alarm(cart: Cart, now: datetime) -> bool:
    token = store_id.set(cart.store_id)
    try:
        if not judging.look(cart, now):
            return False
        with transaction.atomic():
            row = Cart.across_stores.select_related("store").select_for_update(of=("self",)).get(pk=cart.pk)
            if row.paid_at is None or row.gone_at or row.alarmed_at:
                return False
            row.alarmed_at = now
            row.save(update_fields=["alarmed_at"])
            announcing.stuck(cart=row, paid_at=row.paid_at, now=now)
            return True
    finally:
        store_id.reset(token)


def end_expired(*, now: datetime) -> int:
    """Mark what Saleor has deleted by its own clocks, of which it tells nobody; return how many checkouts."""
    age = {"updated_at__lt": now - rules.KNOWN_LASTS}
    empty = Q(quantity=0, updated_at__lt=now - rules.EMPTY_LASTS)
    nobodys = Q(email="", updated_at__lt=now - rules.ANONYMOUS_LASTS)
    living = Cart.across_stores.filter(gone_at=None, order_id="", paid_at=None)
    quiet = CartCase.across_stores.filter(state__in=cases.CURRENT, changed_at__lt=now - rules.KNOWN_LASTS)
    quiet.update(state=CaseState.ENDED, silence=Silence.GONE, next_check_at=None, ended_at=now)
    return living.filter(empty | nobodys | Q(**age)).update(gone_at=now)


# What shoppers and staff do


@transaction.atomic
def came_back(*, case: CartCase, checkout_id: str, now: datetime) -> None:
    """Keep that a shopper took the way back, into `checkout_id` or, where it is empty, into what they had."""
    cases.alone_with(case.person)
    row = CartCase.across_stores.select_related("store").get(pk=case.pk)
    row.came_back_at = now
    if not row.order_id and row.state != CaseState.STOPPED:
        cases.give_back(row, now)
        row.state, row.silence, row.ended_at = CaseState.WATCHED, "", None
        row.next_check_at = now + rules.first_quiet(plan_for(row.store, row.channel_slug).plan)
    row.save()


def stop(*, staff: Staff, case: CartCase, now: datetime) -> CartCase:
    """Have nothing sent for a case, whatever its shopper does until they buy; what waits to go out stays here."""
    mine = CartCase.across_stores.filter(store=staff.store, pk=case.pk)
    going_on = mine.filter(state__in=(CaseState.WATCHED, CaseState.ABANDONED))
    going_on.update(state=CaseState.STOPPED, silence=Silence.STOPPED, next_check_at=None)
    return mine.get()


def go_on(*, staff: Staff, case: CartCase, now: datetime) -> CartCase:
    """Let a case that was stopped go on, from where it was."""
    mine = CartCase.across_stores.filter(store=staff.store, pk=case.pk)
    mine.filter(state=CaseState.STOPPED).update(state=CaseState.WATCHED, silence="", next_check_at=now)
    return mine.get()


def send_now(*, staff: Staff, case: CartCase, now: datetime) -> str:
    """Take the next step of a case at once, by every rule but those of time and conditions.

    Returns why it did not go, or nothing where it is on its way. Asks Saleor, so not within a transaction.
    """
    decision = stepping.decide(case_id=case.pk, now=now, by=staff.email)
    if isinstance(decision, End | Wait | Skip):
        return decision.silence
    if not isinstance(decision, Take):
        return Silence.GONE
    return case.steps.order_by("-number").values_list("silence", flat=True)[0]
