import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from ..journeys.running import Running
from .demo import Demo

NAMES = ("chromium", "chromium-browser", "google-chrome")
# Chromium's own services would call out, and a container has neither a sandbox nor a graphics card.
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# A busy machine needs longer than the five seconds that an expectation waits by itself.
PATIENCE = 20_000
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Ends with its module: as long as Playwright runs, this thread has a running loop, and Django refuses to work."""
    found = os.environ.get("BROWSER_BIN") or next(filter(None, map(shutil.which, NAMES)), None)
    assert found, "no Chromium: `bin/check` finds or fetches one, or name it in BROWSER_BIN"
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=found, args=QUIET)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """Everything that `bin/up` starts, the demo store with the app installed among it."""
    folder: Path = tmp_path_factory.mktemp("demo")
    with Running(folder / "data") as running:
        yield Demo(running)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, timezone_id="Europe/Istanbul")
    context.set_default_timeout(PATIENCE)
    opened = context.new_page()
    yield opened
    context.close()
