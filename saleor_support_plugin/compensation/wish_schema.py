"""What staff ask for, and what they are told before they do."""

from collections.abc import Mapping
from typing import Any

import graphene
from django.utils import timezone

from ..ids import row_number
from ..money import Money as Amount
from ..shop import reading as orders
from ..shop.schema import Money
from ..stores.callers import Staff
from . import actions, queries, seeing, words
from .act_schema import ActBound, ActKind, ActProblem, told
from .deeds import DEEDS
from .deeds.refund import has_old_payment, refundable
from .rules import GIVING, Kind, NotDone, Problem


class PiecesInput(graphene.InputObjectType):
    line = graphene.ID(required=True, description="Saleor's id of the order's line.")
    quantity = graphene.Int(required=True)


class RefundInput(graphene.InputObjectType):
    transaction = graphene.ID(description="Saleor's; needed where the order has several that were charged.")
    amount = graphene.Decimal(description="Without it, what the lines and the delivery cost.")
    lines = graphene.List(graphene.NonNull(PiecesInput))
    shipping = graphene.Boolean(default_value=False, description="The delivery, too.")
    legacy = graphene.Boolean(default_value=False, description="By a payment of Saleor's old kind.")
    reason_reference = graphene.ID(description="A page of the shop's reasons for refunds; Saleor 3.22 and newer.")


class GiftCardInput(graphene.InputObjectType):
    amount = graphene.Decimal(required=True)
    expires_on = graphene.Date()


class VoucherCodeInput(graphene.InputObjectType):
    amount = graphene.Decimal(required=True)
    valid_days = graphene.Int()


class ParcelNumberInput(graphene.InputObjectType):
    fulfillment = graphene.ID(required=True, description="Saleor's.")
    number = graphene.String(required=True)
    notify = graphene.Boolean(default_value=True, description="Whether Saleor mails the customer.")


class DeliveryAddressInput(graphene.InputObjectType):
    first_name = graphene.String(required=True)
    last_name = graphene.String(required=True)
    company_name = graphene.String()
    street_address_1 = graphene.String(required=True)
    street_address_2 = graphene.String()
    city = graphene.String(required=True)
    city_area = graphene.String()
    postal_code = graphene.String()
    country = graphene.String(required=True, description="Two letters.")
    country_area = graphene.String()
    phone = graphene.String()


class LinesInput(graphene.InputObjectType):
    lines = graphene.List(graphene.NonNull(PiecesInput), required=True)


class ResendInput(graphene.InputObjectType):
    gift_card = graphene.ID(required=True, description="Saleor's.")


class InvoiceInput(graphene.InputObjectType):
    send = graphene.Boolean(default_value=False, description="Mail the newest one; else one is asked for.")


class OrderActInput(graphene.InputObjectType):
    """The part that `kind` names is read; CANCEL and SUMMARY_AGAIN need none."""

    kind = ActKind(required=True)
    order = graphene.ID(required=True, description="Saleor's.")
    ticket = graphene.ID(description="Whose thread is told of it.")
    reason = graphene.String(default_value="")
    note = graphene.String(default_value="", description="For colleagues, and the reason of a refund in Saleor.")
    key = graphene.String(default_value="", description="Your own name for this act, 16 to 64 characters, once.")
    refund = graphene.Field(RefundInput)
    gift_card = graphene.Field(GiftCardInput)
    voucher = graphene.Field(VoucherCodeInput)
    tracking = graphene.Field(ParcelNumberInput)
    address = graphene.Field(DeliveryAddressInput)
    replacement = graphene.Field(LinesInput)
    return_ = graphene.Field(LinesInput, name="return")
    resend = graphene.Field(ResendInput)
    invoice = graphene.Field(InvoiceInput)


PARTS: Mapping[Kind, str] = {
    Kind.REFUND: "refund",
    Kind.GIFT_CARD: "gift_card",
    Kind.VOUCHER: "voucher",
    Kind.TRACKING: "tracking",
    Kind.ADDRESS: "address",
    Kind.REPLACEMENT: "replacement",
    Kind.RETURN: "return_",
    Kind.GIFT_CARD_RESEND: "resend",
    Kind.INVOICE: "invoice",
}


def wish_of(staff: Staff, given: OrderActInput) -> actions.Wish:
    kind = Kind(given.kind)
    orders.learn_order(staff.store, given.order)
    return actions.Wish(
        kind=kind,
        order_id=given.order,
        input=given.get(PARTS[kind]) or {} if kind in PARTS else {},
        # No row has 0: what is no id of ours is as one that is missing.
        ticket_id=(row_number("Ticket", given.ticket) or 0) if given.get("ticket") else None,
        reason=(given.reason or "").strip(),
        note=(given.note or "").replace("\0", "").strip(),
        key=given.key or "",
    )


