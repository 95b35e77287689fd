"""Retries end, addresses are known again, and nothing of the demo leaves."""

from datetime import timedelta

import pytest

from saleor_support_plugin.api.message_kinds import KINDS
from saleor_support_plugin.outbox import kinds, rules

from ..shops import NOON


def test_retries_double_to_four_hours_and_end_after_a_day() -> None:
    waits = [rules.after_failure(attempt, NOON) for attempt in range(1, rules.MOST_ATTEMPTS)]
    spans = [one.at - NOON for one in waits if isinstance(one, rules.TryAgain)]
    assert spans[:4] == [timedelta(minutes=minutes) for minutes in (1, 2, 4, 8)]
    assert max(spans) == timedelta(hours=4)
    assert timedelta(days=1) < sum(spans, timedelta()) < timedelta(days=2)
    assert rules.after_failure(rules.MOST_ATTEMPTS, NOON) == rules.GiveUp()


@pytest.mark.parametrize(
    ("email", "api_url", "demo", "stays"),
    [
        ("a@shop.dev", "http://localhost:8001/graphql/", "http://localhost:8001", True),
        ("a@shop.dev", "http://localhost:80011/graphql/", "http://localhost:8001", False),
        ("a@shop.dev", "https://shop.dev/graphql/", "", False),
        ("a@example.com", "https://shop.dev/graphql/", "", True),
        ("a@notexample.com", "https://shop.dev/graphql/", "", False),
        ("a@example.com.", "https://shop.dev/graphql/", "", True),
    ],
)
def test_what_stays_here(email: str, api_url: str, demo: str, stays: bool) -> None:
    assert rules.stays_here(email, api_url=api_url, demo=demo) is stays


def test_every_kind_of_message_is_looked_at_twice() -> None:
    assert set(KINDS) == set(kinds.KINDS)
    assert kinds.unregistered() == []


def test_a_kind_that_nobody_looks_at_again_fails_the_system_check(monkeypatch: pytest.MonkeyPatch) -> None:
    from saleor_support_plugin.checks import every_kind_of_message_is_looked_at_twice

    assert every_kind_of_message_is_looked_at_twice(None) == []
    monkeypatch.setitem(kinds.KINDS, "win_back", kinds.KINDS["cart_reminder"])
    assert [one.id for one in every_kind_of_message_is_looked_at_twice(None)] == ["support.E003"]
