"""Waiting in a page until something holds that no locator shows."""

import time
from typing import Any

from playwright.sync_api import Frame, Page

PATIENCE = 30.0  # seconds


def comes_true(place: Page | Frame, expression: str, argument: Any = None) -> Any:
    """Return what an expression (JavaScript; it may be a promise and may use `argument`) is, once that is true.

    Playwright's own `wait_for_function` looks once as a debugger, which may evaluate text anywhere, and then from
    within the page, whose policy forbids it: there it fails on all that is not true at once.
    """
    until = time.monotonic() + PATIENCE
    while True:
        value = place.evaluate(f"async (argument) => ({expression})", argument)
        if value:
            return value
        assert time.monotonic() < until, f"never true: {expression}"
        place.wait_for_timeout(30)
