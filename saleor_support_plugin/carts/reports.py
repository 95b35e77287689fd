"""What became of carts in a span of days: by state, cause and step, what people said, and what it cost."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from django.db.models import Count, Exists, OuterRef, Q, Sum

from ..money import Money
from ..outbox.models import Message
from ..outbox.models import State as MessageState
from ..stores.callers import Staff
from . import comparing, listing
from .models import CartStep, CartVoucher, CaseState, LeavingReason, VoucherState

MOST_PRODUCTS = 10
MOST_ANSWERS = 20


@dataclass(frozen=True, slots=True)
class CauseCount:
    cause: str
    cases: int
    bought: int


@dataclass(frozen=True, slots=True)
class ProductCount:
    id: str
    name: str
    answers: int


@dataclass(frozen=True, slots=True)
class ReasonCount:
    """How many left for a reason, and with which products in their carts, the most frequent first."""

    reason: str
    answers: int
    products: list[ProductCount]


@dataclass(frozen=True, slots=True)
class StepCount:
    """A step of the plan, from 0: how often it was due, a message was written at it, and that went out."""

    number: int
    due: int
    written: int
    sent: int


@dataclass(frozen=True, slots=True)
class VoucherCount:
    currency: str
    made: int
    used: int
    cost: Money


@dataclass(frozen=True, slots=True)
class Report:
    days: int
    states: list[tuple[CaseState, int]]
    causes: list[CauseCount]
    reasons: list[ReasonCount]
    answers: list[LeavingReason]
    steps: list[StepCount]
    silences: list[tuple[str, int]]
    vouchers: list[VoucherCount]
    lifts: list[comparing.ChannelLift]


def report(staff: Staff, *, days: int, channel: str, now: datetime) -> Report:
    """Count the cases whose cart last changed in so many days, of one channel or of all that they may see."""
    within = _Within(staff, now - timedelta(days=days), channel)
    return Report(
        days=days,
        states=within.states(),
        causes=within.causes(),
        reasons=within.reasons(),
        answers=within.answers(),
        steps=within.steps(),
        silences=within.silences(),
        vouchers=within.vouchers(),
        lifts=comparing.lifts(staff, channel=channel, now=now),
    )


class _Within:
    """Counts over the cases of a span."""

    def __init__(self, staff: Staff, since: datetime, channel: str) -> None:
        self.store = staff.store
        self.cases = listing.seen_cases(staff).filter(changed_at__gte=since)
        if channel:
            self.cases = self.cases.filter(channel_slug=channel)

    def states(self) -> list[tuple[CaseState, int]]:
        counted = dict(self.cases.values_list("state").annotate(Count("id")))
        return [(state, counted.get(state.value, 0)) for state in CaseState]

    def causes(self) -> list[CauseCount]:
        judged = self.cases.exclude(cause="").values_list("cause")
        counted = judged.annotate(cases=Count("id"), bought=Count("id", filter=~Q(order_id="")))
        return [CauseCount(*row) for row in counted.order_by("-cases", "cause")]

    def answers(self) -> list[LeavingReason]:
        """Return what people said in words, the newest first."""
        said = LeavingReason.across_stores.filter(case__in=self.cases).exclude(text="", link="")
        return list(said.order_by("-at", "-pk")[:MOST_ANSWERS])

    def reasons(self) -> list[ReasonCount]:
        answers: Counter[str] = Counter()
        by_product: dict[str, Counter[str]] = {}
        given = LeavingReason.across_stores.filter(case__in=self.cases)
        for reason, product_ids in given.values_list("reason", "product_ids"):
            answers[reason] += 1
            by_product.setdefault(reason, Counter()).update(set(product_ids))
        most = {reason: counted.most_common(MOST_PRODUCTS) for reason, counted in by_product.items()}
        names = self._names({id for counted in most.values() for id, _ in counted})
        return [
            ReasonCount(reason, count, [ProductCount(id, names.get(id, ""), n) for id, n in most[reason]])
            for reason, count in sorted(answers.items(), key=lambda one: (-one[1], one[0]))
        ]

    def _names(self, product_ids: set[str]) -> dict[str, str]:
        return dict(self.store.variants.filter(product_id__in=product_ids).values_list("product_id", "product_name"))

    def steps(self) -> list[StepCount]:
        went_out = Exists(Message.across_stores.filter(pk=OuterRef("message_id"), state=MessageState.SENT))
        counted = (
            CartStep.across_stores.filter(case__in=self.cases)
            .values_list("number")
            .annotate(due=Count("id"), written=Count("id", filter=Q(silence="")), sent=Count("id", filter=went_out))
        )
        return [StepCount(*row) for row in counted.order_by("number")]

    def silences(self) -> list[tuple[str, int]]:
        """Return why nothing was sent: of each case that got nothing what was said of it last."""
        written = CartStep.across_stores.filter(case=OuterRef("pk"), silence="")
        unsent = self.cases.exclude(silence="").exclude(Exists(written))
        counted = unsent.values_list("silence").annotate(cases=Count("id"))
        return list(counted.order_by("-cases", "silence"))

    def vouchers(self) -> list[VoucherCount]:
        used, made = Q(state=VoucherState.USED), ~Q(state__in=(VoucherState.WANTED, VoucherState.REFUSED))
        of_cases = CartVoucher.across_stores.filter(case__in=self.cases).values_list("currency")
        counted = of_cases.annotate(
            made=Count("id", filter=made), used=Count("id", filter=used), cost=Sum("amount", filter=used)
        )
        return [
            VoucherCount(currency, made, used, Money(cost or Decimal(0), currency))
            for currency, made, used, cost in counted.order_by("currency")
        ]
