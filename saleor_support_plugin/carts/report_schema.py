"""What became of carts, and what writing about them brought, as staff see it."""

from typing import Any

import graphene
from django.utils import timezone
from graphql import GraphQLError

from ..ids import own_id
from ..money import Money as Amount
from ..shop.schema import Money
from ..stores.callers import Staff
from . import comparing, reports
from .case_schema import SILENCES, CartCaseState, CartCause, CartReason, CartReasonGiven, CartSilence
from .lift import Arm, Verdict
from .models import CaseState, LeavingReason

MOST_DAYS = 366
_VERDICTS = {
    Verdict.NOT_ENOUGH_DATA: "A group is too small, or bought too seldom, to compare.",
    Verdict.NO_DIFFERENCE_SHOWN: "The interval holds nothing as well as something.",
    Verdict.GAIN: "Who may be written to spends more.",
    Verdict.LOSS: "Who may be written to spends less.",
}
CartLiftVerdict = graphene.Enum.from_enum(
    Verdict,
    name="CartLiftVerdict",
    description=lambda value: _VERDICTS[value] if value else "What the two groups show: docs/carts.md.",
)


class CartStateCount(graphene.ObjectType):
    state = graphene.Field(CartCaseState, required=True)
    cases = graphene.Int(required=True)

    @staticmethod
    def resolve_state(row: tuple[CaseState, int], _: object) -> CaseState:
        return row[0]

    @staticmethod
    def resolve_cases(row: tuple[CaseState, int], _: object) -> int:
        return row[1]


class CartCauseCount(graphene.ObjectType):
    cause = graphene.Field(CartCause, required=True)
    cases = graphene.Int(required=True)
    bought = graphene.Int(required=True, description="After all, whether anything was sent or not.")


class CartProductCount(graphene.ObjectType):
    id = graphene.ID(required=True, description="Saleor's id of the product.")
    name = graphene.String(required=True, description="Empty where it is not known any more.")
    answers = graphene.Int(required=True)


class CartReasonCount(graphene.ObjectType):
    reason = graphene.Field(CartReason, required=True)
    answers = graphene.Int(required=True)
    products = graphene.List(
        graphene.NonNull(CartProductCount), required=True, description="In the carts that were left for it, most first."
    )


class CartAnswer(CartReasonGiven):
    """What somebody said in their own words."""

    case_id = graphene.ID(required=True)

    @staticmethod
    def resolve_case_id(reason: LeavingReason, _: object) -> str:
        return own_id("CartCase", reason.case_id)


class CartStepCount(graphene.ObjectType):
    number = graphene.Int(required=True, description="From 1.")
    due = graphene.Int(required=True)
    written = graphene.Int(required=True)
    sent = graphene.Int(required=True, description="Of what was written, what went out.")

    @staticmethod
    def resolve_number(step: reports.StepCount, _: object) -> int:
        return step.number + 1


class CartSilenceCount(graphene.ObjectType):
    silence = graphene.Field(CartSilence, required=True)
    cases = graphene.Int(required=True)

    @staticmethod
    def resolve_silence(row: tuple[str, int], _: object) -> str:
        return row[0]

    @staticmethod
    def resolve_cases(row: tuple[str, int], _: object) -> int:
        return row[1]


class CartVoucherCount(graphene.ObjectType):
    currency = graphene.String(required=True)
    made = graphene.Int(required=True)
    used = graphene.Int(required=True)
    cost = graphene.Field(Money, required=True, description="At most, of those that were used.")


class CartArm(graphene.ObjectType):
    """One of the two groups that are compared."""

    people = graphene.Int(required=True)
    buyers = graphene.Int(required=True)


class CartLift(graphene.ObjectType):
    """What people spent in the seven days after they might first be written to, in one channel."""

    channel = graphene.String(required=True)
    since = graphene.DateTime(required=True, description="Since when the two groups are divided as now.")
    written = graphene.Field(CartArm, required=True, description="Who may be written to.")
    held_out = graphene.Field(CartArm, required=True, description="Who by chance never is.")
    written_revenue = graphene.Field(Money, required=True)
    held_out_revenue = graphene.Field(Money, required=True)
    verdict = graphene.Field(CartLiftVerdict, required=True)
    least_a_person = graphene.Field(Money, description="Null where there is too little to say.")
    most_a_person = graphene.Field(Money)
    least_brought = graphene.Field(Money, description="In all, never below nothing.")
    most_brought = graphene.Field(Money)

    @staticmethod
    def resolve_written_revenue(found: comparing.ChannelLift, _: object) -> Amount:
        return _revenue(found.written, found.currency)

    @staticmethod
    def resolve_held_out_revenue(found: comparing.ChannelLift, _: object) -> Amount:
        return _revenue(found.held_out, found.currency)

    @staticmethod
    def resolve_verdict(found: comparing.ChannelLift, _: object) -> Verdict:
        return found.lift.verdict

    @staticmethod
    def resolve_least_a_person(found: comparing.ChannelLift, _: object) -> Amount | None:
        return _bound(found.lift.low, found.currency)

    @staticmethod
    def resolve_most_a_person(found: comparing.ChannelLift, _: object) -> Amount | None:
        return _bound(found.lift.high, found.currency)

    @staticmethod
    def resolve_least_brought(found: comparing.ChannelLift, _: object) -> Amount | None:
        return _bound(found.lift.brought_low, found.currency)

    @staticmethod
    def resolve_most_brought(found: comparing.ChannelLift, _: object) -> Amount | None:
        return _bound(found.lift.brought_high, found.currency)


def _revenue(arm: Arm, currency: str) -> Amount:
    return Amount(arm.revenue, currency)


def _bound(amount: Any, currency: str) -> Amount | None:
    return None if amount is None else Amount(amount, currency)


class CartReport(graphene.ObjectType):
    """Of the cases whose cart last changed in so many days; `lifts` are over a year, whatever the days."""

    days = graphene.Int(required=True)
    states = graphene.List(graphene.NonNull(CartStateCount), required=True)
    causes = graphene.List(graphene.NonNull(CartCauseCount), required=True)
    reasons = graphene.List(graphene.NonNull(CartReasonCount), required=True)
    answers = graphene.List(graphene.NonNull(CartAnswer), required=True, description="The newest first.")
    steps = graphene.List(graphene.NonNull(CartStepCount), required=True)
    silences = graphene.List(
        graphene.NonNull(CartSilenceCount), required=True, description="Of cases in which nothing was written."
    )
    vouchers = graphene.List(graphene.NonNull(CartVoucherCount), required=True)
    lifts = graphene.List(graphene.NonNull(CartLift), required=True)

    @staticmethod
    def resolve_silences(found: reports.Report, _: object) -> list[tuple[str, int]]:
        return [row for row in found.silences if row[0] in SILENCES]


class CartReportQueries:
    cart_report = graphene.Field(
        CartReport,
        required=True,
        days=graphene.Int(description=f"How far back, from 1 to {MOST_DAYS}; 90 unless said."),
        channel=graphene.String(description="Its slug; every channel that the caller may see unless said."),
    )

    @staticmethod
    def resolve_cart_report(_: object, info: Any, days: int = 90, channel: str | None = None) -> reports.Report:
        staff: Staff = info.context.staff
        staff.must_have("MANAGE_CHECKOUTS")
        if not 1 <= days <= MOST_DAYS:
            raise GraphQLError(f"`days` is a number from 1 to {MOST_DAYS}.", extensions={"code": "INVALID"})
        return reports.report(staff, days=days, channel=channel or "", now=timezone.now())
