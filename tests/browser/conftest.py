import os
import shutil
import time
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from ..journeys.running import Running
from .demo import Demo
from .shop_page import ShopPage

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


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Function, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Say what the demo's app knew when a test failed: a page only shows that something did not come."""
    report = yield
    demo = getattr(item, "funcargs", {}).get("demo")
    if report.failed and call.when != "teardown" and isinstance(demo, Demo):  # then it may have ended
        report.sections.append(("the demo's app", demo.told()))
    return report


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


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A page of somebody else's: nothing that is kept in `page` is known here."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def shop(demo: Demo) -> Iterator[ShopPage]:
    store, variant = known_to(demo)
    with ShopPage(demo.running.url, store, variant) as opened:
        yield opened


def known_to(demo: Demo, seconds: float = 60) -> tuple[str, str]:
    """Return the demo store's key and a variant, as soon as the app has read the store's variants and shipping."""
    query = """select s.key, v.saleor_id from support_store s join support_variant v on v.store_id = s.id
        where v.is_shipping_required and not v.is_deleted
        and exists (select from support_shippingmethod m join support_shippingprice p on p.method_id = m.id
            where m.store_id = s.id and p.channel_slug = 'eu')
        order by v.id limit 1"""
    until = time.monotonic() + seconds
    with demo.running.database() as database:
        while time.monotonic() < until:
            if found := database.execute(query).fetchone():
                return str(found[0]), str(found[1])
            time.sleep(0.1)
    raise TimeoutError(f"the demo store is not known after {seconds} s")
