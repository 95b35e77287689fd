"""What bin/bench page says of two pages can be trusted: whose figures, and held against which limit."""

import argparse

import pytest

from .page import PageWrong, Visit, check, inp_ms, options, report, spread

GIVEN = argparse.Namespace(tap="main button", own_tap="support-delivery >>> button")


def a_visit(*, lcp_ms: float, main_thread_ms: float = 0, cls: float = 0, widget: bool = False) -> Visit:
    cost = {
        "main_thread_ms": main_thread_ms,
        "main_thread_cpu_ms": main_thread_ms,
        "long_tasks": 0,
        "all_long_tasks": 9,
        "all_main_thread_ms": 900.0,
    }
    inp = {GIVEN.tap: 40.0} | ({GIVEN.own_tap: 24.0} if widget else {})
    found: Visit = {"base": None, "filled": []}
    if widget:
        found = {"base": "https://support.example/", "filled": ["support-delivery"]}
    return {
        "lcp_ms": lcp_ms,
        "tbt_ms": 0.0,
        "cls": cls,
        **cost,
        "scroll": cost,
        "inp": inp,
        "widget": found,
        "benchmark_index": 1500,
    }


WITHOUT = [a_visit(lcp_ms=lcp_ms) for lcp_ms in (1000, 1040, 1100)]
WITH = [a_visit(lcp_ms=lcp_ms, main_thread_ms=5, widget=True) for lcp_ms in (1010, 1050, 1120)]


def test_a_page_is_no_slower_for_what_it_differs_by_anyway() -> None:
    told = report(WITHOUT, WITH, GIVEN)
    assert (told["ours"]["lcp_ms_more"], told["peer"]["lcp_ms_more"]) == (10, 50)
    assert told["ratios"]["main_thread_ms"] == 3
    assert all(told["kept"].values())


def test_a_page_that_moves_or_waits_for_the_widget_is_told() -> None:
    slow = [a_visit(lcp_ms=1200, main_thread_ms=30, cls=0.01, widget=True) for _ in WITHOUT]
    kept = report(WITHOUT, slow, GIVEN)["kept"]
    assert kept == {
        "main_thread_ms": False,
        "long_tasks": True,
        "cls_more": False,
        "lcp_ms_more": False,
        "inp_ms_more": True,
    }


def test_pages_that_are_not_with_and_without_are_refused() -> None:
    check(WITHOUT[0], WITH[0])
    for without, with_ in ((WITH[0], WITH[0]), (WITHOUT[0], WITHOUT[0])):
        with pytest.raises(PageWrong):
            check(without, with_)


def test_a_tap_that_nothing_answered_is_no_figure() -> None:
    assert inp_ms(WITH[0], GIVEN.own_tap) == 24
    with pytest.raises(PageWrong, match="--own-tap"):
        inp_ms(WITHOUT[0], GIVEN.own_tap)


def test_one_visit_has_no_spread() -> None:
    assert spread([7.0]) == 0


def test_both_addresses_are_asked_for() -> None:
    with pytest.raises(SystemExit):
        options(["https://shop.example/product"])
