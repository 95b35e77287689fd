"""Who may be written to, and who has to be, by what truly happened: none of the app's tables and rules is asked.

A message is wrong by what the app had been given when it left: an event, or an answer to its questions. What truly
happened but nobody could know yet, an order of the same second, is counted apart, as crossed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from ...shops import global_id
from .shop import MadeUpShop, Ordered, State
from .shoppers import DAY, QUIET, Shopper

BOUGHT_ELSEWHERE = timedelta(days=14)
# Two messages of one series are further apart, also where a night comes between.
APART = timedelta(hours=6)
STEPS = 3


@dataclass(frozen=True, slots=True)
class Mail:
    """What was handed over, to whom, when."""

    at: datetime
    to: str
    key: str


@dataclass(frozen=True, slots=True)
class Truth:
    """What there is of a person at a moment: carts that Saleor has, orders, and each word about being written to."""

    carts: Sequence[tuple[State, ...]]
    orders: Sequence[Ordered]
    unsubscribed: Sequence[datetime]


def truth(shop: MadeUpShop, one: Shopper, at: datetime, *, as_known: bool) -> Truth:
    """Return it as it was then, or as much of it as the app had been given by then."""
    placed = [shop.orders[global_id("Order", name)] for name in one.orders if global_id("Order", name) in shop.orders]
    orders = [each for each in placed if each.at <= at and (not as_known or shop.is_known(each, at))]
    ordered = {each.checkout for each in orders}
    carts = []
    for name in one.checkouts:
        past = shop.known(name, at) if as_known else shop.until(name, at)
        if as_known and len(one.checkouts) > 1 and not any(state.email or state.customer for state in past):
            continue  # one of several, on another device and without a name: nobody can know whose it is
        if past and name in ordered:
            past = [*past, replace(past[-1], is_gone=True)]
        carts.append(tuple(past))
    unsubscribed = [act.at for act in one.acts if act.verb == "unsubscribe" and act.at <= at]
    return Truth([cart for cart in carts if cart], orders, unsubscribed)


def wrong_with(seen: Truth, to: str, at: datetime) -> list[str]:
    """Return what speaks against a message to this mailbox; nothing where one of the carts is good for it."""
    found = [] if agrees(seen, to) else ["no consent"]
    against = [_against(cart[-1], seen, to, at) for cart in seen.carts]
    if not against:
        found.append("no cart")
    elif all(against):
        found.append(" / ".join(sorted({reason for reason in against if reason})))
    newest = max((state.at for cart in seen.carts for state in cart if not state.is_gone), default=None)
    if newest is not None and at < newest + QUIET:
        found.append("still shopping")
    return found


def _against(cart: State, seen: Truth, to: str, at: datetime) -> str:
    if cart.is_gone:
        return "gone"
    if not cart.variants:
        return "empty"
    if cart.is_paid:
        return "paid"
    if cart.email.lower() != to.lower():
        return "another mailbox"
    if any(order.at >= cart.at for order in seen.orders):
        return "ordered"
    recent = [order for order in seen.orders if order.at > at - BOUGHT_ELSEWHERE]
    if any(set(order.variants) & set(cart.variants) for order in recent):
        return "bought elsewhere"
    return ""


def agrees(seen: Truth, to: str) -> bool:
    """Say whether the newest word of whose mailbox this is, is yes."""
    words = [(at, False) for at in seen.unsubscribed]
    for cart in seen.carts:
        was = False
        for state in cart:
            is_theirs = state.email.lower() == to.lower()
            if is_theirs and state.ticked != was:
                words.append((state.at, state.ticked))
                was = state.ticked
    return max(words)[1] if words else False


def doubles(mails: Iterable[Mail]) -> int:
    """Return how many of one person's messages they had already: the same, one too many, or one on another's heels."""
    found, last, keys = 0, None, set()
    for number, mail in enumerate(sorted(mails, key=lambda one: one.at)):
        found += mail.key in keys or number >= STEPS or (last is not None and mail.at - last < APART)
        last = mail.at
        keys.add(mail.key)
    return found


def is_in_time(one: Shopper, mails: Sequence[Mail]) -> bool:
    """Say whether the first message came within a day of the last sign of life, or had come before it."""
    return one.since is not None and any(mail.at <= one.since + DAY for mail in mails)
