"""Why a cart was left: the weightiest cause that somebody or something tells of, and who does. Nothing is guessed.

The order is that of `Cause`, with one exception: what the shopper says is believed before all but what their payment
says, for who could not pay may well call it "too dear".
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from ..money import Money
from .facts import Cause, Judged, Left, Line, PaymentState, Problem, ProblemFact, Reason, SignalKind, Source

# A piece costs at least this much more than when it was put in: less is a rounding or an exchange rate.
PRICE_RISE = Decimal("0.05")
# Shipping is a shock from a quarter of what is to be paid on, or where it costs more than the dearest piece.
SHIPPING_SHARE = Decimal("0.25")
# The promise moved by so many days since the shopper saw it.
LATE_DAYS = 1

# FOUND_ELSEWHERE, NEED_HELP and OTHER name no cause: the price may have been better there, or the delivery.
SAID = {
    Reason.PRICE: Cause.PRICE_SHOCK,
    Reason.SHIPPING_COST: Cause.SHIPPING_SHOCK,
    Reason.DELIVERY_TIME: Cause.DELIVERY_LATE,
    Reason.PAYMENT_TROUBLE: Cause.PAYMENT_FAILED,
    Reason.JUST_LOOKING: Cause.JUST_BROWSING,
}
PAYMENTS = {PaymentState.FAILED: Cause.PAYMENT_FAILED, PaymentState.PENDING: Cause.PAYMENT_PENDING}


def judge(left: Left) -> Judged:
    return next(_told(left), Judged(Cause.NOT_KNOWN, Source.NOBODY))


def _told(left: Left) -> Iterator[Judged]:
    """Give what there is, the weightiest first."""
    yield from _payment(left)
    yield from _said(left)
    yield from _stock(left.problems)
    yield from _delivery(left)
    yield from _signalled(left)
    yield from _price(left)
    yield from _shipping(left)
    if left.late is not None and left.late >= LATE_DAYS:
        yield Judged(Cause.DELIVERY_LATE, Source.COMPARISON, {"days": str(left.late)})
    if SignalKind.PAYMENT_IDLE in left.signals:
        yield Judged(Cause.PAYMENT_IDLE, Source.STOREFRONT)
    if SignalKind.EXIT_INTENT in left.signals:
        yield Judged(Cause.JUST_BROWSING, Source.STOREFRONT)


def _payment(left: Left) -> Iterator[Judged]:
    newest = max(left.payments, key=lambda payment: payment.at, default=None)
    cause = PAYMENTS.get(newest.state) if newest else None
    if newest and cause:
        yield Judged(cause, Source.TRANSACTIONS, {"message": newest.message} if newest.message else {})


def _said(left: Left) -> Iterator[Judged]:
    cause = SAID.get(Reason(left.reason)) if left.reason else None
    if cause:
        yield Judged(cause, Source.SHOPPER)


def _stock(problems: Iterable[ProblemFact]) -> Iterator[Judged]:
    gone = [one for one in problems if one.problem == Problem.VARIANT_NOT_AVAILABLE or _is_sold_out(one)]
    if gone:
        yield Judged(Cause.STOCK_GONE, gone[0].source, {"variant_ids": _ids(gone)})
    short = [one for one in problems if one.problem == Problem.INSUFFICIENT_STOCK and one not in gone]
    if short:
        available = ",".join("" if one.available is None else str(one.available) for one in short)
        yield Judged(Cause.STOCK_SHORT, short[0].source, {"variant_ids": _ids(short), "available": available})


def _is_sold_out(one: ProblemFact) -> bool:
    return one.problem == Problem.INSUFFICIENT_STOCK and one.available is not None and one.available <= 0


def _ids(problems: Iterable[ProblemFact]) -> str:
    return ",".join(one.variant_id for one in problems)


def _delivery(left: Left) -> Iterator[Judged]:
    where = {"country": left.delivery.country, "postal_code": left.delivery.postal_code}
    detail = {name: value for name, value in where.items() if value}
    for one in left.problems:
        if one.problem == Problem.NOT_SERVED:
            yield Judged(Cause.NOT_SERVED, one.source, detail)
    for one in left.problems:
        if one.problem == Problem.DELIVERY_GONE:
            method = {"method": left.delivery.method_name} if left.delivery.method_name else {}
            yield Judged(Cause.DELIVERY_GONE, one.source, method)


def _signalled(left: Left) -> Iterator[Judged]:
    # Whoever has another voucher in the cart now got over the one that was refused.
    if SignalKind.VOUCHER_REFUSED in left.signals and not left.voucher_code:
        yield Judged(Cause.VOUCHER_REFUSED, Source.STOREFRONT)
    if SignalKind.ACCOUNT_WALL in left.signals:
        yield Judged(Cause.ACCOUNT_WALL, Source.STOREFRONT)


def _price(left: Left) -> Iterator[Judged]:
    line = max(left.lines, key=lambda one: rise(one, left), default=None)
    if line and rise(line, left) >= PRICE_RISE:
        was = Money(left.first_prices[line.variant_id], line.unit.currency)
        detail = {"variant_ids": line.variant_id, "was": _text(was), "is": _text(line.unit)}
        yield Judged(Cause.PRICE_SHOCK, Source.COMPARISON, detail)


def rise(line: Line, left: Left) -> Decimal:
    """Return by what share of its first price a line has become dearer; 0 where that is not known."""
    first = left.first_prices.get(line.variant_id)
    return (line.unit.amount - first) / first if first else Decimal(0)


def _shipping(left: Left) -> Iterator[Judged]:
    shipping = left.shipping.amount
    if shipping <= 0:
        return
    dearest = max((line.unit.amount for line in left.lines), default=Decimal(0))
    if shipping >= left.total.amount * SHIPPING_SHARE or shipping > dearest:
        detail = {"shipping": _text(left.shipping), "total": _text(left.total)}
        yield Judged(Cause.SHIPPING_SHOCK, Source.COMPARISON, detail)


def _text(money: Money) -> str:
    return f"{money.text} {money.currency}"
