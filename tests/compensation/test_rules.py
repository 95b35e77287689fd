"""Who may give how much alone: a table, and what holds for any limits."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as any_

from saleor_support_plugin.compensation import words
from saleor_support_plugin.compensation.deeds import DEEDS
from saleor_support_plugin.compensation.rules import (
    NEEDS,
    Bound,
    Given,
    Kind,
    Limit,
    Problem,
    decide,
    passed_by,
    room,
)
from saleor_support_plugin.money import Money

TOTAL = Decimal(200)


def limit(
    group: str = "Agents",
    reason: str = "",
    currency: str = "TRY",
    percent_of_order: int | None = None,
    **bounds: int,
) -> Limit:
    amounts = {name: Decimal(most) for name, most in bounds.items()}
    return Limit(group, currency, reason, percent_of_order, **amounts)


@pytest.mark.parametrize(
    ("bounds", "given", "amount", "passed"),
    [
        ({}, Given(), "1000000", ()),
        ({"percent_of_order": 10}, Given(), "20", ()),
        ({"percent_of_order": 10}, Given(), "20.01", (Bound.PERCENT_OF_ORDER,)),
        ({"percent_of_order": 0}, Given(), "0.01", (Bound.PERCENT_OF_ORDER,)),
        ({"per_order": 50}, Given(order=Decimal(30)), "20", ()),
        ({"per_order": 50}, Given(order=Decimal(30)), "20.001", (Bound.PER_ORDER,)),
        ({"per_day": 50}, Given(day=Decimal(50)), "0.01", (Bound.PER_DAY,)),
        ({"per_day": 50}, Given(order=Decimal(50), customer=Decimal(50)), "50", ()),
        ({"per_customer": 50}, Given(customer=Decimal(49)), "1", ()),
        ({"per_customer": 50}, Given(customer=Decimal(49)), "2", (Bound.PER_CUSTOMER,)),
        ({"per_order": 1, "per_day": 1}, Given(), "2", (Bound.PER_ORDER, Bound.PER_DAY)),
    ],
)
def test_a_limit_lets_pass_what_is_within_each_of_its_bounds(
    bounds: dict[str, int], given: Given, amount: str, passed: tuple[Bound, ...]
) -> None:
    assert passed_by(limit("Agents", "", "TRY", **bounds), Decimal(amount), given, TOTAL) == passed


@pytest.mark.parametrize(
    ("limits", "groups", "reason", "is_inside"),
    [
        ([], ["Agents"], "", False),
        ([limit(per_order=10)], ["Agents"], "", True),
        ([limit(per_order=10)], [], "", False),
        ([limit(per_order=10)], ["Others"], "", False),
        ([limit(per_order=10, currency="EUR")], ["Agents"], "", False),
        # For a reason, its own limit counts, wider or narrower.
        ([limit(per_order=10), limit(reason="damaged", per_order=1)], ["Agents"], "damaged", False),
        ([limit(per_order=1), limit(reason="damaged", per_order=10)], ["Agents"], "damaged", True),
        ([limit(per_order=1), limit(reason="damaged", per_order=10)], ["Agents"], "late", False),
        ([limit(reason="damaged", per_order=10)], ["Agents"], "", False),
        # Of two groups, the one that lets it pass.
        ([limit(per_order=1), limit("Leads", per_order=10)], ["Agents", "Leads"], "", True),
    ],
)
def test_the_limit_that_counts(limits: list[Limit], groups: list[str], reason: str, is_inside: bool) -> None:
    money = Money(Decimal(5), "TRY")
    said = decide(limits, groups=groups, reason=reason, money=money, given=Given(), order_total=TOTAL)
    assert said.is_inside == is_inside


amounts = any_.decimals(0, 1000, places=2)


@given(most=amounts, parts=any_.lists(any_.decimals("0.01", 200, places=2), max_size=20))
def test_however_it_is_cut_no_more_than_the_limit_goes_out_on_an_order(most: Decimal, parts: list[Decimal]) -> None:
    out = Decimal(0)
    for part in parts:
        if not passed_by(Limit("Agents", "TRY", per_order=most), part, Given(order=out), TOTAL):
            out += part
    assert out <= most


@given(elsewhere=amounts, done=amounts, on_the_way=amounts, others=amounts, charged=amounts)
def test_what_is_left_to_give_is_never_more_than_was_charged(
    elsewhere: Decimal, done: Decimal, on_the_way: Decimal, others: Decimal, charged: Decimal
) -> None:
    """Whatever was paid back elsewhere, is done, or is on its way and perhaps in Saleor's sum already."""
    gone = elsewhere + done + on_the_way + others
    for seen in (elsewhere + done, elsewhere + done + on_the_way):
        left = room(charged=charged, paid_back=seen, known=done, refunds=done + on_the_way, others=others)
        assert 0 <= left <= max(charged - gone, Decimal(0))


def test_what_is_done_is_counted_once() -> None:
    at_rest = {"charged": Decimal(100), "paid_back": Decimal(50), "known": Decimal(20), "refunds": Decimal(20)}
    assert room(**at_rest, others=Decimal(10)) == 40


def test_every_kind_is_whole_and_every_word_is_there_in_both_languages() -> None:
    assert set(DEEDS) == set(NEEDS) == set(Kind)
    assert set(words.EFFECTS["en"]) == set(words.EFFECTS["tr"])
    for language in words.LANGUAGES:
        assert set(words.PROBLEMS[language]) == set(Problem)
