"""Codes of one use for people whose cart was left: within the merchant's budget and margin, and once in a long while.

A voucher is wanted under a lock, made by Saleor outside any transaction, and never asked for twice: where Saleor did
not answer, its code is looked for instead.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from decimal import ROUND_UP, Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from django.db import connection, transaction
from django.db.models import QuerySet, Sum

from ..money import CENT, Money
from ..people import actions as people
from ..people.models import Person
from ..saleor.errors import SaleorError
from ..shop.models import Channel
from ..stores.models import Store
from ..stores.queries import configuration
from . import queries
from .facts import Line
from .models import Cart, CartCase, CartVoucher, VoucherState
from .plan import VoucherPolicy

if TYPE_CHECKING:
    from ..saleor.client import SaleorClient
    from ..saleor.vouchers import VariantCost

# Names our advisory lock among others of the service.
BUDGETS = 0x766F7563
# Nothing that is read aloud for something else: no O and 0, no I, 1 and L.
LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
CODE_LETTERS = 10
# Saleor's clock may be behind ours.
CLOCKS_DIFFER = timedelta(hours=1)
# A request that was cut off may still be at work for so long.
STILL_AT_WORK = timedelta(minutes=5)
MOST_WORDS = 500


class Refusal(StrEnum):
    """Why there is no voucher."""

    HELD_OUT = "held_out"
    # Nobody is to learn that leaving a cart brings a code at once.
    FIRST_STEP = "first_step"
    # Another one is in the cart already.
    HAS_ONE = "has_one"
    HAD_ONE = "had_one"
    BELOW_MIN_SPEND = "below_min_spend"
    MARGIN_NOT_KNOWN = "margin_not_known"
    MARGIN_TOO_SMALL = "margin_too_small"
    NO_BUDGET = "no_budget"
    # It was opened since channels were last read.
    CHANNEL_NOT_KNOWN = "channel_not_known"
    NOT_MADE = "not_made"
    IN_DOUBT = "in_doubt"


def offer(
    *, case: CartCase, cart: Cart, policy: VoucherPolicy, client: SaleorClient, now: datetime
) -> CartVoucher | Refusal:
    """Return the voucher of a case, made by Saleor, or why there is none. Outside any transaction."""
    against = _against(case.person, case, cart, policy, now)
    if against:
        return against
    try:
        costs = client.variant_margins([line.variant_id for line in queries.lines(cart)], cart.channel_slug)
    except SaleorError:
        return Refusal.MARGIN_NOT_KNOWN
    wanted = want(case=case, cart=cart, policy=policy, costs=costs, now=now)
    if isinstance(wanted, Refusal):
        return wanted
    if wanted.state == VoucherState.WANTED:
        make(wanted, client=client)
    elif wanted.state == VoucherState.IN_DOUBT:
        settle(wanted, client=client, now=now)
    if wanted.state == VoucherState.MADE:
        return wanted
    return Refusal.IN_DOUBT if wanted.state == VoucherState.IN_DOUBT else Refusal.NOT_MADE


@transaction.atomic
def want(
    *, case: CartCase, cart: Cart, policy: VoucherPolicy, costs: Mapping[str, VariantCost], now: datetime
) -> CartVoucher | Refusal:
    """Keep a voucher's share of the day's budget; return the one that the case has, where it has one."""
    person = people.hold(case.person)
    known = CartVoucher.across_stores.filter(case=case).first()
    if known:
        return _still_good(known, now)
    _alone_with_budgets(case.store)
    lines = queries.lines(cart)
    against = _against(person, case, cart, policy, now) or _against_margin(lines, costs, policy)
    if against:
        return against
    day, amount = _day(case.store, cart.channel_slug, now), share(_worth(lines), policy.percent)
    if not _is_within_budget(case.store, cart, policy, day, amount):
        return Refusal.NO_BUDGET
    return CartVoucher.across_stores.create(
        store=case.store,
        case=case,
        person=person,
        channel_slug=cart.channel_slug,
        code="".join(secrets.choice(LETTERS) for _ in range(CODE_LETTERS)),
        percent=Decimal(policy.percent),
        min_spend=policy.min_spend.amount if policy.min_spend else None,
        amount=amount,
        currency=cart.currency,
        day=day,
        wanted_at=now,
        expires_at=now + timedelta(days=policy.valid_days),
    )


def _still_good(known: CartVoucher, now: datetime) -> CartVoucher | Refusal:
    if known.state == VoucherState.REFUSED:
        return Refusal.NOT_MADE
    return Refusal.HAD_ONE if known.state == VoucherState.USED or known.expires_at <= now else known


def _alone_with_budgets(store: Store) -> None:
    """Hold the store's budgets until this transaction ends: two that add up at once would both find room."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s, %s)", [BUDGETS, store.pk])


