"""A plan as JSON: read with every fault named (`steps.1.when.of.0.amount`), and written back whole."""

import itertools
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from ..money import Money
from ..stores.objects import ObjectWrong, Reader, or_none, read, required, rows
from ..stores.values import Fault, Wrong, between, switch
from .condition_json import MONEY, condition_data, condition_of, money, money_data, some
from .plan import LATEST, MOST_HELD_OUT, MOST_STEPS, SOONEST, Plan, Step, VoucherPolicy

MOST_CURRENCIES = 20
MINUTE = timedelta(minutes=1)


def plan_of(data: Any) -> Plan:
    """Return the plan that these JSON values say; what is left out is as usual. Raises ObjectWrong."""
    try:
        return read(data, PLAN, _plan)
    except Wrong as wrong:
        raise ObjectWrong([Fault("", wrong.code, str(wrong))]) from wrong


def as_data(plan: Plan) -> dict[str, Any]:
    return {
        "steps": [
            {"after_minutes": int(step.after / MINUTE), "when": condition_data(step.when), "voucher": step.voucher}
            for step in plan.steps
        ],
        "holdout_percent": plan.holdout_percent,
        "voucher": plan.voucher and _voucher_data(plan.voucher),
        "way_back": plan.way_back,
    }


def _voucher_data(policy: VoucherPolicy) -> dict[str, Any]:
    return {
        "percent": policy.percent,
        "budget_per_day": [money_data(one) for one in policy.budget_per_day],
        "minimum_margin_percent": policy.minimum_margin_percent,
        "once_in_days": policy.once_in_days,
        "valid_days": policy.valid_days,
        "min_spend": policy.min_spend and money_data(policy.min_spend),
    }


def _after(value: Any) -> timedelta:
    return timedelta(minutes=between(SOONEST // MINUTE, LATEST // MINUTE)(value))


def _money(value: Any) -> Money:
    return read(value, MONEY, required(money, *MONEY))


def _way_back(value: Any) -> str:
    if value not in ("REBUILD", "PAGE"):
        raise Wrong("This is REBUILD or PAGE.")
    return str(value)


def _step(*, after_minutes: timedelta, **rest: Any) -> Step:
    return Step(after_minutes, **rest)


def _plan(**values: Any) -> Plan:
    plan = Plan(**values)
    faults = []
    for index, (before, step) in enumerate(itertools.pairwise(plan.steps), start=1):
        if step.after <= before.after:
            faults.append(Fault(f"steps.{index}.after_minutes", "INVALID", "A step comes later than the one before."))
    if any(step.voucher for step in plan.steps) and plan.voucher is None:
        faults.append(Fault("voucher", "REQUIRED", "A step offers a voucher: say what it is."))
    if not plan.steps:
        faults.append(
            Fault("steps", "REQUIRED", "A plan has at least one step; `cart_reminders` turns all of them off.")
        )
    elif plan.steps[0].voucher:
        message = "The first message offers nothing: nobody is to learn to leave for a voucher."
        faults.append(Fault("steps.0.voucher", "INVALID", message))
    if faults:
        raise ObjectWrong(faults)
    return plan


def _vouchers(**values: Any) -> VoucherPolicy:
    policy = VoucherPolicy(**values)
    currencies = [one.currency for one in policy.budget_per_day]
    if len(set(currencies)) < len(currencies):
        raise ObjectWrong([Fault("budget_per_day", "UNIQUE", "A currency has one budget.")])
    return policy


STEP: Mapping[str, Reader] = {"after_minutes": _after, "when": condition_of, "voucher": switch}
VOUCHER: Mapping[str, Reader] = {
    "percent": between(1, 50),
    "budget_per_day": some(_money, MOST_CURRENCIES),
    "minimum_margin_percent": between(0, 90),
    "once_in_days": between(30, 3650),
    "valid_days": between(1, 30),
    "min_spend": or_none(_money),
}
NEEDED = ("percent", "budget_per_day", "minimum_margin_percent")
PLAN: Mapping[str, Reader] = {
    "steps": rows(STEP, required(_step, "after_minutes"), MOST_STEPS),
    "holdout_percent": between(0, MOST_HELD_OUT),
    "voucher": or_none(lambda value: read(value, VOUCHER, required(_vouchers, *NEEDED))),
    "way_back": _way_back,
}
