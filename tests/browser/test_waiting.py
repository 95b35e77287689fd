"""Waiting in a page whose policy forbids to evaluate text."""

import pytest
from playwright.sync_api import Page, Route

from .waiting import comes_true

pytestmark = pytest.mark.browser


def strict(route: Route) -> None:
    headers = {"Content-Security-Policy": "script-src 'self'"}
    route.fulfill(headers=headers, content_type="text/html", body="<!doctype html><title>Strict</title>")


def test_what_comes_true_later_is_waited_for_in_a_strict_page(page: Page) -> None:
    page.route("**/*", strict)
    page.goto("http://strict.example/")
    page.evaluate("setTimeout(() => { window.later = 'there' }, 200)")
    assert comes_true(page, "window.later") == "there"
    assert comes_true(page, "Promise.resolve(argument + 1)", 1) == 2
