"""A cart as a shopper is told of it, in a mail and on a page: its lines, what changed, and what it comes to."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from ..delivery.queries import of_lines
from ..delivery.rules import Option, Promise, promise
from ..mails.catalogue import phrases
from ..mails.letter import Coupon, Sum
from ..mails.letter import Line as ShownLine
from ..mails.rendering import day, near_day, phrase
from ..mails.sentences import Values
from ..money import Money
from ..stores.configuration import Configuration
from .facts import Cause, Left, Line, Problem, ProblemFact
from .models import Cart, CartVoucher

# Further ones are counted: whoever left them knows them, and the button is to be seen.
SHOWN = 3


def promised(cart: Cart, left: Left, now: datetime) -> Promise | None:
    """Return what a product page would say of the whole cart; None where the shopper gave no country yet."""
    to = left.delivery
    if not to.country or not to.needs_shipping:
        return None
    question = of_lines(
        cart.store,
        channel=cart.channel_slug,
        lines=[(line.variant_id, line.quantity) for line in left.lines],
        country=to.country,
        postal_code=to.postal_code,
        now=now,
        subtotal=_sum(left.lines, left.total.currency),
    )
    return promise(question) if question else None


def _sum(lines: Sequence[Line], currency: str) -> Money:
    return Money(sum((line.total.amount for line in lines), Decimal(0)), currency)


class Saying:
    """A cart as it is told in one language."""

    def __init__(self, left: Left, language: str, settings: Configuration, now: datetime) -> None:
        self.left, self.language, self.zone, self.now = left, language, settings.zone, now
        self.parts = phrases("cart_parts", language)
        self.problems = {one.variant_id: one for one in left.problems if one.variant_id}

    def part(self, name: str, **values: str | int) -> str:
        return phrase(self.parts[name], values, self.language)

    def money(self, amount: Decimal) -> str:
        return Money(amount, self.left.total.currency).said(self.language)

    def day(self, at: datetime) -> str:
        return day(at, self.language, self.zone)

    def lines(self) -> tuple[ShownLine, ...]:
        return tuple(
            ShownLine(
                line.name_in(self.language),
                line.variant,
                line.quantity,
                line.total.said(self.language),
                line.thumbnail_url,
                self._was(line),
                self._note(self.problems.get(line.variant_id)),
            )
            for line in self.left.lines
        )

    def _was(self, line: Line) -> str:
        first = self.left.first_prices.get(line.variant_id)
        if first is None or first == line.unit.amount:
            return ""
        return self.part("was", price=self.money(first * line.quantity))

    def _note(self, problem: ProblemFact | None) -> str:
        if problem is None:
            return ""
        if problem.problem == Problem.VARIANT_NOT_AVAILABLE or problem.available == 0:
            return self.parts["gone"]
        is_short = problem.problem == Problem.INSUFFICIENT_STOCK and problem.available
        return self.part("left", count=problem.available or 0) if is_short else ""

    def rest(self) -> str:
        """Return what the lines that are not shown cost, so that what is read adds up."""
        unseen = self.left.lines[SHOWN:]
        return _sum(unseen, self.left.total.currency).said(self.language) if unseen else ""

    def sums(self) -> tuple[Sum, ...]:
        shipping, total = self.left.shipping.amount, self.left.total
        delivery = self.money(shipping) if shipping else self.parts["free"] if self.left.delivery.method_id else ""
        less = total.amount - shipping - _sum(self.left.lines, total.currency).amount
        rows = [Sum(self.parts["delivery"], delivery)] if delivery else []
        return (*rows, Sum(self.parts["discount"], f"−{self.money(-less)}")) if less < 0 else tuple(rows)

    def total(self) -> str:
        return self.left.total.said(self.language)

    def differences(self, told: Sequence[Mapping[str, Any]]) -> list[str]:
        """Return what is not as it was left, a sentence for each (carts.resuming.Difference)."""
        return [self._difference(one) for one in told]

    def _difference(self, one: Mapping[str, Any]) -> str:
        thing = f"{one['name']} ({one['variant']})" if one["variant"] else one["name"]
        prices = {name: self.money(Decimal(one[name])) for name in ("was", "now") if one[name]}
        return self.part(f"difference_{one['kind']}", thing=thing, wanted=one["wanted"], got=one["got"], **prices)

    def promise(self, promised: Promise | None) -> str:
        option = self._option(promised)
        if option is None or option.window is None:
            return ""
        today = self.now.astimezone(self.zone).date()
        first, last = (near_day(one, self.language) for one in (option.window.first, option.window.last))
        return self.part(
            "promise", today=near_day(today, self.language), first=first, last="" if last == first else last
        )

    def _option(self, promised: Promise | None) -> Option | None:
        """Return the one that was chosen, else the cheapest."""
        if promised is None:
            return None
        chosen = self.left.delivery.method_id
        return next((one for one in promised.options if one.method.id == chosen), promised.cheapest)

    def because(self, cause: Cause, promised: Promise | None) -> str:
        """Return the one sentence about why it was left; nothing where we do not know, or nothing is to be said."""
        line = self._meant(cause)
        problem = self.problems.get(line.variant_id) if line else None
        free_from = promised.free_from if promised else None
        values: Values = {
            "thing": line.name_in(self.language) if line else "",
            "others": len(self.left.lines) - 1,
            "available": (problem.available or 0) if problem else 0,
            "shipping": self.left.shipping.said(self.language),
            "free_from": free_from.said(self.language) if free_from else "",
            "promise": self.promise(promised),
        }
        return phrase(phrases("cart_because", self.language)[cause], values, self.language)

    def _meant(self, cause: Cause) -> Line | None:
        """Return the line that the cause is about."""
        if cause == Cause.PRICE_SHOCK:
            return max(self.left.lines, key=self._rise, default=None)
        gone = cause == Cause.STOCK_GONE
        meant = [line for line in self.left.lines if line.variant_id in self.problems]
        fits = [line for line in meant if (self._note(self.problems[line.variant_id]) == self.parts["gone"]) == gone]
        return next(iter(fits or meant), None)

    def _rise(self, line: Line) -> Decimal:
        first = self.left.first_prices.get(line.variant_id, line.unit.amount)
        return (line.unit.amount - first) / first if first else Decimal(0)

    def worth(self, voucher: CartVoucher) -> dict[str, str]:
        return {
            "percent": f"{voucher.percent.normalize():f}",
            "code": voucher.code,
            "ends_on": self.day(voucher.expires_at),
        }

    def coupon(self, voucher: CartVoucher, worth: dict[str, str]) -> Coupon:
        if voucher.min_spend is None:
            return Coupon(voucher.code, self.part("voucher", **worth))
        least = Money(voucher.min_spend, voucher.currency).said(self.language)
        return Coupon(voucher.code, self.part("voucher_from", **worth, least=least))
