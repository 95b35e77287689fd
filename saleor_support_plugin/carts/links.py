"""Links from a mail to one person's cart, and to the question why they left: signed, of one person, ending."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal
from urllib.parse import quote

from django.conf import settings
from django.core import signing

from ..people.models import Person
from ..stores.configuration import Configuration
from ..stores.models import Store
from .facts import Reason
from .models import Cart, CartCase, WayBack

type Way = Literal["b", "w"]
# What a link leads to is the first letter of its path, and salts its signature: one does not open the other.
BACK: Way = "b"
WHY: Way = "w"
LASTS = {BACK: timedelta(days=7), WHY: timedelta(days=30)}
# Of a rebuilt checkout's metadata: whose it is, also where we ended before we could note it down.
MARK = "support.case"
SAME_BROWSER = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Found:
    """What a link opens: the cart that was written about, and the case it is of today."""

    case: CartCase
    cart: Cart

    @property
    def store(self) -> Store:
        return self.case.store


def way_back(cart: Cart, person: Person) -> str:
    return _link(BACK, cart, person)


def why(cart: Cart, person: Person, reason: Reason | None = None) -> str:
    return _link(WHY, cart, person) + (f"?r={reason}" if reason else "")


def _link(way: Way, cart: Cart, person: Person) -> str:
    return f"{settings.PUBLIC_URL}/{way}/{signing.dumps([cart.pk, person.pk], salt=_salt(way), compress=False)}"


def _salt(way: Way) -> str:
    return f"cart:{way}"


def opened(way: Way, token: str) -> Found | None:
    """Return what a link's token opens.

    None for one that is not ours, too old, of a store that is gone, or of somebody whose cart it is no more.
    """
    try:
        cart_id, person_id = signing.loads(token, salt=_salt(way), max_age=LASTS[way])
    except (signing.BadSignature, ValueError):
        return None
    rows = Cart.across_stores.select_related("case__store", "case__person")
    cart = rows.filter(pk=cart_id, case__store__removed_at=None, case__store__is_active=True).first()
    if cart is None or cart.case is None or not _is(person_id, cart.case.person):
        return None
    return Found(cart.case, cart)


def _is(person_id: int, person: Person) -> bool:
    """Say whether that number is the person's, or of somebody who turned out to be them."""
    while person_id != person.pk:
        merged = Person.across_stores.filter(pk=person_id).values_list("merged_into", flat=True).first()
        if merged is None:
            return False
        person_id = merged
    return True


def cart_page(settings: Configuration, name: str, value: str) -> str:
    """Return the shop's page of carts, told this; nothing where the merchant gave no address of the shop."""
    address = settings.links.get("cart") or settings.storefront_url
    return f"{address}{'&' if '?' in address else '?'}{name}={quote(value, safe='')}" if address else ""


def mark(case: CartCase) -> str:
    """Return what a rebuilt checkout says of itself: anybody may write such metadata, so it is signed."""
    return signing.Signer(salt=MARK).sign(str(case.pk))


def marked(store: Store, text: str) -> CartCase | None:
    """Return the store's case whose mark that is."""
    try:
        number = int(signing.Signer(salt=MARK).unsign(text))
    except (signing.BadSignature, ValueError):
        return None
    return store.cart_cases.filter(pk=number).first()


def keepsake(way_back: WayBack) -> str:
    """Return what a browser keeps that was given a new checkout, so that its second click opens the same."""
    return signing.dumps(way_back.pk, salt="cart:kept", compress=False)


def kept(found: Found, text: str) -> WayBack | None:
    """Return the checkout that this browser was given for the cart within the hour."""
    try:
        number = signing.loads(text, salt="cart:kept", max_age=SAME_BROWSER)
    except (signing.BadSignature, ValueError):
        return None
    rows = found.case.ways_back.filter(from_checkout_id=found.cart.saleor_id).exclude(checkout_id="")
    return rows.filter(pk=number).first()
