"""What each group may give, and what was given."""

from datetime import datetime, timedelta
from typing import Any

import graphene
from django.utils import timezone

from ..money import Money as Amount
from ..shop.schema import Money
from ..stores import seen
from ..stores.callers import Staff
from . import configuring, queries
from .act_schema import LANGUAGE, ActKind, ActProblem, caller, told
from .queries import Spent
from .rules import Limit, NotDone, Problem

SETTING = queries.UNBOUND
MOST_REPORTED = timedelta(days=731)


class AuthorityLimitType(graphene.ObjectType):
    """What one member of a group may give without asking; what is null is not bounded."""

    class Meta:
        name = "AuthorityLimit"

    group = graphene.String(required=True, description="The name of a permission group of Saleor's.")
    reason = graphene.String(required=True, description="A name of the configuration's reasons; empty for any.")
    currency = graphene.String(required=True)
    percent_of_order = graphene.Int()
    per_order = graphene.Decimal()
    per_day = graphene.Decimal()
    per_customer = graphene.Decimal(description="To one customer within 90 days, whoever gave it.")


class Authority(graphene.ObjectType):
    limits = graphene.List(graphene.NonNull(AuthorityLimitType), required=True)
    groups = graphene.List(graphene.NonNull(graphene.String), required=True, description="The caller's.")
    known_groups = graphene.List(
        graphene.NonNull(graphene.String), required=True, description="That staff were seen in; there may be others."
    )
    is_unbound = graphene.Boolean(required=True, description="Whether the caller sets the limits, and has none.")


class SpentType(graphene.ObjectType):
    """What was given by one group for one reason in one way."""

    class Meta:
        name = "CompensationSpent"

    group = graphene.String(required=True)
    reason = graphene.String(required=True)
    kind = graphene.Field(ActKind, required=True)
    count = graphene.Int(required=True)
    total = graphene.Field(Money, required=True)
    reopened = graphene.Int(required=True, description="Of how many the ticket was opened again within 30 days.")

    @staticmethod
    def resolve_total(spent: Spent, _: object) -> Amount:
        return Amount(spent.total, spent.currency)


class AuthorityQueries:
    authority = graphene.Field(Authority, required=True)
    compensation_report = graphene.List(
        graphene.NonNull(SpentType),
        required=True,
        since=graphene.DateTime(required=True, name="from"),
        until=graphene.DateTime(required=True, name="to"),
        description="What was given from then until before then, the largest sums first.",
    )

    @staticmethod
    def resolve_authority(_: object, info: Any) -> dict[str, Any]:
        staff = caller(info)
        return {
            "limits": queries.limits(staff.store),
            "groups": staff.groups,
            "known_groups": seen.groups_of(staff.store),
            "is_unbound": SETTING in staff.permissions,
        }

    @staticmethod
    def resolve_compensation_report(_: object, info: Any, since: datetime, until: datetime) -> list[Spent]:
        staff = caller(info)
        since, until = _aware(since), _aware(until)
        return queries.report(staff, max(since, until - MOST_REPORTED), until)


def _aware(at: datetime) -> datetime:
    return at if at.tzinfo else timezone.make_aware(at)


class AuthorityLimitInput(graphene.InputObjectType):
    group = graphene.String(required=True)
    reason = graphene.String(default_value="")
    currency = graphene.String(required=True)
    percent_of_order = graphene.Int()
    per_order = graphene.Decimal()
    per_day = graphene.Decimal()
    per_customer = graphene.Decimal()


class AuthorityUpdate(graphene.Mutation):
    """Say anew what each group may give; what is not named may give nothing alone."""

    class Arguments:
        limits = graphene.List(graphene.NonNull(AuthorityLimitInput), required=True)
        language = LANGUAGE["language"]

    limits = graphene.List(graphene.NonNull(AuthorityLimitType), description="Null where `errors` say why.")
    errors = graphene.List(graphene.NonNull(ActProblem), required=True)

    @staticmethod
    def mutate(_: object, info: Any, limits: list[AuthorityLimitInput], language: str) -> dict[str, Any]:
        staff: Staff = info.context.staff
        staff.must_have(SETTING)
        if staff.channels is not None:  # a limit holds in every channel
            return {"limits": None, "errors": [told(Problem.PERMISSION_MISSING, language, "every channel")]}
        try:
            return {"limits": configuring.set_limits(staff=staff, limits=[_limit(one) for one in limits]), "errors": []}
        except NotDone as not_done:
            return {"limits": None, "errors": [told(not_done.problem, language, field=not_done.field)]}


def _limit(given: AuthorityLimitInput) -> Limit:
    return Limit(
        group=given.group,
        currency=given.currency,
        reason=given.reason or "",
        percent_of_order=given.get("percent_of_order"),
        per_order=given.get("per_order"),
        per_day=given.get("per_day"),
        per_customer=given.get("per_customer"),
    )


class AuthorityMutations:
    authority_update = AuthorityUpdate.Field()
