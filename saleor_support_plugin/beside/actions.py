"""The only writes to shoppers' carts, and what staff push beside the conversation."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from ..conversations import actions as conversations
from ..conversations.models import Author, Conversation
from ..conversations.statement import ChatOver
from ..saleor.errors import SaleorError, SaleorRefused, SaleorUnreachable
from ..saleor.live_carts import LiveCart
from ..stores.callers import Staff
from ..stores.clients import client_of
from ..tickets import queries as tickets
from . import carts, deeds, queries, rules
from .models import CartAct, Result
from .rules import NotDone, Trouble

# Longer names of products are cut: a card is one line.
MOST_NAME = 300


@dataclass(frozen=True, slots=True)
class _Helped:
    """Whose cart it is, and who helps; `by` is how the shopper knows them, empty while the shop speaks."""

    staff: Staff
    conversation: Conversation

    @property
    def by(self) -> str:
        return queries.name_of(self.staff)


def in_cart(
    *, staff: Staff, ticket_id: int | None, wish: deeds.Wish, key: str, now: datetime
) -> tuple[Conversation, LiveCart]:
    """Do something in the cart of a ticket's shopper and tell both; return the cart as it is then. Raises NotDone.

    The same `key` again does nothing more, and says what became of it.
    """
    helped = _helped(staff, ticket_id)
    rules.key(key)
    before = queries.act_of(helped.conversation, key)
    if before is not None:
        return helped.conversation, _as_it_became(helped.conversation, before)
    cart = carts.cart_of(helped.conversation)
    doing = wish(cart, helped.conversation.language)
    act, is_new = CartAct.across_stores.get_or_create(
        conversation=helped.conversation,
        key=key,
        defaults={
            "store": staff.store,
            "deed": doing.deed,
            "by_email": staff.email,
            "checkout_id": cart.id,
            "about": doing.about,
            "quantity": doing.quantity,
            "at": now,
        },
    )
    if not is_new:
        return helped.conversation, _as_it_became(helped.conversation, act)
    after = _told(act, doing, staff)
    _done(helped, act, doing.named(after)[:MOST_NAME], now)
    return helped.conversation, after


def _told(act: CartAct, doing: deeds.Doing, staff: Staff) -> LiveCart:
    """Tell Saleor, and return the cart afterwards. Raises NotDone."""
    try:
        return doing.tell(client_of(staff.store))
    except SaleorUnreachable:
        return _looked_again(act, doing, staff)
    except SaleorRefused as refused:
        trouble, words = rules.meaning(refused.code, refused.field), str(refused)
    except SaleorError:  # the app itself is not let in
        trouble, words = Trouble.UNREACHABLE, ""
    _end(act, Result.REFUSED, trouble=trouble)
    raise NotDone(trouble, rules.FIELDS.get(trouble, ""), words if trouble == Trouble.REFUSED else "")


def _looked_again(act: CartAct, doing: deeds.Doing, staff: Staff) -> LiveCart:
    """An answer that was lost does not mean that nothing was done: the cart itself says."""
    try:
        cart = client_of(staff.store).live_cart(act.checkout_id)
    except SaleorError:
        cart = None
    if cart is None or not doing.is_done(cart):
        raise NotDone(Trouble.IN_DOUBT)
    return cart


def _as_it_became(conversation: Conversation, act: CartAct) -> LiveCart:
    if act.result == Result.REFUSED:
        raise NotDone(Trouble(act.trouble), rules.FIELDS.get(Trouble(act.trouble), ""))
    if act.result == Result.BEGUN:
        raise NotDone(Trouble.IN_DOUBT)
    return carts.cart_of(conversation)


@transaction.atomic
def _done(helped: _Helped, act: CartAct, name: str, now: datetime) -> None:
    _end(act, Result.DONE, name=name)
    card = {"kind": "cart", "act": act.deed, "name": name, "quantity": act.quantity, "by": helped.by}
    # The chat may have ended while Saleor was asked; what was done is told all the same.
    _say(helped, card, f"cart-{act.pk}", now, only_live=False)


def _end(act: CartAct, result: Result, **values: Any) -> None:
    CartAct.across_stores.filter(pk=act.pk, result=Result.BEGUN).update(result=result, **values)


def push(
    *,
    staff: Staff,
    ticket_id: int | None,
    card: Callable[[Conversation], Mapping[str, Any]],
    key: str,
    now: datetime,
) -> None:
    """Show the shopper a card, which opens when they tap it. The same `key` again is the same card. Raises NotDone."""
    helped = _helped(staff, ticket_id)
    rules.key(key)
    try:
        _say(helped, card(helped.conversation), f"card-{key}", now, only_live=True)
    except ChatOver:
        raise NotDone(Trouble.NOT_LIVE) from None


def _say(helped: _Helped, card: Mapping[str, Any], key: str, now: datetime, *, only_live: bool) -> None:
    conversations.say(
        conversation=helped.conversation,
        author=Author.STAFF,
        author_name=helped.staff.email,
        text="",
        card=card,
        key=key,
        only_live=only_live,
        now=now,
    )


def _helped(staff: Staff, ticket_id: int | None) -> _Helped:
    ticket = tickets.ticket(staff, ticket_id)
    if ticket is None:
        raise NotDone(Trouble.NOT_FOUND, "ticket")
    if not ticket.conversation.is_live:
        raise NotDone(Trouble.NOT_LIVE)
    return _Helped(staff, ticket.conversation)
