"""What a buyer can spend later: a gift card of their own, a code of one use; and a card mailed again."""

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ...money import Money
from ...shop.models import Channel
from ..rules import VOUCHER_DAYS, NotDone, Problem
from . import reading
from .deed import Deed, Effect, Input, Prepared, Sending

if TYPE_CHECKING:
    from ...saleor.generated.fragments import OrderActFacts

# Saleor's clock may be behind ours.
CLOCKS_DIFFER = timedelta(hours=1)


def _mailbox(order: "OrderActFacts") -> str:
    if not order.user_email:
        raise NotDone(Problem.NO_EMAIL)
    return order.user_email


# A gift card


def _card(given: Input) -> dict[str, Any]:
    return {"amount": reading.money(given, "amount"), "expires_on": reading.day(given, "expires_on")}


def _card_for(given: dict[str, Any], order: "OrderActFacts") -> Prepared:
    _mailbox(order)
    return Prepared(given, Money(Decimal(given["amount"]), order.total.gross.currency))


def _give_card(sending: Sending) -> None:
    order, act = sending.order_now(), sending.act
    made = sending.saleor.create_gift_card(
        balance=Money(Decimal(act.input["amount"]), act.currency),
        email=_mailbox(order),
        user=order.user.id if order.user else "",
        channel=order.channel.slug,
        expires_on=date.fromisoformat(act.input["expires_on"]) if act.input["expires_on"] else None,
        note=f"#{sending.order.number} {act.note or act.reason}".strip(),
        marker=act.marker,
    )
    sending.keep(gift_card=made)


def _has_card(sending: Sending) -> bool:
    found = sending.saleor.gift_card_with(sending.act.marker)
    if found:
        sending.keep(gift_card=found)
    return found is not None


GIFT_CARD = Deed(
    _card,
    _card_for,
    lambda prepared, order: [
        Effect("GIFT_CARD"),
        Effect("GIFT_CARD_BOUND" if order.user else "GIFT_CARD_OPEN"),
        Effect("GIFT_CARD_MAIL"),
    ],
    _give_card,
    _has_card,
)


# A code


def _voucher(given: Input) -> dict[str, Any]:
    days = reading.number(given, "valid_days", least=1, most=730, usual=VOUCHER_DAYS)
    return {"amount": reading.money(given, "amount"), "valid_days": days}


def _voucher_for(given: dict[str, Any], order: "OrderActFacts") -> Prepared:
    return Prepared(given, Money(Decimal(given["amount"]), order.total.gross.currency))


def _make_voucher(sending: Sending) -> None:
    act = sending.act
    made = sending.saleor.create_voucher(
        code=act.marker,
        name=f"#{sending.order.number} {act.note or act.reason}".strip()[:255],
        starts_at=act.asked_at - CLOCKS_DIFFER,
        ends_at=sending.now + timedelta(days=act.input["valid_days"]),
    )
    _list(sending, made)


def _list(sending: Sending, voucher: str) -> None:
    """Give it its value; until then the code is refused. Doing it again changes nothing."""
    sending.keep(voucher=voucher)
    channel = Channel.across_stores.get(store=sending.act.store, slug=sending.order.channel_slug)
    sending.saleor.list_voucher(voucher, channel_id=channel.saleor_id, amount=Decimal(sending.act.input["amount"]))


def _has_voucher(sending: Sending) -> bool:
    found = sending.saleor.voucher_with(sending.act.marker)
    if found:
        _list(sending, found)
    return found is not None


VOUCHER = Deed(
    _voucher,
    _voucher_for,
    lambda prepared, order: [
        Effect("VOUCHER", {"days": str(prepared.input["valid_days"])}),
        Effect("VOUCHER_TELL"),
        Effect("NO_MAIL"),
    ],
    _make_voucher,
    _has_voucher,
)


# A card mailed again


def _resend(sending: Sending) -> None:
    card = sending.act.input["gift_card"]
    before = sending.saleor.times_resent(card)
    if before is None:
        raise NotDone(Problem.NOT_FOUND, "giftCard")
    sending.keep(before=before)
    sending.saleor.resend_gift_card(card, sending.order.channel_slug)


def _was_resent(sending: Sending) -> bool:
    before = sending.act.saleor.get("before")
    return before is not None and (sending.saleor.times_resent(sending.act.input["gift_card"]) or 0) > before


RESEND = Deed(
    lambda given: {"gift_card": reading.text(given, "gift_card")},
    lambda given, order: Prepared(given),
    lambda prepared, order: [Effect("GIFT_CARD_RESEND_MAIL")],
    _resend,
    _was_resent,
)