class ActEffect(graphene.ObjectType):
    code = graphene.String(required=True)
    text = graphene.String(required=True)


class ActTransaction(graphene.ObjectType):
    id = graphene.ID(required=True, description="Saleor's.")
    name = graphene.String(required=True)
    refundable = graphene.Field(Money, required=True)


class ActGiftCard(graphene.ObjectType):
    """A card that was bought in the order, or given for it."""

    id = graphene.ID(required=True, description="Saleor's.")
    ending = graphene.String(required=True, description="The last four letters of its code.")
    balance = graphene.Field(Money, required=True)
    is_active = graphene.Boolean(required=True)


class ActPreview(graphene.ObjectType):
    """What would happen. `problems` is empty where it can be done; then `needsApproval` says by whom."""

    problems = graphene.List(graphene.NonNull(ActProblem), required=True)
    effects = graphene.List(graphene.NonNull(ActEffect), required=True, description="In the order they happen.")
    missing_permissions = graphene.List(graphene.NonNull(graphene.String), required=True, description="The caller's.")
    app_missing_permissions = graphene.List(graphene.NonNull(graphene.String), required=True)
    money = graphene.Field(Money, description="What it gives the buyer; null of what costs nothing.")
    room = graphene.Field(Money, description="How much can still be given for this order, by anybody.")
    needs_approval = graphene.Boolean(required=True)
    passed = graphene.List(graphene.NonNull(ActBound), required=True, description="Which of the caller's bounds.")
    transactions = graphene.List(graphene.NonNull(ActTransaction), required=True, description="That can be refunded.")
    has_old_payment = graphene.Boolean(required=True, description="Whether `legacy` refunds could be made.")
    gift_cards = graphene.List(graphene.NonNull(ActGiftCard), required=True, description="That can be mailed again.")


def preview(staff: Staff, wish: actions.Wish, language: str) -> dict[str, Any]:
    lacks, app_lacks = seeing.missing(staff, wish.kind), seeing.missing_of_app(staff.store, wish.kind)
    problems = [told(Problem.PERMISSION_MISSING, language, ", ".join(lacks))] if lacks else []
    problems += [told(Problem.APP_PERMISSION_MISSING, language)] if app_lacks else []
    said: dict[str, Any] = {
        "problems": problems,
        "effects": [],
        "missing_permissions": lacks,
        "app_missing_permissions": app_lacks,
        "needs_approval": False,
        "passed": [],
        "transactions": [],
        "has_old_payment": False,
        "gift_cards": [],
    }
    try:
        seen = seeing.see(staff, wish.order_id)
        said |= _payments(wish, seen) | _gift_cards(wish, seen)
        said |= _would_be(staff, wish, seen, problems, language)
    except NotDone as not_done:
        problems.append(told(not_done.problem, language, not_done.words, not_done.field))
    return said


def _would_be(
    staff: Staff, wish: actions.Wish, seen: seeing.Seen, problems: list[dict[str, Any]], language: str
) -> dict[str, Any]:
    deed = DEEDS[wish.kind]
    prepared = deed.prepare(deed.read(wish.input), seen.in_saleor)
    effects, money = deed.effects(prepared, seen.in_saleor), prepared.money
    said: dict[str, Any] = {
        "money": money,
        "effects": [{"code": one.code, "text": words.effect(one.code, language, one.values)} for one in effects],
    }
    if money is None or wish.kind not in GIVING:
        return said
    left = seeing.room_on(seen)
    if money.amount > left:
        problems.append(told(Problem.MORE_THAN_CHARGED, language, field="amount"))
    verdict = queries.verdict(staff, seen.order, reason=wish.reason, amount=money.amount, now=timezone.now())
    bounds = {"needs_approval": not verdict.is_inside, "passed": list(verdict.passed)}
    return said | bounds | {"room": Amount(left, money.currency)}


def _payments(wish: actions.Wish, seen: seeing.Seen) -> dict[str, Any]:
    if wish.kind != Kind.REFUND:
        return {}
    currency = seen.in_saleor.total.gross.currency
    return {
        "transactions": [
            {"id": one.id, "name": one.name, "refundable": Amount(one.charged_amount.amount, currency)}
            for one in refundable(seen.in_saleor)
        ],
        "has_old_payment": has_old_payment(seen.in_saleor),
    }


def _gift_cards(wish: actions.Wish, seen: seeing.Seen) -> dict[str, Any]:
    if wish.kind != Kind.GIFT_CARD_RESEND:
        return {}
    return {
        "gift_cards": [
            {
                "id": one.id,
                "ending": one.last_4_code_chars,
                "balance": Amount(one.current_balance.amount, one.current_balance.currency),
                "is_active": one.is_active,
            }
            for one in seeing.gift_cards_of(seen)
        ]
    }
