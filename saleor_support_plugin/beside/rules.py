"""Decisions about helping with a cart: whose it is, what a refusal of Saleor's means, which pages may be pushed."""

from base64 import b64decode
from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum
from uuid import UUID

from ..conversations.here import own_url
from ..conversations.rules import LEAST_KEY, TextWrong, line

# Saleor's own default of Shop.limitQuantityPerCheckout.
MOST_PIECES = 50
# With what stands before it in the message's own key, it fits that.
MOST_KEY = 48
MOST_CODE = 255
MOST_CHOICES = 5
MOST_CHOICE = 40


class Trouble(StrEnum):
    """Why something beside a conversation is not to be had, or was not done."""

    NOT_FOUND = "NOT_FOUND"
    # Its chat is over: the shopper would not see what is done.
    NOT_LIVE = "NOT_LIVE"
    NOT_PERMITTED = "NOT_PERMITTED"
    NO_CART = "NO_CART"
    # Bought meanwhile, or too old.
    GONE = "GONE"
    ANOTHERS = "ANOTHERS"
    NOT_IN_CART = "NOT_IN_CART"
    SHORT = "SHORT"
    NOT_SOLD = "NOT_SOLD"
    TOO_MANY = "TOO_MANY"
    CODE_REFUSED = "CODE_REFUSED"
    GIFT = "GIFT"
    NO_LINK = "NO_LINK"
    REQUIRED = "REQUIRED"
    TOO_LONG = "TOO_LONG"
    INVALID = "INVALID"
    # Saleor said no for a reason of its own; its words are in the message.
    REFUSED = "REFUSED"
    UNREACHABLE = "UNREACHABLE"
    # Saleor was told and did not answer: it may have been done.
    IN_DOUBT = "IN_DOUBT"


SAID: Mapping[Trouble, str] = {
    Trouble.NOT_FOUND: "There is no such ticket.",
    Trouble.NOT_LIVE: "The chat is over: its shopper would not see it.",
    Trouble.NOT_PERMITTED: "This needs the permission MANAGE_CHECKOUTS.",
    Trouble.NO_CART: "The shopper's page names no cart.",
    Trouble.GONE: "The cart is not there any more: it was bought, or it is too old.",
    Trouble.ANOTHERS: "The cart names another person than the one who writes.",
    Trouble.NOT_IN_CART: "This is not in the cart any more.",
    Trouble.SHORT: "There are not that many left.",
    Trouble.NOT_SOLD: "This is not for sale there.",
    Trouble.TOO_MANY: f"From 1 to {MOST_PIECES} pieces fit a line.",
    Trouble.CODE_REFUSED: "The shop does not take this code for this cart.",
    Trouble.GIFT: "A gift cannot be changed.",
    Trouble.NO_LINK: "The settings name no address of the shop to link to.",
    Trouble.UNREACHABLE: "The store does not answer. Nothing was changed.",
    Trouble.IN_DOUBT: "The store did not answer. Look at the cart before you do it again.",
}

# By Saleor's CheckoutErrorCode; what is missing here is said in Saleor's own words.
_MEANS: Mapping[str, Trouble] = {
    "INSUFFICIENT_STOCK": Trouble.SHORT,
    "PRODUCT_NOT_PUBLISHED": Trouble.NOT_SOLD,
    "PRODUCT_UNAVAILABLE_FOR_PURCHASE": Trouble.NOT_SOLD,
    "UNAVAILABLE_VARIANT_IN_CHANNEL": Trouble.NOT_SOLD,
    "QUANTITY_GREATER_THAN_LIMIT": Trouble.TOO_MANY,
    "ZERO_QUANTITY": Trouble.TOO_MANY,
    "VOUCHER_NOT_APPLICABLE": Trouble.CODE_REFUSED,
    "GIFT_CARD_NOT_APPLICABLE": Trouble.CODE_REFUSED,
    "NON_EDITABLE_GIFT_LINE": Trouble.GIFT,
    "NON_REMOVABLE_GIFT_LINE": Trouble.GIFT,
}

# Which input of an act a trouble is about.
FIELDS: Mapping[Trouble, str] = {
    Trouble.SHORT: "quantity",
    Trouble.TOO_MANY: "quantity",
    Trouble.NOT_SOLD: "variant",
    Trouble.CODE_REFUSED: "code",
    Trouble.GIFT: "line",
}


class NotDone(Exception):
    """It cannot be done, or be known; `field` is the input's that is wrong."""

    def __init__(self, trouble: Trouble, field: str = "", message: str = "") -> None:
        super().__init__(message or SAID.get(trouble, trouble.value))
        self.code = trouble
        self.field = field


def meaning(code: str, field: str) -> Trouble:
    """Say what Saleor's refusal of a change of a checkout means; a bad code has no error code of its own."""
    if code in ("INVALID", "NOT_FOUND") and field == "promoCode":
        return Trouble.CODE_REFUSED
    return _MEANS.get(code, Trouble.REFUSED)


def checkout_id(given: object) -> str:
    """Return Saleor's id of a checkout. Raises NotDone for anything else: pages name it, and anybody has a page."""
    try:
        kind, _, number = b64decode(str(given or ""), validate=True).decode("ascii").partition(":")
        UUID(number)
    except ValueError:
        raise NotDone(Trouble.NO_CART) from None
    if kind != "Checkout":
        raise NotDone(Trouble.NO_CART)
    return str(given)


def must_be_theirs(*, cart_channel: str, channel: str, cart_email: str, email: str, is_known: bool) -> None:
    """Raise NotDone for a cart of another channel, or of somebody else than who signed in.

    A guest proves by the id alone that it is theirs, as they do to Saleor. An account is not asked for: Saleor shows a
    checkout's account only to apps that may manage customers.
    """
    if cart_channel != channel:
        raise NotDone(Trouble.NO_CART)
    if is_known and email and cart_email and cart_email.casefold() != email.casefold():
        raise NotDone(Trouble.ANOTHERS)


def key(given: str) -> str:
    if not (LEAST_KEY <= len(given) <= MOST_KEY and given.isascii() and given.isprintable()):
        raise NotDone(Trouble.INVALID, "key", f"`key` is your own name for this, of {LEAST_KEY} to {MOST_KEY} letters.")
    return given


def pieces(given: int) -> int:
    if not 1 <= given <= MOST_PIECES:
        raise NotDone(Trouble.TOO_MANY, "quantity")
    return given


def own_page(given: str, origins: Collection[str]) -> str:
    """Return an address of the shop's own. Raises NotDone for one of another origin."""
    address = own_url(given.strip(), origins)
    if address is None:
        raise NotDone(Trouble.INVALID, "page", "Only pages of the shop can be shown.")
    return address


def choices(given: Sequence[str]) -> list[str]:
    """Return the quick replies that a shopper may tap. Raises NotDone."""
    if not 1 <= len(given) <= MOST_CHOICES:
        raise NotDone(Trouble.INVALID, "choices", f"There are 1 to {MOST_CHOICES} answers to choose from.")
    return list(dict.fromkeys(one_line(one, "choices", most=MOST_CHOICE) for one in given))


def one_line(given: str, field: str, *, most: int) -> str:
    try:
        return line(given, most=most)
    except TextWrong as wrong:
        raise NotDone(Trouble(wrong.code), field, str(wrong)) from wrong
