"""The way back into a cart: the same checkout where the browser holds it, elsewhere a new one with the same lines.

Whoever holds a checkout's id can read its address, so a link never leads to the one that was left.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.db import transaction

from ..mails.text import language_of
from ..stores.clients import client_of
from . import actions, links, queries
from .facts import Line
from .models import CartCase, WayBack

# A person has a few devices; the rest are machines that open links.
MOST_REBUILT = 20


class Kind(StrEnum):
    GONE = "GONE"
    FEWER = "FEWER"
    PRICE = "PRICE"


@dataclass(frozen=True, slots=True)
class Difference:
    """What is not as it was left: pieces, or what one of them costs (`was`, `now` in `currency`)."""

    kind: Kind
    variant_id: str
    name: str
    variant: str
    wanted: int
    got: int
    was: str
    now: str
    currency: str


@dataclass(frozen=True, slots=True)
class Same:
    """The browser holds it already."""


@dataclass(frozen=True, slots=True)
class Rebuilt:
    way_back: WayBack

    @property
    def checkout_id(self) -> str:
        return self.way_back.checkout_id

    @property
    def differences(self) -> list[dict[str, Any]]:
        return list(self.way_back.differences)


@dataclass(frozen=True, slots=True)
class NothingLeft:
    """Nothing of it can be bought any more."""

    differences: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Ordered:
    """It was bought meanwhile."""


@dataclass(frozen=True, slots=True)
class Limited:
    """The link was used too often."""


type Resumed = Same | Rebuilt | NothingLeft | Ordered | Limited


def resume(*, found: links.Found, held: str = "", before: WayBack | None = None, now: datetime) -> Resumed:
    """Return the checkout that this browser goes on with.

    `held` is the one that it has, `before` what it was given within the hour. Raises a SaleorError.
    """
    case = found.case
    if is_over(found):
        return Ordered()
    if held and _is_theirs(case, held):
        actions.came_back(case=case, checkout_id="", now=now)
        return Same()
    if before is not None:
        return Rebuilt(before)
    lines = queries.lines(found.cart)
    way_back = _begun(found, now) if lines else None
    if not lines:
        return NothingLeft([])
    return _rebuilt(found, lines, way_back, now) if way_back else Limited()


def is_over(found: links.Found) -> bool:
    return bool(found.case.order_id or found.cart.order_id)


def _is_theirs(case: CartCase, checkout_id: str) -> bool:
    living = case.carts.filter(saleor_id=checkout_id, gone_at=None)
    return living.exists() or case.ways_back.filter(checkout_id=checkout_id).exists()


@transaction.atomic
def _begun(found: links.Found, now: datetime) -> WayBack | None:
    """Note the attempt before Saleor is asked, so that whatever becomes of it is counted."""
    CartCase.across_stores.select_for_update(no_key=True).get(pk=found.case.pk)
    from_checkout = {"from_checkout_id": found.cart.saleor_id}
    if found.case.ways_back.filter(**from_checkout, at__gt=now - links.LASTS[links.BACK]).count() >= MOST_REBUILT:
        return None
    return found.case.ways_back.create(store=found.store, at=now, **from_checkout)


def _rebuilt(found: links.Found, lines: Sequence[Line], way_back: WayBack, now: datetime) -> Rebuilt | NothingLeft:
    cart = found.cart
    # No address and no e-mail go along: who opens the link may be somebody to whom the mail was forwarded.
    made = client_of(found.store).create_checkout(
        channel=cart.channel_slug,
        lines=[(line.variant_id, line.quantity) for line in lines],
        language_code=cart.language_code,
        metadata={links.MARK: links.mark(found.case)},
    )
    got = {one.variant_id: one for one in made.lines}
    told = [one for line in lines for one in _differences(line, got.get(line.variant_id), cart.language_code)]
    way_back.checkout_id, way_back.differences = made.id, [asdict(one) for one in told]
    way_back.save(update_fields=["checkout_id", "differences"])
    if not made.id:
        return NothingLeft(way_back.differences)
    actions.came_back(case=found.case, checkout_id=made.id, now=now)
    return Rebuilt(way_back)


def _differences(wanted: Line, got: Any, language_code: str) -> list[Difference]:
    quantity = min(got.quantity, wanted.quantity) if got else 0

    def told(kind: Kind, now: str = "") -> Difference:
        name = wanted.name_in(language_of(language_code))
        numbers = (wanted.quantity, quantity, wanted.unit.text, now, wanted.unit.currency)
        return Difference(kind, wanted.variant_id, name, wanted.variant, *numbers)

    if not quantity:
        return [told(Kind.GONE)]
    fewer = [told(Kind.FEWER)] if quantity < wanted.quantity else []
    return [*fewer, told(Kind.PRICE, got.unit.text)] if got.unit != wanted.unit else fewer
