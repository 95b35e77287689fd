"""What staff may do in a cart: how Saleor is told, how it shows that it was done, and what both sides are told."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..saleor.live_carts import CartCode, CartLine, LiveCart
from . import rules
from .models import Deed
from .rules import NotDone, Trouble

if TYPE_CHECKING:
    from ..saleor.client import SaleorClient


@dataclass(frozen=True, slots=True)
class Doing:
    """One change. `is_done` says of a cart whether it holds already, `named` is how the shopper knows what changed."""

    deed: Deed
    tell: Callable[["SaleorClient"], LiveCart]
    is_done: Callable[[LiveCart], bool]
    named: Callable[[LiveCart], str]
    about: str = ""
    quantity: int | None = None


# Of a cart as it is before, and a language.
type Wish = Callable[[LiveCart, str], Doing]


def add(variant_id: str, quantity: int) -> Wish:
    many = rules.pieces(quantity)

    def wish(cart: LiveCart, language: str) -> Doing:
        held = cart.line_of(variant_id)
        before = held.quantity if held else 0
        return Doing(
            Deed.ADDED,
            lambda ask: ask.add_to_cart(cart.id, variant_id=variant_id, quantity=many),
            lambda now: _pieces(now, variant_id) == before + many,
            lambda now: _name(now.line_of(variant_id), language),
            about=variant_id,
            quantity=many,
        )

    return wish


def change(line_id: str, quantity: int) -> Wish:
    many = rules.pieces(quantity)

    def wish(cart: LiveCart, language: str) -> Doing:
        line = _line(cart, line_id)
        return Doing(
            Deed.CHANGED,
            lambda ask: ask.change_in_cart(cart.id, line_id=line_id, quantity=many),
            lambda now: _has(now, line_id, many),
            lambda _: line.name_in(language),
            about=line_id,
            quantity=many,
        )

    return wish


def remove(line_id: str) -> Wish:
    def wish(cart: LiveCart, language: str) -> Doing:
        line = _line(cart, line_id)
        return Doing(
            Deed.REMOVED,
            lambda ask: ask.remove_from_cart(cart.id, line_id=line_id),
            lambda now: now.line(line_id) is None,
            lambda _: line.name_in(language),
            about=line_id,
        )

    return wish


def apply_code(code: str) -> Wish:
    said = rules.one_line(code, "code", most=rules.MOST_CODE)

    def wish(cart: LiveCart, language: str) -> Doing:
        return Doing(
            Deed.CODE_APPLIED,
            lambda ask: ask.apply_code(cart.id, code=said),
            lambda now: _new_code(cart, now) is not None,
            lambda now: _text(_new_code(cart, now)) or _text(_code(now, said)),
        )

    return wish


def take_code_out(code: str) -> Wish:
    def wish(cart: LiveCart, language: str) -> Doing:
        held = _code(cart, code)
        if held is None:
            raise NotDone(Trouble.NOT_IN_CART, "code")
        return Doing(
            Deed.CODE_REMOVED,
            lambda ask: ask.take_code_out(cart.id, code=held),
            lambda now: held not in now.codes,
            lambda _: held.text,
        )

    return wish


def _line(cart: LiveCart, line_id: str) -> CartLine:
    line = cart.line(line_id)
    if line is None:
        raise NotDone(Trouble.NOT_IN_CART, "line")
    if line.is_gift:
        raise NotDone(Trouble.GIFT, "line")
    return line


def _pieces(cart: LiveCart, variant_id: str) -> int:
    line = cart.line_of(variant_id)
    return line.quantity if line else 0


def _has(cart: LiveCart, line_id: str, quantity: int) -> bool:
    line = cart.line(line_id)
    return line is not None and line.quantity == quantity


def _name(line: CartLine | None, language: str) -> str:
    return line.name_in(language) if line else ""


def _new_code(before: LiveCart, now: LiveCart) -> CartCode | None:
    return next((one for one in now.codes if one not in before.codes), None)


def _code(cart: LiveCart, text: str) -> CartCode | None:
    return next((one for one in cart.codes if one.text.casefold() == text.casefold()), None)


def _text(code: CartCode | None) -> str:
    return code.text if code else ""
