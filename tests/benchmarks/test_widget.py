"""What bin/bench widget says of bytes can be trusted: whose they are, and held against which limit."""

import json

from .harness.report import line
from .widget import BARS, LIMITS, options, report

OURS: dict[str, float] = {
    "launcher_br_bytes": 4_000,
    "launcher_json_bytes": 600,
    "launcher_requests": 2,
    "open_br_bytes": 9_000,
    "delivery_br_bytes": 3_300,
    "reviews_br_bytes": 4_100,
    "cls": 0.0,
    "long_tasks": 0,
}


def test_a_widget_within_its_limits_is_told_how_many_times_lighter_it_is() -> None:
    told = report(OURS, {"papercups": 104_000, "typebot": 164_000})
    assert told["ratios"]["launcher_vs_papercups"] == 26
    assert told["ratios"]["launcher_vs_typebot"] == 41
    assert round(told["ratios"]["launcher_vs_lhc"], 1) == 6.4
    assert round(told["ratios"]["open_vs_lhc"], 1) == 14.1
    assert set(told["kept"]) == {*LIMITS, *BARS, "launcher_requests", "cls"}
    assert all(told["kept"].values())
    assert json.loads(line("widget", **told))["peer"]["papercups_br_bytes"] == 104_000


def test_a_heavier_one_is_told_as_well() -> None:
    heavy = OURS | {"launcher_br_bytes": 5_000, "launcher_requests": 3, "reviews_br_bytes": 8_001, "cls": 0.01}
    kept = report(heavy, {"papercups": 104_000})["kept"]
    assert [name for name, is_kept in kept.items() if not is_kept] == [
        "launcher",
        "reviews",
        "launcher_vs_lhc",
        "launcher_vs_papercups",
        "launcher_requests",
        "cls",
    ]


def test_without_npm_only_what_was_published_is_held_against() -> None:
    told = report(OURS, {})
    assert "launcher_vs_papercups" not in told["kept"]
    assert options(["--quick"]).quick
