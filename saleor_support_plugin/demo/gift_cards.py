"""Gift cards that the shop gives: made, mailed again, and as the API shows them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .catalogue_records import GiftCard, GiftCardEvent
from .filters import GIFT_CARDS, narrowed
from .money import Money
from .mutating import mutation, pairs, wanted
from .records import User
from .resolving import Ask, page, resolves
from .shop import Refused


@resolves("Query.giftCard")
def gift_card(root: None, ask: Ask, id: str) -> GiftCard | None:
    found: GiftCard | None = ask.store.state.find(id, "GiftCard")
    return found


@resolves("Query.giftCards")
def gift_cards(root: None, ask: Ask, filter: Mapping[str, Any] | None = None, **paging: Any) -> dict[str, Any]:
    rows = list(ask.store.state.gift_cards.values())
    return page(narrowed(rows, filter, GIFT_CARDS), name="giftCards", **paging)


@resolves("GiftCard.currentBalance")
def current_balance(card: GiftCard, ask: Ask) -> Money:
    return Money(card.balance, card.currency)


@mutation("giftCardCreate")
def gift_card_create(ask: Ask, input: dict[str, Any]) -> dict[str, Any]:
    email = input.get("user_email") or ""
    if email and not input.get("channel"):
        raise Refused("channel", "Channel slug must be specified when user_email is provided.", "REQUIRED")
    owner = wanted(ask, input["assigned_to"], User, "assignedTo") if input.get("assigned_to") else None
    with ask.store.act() as state:
        pk = state.next_pk("GiftCard")
        card = GiftCard(
            pk=pk,
            code=f"DEMO-{state.next_uuid()[:8]}".upper(),
            balance=input["balance"]["amount"],
            currency=input["balance"]["currency"],
            email=email,
            assigned_to=owner.pk if owner else None,
            is_active=input["is_active"],
            metadata=pairs(input.get("metadata")),
        )
        state.gift_cards[pk] = card
        _note(ask, card, "ISSUED")
        if email:
            _note(ask, card, "SENT_TO_CUSTOMER")
    return {"gift_card": card}


@mutation("giftCardResend")
def gift_card_resend(ask: Ask, input: dict[str, Any]) -> dict[str, Any]:
    card = wanted(ask, input["id"], GiftCard)
    with ask.store.act():
        _note(ask, card, "RESENT")
    return {"gift_card": card}


def _note(ask: Ask, card: GiftCard, kind: str) -> None:
    pk = ask.store.state.next_pk("GiftCardEvent")
    card.events.append(GiftCardEvent(pk=pk, type=kind, date=ask.store.now()))
