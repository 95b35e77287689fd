"""Plans for carts that were left, as staff who may manage settings see, try and change them."""

from typing import Any

import graphene
from django.utils import timezone

from ..ids import own_id
from ..shop.schema import Money
from ..stores.callers import Staff
from ..stores.objects import ObjectWrong
from ..stores.values import Fault
from . import choices, dry_run, planning
from .case_schema import CartCause, CartSilence, told
from .dry_run import USUAL_DAYS, Example, Report
from .models import CartPlan
from .plan import Plan
from .plan_json import as_data, plan_of
from .planning import Given, PlanRefused


class CartPlanErrorCode(graphene.Enum):
    NOT_FOUND = "NOT_FOUND"
    INVALID = "INVALID"
    UNKNOWN = "UNKNOWN"
    REQUIRED = "REQUIRED"
    UNIQUE = "UNIQUE"
    CHANGED = "CHANGED"
    CHANNEL_NOT_PERMITTED = "CHANNEL_NOT_PERMITTED"


class CartPlanError(graphene.ObjectType):
    field = graphene.String(required=True, description="Such as `steps.1.when.of.0.amount`.")
    message = graphene.String(required=True)
    code = graphene.Field(CartPlanErrorCode, required=True)


class CartPlanVersion(graphene.ObjectType):
    version = graphene.Int(required=True)
    made_at = graphene.DateTime(required=True)
    made_by = graphene.String(required=True, description="An e-mail address; empty where it came with an update.")
    plan = graphene.JSONString(description="Null where it says nothing of its own.")

    @staticmethod
    def resolve_plan(row: CartPlan, _: object) -> dict[str, Any] | None:
        return row.data or None


class CartPlanType(graphene.ObjectType):
    class Meta:
        name = "CartPlan"

    channel = graphene.String(description="A slug; null for every channel without a plan of its own.")
    name = graphene.String(description="The channel's.")
    currency = graphene.String(description="The channel's.")
    version = graphene.Int(required=True, description="The newest there is; 0 where nobody set anything.")
    is_own = graphene.Boolean(required=True, description="False where what holds is another's, or what is usual.")
    plan = graphene.JSONString(required=True, description="What holds, as an object (docs/carts.md).")
    may_change = graphene.Boolean(
        required=True, description="False for that of every channel, for who may see some channels only."
    )
    most_emails_a_week = graphene.Int(
        required=True, description="How many commercial e-mails one person gets in seven days, whatever the plan says."
    )

    @staticmethod
    def resolve_most_emails_a_week(one: Given, _: object) -> int:
        return one.most_a_week

    @staticmethod
    def resolve_channel(one: Given, _: object) -> str | None:
        return one.slug or None

    @staticmethod
    def resolve_name(one: Given, _: object) -> str | None:
        return one.channel.name if one.channel else None

    @staticmethod
    def resolve_currency(one: Given, _: object) -> str | None:
        return one.channel.currency if one.channel else None

    @staticmethod
    def resolve_version(one: Given, _: object) -> int:
        return one.own.version if one.own else 0

    @staticmethod
    def resolve_is_own(one: Given, _: object) -> bool:
        return bool(one.own and one.own.data)

    @staticmethod
    def resolve_may_change(one: Given, info: Any) -> bool:
        staff: Staff = info.context.staff
        return staff.channels is None or one.slug in staff.channels

    @staticmethod
    def resolve_plan(one: Given, _: object) -> dict[str, Any]:
        return as_data(one.held.plan)


class CartPlanChoiceKind(graphene.Enum):
    PRODUCT = "PRODUCT"
    CATEGORY = "CATEGORY"


class CartPlanChoice(graphene.ObjectType):
    id = graphene.ID(required=True, description="Saleor's.")
    name = graphene.String(required=True)


class CartTrialSilence(graphene.ObjectType):
    silence = graphene.Field(CartSilence, required=True)
    cases = graphene.Int(required=True)


class CartTrialExample(graphene.ObjectType):
    case = graphene.ID(required=True)
    changed_at = graphene.DateTime(required=True)
    first_item = graphene.String(required=True)
    items = graphene.Int(required=True, description="How many pieces are in it.")
    value = graphene.Field(Money, required=True)
    cause = graphene.Field(CartCause, required=True)
    steps = graphene.List(graphene.NonNull(graphene.Int), required=True, description="That would have gone, from 1.")
    silence = graphene.Field(CartSilence, description="Why no other step would have.")
    why = graphene.List(
        graphene.NonNull(graphene.String), required=True, description="Conditions that did not hold: CODE:wanted:found."
    )

    @staticmethod
    def resolve_case(one: Example, _: object) -> str:
        return own_id("CartCase", one.case.pk)

    @staticmethod
    def resolve_changed_at(one: Example, _: object) -> Any:
        return one.case.changed_at

    @staticmethod
    def resolve_steps(one: Example, _: object) -> list[int]:
        return [number + 1 for number in one.tried.written]

    @staticmethod
    def resolve_silence(one: Example, _: object) -> Any:
        return told(one.tried.silence or "")

    @staticmethod
    def resolve_why(one: Example, _: object) -> list[str]:
        return list(one.tried.why)


