"""What a step asks of a cart: every condition by a table, how it is explained, and what it costs."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saleor_support_plugin.carts.condition_json import (
    LEAVES,
    MOST_DEEP,
    MOST_IDS,
    MOST_NODES,
    condition_data,
    condition_of,
)
from saleor_support_plugin.carts.conditions import (
    ALWAYS,
    AllOf,
    AnyOf,
    CauseIs,
    Condition,
    HasCategory,
    HasProduct,
    Not,
    ProfileIs,
    QuantityAtLeast,
    ShippingShareAtLeast,
    ValueAtLeast,
    ValueBelow,
    compiled,
)
from saleor_support_plugin.carts.facts import Cause, Left, Line, Profile
from saleor_support_plugin.money import Money
from saleor_support_plugin.stores.objects import ObjectWrong
from saleor_support_plugin.stores.values import Wrong


def lira(amount: str) -> Money:
    return Money(Decimal(amount), "TRY")


def line(product: str, category: str, quantity: int = 1) -> Line:
    return Line(
        id=f"L{product}",
        variant_id=f"V{product}",
        product_id=product,
        category_id=category,
        name=product,
        turkish_name="",
        variant="",
        quantity=quantity,
        unit=lira("100"),
        total=lira("100"),
        thumbnail_url="",
    )


LEFT = Left(
    lines=(line("LAMP", "LIGHT", 2), line("VASE", "TABLE")),
    total=lira("320"),
    shipping=lira("80"),
    profile=Profile.NEW,
)
FAILED = Cause.PAYMENT_FAILED


@pytest.mark.parametrize(
    ("condition", "holds", "turned"),
    [
        (ValueAtLeast(lira("320")), True, "NOT_VALUE_AT_LEAST:320.00 TRY:320.00 TRY"),
        (ValueAtLeast(lira("320.01")), False, "VALUE_AT_LEAST:320.01 TRY:320.00 TRY"),
        (ValueAtLeast(Money(Decimal(1), "EUR")), False, "VALUE_AT_LEAST:1.00 EUR:320.00 TRY"),
        (ValueBelow(lira("320")), False, "VALUE_BELOW:320.00 TRY:320.00 TRY"),
        (ValueBelow(lira("320.01")), True, "NOT_VALUE_BELOW:320.01 TRY:320.00 TRY"),
        (ValueBelow(Money(Decimal(1000), "EUR")), False, "VALUE_BELOW:1000.00 EUR:320.00 TRY"),
        (CauseIs((Cause.STOCK_GONE, FAILED)), True, "NOT_CAUSE:STOCK_GONE,PAYMENT_FAILED:PAYMENT_FAILED"),
        (CauseIs((Cause.NOT_KNOWN,)), False, "CAUSE:NOT_KNOWN:PAYMENT_FAILED"),
        (ProfileIs((Profile.NEW, Profile.RETURNING)), True, "NOT_PROFILE:NEW,RETURNING:NEW"),
        (ProfileIs((Profile.GUEST,)), False, "PROFILE:GUEST:NEW"),
        (HasProduct(("VASE", "CHAIR")), True, "NOT_PRODUCT:2:1"),
        (HasProduct(("CHAIR",)), False, "PRODUCT:1:0"),
        (HasCategory(("LIGHT",)), True, "NOT_CATEGORY:1:1"),
        (HasCategory(("SEATS",)), False, "CATEGORY:1:0"),
        (QuantityAtLeast(3), True, "NOT_QUANTITY_AT_LEAST:3:3"),
        (QuantityAtLeast(4), False, "QUANTITY_AT_LEAST:4:3"),
        (ShippingShareAtLeast(25), True, "NOT_SHIPPING_SHARE_AT_LEAST:25:25"),
        (ShippingShareAtLeast(26), False, "SHIPPING_SHARE_AT_LEAST:26:25"),
    ],
)
def test_each_condition_holds_or_says_what_it_found(condition: Condition, holds: bool, turned: str) -> None:
    asked, opposite = compiled(condition), compiled(Not(condition))
    assert asked.holds(LEFT, FAILED) is holds
    assert opposite.holds(LEFT, FAILED) is not holds
    assert asked.why_not(LEFT, FAILED) == ([] if holds else [turned])
    assert opposite.why_not(LEFT, FAILED) == ([turned] if holds else [])


def test_shipping_is_no_share_of_nothing() -> None:
    free = replace(LEFT, total=lira("0"), shipping=lira("0"))
    assert not compiled(ShippingShareAtLeast(1)).holds(free, FAILED)
    assert compiled(ShippingShareAtLeast(1)).why_not(free, FAILED) == ["SHIPPING_SHARE_AT_LEAST:1:0"]


def test_without_a_condition_it_always_holds() -> None:
    assert compiled(ALWAYS).holds(LEFT, FAILED)
    assert compiled(ALWAYS).why_not(LEFT, FAILED) == []


def test_only_what_stood_in_the_way_is_said() -> None:
    dear, few = ValueAtLeast(lira("500")), QuantityAtLeast(9)
    both = compiled(AllOf((dear, few, HasProduct(("LAMP",)))))
    assert [reason.split(":")[0] for reason in both.why_not(LEFT, FAILED)] == ["VALUE_AT_LEAST", "QUANTITY_AT_LEAST"]
    either = compiled(AnyOf((dear, HasProduct(("LAMP",)))))
    assert either.why_not(LEFT, FAILED) == []


MONEYS = st.builds(Money, st.decimals("0.01", 999, places=2), st.sampled_from(["TRY", "EUR"]))
IDS = st.lists(st.sampled_from(["LAMP", "VASE", "LIGHT", "CHAIR"]), min_size=1, max_size=3, unique=True).map(tuple)
LEAF: st.SearchStrategy[Condition] = st.one_of(
    st.builds(ValueAtLeast, MONEYS),
    st.builds(ValueBelow, MONEYS),
    st.builds(CauseIs, st.lists(st.sampled_from(Cause), min_size=1, max_size=3, unique=True).map(tuple)),
    st.builds(ProfileIs, st.lists(st.sampled_from(Profile), min_size=1, unique=True).map(tuple)),
    st.builds(HasProduct, IDS),
    st.builds(HasCategory, IDS),
    st.builds(QuantityAtLeast, st.integers(1, 6)),
    st.builds(ShippingShareAtLeast, st.integers(1, 100)),
)


def _grown(deep: int) -> st.SearchStrategy[Condition]:
    if deep == 1:
        return LEAF
    below = _grown(deep - 1)
    some = st.lists(below, min_size=1, max_size=3, unique=True).map(tuple)
    return st.one_of(LEAF, st.builds(AllOf, some), st.builds(AnyOf, some), st.builds(Not, below))


CONDITIONS = _grown(MOST_DEEP)


def said_plainly(condition: Condition, left: Left, cause: Cause) -> bool:
    """The same, as one would read it aloud."""
    match condition:
        case AllOf(of):
            return all(said_plainly(one, left, cause) for one in of)
        case AnyOf(of):
            return any(said_plainly(one, left, cause) for one in of)
        case Not(that):
            return not said_plainly(that, left, cause)
        case ValueAtLeast(money):
            return left.total.currency == money.currency and left.total.amount >= money.amount
        case ValueBelow(money):
            return left.total.currency == money.currency and left.total.amount < money.amount
        case CauseIs(causes):
            return cause in causes
        case ProfileIs(profiles):
            return left.profile in profiles
        case HasProduct(ids):
            return bool({one.product_id for one in left.lines} & set(ids))
        case HasCategory(ids):
            return bool({one.category_id for one in left.lines} & set(ids))
        case QuantityAtLeast(pieces):
            return sum(one.quantity for one in left.lines) >= pieces
        case ShippingShareAtLeast(percent):
            return left.total.amount > 0 and left.shipping.amount / left.total.amount * 100 >= percent


@settings(max_examples=300, deadline=None)
@given(CONDITIONS, st.sampled_from(Cause), st.sampled_from(Profile))
def test_what_is_compiled_says_the_same_and_explains_exactly_what_fails(
    condition: Condition, cause: Cause, profile: Profile
) -> None:
    left = replace(LEFT, profile=profile)
    asked = compiled(condition)
    assert asked.holds(left, cause) is said_plainly(condition, left, cause)
    assert asked.holds(left, cause) is (asked.why_not(left, cause) == [])


@settings(max_examples=200, deadline=None)
@given(CONDITIONS)
def test_what_is_written_is_read_again(condition: Condition) -> None:
    assert condition_of(condition_data(condition)) == condition


def test_what_always_holds_is_written_and_read() -> None:
    assert condition_of(condition_data(ALWAYS)) == ALWAYS


def _nested(deep: int) -> dict[str, Any]:
    leaf: dict[str, Any] = {"is": "QUANTITY_AT_LEAST", "pieces": 1}
    return leaf if deep == 1 else {"is": "NOT", "that": _nested(deep - 1)}


def _wide(nodes: int) -> dict[str, Any]:
    leaves = [{"is": "QUANTITY_AT_LEAST", "pieces": number} for number in range(1, nodes)]
    half = nodes // 2
    return {"is": "ANY", "of": [{"is": "ALL", "of": leaves[:half]}, {"is": "ALL", "of": leaves[half:]}]}


def _ids(count: int) -> dict[str, Any]:
    return {"is": "PRODUCT", "of": [f"P{number}" for number in range(count)]}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (_nested(MOST_DEEP + 1), "at most 4 deep"),
        (_nested(900), "at most 4 deep"),
        (_wide(MOST_NODES), "at most 40 conditions"),
        ({"is": "ANY", "of": [_ids(MOST_IDS), {"is": "CATEGORY", "of": ["C"]}]}, "at most 200 products"),
        (_ids(MOST_IDS + 1), "at most 200"),
    ],
)
def test_a_condition_that_could_take_long_is_refused(data: dict[str, Any], said: str) -> None:
    with pytest.raises((ObjectWrong, Wrong), match=said):
        condition_of(data)


def test_the_largest_condition_there_may_be_is_read() -> None:
    assert condition_of(_nested(MOST_DEEP)) == Not(Not(Not(QuantityAtLeast(1))))
    assert isinstance(condition_of(_ids(MOST_IDS)), HasProduct)


def _wrong() -> Iterator[tuple[dict[str, Any], str]]:
    yield {"is": "VALUE_AT_LEAST", "amount": "0", "currency": "TRY"}, "amount"
    yield {"is": "VALUE_AT_LEAST", "amount": 5, "currency": "TRY"}, "amount"
    yield {"is": "VALUE_AT_LEAST", "amount": "NaN", "currency": "TRY"}, "amount"
    yield {"is": "VALUE_AT_LEAST", "amount": "5", "currency": "lira"}, "currency"
    yield {"is": "VALUE_AT_LEAST", "amount": "5"}, "currency"
    yield {"is": "CAUSE", "of": []}, "of"
    yield {"is": "CAUSE", "of": ["BORED"]}, "of.0"
    yield {"is": "PROFILE", "of": "NEW"}, "of"
    yield {"is": "PRODUCT", "of": [""]}, "of.0"
    yield {"is": "QUANTITY_AT_LEAST", "pieces": 0}, "pieces"
    yield {"is": "SHIPPING_SHARE_AT_LEAST", "percent": 101}, "percent"
    yield {"is": "QUANTITY_AT_LEAST", "pieces": 1, "python": "1"}, "python"
    yield {"is": "EVAL"}, "is"
    yield {}, "is"
    yield {"is": ["ALL"]}, "is"
    yield {"is": "ANY", "of": []}, "of"
    yield {"is": "NOT", "that": {"is": "ALL", "of": []}}, "that.of"
    yield {"is": "NOT"}, "that"
    yield {"is": "ALL", "of": [{"is": "NOT", "that": {"is": "PRODUCT", "of": [1]}}]}, "of.0.that.of.0"


@pytest.mark.parametrize(("data", "field"), list(_wrong()))
def test_what_cannot_be_is_named_where_it_stands(data: dict[str, Any], field: str) -> None:
    with pytest.raises(ObjectWrong) as refused:
        condition_of(data)
    assert [fault.field for fault in refused.value.faults] == [field]


def test_every_leaf_is_tried_here() -> None:
    assert {kind for kind, _, _ in LEAVES.values()} == {
        ValueAtLeast,
        ValueBelow,
        CauseIs,
        ProfileIs,
        HasProduct,
        HasCategory,
        QuantityAtLeast,
        ShippingShareAtLeast,
    }