def _against(person: Person, case: CartCase, cart: Cart, policy: VoucherPolicy, now: datetime) -> Refusal | None:
    """Return what speaks against one whatever it costs, the cheapest to find out first."""
    if case.is_held_out:
        return Refusal.HELD_OUT
    if case.steps_done < 1:
        return Refusal.FIRST_STEP
    others = CartVoucher.across_stores.filter(person=person).exclude(case=case)
    if cart.voucher_code and not CartVoucher.across_stores.filter(case=case, code=cart.voucher_code).exists():
        return Refusal.HAS_ONE
    since = now - timedelta(days=policy.once_in_days)
    if others.filter(wanted_at__gt=since).exclude(state=VoucherState.REFUSED).exists():
        return Refusal.HAD_ONE
    if policy.min_spend and not _is_worth(queries.lines(cart), cart.currency, policy.min_spend):
        return Refusal.BELOW_MIN_SPEND
    if policy.budget_in(cart.currency) is None:
        return Refusal.NO_BUDGET
    return None if _channels(case.store_id, cart.channel_slug).exists() else Refusal.CHANNEL_NOT_KNOWN


def _channels(store_id: int, slug: str) -> QuerySet[Channel]:
    return Channel.across_stores.filter(store=store_id, slug=slug)


def _is_worth(lines: Iterable[Line], currency: str, least: Money) -> bool:
    return currency == least.currency and _worth(lines) >= least.amount


def _worth(lines: Iterable[Line]) -> Decimal:
    return sum((line.total.amount for line in lines), Decimal(0))


def _against_margin(lines: Iterable[Line], costs: Mapping[str, VariantCost], policy: VoucherPolicy) -> Refusal | None:
    """Every line keeps the margin by itself: whoever has the code may take the others out."""
    for line in lines:
        cost = costs.get(line.variant_id)
        if cost is None:
            return Refusal.MARGIN_NOT_KNOWN
        if margin_after(line.unit.amount, cost.cost, policy.percent) < policy.minimum_margin_percent:
            return Refusal.MARGIN_TOO_SMALL
    return None


def margin_after(price: Decimal, cost: Decimal, percent: int) -> Decimal:
    """Return what is left of a price over the cost once the voucher is taken off, in percent of what is paid."""
    paid = price * (100 - percent) / 100
    return (paid - cost) / paid * 100 if paid > 0 else Decimal("-Infinity")


def share(worth: Decimal, percent: int) -> Decimal:
    return (worth * percent / 100).quantize(CENT, rounding=ROUND_UP)


def _day(store: Store, channel: str, now: datetime) -> date:
    return now.astimezone(configuration(store, channel).zone).date()


def _is_within_budget(store: Store, cart: Cart, policy: VoucherPolicy, day: date, amount: Decimal) -> bool:
    budget = policy.budget_in(cart.currency)
    given = CartVoucher.across_stores.filter(
        store=store, channel_slug=cart.channel_slug, day=day, currency=cart.currency
    ).exclude(state=VoucherState.REFUSED)
    taken = given.aggregate(taken=Sum("amount"))["taken"] or Decimal(0)
    return budget is not None and taken + amount <= budget.amount


def make(voucher: CartVoucher, *, client: SaleorClient) -> None:
    """Have Saleor make a voucher that is wanted; in doubt from before it is asked until it has answered."""
    waiting = CartVoucher.across_stores.filter(pk=voucher.pk, state=VoucherState.WANTED)
    if not waiting.update(state=VoucherState.IN_DOUBT):
        voucher.refresh_from_db()
        return
    voucher.state = VoucherState.IN_DOUBT
    try:
        voucher.saleor_id = client.create_voucher(
            code=voucher.code,
            name=f"Cart {voucher.case_id}",
            starts_at=voucher.wanted_at - CLOCKS_DIFFER,
            ends_at=voucher.expires_at,
        )
        _list(voucher, client)
    except SaleorError as error:
        _note(voucher, VoucherState.IN_DOUBT if error.retry else VoucherState.REFUSED, str(error))


def settle(voucher: CartVoucher, *, client: SaleorClient, now: datetime) -> None:
    """Find out by its code whether Saleor made a voucher; it is not asked to make it again."""
    try:
        found = client.voucher_with(voucher.code)
        if found is not None:
            voucher.saleor_id = found.id
            _list(voucher, client)
        elif now - voucher.wanted_at > STILL_AT_WORK:
            _note(voucher, VoucherState.REFUSED, voucher.error or "Saleor has no such code.")
    except SaleorError as error:
        _note(voucher, VoucherState.IN_DOUBT if error.retry else VoucherState.REFUSED, str(error))


def _list(voucher: CartVoucher, client: SaleorClient) -> None:
    """Give it its value in the channel. Doing it again changes nothing."""
    channel = _channels(voucher.store_id, voucher.channel_slug).get()
    client.list_voucher(
        voucher.saleor_id, channel_id=channel.saleor_id, percent=Decimal(voucher.percent), min_spend=voucher.min_spend
    )
    _note(voucher, VoucherState.MADE, "")


def _note(voucher: CartVoucher, state: VoucherState, error: str) -> None:
    voucher.state, voucher.error = state, error[:MOST_WORDS]
    mine = CartVoucher.across_stores.filter(pk=voucher.pk, state=VoucherState.IN_DOUBT)
    if not mine.update(state=state, saleor_id=voucher.saleor_id, error=voucher.error):
        voucher.refresh_from_db()  # used meanwhile, or settled by another worker


def used(*, store: Store, code: str, order_id: str) -> bool:
    """Note which order was placed with a code; say whether it is one of ours. Doing it twice changes nothing."""
    mine = CartVoucher.across_stores.filter(store=store, code=code)
    return bool(code) and bool(mine.update(state=VoucherState.USED, order_id=order_id))
