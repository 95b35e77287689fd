"""A shop whose carrier is slower than it says keeps nine promises of ten, and not by promising next month."""

import pytest

from saleor_support_plugin.parcels import keeping

from .year import live


def test_nine_of_ten_promises_are_kept_with_windows_hardly_wider_than_need_be() -> None:
    year = live(days=50, orders_a_day=20, seed=1)
    assert year.promises == 1000
    assert year.kept_share >= keeping.GOAL
    assert year.width_ratio <= 1.5


def test_without_widening_they_would_not_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.parcels.year.widen", lambda known: {})
    assert live(days=50, orders_a_day=20, seed=1).kept_share < keeping.GOAL
