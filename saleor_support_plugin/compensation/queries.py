"""Reads about acts, for a member of staff: only on orders of channels that Saleor lets them see."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Sum
from django.db.models.functions import Upper

from ..conversations.models import ConversationMessage, Happening
from ..money import Money
from ..shop.models import Order
from ..stores.callers import Staff
from ..stores.models import Store
from ..stores.queries import settings_of_channels
from . import rules
from .models import AuthorityLimit, OrderAct
from .rules import COUNTED, GIVING, Given, Kind, Limit, State, Verdict

# Whoever sets the limits is not bound by them.
UNBOUND = "MANAGE_SETTINGS"
# Each of them is asked for by itself.
MOST_CARDS = 5
# Somebody who was given something and still had to write again did not get what they needed.
REOPENED_WITHIN = timedelta(days=30)


def acts(staff: Staff) -> QuerySet[OrderAct]:
    """Return the acts that they may see, the newest first, each with its order and ticket."""
    seen = OrderAct.across_stores.filter(store=staff.store).select_related("order", "ticket")
    if staff.channels is not None:
        seen = seen.filter(order__channel_slug__in=staff.channels)
    return seen.order_by("-pk")


def act(staff: Staff, number: int | None) -> OrderAct | None:
    return None if number is None else acts(staff).filter(pk=number).first()


def waiting(staff: Staff) -> QuerySet[OrderAct]:
    """Return what waits for somebody's word, the longest first; one's own requests are for others."""
    return acts(staff).filter(state=State.NEEDS_APPROVAL).exclude(by_user_id=staff.user_id).order_by("pk")


def untold(store: Store) -> QuerySet[OrderAct]:
    """Return what waits for leads who were not mailed of it, the longest first."""
    rows = OrderAct.across_stores.filter(store=store, state=State.NEEDS_APPROVAL, leads_told_at=None)
    return rows.select_related("order", "store").order_by("pk")


def limits(store: Store) -> list[Limit]:
    return [as_limit(one) for one in AuthorityLimit.across_stores.filter(store=store)]


def as_limit(row: AuthorityLimit) -> Limit:
    return Limit(
        group=row.group,
        currency=row.currency,
        reason=row.reason,
        percent_of_order=row.percent_of_order,
        per_order=row.per_order,
        per_day=row.per_day,
        per_customer=row.per_customer,
    )


def verdict(staff: Staff, order: Order, *, reason: str, amount: Decimal, now: datetime, without: int = 0) -> Verdict:
    """Say whether they may give that much more on this order; `without` leaves an act out of what was given."""
    return Giver(staff, [order], now).verdict(order, reason=reason, amount=amount, without=without)


class Giver:
    """What somebody may give on some orders: their limits and what was given before, in two questions for them all."""

    def __init__(self, staff: Staff, orders: Sequence[Order], now: datetime) -> None:
        self.staff = staff
        self.since = now - rules.CUSTOMER_WINDOW
        # Whoever sets the limits is not bound by them, and need not be looked up.
        self.is_unbound = UNBOUND in staff.permissions
        if self.is_unbound:
            return
        self.limits = limits(staff.store)
        self.settings = settings_of_channels(staff.store)
        self.now = now
        self.acts = list(_given(staff, orders, self.since))

    def verdict(self, order: Order, *, reason: str, amount: Decimal, without: int = 0) -> Verdict:
        if self.is_unbound:
            return Verdict()
        return rules.decide(
            self.limits,
            groups=self.staff.groups,
            reason=reason,
            money=Money(amount, order.currency),
            given=self._given(order, without),
            order_total=order.total_gross,
        )

    def _given(self, order: Order, without: int) -> Given:
        zone = self.settings(order.channel_slug).zone
        midnight = self.now.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0)
        acts = [one for one in self.acts if one.currency == order.currency and one.pk != without]
        return Given(
            order=_sum(one for one in acts if one.order_id == order.pk),
            day=_sum(one for one in acts if self._is_mine_since(one, midnight)),
            customer=_sum(one for one in acts if one.asked_at >= self.since and _is_of_same(one.order, order)),
        )

    def _is_mine_since(self, act: OrderAct, midnight: datetime) -> bool:
        """What a lead lets others give is the lead's."""
        if act.decided_at is not None:
            return act.decided_by_email == self.staff.email and act.decided_at >= midnight
        return act.by_user_id == self.staff.user_id and act.asked_at >= midnight


