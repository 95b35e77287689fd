"""Which stores may install the app, and what a silent token means."""

from datetime import UTC, datetime, timedelta

import pytest

from saleor_support_plugin.stores import rules
from saleor_support_plugin.stores.rules import ApiUrlWrong, Fate, StoreNotAllowed, api_url, check_allowed, fate

DEMO = "http://localhost:8001"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://shop.example/graphql/", "https://shop.example/graphql/"),
        (" https://SHOP.example/graphql/ ", "https://shop.example/graphql/"),
        ("HTTPS://shop.example:8443/graphql/", "https://shop.example:8443/graphql/"),
        ("http://[::1]:8000/graphql/", "http://[::1]:8000/graphql/"),
    ],
)
def test_an_api_address_is_the_tenants_key(text: str, expected: str) -> None:
    assert api_url(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "shop.example/graphql/",
        "ftp://shop.example/graphql/",
        "javascript:alert(1)",
        "https://",
        "https:///graphql/",
        "https://shop.example",
        "https://user:secret@shop.example/graphql/",
        "https://shop.example@evil.example/graphql/",
        "https://shop.example/graphql/?a=b",
        "https://shop.example/graphql/#x",
        "https://shop.example:port/graphql/",
        "https://[::1/graphql/",
        "file:///etc/passwd",
    ],
)
def test_anything_else_is_no_api_address(text: str) -> None:
    with pytest.raises(ApiUrlWrong):
        api_url(text)


@pytest.mark.parametrize(
    ("allowed", "installed", "is_allowed"),
    [
        ([], [], True),  # the first store that installs
        ([], ["https://shop.example/graphql/"], True),  # the same again
        ([], ["https://other.example/graphql/"], False),
        ([], [f"{DEMO}/graphql/"], True),  # the demo store is not the first
        (["*"], ["https://other.example/graphql/"], True),
        (["shop.example"], [], True),
        (["*.example"], [], True),
        (["https://shop.example/graphql/"], [], True),
        (["https://shop.example/*"], [], True),
        (["other.example"], [], False),
        (["example"], [], False),
        (["shop.example.evil"], [], False),
        (["http://shop.example/graphql/"], [], False),
    ],
)
def test_only_allowed_stores_install(allowed: list[str], installed: list[str], is_allowed: bool) -> None:
    def check() -> None:
        check_allowed("https://shop.example/graphql/", allowed=allowed, demo=DEMO, installed=installed)

    if is_allowed:
        check()
    else:
        with pytest.raises(StoreNotAllowed, match="ALLOWED_STORES"):
            check()


def test_the_demo_store_is_always_allowed_and_its_look_alikes_are_not() -> None:
    check_allowed(f"{DEMO}/graphql/", allowed=["shop.example"], demo=DEMO, installed=[])
    with pytest.raises(StoreNotAllowed):
        check_allowed("http://localhost:80011/graphql/", allowed=["shop.example"], demo=DEMO, installed=[])


@pytest.mark.parametrize(
    ("token_answers", "told_inactive", "expected"),
    [
        (True, False, Fate.WELL),
        (True, True, Fate.WELL),
        (False, True, Fate.DEACTIVATED),
        (False, False, Fate.REMOVED),
    ],
)
def test_a_dead_token_that_nobody_announced_was_deleted(
    token_answers: bool, told_inactive: bool, expected: Fate
) -> None:
    assert fate(token_answers=token_answers, told_inactive=told_inactive) is expected


def test_chores_are_tried_again_ever_later_but_never_given_up() -> None:
    now = datetime(2026, 11, 20, tzinfo=UTC)
    waits = [rules.chore_retry(failures, now).at - now for failures in (0, 1, 5, 50)]
    assert waits == [timedelta(seconds=30), timedelta(seconds=60), timedelta(seconds=960), timedelta(hours=1)]
