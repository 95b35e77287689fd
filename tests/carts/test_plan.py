"""A merchant's plan: what is usual, what cannot be, and that it is read as it was written."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from saleor_support_plugin.carts.conditions import ALWAYS, CauseIs
from saleor_support_plugin.carts.facts import Cause
from saleor_support_plugin.carts.plan import Plan, Step, VoucherPolicy
from saleor_support_plugin.carts.plan_json import as_data, plan_of
from saleor_support_plugin.money import Money
from saleor_support_plugin.stores.objects import ObjectWrong

VOUCHER: dict[str, Any] = {
    "percent": 10,
    "budget_per_day": [{"amount": "500", "currency": "TRY"}],
    "minimum_margin_percent": 20,
}
HOUR, DAY = 60, 24 * 60


def test_without_a_word_it_is_an_hour_a_day_and_three() -> None:
    plan = plan_of({})
    assert [step.after for step in plan.steps] == [timedelta(hours=1), timedelta(days=1), timedelta(days=3)]
    assert all(step.when == ALWAYS and not step.voucher for step in plan.steps)
    assert (plan.holdout_percent, plan.voucher, plan.way_back) == (5, None, "REBUILD")


def test_what_is_written_is_read_again() -> None:
    policy = VoucherPolicy(
        percent=10,
        budget_per_day=(Money(Decimal("500.50"), "TRY"), Money(Decimal("20.00"), "EUR")),
        minimum_margin_percent=20,
        once_in_days=30,
        valid_days=3,
        min_spend=Money(Decimal("250.00"), "TRY"),
    )
    steps = (Step(timedelta(minutes=5)), Step(timedelta(days=30), CauseIs((Cause.PRICE_SHOCK,)), voucher=True))
    plan = Plan(steps=steps, holdout_percent=0, voucher=policy, way_back="PAGE")
    assert plan_of(as_data(plan)) == plan
    assert plan_of(as_data(Plan())) == Plan()


def test_a_budget_is_that_of_the_currency() -> None:
    policy = plan_of({"voucher": VOUCHER}).voucher
    assert policy is not None
    assert policy.budget_in("TRY") == Money(Decimal(500), "TRY")
    assert policy.budget_in("EUR") is None


@pytest.mark.parametrize(
    ("data", "field", "code"),
    [
        ({"steps": []}, "steps", "REQUIRED"),
        ({"steps": [{}]}, "steps.0.after_minutes", "REQUIRED"),
        ({"steps": [{"after_minutes": 4}]}, "steps.0.after_minutes", "INVALID"),
        ({"steps": [{"after_minutes": 30 * DAY + 1}]}, "steps.0.after_minutes", "INVALID"),
        ({"steps": [{"after_minutes": HOUR}, {"after_minutes": HOUR}]}, "steps.1.after_minutes", "INVALID"),
        ({"steps": [{"after_minutes": HOUR + number} for number in range(11)]}, "steps", "INVALID"),
        ({"steps": [{"after_minutes": HOUR, "voucher": True}], "voucher": VOUCHER}, "steps.0.voucher", "INVALID"),
        ({"steps": [{"after_minutes": HOUR}, {"after_minutes": DAY, "voucher": True}]}, "voucher", "REQUIRED"),
        ({"steps": [{"after_minutes": HOUR, "when": {"is": "NEVER"}}]}, "steps.0.when.is", "INVALID"),
        ({"steps": [{"after_minutes": HOUR, "when": "always"}]}, "steps.0.when", "INVALID"),
        ({"steps": [{"after_minutes": HOUR, "call": "me"}]}, "steps.0.call", "UNKNOWN"),
        ({"holdout_percent": 51}, "holdout_percent", "INVALID"),
        ({"way_back": "MAIL"}, "way_back", "INVALID"),
        ({"voucher": VOUCHER | {"percent": 51}}, "voucher.percent", "INVALID"),
        ({"voucher": VOUCHER | {"budget_per_day": []}}, "voucher.budget_per_day", "INVALID"),
        ({"voucher": VOUCHER | {"once_in_days": 29}}, "voucher.once_in_days", "INVALID"),
        ({"voucher": VOUCHER | {"valid_days": 31}}, "voucher.valid_days", "INVALID"),
        (
            {"voucher": VOUCHER | {"min_spend": {"amount": "-1", "currency": "TRY"}}},
            "voucher.min_spend.amount",
            "INVALID",
        ),
        ({"voucher": {"percent": 10, "minimum_margin_percent": 0}}, "voucher.budget_per_day", "REQUIRED"),
        ({"discount": 90}, "discount", "UNKNOWN"),
        ([], "", "INVALID"),
    ],
)
def test_what_cannot_be_is_named_with_its_field(data: Any, field: str, code: str) -> None:
    with pytest.raises(ObjectWrong) as refused:
        plan_of(data)
    assert [(fault.field, fault.code) for fault in refused.value.faults] == [(field, code)]


def test_a_currency_has_one_budget() -> None:
    twice = [{"amount": "1", "currency": "TRY"}, {"amount": "2", "currency": "TRY"}]
    with pytest.raises(ObjectWrong) as refused:
        plan_of({"voucher": VOUCHER | {"budget_per_day": twice}})
    assert [(fault.field, fault.code) for fault in refused.value.faults] == [("voucher.budget_per_day", "UNIQUE")]
