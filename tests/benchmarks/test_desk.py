"""What bin/bench desk says can be trusted: each figure has its limit, and what is not measured is not claimed."""

from typing import Any

from . import desk

FOUND: dict[str, Any] = {
    "card_p95_ms": 30.0,
    "list_statements": 4,
    "lists_alike": True,
    "fifty_p50_ms": 20.0,
    "naive_p50_ms": 80.0,
    "naive_statements": 100,
    "card_kb": 59.0,
}


def test_a_list_is_held_against_one_that_asks_for_each_row() -> None:
    told = desk.report(FOUND)
    assert told["ratios"] == {"fifty_rows": 4.0, "statements": 25.0, "card_size": 213.0 / 59.0}
    assert all(told["kept"].values())
    assert set(told["kept"]) == {"list_statements", "card_kb", "lists_alike", "fifty_rows", "card_size"}


def test_what_misses_its_mark_is_told() -> None:
    kept = desk.report(FOUND | {"list_statements": 7, "lists_alike": False, "naive_p50_ms": 21.0, "card_kb": 80.0})[
        "kept"
    ]
    assert not any(kept.values())


def test_what_was_not_built_is_not_weighed() -> None:
    told = desk.report({name: figure for name, figure in FOUND.items() if name != "card_kb"})
    assert "card_size" not in told["ratios"]
    assert "card_kb" not in told["kept"]
    assert all(told["kept"].values())
