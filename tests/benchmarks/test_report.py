"""What a bench's last line says can be trusted: figures, the direction of ratios, one JSON object."""

import json
import math

import pytest

from .harness.deliveries import BODY_BYTES, body
from .harness.load import Cell, status_when_whole
from .harness.report import NothingMeasured, line, medians, percentile, ratio, rounded
from .up import part_of
from .webhooks import BARS, compare_round


@pytest.mark.parametrize(
    ("samples", "share", "expected"),
    [
        ([7.0], 0.99, 7.0),
        (list(range(1, 101)), 0.99, 99),
        (list(range(1, 101)), 0.5, 50),
        ([3, 1, 2], 1.0, 3),
        ([3, 1, 2], 0.0, 1),
    ],
)
def test_a_percentile_is_a_wait_that_somebody_had(samples: list[float], share: float, expected: float) -> None:
    assert percentile(samples, share) == expected


def test_a_load_that_got_no_answer_has_no_percentile() -> None:
    with pytest.raises(NothingMeasured):
        percentile([], 0.99)


def test_one_noisy_round_does_not_move_the_figure() -> None:
    rounds = [{"rps": 100.0, "cpu": 5.0}, {"rps": 3.0, "cpu": 90.0}, {"rps": 110.0, "cpu": 4.0}]
    assert medians(rounds) == {"rps": 100.0, "cpu": 5.0}


@pytest.mark.parametrize(("ours", "peer", "better"), [(500, 100, "higher"), (100, 500, "lower")])
def test_a_ratio_above_one_means_that_we_are_better(ours: float, peer: float, better: str) -> None:
    assert ratio(ours, peer, better="higher" if better == "higher" else "lower") == 5


def test_a_faster_leaner_intake_is_above_one_in_every_ratio_that_has_a_bar() -> None:
    rates, waits, cpu = ("rps_c1", "rps_c16", "rps_c64"), ("p99_ms_c64",), ("cpu_us_c64",)
    peer = dict.fromkeys(rates + waits + cpu, 100.0)
    ours = dict.fromkeys(rates, 400.0) | dict.fromkeys(waits + cpu, 25.0)
    ratios = compare_round(ours, peer)
    assert set(ratios.values()) == {4.0}
    assert set(BARS) == set(ratios) | {"rss", "signature"}


def test_figures_are_printed_with_four_digits() -> None:
    assert [rounded(figure) for figure in (0.0, 0.0123456, 12.3456, 98765.4)] == [0.0, 0.01235, 12.35, 98770.0]


def test_the_last_line_is_one_json_object_with_both_sides() -> None:
    told = line(
        "webhooks", ours={"rps": 7000.4}, peer={"name": "Next", "rps": 1234.5}, ratios={"rps": 5.67891}, rounds=3
    )
    assert "\n" not in told
    assert json.loads(told) == {
        "bench": "webhooks",
        "ours": {"rps": 7000.0},
        "peer": {"name": "Next", "rps": 1234.0},
        "ratios": {"rps": 5.679},
        "rounds": 3,
    }


def test_a_ratio_to_nothing_is_null_and_not_a_word_that_json_lacks() -> None:
    told = line("up", ours={}, peer={}, ratios={"cold": ratio(0.0, 120.0, better="lower")})
    assert json.loads(told)["ratios"] == {"cold": None}
    assert math.isinf(ratio(0.0, 120.0, better="lower"))


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        (b"HTTP/1.1 202 Accepted\r\ncontent-length: 2\r\n\r\n{}", 202),
        (b"HTTP/1.1 202 Accepted\r\nContent-Length: 2\r\nx: y\r\n\r\n{", None),
        (b"HTTP/1.1 202 Acc", None),
        (b"HTTP/1.1 204 No Content\r\n\r\n", 204),
        (b"HTTP/1.1 500 No\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n", None),
        (b"HTTP/1.1 500 No\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n", 500),
    ],
)
def test_an_answer_counts_only_when_all_of_it_is_there(answer: bytes, status: int | None) -> None:
    assert status_when_whole(answer) == status


def test_everything_but_a_success_is_an_error() -> None:
    cell = Cell(connections=16, broken=2)
    cell.statuses.update({200: 5, 202: 10, 302: 1, 404: 1, 503: 3})
    assert (cell.acknowledged, cell.errors) == (15, 7)


def test_bodies_differ_and_have_one_length() -> None:
    bodies = [body(number) for number in (0, 1, 59_999, 1_000_000)]
    assert {len(one) for one in bodies} == {BODY_BYTES}
    assert len({json.loads(one)["checkout"]["id"] for one in bodies}) == 4


@pytest.mark.parametrize(
    ("command", "part"),
    [
        ("/x/python -m saleor_support_plugin web --fd 5", "web"),
        ("/x/python -m saleor_support_plugin worker", "worker"),
        ("/x/python -m saleor_support_plugin demo --port 8001 --app-url http://localhost:8000", "demo"),
        ("/x/pginstall/bin/postgres -D data", "postgres"),
        ("postgres: checkpointer ", "postgres"),
        ("/x/valkey-server valkey.conf", "valkey"),
        ("/x/python -m saleor_support_plugin.embedded --port 8000", "launcher"),
    ],
)
def test_memory_is_told_by_part(command: str, part: str) -> None:
    assert part_of(command) == part
