"""A plan tried on what happened: to how many it would have written in the last days. Nothing is written."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import connection

from ..money import Money
from ..people.addresses import is_email
from ..stores.models import Store
from . import causes, queries, rules
from .facts import Cause, Silence
from .models import Cart, CartCase, CaseState
from .plan import Plan
from .planning import own_channels
from .rules import CaseFacts
from .trial import Past, PastOrder, Tried, tried

USUAL_DAYS = 30
MOST_DAYS = 90
# So many cases are read in one to three seconds; a store that has more is judged by its newest.
MOST_CASES = 5000
MOST_EXAMPLES = 20

# What each person ordered, by whatever names them; what was in it only of lately.
ORDERED = """with mailbox as (
        select person_id, upper(value) as "is" from support_personkey
            where person_id = any(%(people)s) and kind = 'EMAIL'
        union select k.person_id, upper(c.email) from support_cartcase k join support_cart c on c.case_id = k.id
            where k.person_id = any(%(people)s) and c.email <> ''),
    customer as (
        select person_id, value as "is" from support_personkey
            where person_id = any(%(people)s) and kind = 'CUSTOMER'
        union select m.person_id, o.customer_id from mailbox m join support_order o
            on o.store_id = %(store)s and upper(o.customer_email) = m."is" where o.customer_id <> ''),
    theirs as (
        select m.person_id, o.id, o.created from mailbox m join support_order o
            on o.store_id = %(store)s and upper(o.customer_email) = m."is" where o.status <> 'DRAFT'
        union select c.person_id, o.id, o.created from customer c join support_order o
            on o.store_id = %(store)s and o.customer_id = c."is" where o.status <> 'DRAFT')
    select t.person_id, t.created, array_remove(array_agg(l.variant_id), null)
    from theirs t left join support_orderline l on l.order_id = t.id and t.created >= %(since)s
    group by t.person_id, t.id, t.created order by t.created"""
# What was said of each case: by the shop's page, and by the shopper; and whether they have an account.
AROUND = """select k.id,
    array(select distinct g.kind from support_cartsignal g
        where g.store_id = k.store_id and g.checkout_id = k.checkout_id order by g.kind),
    (select reason from support_leavingreason r where r.case_id = k.id order by at desc, id desc limit 1),
    exists (select from support_personkey p where p.person_id = k.person_id and p.kind = 'CUSTOMER')
    from support_cartcase k where k.id = any(%(cases)s)"""
# The newest word of each person about advertising by mail: their own, or that their address unsubscribed.
CONSENTS = """select distinct on (person_id) person_id, is_given from (
    select person_id, state = 'GIVEN' as is_given, at from support_consent
        where person_id = any(%(people)s) and medium = 'email' and purpose = 'commercial'
    union all select k.person_id, false, s.at from support_personkey k join support_suppression s
        on s.store_id = k.store_id and s.value_hash = k.value_hash
        where k.person_id = any(%(people)s) and s.medium = 'email' and s.purpose in ('', 'commercial')
        and s.reason in ('UNSUBSCRIBED', 'ERASED')) said
    order by person_id, at desc, is_given"""


@dataclass(frozen=True, slots=True)
class Example:
    """One of the cases, as staff see it; `first_item` is empty where nothing is in the cart any more."""

    case: CartCase
    first_item: str
    items: int
    value: Money
    cause: Cause
    tried: Tried


@dataclass(frozen=True, slots=True)
class Report:
    """`silences` counts those to whom nothing would have gone, `messages` how many of each step would have.

    `is_whole` is false where only the newest cases were looked at.
    """

    looked_at: int
    is_whole: bool
    would_write: int
    ordered_within_the_hour: int
    messages: tuple[int, ...]
    silences: Mapping[Silence, int]
    examples: Sequence[Example]


def run(store: Store, channel: str, plan: Plan, now: datetime, days: int = USUAL_DAYS) -> Report:
    """Try a plan on the cases of a channel, or with "" on those of all channels without a plan of their own."""
    cases = _cases(store, channel, now - timedelta(days=max(1, min(days, MOST_DAYS))))
    pasts = _pasts(store, cases[:MOST_CASES], plan)
    outcomes = [(past, tried(plan, past, now)) for past in pasts]
    written = [outcome for _, outcome in outcomes if outcome.written]
    steps = Counter(number for outcome in written for number in outcome.written)
    return Report(
        looked_at=len(pasts),
        is_whole=len(cases) <= MOST_CASES,
        would_write=len(written),
        ordered_within_the_hour=sum(outcome.ordered_soon for outcome in written),
        messages=tuple(steps[number] for number in range(len(plan.steps))),
        silences=Counter(one.silence for _, one in outcomes if one.silence and not one.written),
        examples=_examples(cases, outcomes),
    )


def _cases(store: Store, channel: str, since: datetime) -> list[CartCase]:
    """Return the newest cases, one more than is looked at."""
    found = store.cart_cases.filter(changed_at__gte=since)
    found = found.filter(channel_slug=channel) if channel else found.exclude(channel_slug__in=own_channels(store))
    return list(found.order_by("-changed_at", "-id")[: MOST_CASES + 1])


def _pasts(store: Store, cases: Sequence[CartCase], plan: Plan) -> list[Past]:
    if not cases:
        return []
    people = sorted({case.person_id for case in cases})
    since = min(case.opened_at for case in cases) - rules.HAS_IT
    carts, around = _carts(cases), _around(cases)
    orders, consents = _orders(store, people, since), _consents(people)
    pasts = []
    for case in cases:
        cart = queries.speaking_cart(carts[case.pk]) if case.pk in carts else None
        if cart is None:  # its checkouts are with another case by now
            continue
        theirs = _with_its_own(case, orders.get(case.person_id, []))
        signals, reason, is_customer = around[case.pk]
        before = sum(order.at < case.changed_at for order in theirs)
        left = queries.left_with(cart, signals, reason, before, is_customer)
        pasts.append(
            Past(
                case_id=case.pk,
                opened_at=case.opened_at,
                facts=_facts(case, carts[case.pk], consents.get(case.person_id, False), plan),
                left=left,
                cause=Cause(case.cause) if case.cause else causes.judge(left).cause,
                orders=theirs,
            )
        )
    return pasts


def _carts(cases: Sequence[CartCase]) -> Mapping[int, list[Cart]]:
    found: dict[int, list[Cart]] = defaultdict(list)
    for cart in Cart.across_stores.filter(case__in=[case.pk for case in cases]).order_by("-updated_at", "-pk"):
        if cart.case_id is not None:
            found[cart.case_id].append(cart)
    return found


def _around(cases: Sequence[CartCase]) -> dict[int, tuple[Sequence[str], str | None, bool]]:
    found = _asked(AROUND, cases=[case.pk for case in cases])
    return {case: (signals, reason, is_customer) for case, signals, reason, is_customer in found}


def _orders(store: Store, people: Sequence[int], since: datetime) -> Mapping[int, list[PastOrder]]:
    found: dict[int, list[PastOrder]] = defaultdict(list)
    for person, at, variants in _asked(ORDERED, store=store.pk, people=people, since=since):
        found[person].append(PastOrder(at, frozenset(variants)))
    return found


def _consents(people: Sequence[int]) -> dict[int, bool]:
    return dict(_asked(CONSENTS, people=people))


def _with_its_own(case: CartCase, orders: Sequence[PastOrder]) -> list[PastOrder]:
    """Add the order that closed the case: it may be of a checkout that names nobody we know."""
    return [*orders, *([PastOrder(case.ordered_at)] if case.ordered_at else [])]


def _asked(sql: str, **values: Any) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        found: list[Any] = cursor.fetchall()
        return found


def _facts(case: CartCase, carts: Sequence[Cart], consents: bool, plan: Plan) -> CaseFacts:
    """Return a case without what was ordered. Whether the channel is switched on is not asked: it is a trial."""
    living = [one for one in carts if one.gone_at is None]
    email = queries.mailbox_in(carts)
    return CaseFacts(
        email=email if is_email(email) else "",
        consents=consents,
        changed_at=case.changed_at,
        known_at=None,
        is_stopped=case.state == CaseState.STOPPED,
        is_gone=not living,
        is_empty=not any(one.lines for one in living),
        is_paid=any(one.paid_at for one in living if not one.order_id),
        # Of a cart that became an order, how it was paid for says nothing of the time before.
        is_paying=any(queries.is_part_paid(one) for one in living if not one.order_id),
        is_held_out=rules.is_held_out(case.person_id, plan.holdout_percent),
    )


def _examples(cases: Sequence[CartCase], outcomes: Sequence[tuple[Past, Tried]]) -> list[Example]:
    """Return the newest, those to be written to before those to whom nothing would have gone."""
    rows = {case.pk: case for case in cases}
    return [
        Example(
            case=rows[past.case_id],
            first_item=past.left.lines[0].name if past.left.lines else "",
            items=sum(line.quantity for line in past.left.lines),
            value=past.left.total,
            cause=past.cause,
            tried=outcome,
        )
        for past, outcome in sorted(outcomes, key=lambda one: not one[1].written)[:MOST_EXAMPLES]
    ]
