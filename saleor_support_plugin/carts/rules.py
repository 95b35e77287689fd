"""When a cart that has gone quiet is worth a mail: once, with consent, and never to somebody who bought."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from urllib.parse import quote

from ..money import Money

# The shortest wait a merchant may set (stores.configuration): no cart is looked at earlier.
SOONEST_LOOK = timedelta(minutes=15)
# A reminder that could not go out for so long after its time is a nuisance: after an outage, or a fresh installation.
TOO_LATE = timedelta(hours=48)
# One person is reminded once in so long, whatever carts they leave.
ONCE_IN = timedelta(days=14)
# How old our last reading of what Saleor could not deliver may be: in an outage an order may stand that we know not of.
FRESH = timedelta(minutes=15)
ASK_AGAIN = timedelta(minutes=1)
MOST_LINES = 100
MOST_KEYS = 50


class Silence(StrEnum):
    """Why nobody is written to."""

    SWITCHED_OFF = "switched_off"
    NO_ADDRESS = "no_address"
    NO_CONSENT = "no_consent"
    EMPTY = "empty"
    ORDERED = "ordered"
    PAID = "paid"
    REMINDED = "reminded"
    ANOTHER_CART = "another_cart"
    TOO_LATE = "too_late"
    NO_LINK = "no_link"
    STILL_SHOPPING = "still_shopping"
    OUT_OF_DATE = "out_of_date"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a cart; `turkish_name` is empty where the shop has no translation."""

    name: str
    turkish_name: str
    variant: str
    quantity: int
    total: Money
    thumbnail_url: str

    def name_in(self, language: str) -> str:
        return (language == "tr" and self.turkish_name) or self.name


@dataclass(frozen=True, slots=True)
class CartFacts:
    """A cart as it is now. `has_ordered`: it became an order, or the same person ordered since it was started.

    `known_at` is until when we surely know what happened in the store; None where that was never read.
    """

    email: str
    consents: bool
    is_empty: bool
    is_paid: bool
    has_ordered: bool
    is_reminded: bool
    has_newer_cart: bool
    last_change: datetime
    known_at: datetime | None


@dataclass(frozen=True, slots=True)
class Policy:
    """What the merchant set for the channel; `link` leads back to the cart, empty where no address of the shop is."""

    is_on: bool
    quiet: timedelta
    link: str


@dataclass(frozen=True, slots=True)
class Remind:
    """Write now."""


@dataclass(frozen=True, slots=True)
class Wait:
    until: datetime
    reason: Silence


@dataclass(frozen=True, slots=True)
class GiveUp:
    reason: Silence


@dataclass(frozen=True, slots=True)
class ChangeOfMind:
    is_given: bool
    key: str


def change_of_mind(before: Sequence[str], now: Sequence[str]) -> ChangeOfMind | None:
    """Return what a shopper changed about the keys that are a consent: one is enough to give it, none takes it back."""
    if now and not before:
        return ChangeOfMind(True, now[0])
    if before and not now:
        return ChangeOfMind(False, before[0])
    return None


def first_look(*, email: str, lines: Sequence[object], changed: datetime) -> datetime | None:
    """Return when to look at a cart that changed; None where nothing the merchant sets could make it worth a mail."""
    return changed + SOONEST_LOOK if email and lines else None


def decide_reminder(cart: CartFacts, *, policy: Policy, now: datetime) -> Remind | Wait | GiveUp:
    """Say what to do about a cart now. A cart that is given up is looked at again when its shopper changes it."""
    silence = _silence(cart, policy)
    if silence is not None:
        return GiveUp(silence)
    quiet_at = cart.last_change + policy.quiet
    if now < quiet_at:
        return Wait(quiet_at, Silence.STILL_SHOPPING)
    if now - quiet_at > TOO_LATE:
        return GiveUp(Silence.TOO_LATE)
    if cart.known_at is None or now - cart.known_at > FRESH:
        return Wait(now + ASK_AGAIN, Silence.OUT_OF_DATE)
    return Remind()


def _silence(cart: CartFacts, policy: Policy) -> Silence | None:
    """Return what speaks against a reminder whatever the time, the weightiest first."""
    against = {
        Silence.ORDERED: cart.has_ordered,
        Silence.PAID: cart.is_paid,
        Silence.NO_ADDRESS: not cart.email,
        Silence.NO_CONSENT: not cart.consents,
        Silence.EMPTY: cart.is_empty,
        Silence.REMINDED: cart.is_reminded,
        Silence.ANOTHER_CART: cart.has_newer_cart,
        Silence.SWITCHED_OFF: not policy.is_on,
        Silence.NO_LINK: not policy.link,
    }
    return next((silence for silence, holds in against.items() if holds), None)


def link_back(cart_address: str, storefront_url: str, checkout_id: str) -> str:
    """Return where a shopper finds the cart again, or nothing where the merchant gave no address of the shop."""
    address = cart_address or storefront_url
    if not address:
        return ""
    return f"{address}{'&' if '?' in address else '?'}checkout={quote(checkout_id, safe='')}"
