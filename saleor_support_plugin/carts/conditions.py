"""What a step of a plan asks of a cart, compiled once: whether it holds, and what did not.

Nothing here loops or calls back: the time is bounded by the condition's size, and plan_json bounds that.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from ..money import Money
from .facts import Cause, Left, Profile


@dataclass(frozen=True, slots=True)
class AllOf:
    of: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    of: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Not:
    that: "Condition"


@dataclass(frozen=True, slots=True)
class ValueAtLeast:
    """What the shopper would pay; an amount in another currency than the cart's is never reached."""

    money: Money


@dataclass(frozen=True, slots=True)
class ValueBelow:
    money: Money


@dataclass(frozen=True, slots=True)
class CauseIs:
    causes: tuple[Cause, ...]


@dataclass(frozen=True, slots=True)
class ProfileIs:
    profiles: tuple[Profile, ...]


@dataclass(frozen=True, slots=True)
class HasProduct:
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HasCategory:
    """A product that is in one of the categories itself, not in one below it."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuantityAtLeast:
    pieces: int


@dataclass(frozen=True, slots=True)
class ShippingShareAtLeast:
    """Shipping as a share of what the shopper would pay."""

    percent: int


Leaf = (
    ValueAtLeast | ValueBelow | CauseIs | ProfileIs | HasProduct | HasCategory | QuantityAtLeast | ShippingShareAtLeast
)
Condition = AllOf | AnyOf | Not | Leaf
ALWAYS = AllOf(())

type Test = Callable[[Left, Cause], bool]
type Reasons = Callable[[Left, Cause], list[str]]


@dataclass(frozen=True, slots=True)
class Compiled:
    """`why_not(left, cause)` is empty where it holds, else "CODE:wanted:found" for each fact that is not as wanted.

    A code that begins with NOT_ is a condition that was to be false.
    """

    holds: Test
    why_not: Reasons


@lru_cache(maxsize=1024)
def compiled(condition: Condition) -> Compiled:
    return _compiled(condition, wanted=True)


def _compiled(condition: Condition, *, wanted: bool) -> Compiled:
    """Compile towards true or false: a Not turns what is below it, so that every reason is about one plain fact."""
    if isinstance(condition, Not):
        return _compiled(condition.that, wanted=not wanted)
    if isinstance(condition, AllOf | AnyOf):
        parts = tuple(_compiled(one, wanted=wanted) for one in condition.of)
        return _all(parts) if isinstance(condition, AllOf) == wanted else _any(parts)
    return _one(condition, wanted)


def _all(parts: tuple[Compiled, ...]) -> Compiled:
    tests = tuple(part.holds for part in parts)
    reasons = tuple(part.why_not for part in parts)

    def holds(left: Left, cause: Cause) -> bool:
        for test in tests:  # noqa: SIM110 - a generator would cost more than the tests
            if not test(left, cause):
                return False
        return True

    def why_not(left: Left, cause: Cause) -> list[str]:
        return [reason for why in reasons for reason in why(left, cause)]

    return parts[0] if len(parts) == 1 else Compiled(holds, why_not)


def _any(parts: tuple[Compiled, ...]) -> Compiled:
    tests = tuple(part.holds for part in parts)
    every = _all(parts).why_not

    def holds(left: Left, cause: Cause) -> bool:
        for test in tests:  # noqa: SIM110 - as above
            if test(left, cause):
                return True
        return False

    def why_not(left: Left, cause: Cause) -> list[str]:
        return [] if holds(left, cause) else every(left, cause)

    return parts[0] if len(parts) == 1 else Compiled(holds, why_not)


def _one(leaf: Leaf, wanted: bool) -> Compiled:
    test, code, asked, found = _LEAVES[type(leaf)](leaf)
    code = code if wanted else f"NOT_{code}"

    def fails(left: Left, cause: Cause) -> bool:
        return not test(left, cause)

    def why_not(left: Left, cause: Cause) -> list[str]:
        return [] if test(left, cause) is wanted else [f"{code}:{asked}:{found(left, cause)}"]

    return Compiled(test if wanted else fails, why_not)


# How it is tested, its code, what is asked for, and how what is there is said.
type Parts = tuple[Test, str, str, Callable[[Left, Cause], str]]


def _value_at_least(leaf: ValueAtLeast) -> Parts:
    amount, currency = leaf.money.amount, leaf.money.currency
    return (
        lambda left, _: left.total.amount >= amount and left.total.currency == currency,
        "VALUE_AT_LEAST",
        _said(leaf.money),
        lambda left, _: _said(left.total),
    )


def _value_below(leaf: ValueBelow) -> Parts:
    amount, currency = leaf.money.amount, leaf.money.currency
    return (
        lambda left, _: left.total.amount < amount and left.total.currency == currency,
        "VALUE_BELOW",
        _said(leaf.money),
        lambda left, _: _said(left.total),
    )


def _cause(leaf: CauseIs) -> Parts:
    causes = frozenset(leaf.causes)
    return lambda _, cause: cause in causes, "CAUSE", ",".join(leaf.causes), lambda _, cause: cause.value


def _profile(leaf: ProfileIs) -> Parts:
    profiles = frozenset(leaf.profiles)
    return (
        lambda left, _: left.profile in profiles,
        "PROFILE",
        ",".join(leaf.profiles),
        lambda left, _: left.profile.value,
    )


def _product(leaf: HasProduct) -> Parts:
    ids = frozenset(leaf.ids)

    def test(left: Left, _: Cause) -> bool:
        for line in left.lines:  # noqa: SIM110 - as above
            if line.product_id in ids:
                return True
        return False

    return test, "PRODUCT", str(len(ids)), lambda left, _: str(sum(line.product_id in ids for line in left.lines))


def _category(leaf: HasCategory) -> Parts:
    ids = frozenset(leaf.ids)

    def test(left: Left, _: Cause) -> bool:
        for line in left.lines:  # noqa: SIM110 - as above
            if line.category_id in ids:
                return True
        return False

    return test, "CATEGORY", str(len(ids)), lambda left, _: str(sum(line.category_id in ids for line in left.lines))


def _quantity(leaf: QuantityAtLeast) -> Parts:
    pieces = leaf.pieces

    def test(left: Left, _: Cause) -> bool:
        found = 0
        for line in left.lines:
            found += line.quantity
        return found >= pieces

    return test, "QUANTITY_AT_LEAST", str(pieces), lambda left, _: str(sum(line.quantity for line in left.lines))


def _shipping_share(leaf: ShippingShareAtLeast) -> Parts:
    percent = leaf.percent

    def found(left: Left, _: Cause) -> str:
        return f"{100 * left.shipping.amount / left.total.amount:.0f}" if left.total.amount else "0"

    return (
        # Where nothing is to be paid, shipping has no share of it.
        lambda left, _: left.total.amount > 0 and 100 * left.shipping.amount >= percent * left.total.amount,
        "SHIPPING_SHARE_AT_LEAST",
        str(percent),
        found,
    )


def _said(money: Money) -> str:
    return f"{money.text} {money.currency}"


_LEAVES: dict[type, Callable[..., Parts]] = {
    ValueAtLeast: _value_at_least,
    ValueBelow: _value_below,
    CauseIs: _cause,
    ProfileIs: _profile,
    HasProduct: _product,
    HasCategory: _category,
    QuantityAtLeast: _quantity,
    ShippingShareAtLeast: _shipping_share,
}
