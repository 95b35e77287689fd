"""What bin/bench carts and recovery-simulation say can be trusted: both sides do the same, and each has its limit."""

from typing import Any

import pytest

from . import carts, recovery_simulation
from .harness.cart_conditions import cost
from .harness.json_logic import apply

CART = {"total": 120.0, "cause": "STOCK_GONE", "lines": [{"category_id": "C1"}, {"category_id": "C2"}]}
SMALL = {"empty_poll_ms": 0.1, "claim_ms": 10.0, "whole_table_ms": 3.0, "python_filter_ms": 9.0}
LARGE = {"empty_poll_ms": 0.2, "claim_ms": 20.0, "whole_table_ms": 300.0, "python_filter_ms": 30_000.0}


@pytest.mark.parametrize(
    ("rule", "holds"),
    [
        ({">=": [{"var": "total"}, 100]}, True),
        ({"<": [{"var": "total"}, 100]}, False),
        ({"and": [{"==": [{"var": "cause"}, "STOCK_GONE"]}, {">=": [{"var": "total"}, 500]}]}, False),
        ({"or": [{"==": [{"var": "cause"}, "STOCK_GONE"]}, {">=": [{"var": "total"}, 500]}]}, True),
        ({"!": {"in": [{"var": "cause"}, ["STOCK_GONE"]]}}, False),
        ({"some": [{"var": "lines"}, {"in": [{"var": "category_id"}, ["C2", "C9"]]}]}, True),
        ({"some": [{"var": "lines"}, {"in": [{"var": "category_id"}, ["C9"]]}]}, False),
        ({"==": [{"var": "nothing.there"}, None]}, True),
        ({"and": []}, True),
    ],
)
def test_the_interpreter_beside_ours_knows_its_operators(rule: dict[str, Any], holds: bool) -> None:
    assert bool(apply(rule, CART)) is holds


def test_compiled_rules_cost_less_than_interpreted_ones() -> None:
    found = cost(rounds=50)
    assert 0 < found["rules_us"] < found["interpreter_us"]


def a_report(**changed: float) -> dict[str, Any]:
    sizes = {
        10_000: SMALL | {"query_per_cart_ms": 500.0, "rss_mb": 90.0},
        1_000_000: LARGE | {"query_per_cart_ms": 90_000.0, "rss_mb": 95.0},
    }
    more = {"many_due": 100_000, "many_due_s": 12.0, "claimed_per_s": 8000.0, "rules_us": 9.0, "interpreter_us": 90.0}
    return carts.report(sizes, more | changed)


def test_the_largest_table_is_what_counts_and_memory_is_what_it_grew_by() -> None:
    told = a_report()
    assert told["ours"]["claim_ms"] == 20
    assert told["ours"]["rss_growth_mb"] == 5
    assert told["ratios"] == {"whole_table": 15, "python_filter": 1500, "query_per_cart": 4500, "interpreter": 10}
    assert all(told["kept"].values())
    assert set(told["kept"]) == set(carts.MOST) | set(carts.LEAST)


def test_what_is_too_slow_is_told() -> None:
    kept = a_report(many_due_s=15.1, rules_us=31.0)["kept"]
    assert {name for name, is_kept in kept.items() if not is_kept} == {"many_due_s", "rules_us", "interpreter"}


def test_a_simulation_is_as_large_as_was_asked_for() -> None:
    assert recovery_simulation.options([]).people == 10_000
    assert recovery_simulation.options(["--quick"]).people < 1_000
    asked = recovery_simulation.options(["--people", "25", "--seed", "7"])
    assert (asked.people, asked.seed) == (25, 7)