class CartTrial(graphene.ObjectType):
    looked_at = graphene.Int(required=True, description="How many cases.")
    is_whole = graphene.Boolean(required=True, description="False where only the newest were looked at.")
    would_write = graphene.Int(required=True, description="To how many people a message would have gone.")
    ordered_within_the_hour = graphene.Int(required=True, description="How many of them ordered within an hour of one.")
    messages = graphene.List(graphene.NonNull(graphene.Int), required=True, description="By step.")
    silences = graphene.List(graphene.NonNull(CartTrialSilence), required=True, description="The most frequent first.")
    examples = graphene.List(graphene.NonNull(CartTrialExample), required=True, description="At most twenty.")

    @staticmethod
    def resolve_silences(report: Report, _: object) -> list[dict[str, Any]]:
        found = sorted(report.silences.items(), key=lambda one: (-one[1], one[0]))
        return [{"silence": told(silence), "cases": cases} for silence, cases in found]


class CartPlanQueries:
    cart_plans = graphene.List(
        graphene.NonNull(CartPlanType),
        required=True,
        description="What is done about carts that were left: that of every channel first, then each channel's.",
    )
    cart_plan_versions = graphene.List(
        graphene.NonNull(CartPlanVersion),
        required=True,
        channel=graphene.String(description="A slug; none for the plan of every channel."),
        description="The newest first, at most fifty.",
    )
    cart_plan_choices = graphene.List(
        graphene.NonNull(CartPlanChoice),
        required=True,
        kind=graphene.Argument(CartPlanChoiceKind, required=True),
        search=graphene.String(),
        ids=graphene.List(graphene.NonNull(graphene.ID), description="These, whatever they are called."),
        description="Products or categories for a condition: at most twenty by search.",
    )

    @staticmethod
    def resolve_cart_plans(_: object, info: Any) -> list[Given]:
        return planning.given(_staff(info))

    @staticmethod
    def resolve_cart_plan_versions(_: object, info: Any, channel: str | None = None) -> list[CartPlan]:
        return planning.versions(_staff(info), channel or "")

    @staticmethod
    def resolve_cart_plan_choices(
        _: object, info: Any, kind: str, search: str | None = None, ids: list[str] | None = None
    ) -> list[choices.Choice]:
        store = _staff(info).store
        find = choices.products if kind == "PRODUCT" else choices.categories
        return find(store, search=(search or "").strip(), ids=ids)


class CartPlanUpdate(graphene.Mutation):
    """Save a plan as a new version, which holds at once. An old one is restored by saving it again."""

    class Arguments:
        channel = graphene.String(description="A slug; none for the plan of every channel.")
        plan = graphene.JSONString(description="An object; null takes what was set away.")
        version = graphene.Int(required=True, description="The newest that was seen.")

    cart_plan = graphene.Field(CartPlanType)
    errors = graphene.List(graphene.NonNull(CartPlanError), required=True)

    @staticmethod
    def mutate(_: object, info: Any, version: int, channel: str | None = None, plan: Any = None) -> dict[str, Any]:
        staff, slug = _staff(info), channel or ""
        try:
            planning.change(staff=staff, channel=slug, data=plan, expected_version=version, now=timezone.now())
        except PlanRefused as refused:
            return {"cart_plan": None, "errors": refused.faults}
        saved = next(one for one in planning.given(staff) if one.slug == slug)
        return {"cart_plan": saved, "errors": []}


class CartPlanTry(graphene.Mutation):
    """Try a plan on what happened in the last days; nothing is kept or sent."""

    class Arguments:
        channel = graphene.String(description="A slug; none for all channels without a plan of their own.")
        plan = graphene.JSONString(required=True)
        days = graphene.Int(description="30 where it is not given, 90 at most.")

    trial = graphene.Field(CartTrial)
    errors = graphene.List(graphene.NonNull(CartPlanError), required=True)

    @staticmethod
    def mutate(_: object, info: Any, plan: Any, channel: str | None = None, days: int | None = None) -> dict[str, Any]:
        staff, slug = _staff(info), channel or ""
        try:
            tried = _plan(staff, slug, plan)
        except PlanRefused as refused:
            return {"trial": None, "errors": refused.faults}
        return {
            "trial": dry_run.run(staff.store, slug, tried, timezone.now(), USUAL_DAYS if days is None else days),
            "errors": [],
        }


class CartPlanMutations:
    cart_plan_update = CartPlanUpdate.Field()
    cart_plan_try = CartPlanTry.Field()


def _plan(staff: Staff, channel: str, data: Any) -> Plan:
    faults: list[Fault] = planning.faults_of(staff, channel)
    if faults:
        raise PlanRefused(faults)
    try:
        return plan_of(data)
    except ObjectWrong as wrong:
        raise PlanRefused(wrong.faults) from wrong


def _staff(info: Any) -> Staff:
    staff: Staff = info.context.staff
    staff.must_have("MANAGE_SETTINGS")
    return staff
