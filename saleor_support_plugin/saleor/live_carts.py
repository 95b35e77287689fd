"""A shopper's checkout while they are helped: as it is at this moment, and after each change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from ..money import Money
from .errors import SaleorUnreachable
from .generated.base_model import UNSET
from .generated.client import Client
from .generated.fragments import LiveCartFacts, LiveCartFactsLines
from .generated.fragments import LiveCartFactsLinesProblemsCheckoutLineProblemInsufficientStock as _Short


@dataclass(frozen=True, slots=True)
class CartLine:
    """The Turkish names are empty where the shop has no translation, `unit` is what one piece costs.

    `available` is how many there are, where that is too few.
    """

    id: str
    variant_id: str
    product_id: str
    slug: str
    name: str
    turkish_name: str
    variant_name: str
    turkish_variant: str
    quantity: int
    is_gift: bool
    unit: Money
    total: Money
    thumbnail_url: str
    is_sold: bool
    available: int | None

    def name_in(self, language: str) -> str:
        is_turkish = language == "tr"
        name = (is_turkish and self.turkish_name) or self.name
        variant = (is_turkish and self.turkish_variant) or self.variant_name
        return f"{name} · {variant}" if self.variant_name else name


@dataclass(frozen=True, slots=True)
class CartCode:
    """A voucher's code, or a gift card, of which `text` shows the last four characters only: a whole one is money."""

    text: str
    gift_card_id: str = ""


@dataclass(frozen=True, slots=True)
class LiveCart:
    """`email` is empty while nobody gave one; `total` is what is to be paid."""

    id: str
    channel: str
    email: str
    lines: tuple[CartLine, ...]
    codes: tuple[CartCode, ...]
    subtotal: Money
    shipping: Money
    discount: Money
    total: Money

    def line(self, line_id: str) -> CartLine | None:
        return next((one for one in self.lines if one.id == line_id), None)

    def line_of(self, variant_id: str) -> CartLine | None:
        return next((one for one in self.lines if one.variant_id == variant_id and not one.is_gift), None)


class _Changed(Protocol):
    @property
    def checkout(self) -> LiveCartFacts | None: ...


# One change of a checkout; raises a SaleorError where Saleor refuses it.
type Change = Callable[[Client, str], _Changed | None]


def now(ask: Client, checkout_id: str) -> LiveCart | None:
    found = ask.live_cart(checkout_id)
    return _cart(found) if found else None


def changed(ask: Client, checkout_id: str, change: Change) -> LiveCart:
    """Return the checkout as it is after a change."""
    answer = change(ask, checkout_id)
    if answer is None or answer.checkout is None:
        raise SaleorUnreachable("an answer without the checkout")
    return _cart(answer.checkout)


def more(variant_id: str, quantity: int) -> Change:
    return lambda ask, checkout_id: ask.add_to_cart(checkout_id, variant_id, quantity)


def as_many(line_id: str, quantity: int) -> Change:
    return lambda ask, checkout_id: ask.change_in_cart(checkout_id, line_id, quantity)


def without_line(line_id: str) -> Change:
    return lambda ask, checkout_id: ask.remove_from_cart(checkout_id, line_id)


def with_code(code: str) -> Change:
    return lambda ask, checkout_id: ask.apply_code(checkout_id, code)


def without_code(code: CartCode) -> Change:
    if code.gift_card_id:
        return lambda ask, checkout_id: ask.take_code_out(checkout_id, UNSET, code.gift_card_id)
    return lambda ask, checkout_id: ask.take_code_out(checkout_id, code.text)


def _cart(found: LiveCartFacts) -> LiveCart:
    total = found.total_price.gross
    discount = found.discount
    return LiveCart(
        id=found.id,
        channel=found.channel.slug,
        email=found.email or "",
        lines=tuple(_line(one) for one in found.lines),
        codes=(
            *([CartCode(found.voucher_code)] if found.voucher_code else []),
            *(CartCode(f"•••• {one.last_4_code_chars}", one.id) for one in found.gift_cards),
        ),
        subtotal=Money(found.subtotal_price.gross.amount, total.currency),
        shipping=Money(found.shipping_price.gross.amount, total.currency),
        discount=Money(discount.amount if discount else total.amount * 0, total.currency),
        total=Money(total.amount, total.currency),
    )


def _line(line: LiveCartFactsLines) -> CartLine:
    variant, product = line.variant, line.variant.product
    unit, total = line.unit_price.gross, line.total_price.gross
    problems = line.problems or []
    short = [one for one in problems if isinstance(one, _Short)]
    return CartLine(
        id=line.id,
        variant_id=variant.id,
        product_id=product.id,
        slug=product.slug,
        name=product.name,
        turkish_name=(product.translation.name or "") if product.translation else "",
        # A variant without a name answers with its id.
        variant_name="" if variant.name == variant.id else variant.name,
        turkish_variant=(variant.translation.name or "") if variant.translation else "",
        quantity=line.quantity,
        is_gift=bool(line.is_gift),
        unit=Money(unit.amount, unit.currency),
        total=Money(total.amount, total.currency),
        thumbnail_url=product.thumbnail.url if product.thumbnail else "",
        is_sold=len(short) == len(problems),
        available=short[0].available_quantity if short else None,
    )
