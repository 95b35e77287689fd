"""A checkout as it is at this moment, and a new one with the lines of another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from ..money import Money
from .errors import SaleorRefused, SaleorUnreachable
from .generated.checkout_now import CheckoutNowCheckout
from .generated.checkout_now_before import CheckoutNowBeforeCheckout
from .generated.client import Client
from .generated.create_checkout import CreateCheckoutCheckoutCreate, CreateCheckoutCheckoutCreateCheckout
from .generated.fragments import CheckoutBeside, CheckoutFacts
from .generated.input_types import CheckoutLineInput, MetadataInput

# A refusal names a kind of trouble at a time: what cannot be bought, what is not published, what is short.
_MOST_TRIES = 4
_SHORT = {"INSUFFICIENT_STOCK", "QUANTITY_GREATER_THAN_LIMIT"}
# Saleor's own default of Shop.limitQuantityPerCheckout, above which it never says what is available.
_MOST_PIECES = 50

type _Found = CheckoutNowCheckout | CheckoutNowBeforeCheckout


@dataclass(frozen=True, slots=True)
class CheckoutProblem:
    """`kind` is Saleor's type without its prefix: InsufficientStock, VariantNotAvailable, DeliveryMethodInvalid, …

    `available` is in pieces. `is_of_the_country`: there are some, though none for the country that Saleor counts for.
    """

    kind: str
    variant_id: str = ""
    available: int | None = None
    is_of_the_country: bool = False


@dataclass(frozen=True, slots=True)
class PaymentEvent:
    """`type` is Saleor's, such as CHARGE_FAILURE; `message` is the provider's."""

    type: str
    message: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class CheckoutNow:
    """`payments` has the events of each transaction, `offered` the ids of the methods and collection points that
    its address can have."""

    facts: CheckoutFacts
    problems: tuple[CheckoutProblem, ...]
    payments: tuple[tuple[PaymentEvent, ...], ...]
    offered: frozenset[str]


@dataclass(frozen=True, slots=True)
class MadeLine:
    variant_id: str
    quantity: int
    unit: Money


class Refused(StrEnum):
    SHORT = "SHORT"
    NOT_SOLD = "NOT_SOLD"


@dataclass(frozen=True, slots=True)
class RefusedLine:
    """A line of which there are `got` pieces instead of `wanted`; 0 where there are none."""

    variant_id: str
    wanted: int
    got: int
    why: Refused


@dataclass(frozen=True, slots=True)
class MadeCheckout:
    """`id` is empty and `total` None where nothing was left to put in."""

    id: str
    lines: tuple[MadeLine, ...]
    total: Money | None
    refused: tuple[RefusedLine, ...]


def now(ask: Client, checkout_id: str, *, knows_delivery_problems: bool) -> CheckoutNow | None:
    found: _Found | None
    found = ask.checkout_now(checkout_id) if knows_delivery_problems else ask.checkout_now_before(checkout_id)
    if found is None:
        return None
    return CheckoutNow(
        facts=found,
        problems=(*_with_countries(ask, found, _of_lines(found)), *_of_delivery(found)),
        payments=tuple(
            tuple(PaymentEvent(one.type_ or "", one.message, one.created_at) for one in transaction.events)
            for transaction in found.transactions or []
        ),
        offered=frozenset(
            [one.id for one in found.shipping_methods if one.active]
            + [one.id for one in found.available_collection_points]
        ),
    )


def _of_lines(found: CheckoutBeside) -> list[CheckoutProblem]:
    return [
        CheckoutProblem(
            kind=one.typename__.removeprefix("CheckoutLineProblem"),
            variant_id=line.variant.id,
            available=getattr(one, "available_quantity", None),
        )
        for line in found.lines_with_problems
        for one in line.problems or []
    ]


def _with_countries(ask: Client, found: _Found, problems: list[CheckoutProblem]) -> list[CheckoutProblem]:
    """Say which of what is sold out is so for the country only, by two numbers that Saleor is asked for then.

    An address that nobody delivers to is sometimes taken and sometimes refused, for want of stock; Saleor counts for
    its country either way.
    """
    ids = [one.variant_id for one in problems if one.available == 0]
    if not ids:
        return problems
    home = found.its_channel.default_country.code
    country = found.shipping_address.country.code if found.shipping_address else home
    said = ask.stock_by_country(ids, found.channel.slug, country, len(ids))
    delivers = any(method.active for method in found.shipping_methods)
    nodes = [edge.node for edge in (said.edges if said else [])]
    there_is = {one.id for one in nodes if one.in_country or (one.anywhere and not delivers)}
    return [replace(one, is_of_the_country=one.available == 0 and one.variant_id in there_is) for one in problems]


def _of_delivery(found: _Found) -> list[CheckoutProblem]:
    problems = found.problems or [] if isinstance(found, CheckoutNowCheckout) else []
    kinds = [one.typename__ for one in problems]
    return [
        CheckoutProblem(kind=kind.removeprefix("CheckoutProblem"))
        for kind in kinds
        if kind.startswith("CheckoutProblem")
    ]


def make(
    ask: Client, *, channel: str, lines: Sequence[tuple[str, int]], language_code: str, metadata: Mapping[str, str]
) -> MadeCheckout:
    """Start a checkout with so many pieces of each variant, or with as many as Saleor lets have."""
    wanted: dict[str, int] = {}
    for variant_id, quantity in lines:
        wanted[variant_id] = wanted.get(variant_id, 0) + quantity
    left, why = dict(wanted), dict[str, Refused]()
    for _ in range(_MOST_TRIES):
        if not left:
            return MadeCheckout("", (), None, _refused(wanted, left, why))
        try:
            made = _create(ask, channel, left, language_code, metadata)
        except SaleorRefused as error:  # of a deleted variant Saleor says no more than that it is not there
            refusal = _Refusal(error)
        else:
            if made.checkout is not None:
                return _made(made.checkout, _refused(wanted, left, why))
            refusal = _Refusal.of(made)
        most = _most_pieces(ask, list(left), channel)
        _take_out(refusal, most, left, why)
    raise SaleorRefused("the variants are refused one after the other", code="NOTHING_ACCEPTED")


@dataclass(frozen=True, slots=True)
class _Refusal:
    """`named` are the variants that cannot be had at all, `is_short` says that there are too few of some."""

    error: SaleorRefused
    named: frozenset[str] = frozenset()
    is_short: bool = False

    @classmethod
    def of(cls, made: CreateCheckoutCheckoutCreate) -> _Refusal:
        if not made.refusals:
            raise SaleorUnreachable("an answer without the checkout")
        first = made.refusals[0]
        return cls(
            error=SaleorRefused(first.message or "", code=first.code),
            named=frozenset(one for each in made.refusals if each.code not in _SHORT for one in each.variants or []),
            is_short=any(each.code in _SHORT for each in made.refusals),
        )


def _create(
    ask: Client, channel: str, left: Mapping[str, int], language_code: str, metadata: Mapping[str, str]
) -> CreateCheckoutCheckoutCreate:
    made = ask.create_checkout(
        channel,
        [CheckoutLineInput(variantId=variant_id, quantity=quantity) for variant_id, quantity in left.items()],
        language_code or None,
        [MetadataInput(key=key, value=value) for key, value in metadata.items()],
    )
    if made is None:
        raise SaleorUnreachable("an answer without the checkout")
    return made


def _take_out(refusal: _Refusal, most: Mapping[str, int], left: dict[str, int], why: dict[str, Refused]) -> None:
    """Leave out of `left` what the refusal means, and say in `why` for what reason. Raises it where nothing is."""
    before = dict(left)
    for variant_id, quantity in before.items():
        if variant_id in refusal.named or variant_id not in most:
            del left[variant_id]
            why[variant_id] = Refused.NOT_SOLD
        elif refusal.is_short and most[variant_id] < quantity:
            left[variant_id] = most[variant_id]
            why[variant_id] = Refused.SHORT
    for variant_id in [one for one, quantity in left.items() if quantity <= 0]:
        del left[variant_id]
    if left == before:
        raise refusal.error


def _most_pieces(ask: Client, ids: list[str], channel: str) -> dict[str, int]:
    """Return how many of each variant that is there a shopper may have."""
    found = ask.still_to_be_had(ids, channel, len(ids))
    nodes = [edge.node for edge in (found.edges if found else [])]
    return {
        one.id: min(
            _MOST_PIECES if one.quantity_available is None else one.quantity_available,
            one.quantity_limit_per_customer or _MOST_PIECES,
        )
        for one in nodes
    }


def _refused(wanted: Mapping[str, int], left: Mapping[str, int], why: Mapping[str, Refused]) -> tuple[RefusedLine, ...]:
    return tuple(
        RefusedLine(variant_id, wanted[variant_id], left.get(variant_id, 0), reason)
        for variant_id, reason in why.items()
    )


def _made(made: CreateCheckoutCheckoutCreateCheckout, refused: tuple[RefusedLine, ...]) -> MadeCheckout:
    lines = tuple(
        MadeLine(one.variant.id, one.quantity, Money(one.unit_price.gross.amount, one.unit_price.gross.currency))
        for one in made.lines
    )
    total = made.total_price.gross
    return MadeCheckout(made.id, lines, Money(total.amount, total.currency), refused)