def _given(staff: Staff, orders: Sequence[Order], since: datetime) -> QuerySet[OrderAct]:
    accounts = {one.customer_id for one in orders if one.customer_id}
    mailboxes = {one.customer_email.upper() for one in orders if one.customer_email}
    theirs = Q(order__customer_id__in=accounts) | Q(mailbox__in=mailboxes)
    mine = Q(by_user_id=staff.user_id) | Q(decided_by_email=staff.email)
    day = Q(asked_at__gte=since) & (theirs | mine)
    rows = OrderAct.across_stores.filter(store=staff.store, state__in=COUNTED, amount__isnull=False)
    rows = rows.alias(mailbox=Upper("order__customer_email")).filter(Q(order__in=orders) | day)
    return rows.select_related("order").order_by()


def _is_of_same(one: Order, other: Order) -> bool:
    """Say whether two orders are one customer's, by account or mailbox."""
    by_account = bool(one.customer_id) and one.customer_id == other.customer_id
    by_mail = bool(one.customer_email) and one.customer_email.upper() == other.customer_email.upper()
    return one.pk == other.pk or by_account or by_mail


def _sum(acts: Iterable[OrderAct]) -> Decimal:
    return sum((one.amount for one in acts if one.amount is not None), Decimal(0))


def gift_cards_given(order: Order) -> list[str]:
    """Return Saleor's ids of the newest cards that were given for an order."""
    rows = OrderAct.across_stores.filter(order=order, kind=Kind.GIFT_CARD, saleor__has_key="gift_card").order_by("-pk")
    return [one["gift_card"] for one in rows.values_list("saleor", flat=True)[:MOST_CARDS]]


def given_for(order: Order, *, without: int = 0) -> tuple[Decimal, Decimal]:
    """Return what was given for an order, as refunds and in other ways."""
    rows = OrderAct.across_stores.filter(order=order, currency=order.currency, state__in=COUNTED, kind__in=list(GIVING))
    sums = (
        rows.exclude(pk=without)
        .order_by()
        .aggregate(refunds=Sum("amount", filter=Q(kind=Kind.REFUND)), others=Sum("amount", filter=~Q(kind=Kind.REFUND)))
    )
    return sums["refunds"] or Decimal(0), sums["others"] or Decimal(0)


def refunds_done(order: Order) -> Decimal:
    """Return what Saleor counts as paid back, or as on its way, by acts of ours."""
    ours = OrderAct.across_stores.filter(order=order, currency=order.currency, kind=Kind.REFUND)
    rows = ours.filter(state__in=[State.DONE, State.PENDING])
    return rows.aggregate(total=Sum("amount"))["total"] or Decimal(0)


@dataclass(frozen=True, slots=True)
class Spent:
    """What was given in one currency by one group for one reason in one way, and how often it was not enough."""

    group: str
    reason: str
    kind: str
    currency: str
    count: int
    total: Decimal
    reopened: int


def report(staff: Staff, since: datetime, until: datetime) -> list[Spent]:
    """Return what was given from then until before then, the largest sums first."""
    again = ConversationMessage.across_stores.filter(
        conversation=OuterRef("ticket__conversation"),
        event=Happening.REOPENED,
        at__gt=OuterRef("done_at"),
        at__lte=OuterRef("done_at") + REOPENED_WITHIN,
    )
    rows = (
        acts(staff)
        .select_related(None)
        .filter(state=State.DONE, amount__isnull=False, done_at__gte=since, done_at__lt=until)
        .annotate(again=Exists(again))
        .order_by()
        .values("group", "reason", "kind", "currency")
        .annotate(count=Count("pk"), total=Sum("amount"), reopened=Count("pk", filter=Q(again=True)))
        .order_by("-total", "group", "reason", "kind")
    )
    return [Spent(**row) for row in rows]
