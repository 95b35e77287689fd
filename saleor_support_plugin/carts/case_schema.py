"""A case of carts as staff see it."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Any

import graphene

from ..connections import Counted, held, looked_up, related
from ..ids import own_id
from ..money import Money as Amount
from ..outbox.deciding import Silence as OutboxSilence
from ..outbox.models import Message
from ..outbox.schema import Contact
from ..shop.schema import Money
from ..stores.models import Store
from . import listing, planning
from .cart_schema import CartCauseSource, CartType
from .facts import Cause, Reason, Silence
from .models import OPEN, Cart, CartCase, CartStep, CartVoucher, CaseState, LeavingReason, VoucherState
from .plan import Plan

CartCaseState = graphene.Enum.from_enum(
    CaseState, name="CartCaseState", description=lambda value: value.label if value else "What became of a case."
)
CartCause = graphene.Enum.from_enum(
    Cause, name="CartCause", description=lambda value: None if value else "Why a cart was left: docs/carts.md."
)
CartReason = graphene.Enum.from_enum(
    Reason, name="CartReason", description=lambda value: None if value else "Why they left, by their own word."
)
CartSilence = graphene.Enum(
    "CartSilence",
    [(one.name, one.value) for one in (*Silence, *OutboxSilence)],
    description="Why nothing is sent, or not yet: docs/carts.md, docs/contact-rules.md.",
)
CartVoucherState = graphene.Enum.from_enum(
    VoucherState,
    name="CartVoucherState",
    description=lambda value: value.label if value else "What became of a voucher.",
)
SILENCES = {one.value for one in (*Silence, *OutboxSilence)}


def told(silence: str) -> str | None:
    """Return it as the outside sees it; None for none, and for one that this version does not know."""
    # A member of an enum of ours is no value of CartSilence, which is made of two.
    return str(silence) if silence in SILENCES else None


class CartFact(graphene.ObjectType):
    """What is to be known beside a cause: `variant_ids`, `shipping`, `total` and the like."""

    name = graphene.String(required=True)
    value = graphene.String(required=True)


class CartStepType(graphene.ObjectType):
    """What was decided when a step of the plan was due."""

    class Meta:
        name = "CartStep"

    number = graphene.Int(required=True, description="From 1.")
    at = graphene.DateTime(required=True)
    silence = graphene.Field(CartSilence, description="Why nothing was written; null where something was.")
    cause = graphene.Field(CartCause)
    why = graphene.List(
        graphene.NonNull(graphene.String),
        required=True,
        description="The conditions that did not hold, as CODE:wanted:found: docs/carts.md.",
    )
    by = graphene.String(description="E-mail of who sent it now; null where its time had come.")
    message = graphene.Field(Contact, description="With what became of it.")

    @staticmethod
    def resolve_number(step: CartStep, _: object) -> int:
        return step.number + 1

    @staticmethod
    def resolve_silence(step: CartStep, _: object) -> str | None:
        return told(step.silence)

    @staticmethod
    def resolve_cause(step: CartStep, _: object) -> str | None:
        return step.cause or None

    @staticmethod
    def resolve_by(step: CartStep, _: object) -> str | None:
        return step.by or None

    @staticmethod
    def resolve_message(step: CartStep, _: object) -> Message | None:
        message: Message | None = looked_up(step, "_messages", listing.messages).get(step.message_id)
        return message


class CartReasonGiven(graphene.ObjectType):
    reason = graphene.Field(CartReason, required=True)
    text = graphene.String(required=True, description="Plain text; perhaps empty.")
    link = graphene.String(description="Where they found it elsewhere.")
    at = graphene.DateTime(required=True)
    ticket_id = graphene.ID(description="The ticket that was opened for it.")

    @staticmethod
    def resolve_link(reason: LeavingReason, _: object) -> str | None:
        # Whoever has the link of a mail may have written this.
        return reason.link if reason.link.startswith(("https://", "http://")) else None

    @staticmethod
    def resolve_ticket_id(reason: LeavingReason, _: object) -> str | None:
        return own_id("Ticket", reason.ticket_id) if reason.ticket_id else None


class CartVoucherType(graphene.ObjectType):
    class Meta:
        name = "CartVoucher"

    state = graphene.Field(CartVoucherState, required=True)
    code = graphene.String(required=True)
    percent = graphene.Float(required=True)
    amount = graphene.Field(Money, required=True, description="What it costs at most.")
    wanted_at = graphene.DateTime(required=True)
    expires_at = graphene.DateTime(required=True)
    error = graphene.String(description="What went wrong, in Saleor's words.")

    @staticmethod
    def resolve_amount(voucher: CartVoucher, _: object) -> Amount:
        return Amount(voucher.amount, voucher.currency)

    @staticmethod
    def resolve_error(voucher: CartVoucher, _: object) -> str | None:
        return voucher.error or None


class CartNextStep(graphene.ObjectType):
    """What the plan has next for a case."""

    number = graphene.Int(required=True, description="From 1.")
    of = graphene.Int(required=True, description="How many steps the plan has.")
    voucher_percent = graphene.Int(description="Off, where the step offers a voucher.")


class CartCaseType(graphene.ObjectType):
    """One person's shopping that has not ended in an order yet, with their carts on all devices."""

    class Meta:
        name = "CartCase"

    id = graphene.ID(required=True)
    state = graphene.Field(CartCaseState, required=True)
    channel = graphene.String(required=True)
    language = graphene.String(required=True)
    value = graphene.Field(Money, required=True, description="Of the cart that speaks for the case.")
    email = graphene.String(description="Where a message would go.")
    person_id = graphene.ID(required=True)
    opened_at = graphene.DateTime(required=True)
    changed_at = graphene.DateTime(required=True, description="When the shopper last changed any of the carts.")
    abandoned_at = graphene.DateTime()
    ended_at = graphene.DateTime()
    came_back_at = graphene.DateTime(description="When the way back was last taken.")
    cause = graphene.Field(CartCause, description="Null before it was judged.")
    cause_source = graphene.Field(CartCauseSource)
    cause_facts = graphene.List(graphene.NonNull(CartFact), required=True)
    silence = graphene.Field(CartSilence, description="Why nothing was sent when it was last looked at.")
    next_at = graphene.DateTime(description="When it is looked at next; null where nothing is to come.")
    next_step = graphene.Field(CartNextStep, description="Null where every step was taken, or nothing is to come.")
    is_held_out = graphene.Boolean(required=True, description="Never written to, so that the others can be compared.")
    order_id = graphene.ID(description="Saleor's id.")
    order_total = graphene.Field(Money)
    ordered_at = graphene.DateTime()
    cart = graphene.Field(CartType, description="The one that speaks for the case; null once Saleor's is forgotten.")
    carts = graphene.List(graphene.NonNull(CartType), required=True, description="What changed last comes first.")
    steps = graphene.List(graphene.NonNull(CartStepType), required=True)
    reasons = graphene.List(graphene.NonNull(CartReasonGiven), required=True, description="The newest first.")
    voucher = graphene.Field(CartVoucherType)

    @staticmethod
    def resolve_id(case: CartCase, _: object) -> str:
        return own_id("CartCase", case.pk)

    @staticmethod
    def resolve_channel(case: CartCase, _: object) -> str:
        return case.channel_slug

    @staticmethod
    def resolve_language(case: CartCase, _: object) -> str:
        return case.language_code.lower().partition("_")[0].partition("-")[0]

    @staticmethod
    def resolve_value(case: CartCase, _: object) -> Amount:
        return Amount(case.value, case.currency)

    @staticmethod
    def resolve_email(case: CartCase, _: object) -> str | None:
        return next((one.email for one in _carts(case) if one.email), None)

    @staticmethod
    def resolve_person_id(case: CartCase, _: object) -> str:
        return own_id("Person", case.person_id)

    @staticmethod
    def resolve_cause(case: CartCase, _: object) -> str | None:
        return case.cause or None

    @staticmethod
    def resolve_cause_source(case: CartCase, _: object) -> str | None:
        return case.cause_source or None

    @staticmethod
    def resolve_cause_facts(case: CartCase, _: object) -> list[dict[str, str]]:
        return [{"name": name, "value": str(value)} for name, value in case.cause_detail.items()]

    @staticmethod
    def resolve_silence(case: CartCase, _: object) -> str | None:
        return told(case.silence)

    @staticmethod
    def resolve_next_at(case: CartCase, _: object) -> datetime | None:
        return case.next_check_at if case.state in OPEN else None

    @staticmethod
    def resolve_next_step(case: CartCase, info: Any) -> dict[str, Any] | None:
        if case.state not in OPEN or case.is_held_out:
            return None
        plan = looked_up(case, "_plans", partial(_plans, info.context.staff.store))[case.channel_slug]
        if case.steps_done >= len(plan.steps):
            return None
        offers = plan.voucher is not None and plan.steps[case.steps_done].voucher
        percent = plan.voucher.percent if offers else None
        return {"number": case.steps_done + 1, "of": len(plan.steps), "voucher_percent": percent}

    @staticmethod
    def resolve_order_id(case: CartCase, _: object) -> str | None:
        return case.order_id or None

    @staticmethod
    def resolve_order_total(case: CartCase, _: object) -> Amount | None:
        return Amount(case.order_total, case.currency) if case.order_id else None

    @staticmethod
    def resolve_cart(case: CartCase, _: object) -> Cart | None:
        return listing.speaking(case, _carts(case))

    @staticmethod
    def resolve_carts(case: CartCase, _: object) -> list[Cart]:
        return _carts(case)

    @staticmethod
    def resolve_steps(case: CartCase, _: object) -> list[CartStep]:
        return related(case, "steps", among=CartStep.across_stores.order_by("number"))

    @staticmethod
    def resolve_reasons(case: CartCase, _: object) -> list[LeavingReason]:
        return related(case, "reasons", among=LeavingReason.across_stores.order_by("-at", "-pk"))

    @staticmethod
    def resolve_voucher(case: CartCase, _: object) -> CartVoucher | None:
        voucher: CartVoucher | None = held(case, "voucher")
        return voucher


def _carts(case: CartCase) -> list[Cart]:
    return related(case, "carts", among=Cart.across_stores.order_by("-issued_at", "-pk"))


def _plans(store: Store, cases: Sequence[CartCase]) -> dict[str, Plan]:
    """Return the plan that holds in each channel of a page's cases."""
    return {slug: planning.plan_for(store, slug).plan for slug in {one.channel_slug for one in cases}}


class CartCaseConnection(Counted):
    class Meta:
        node = CartCaseType
