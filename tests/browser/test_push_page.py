"""The page where a shopper lets a browser notify them, and the worker that does, in a real browser.

A push service is out of reach here: what the browser would be given by one is played, and so is what one brings.
"""

import json
import os
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import BrowserContext, Locator, Page, expect

from saleor_support_plugin.mails.links import preferences_link
from saleor_support_plugin.outbox.models import Browser

from ..outbox.media.fake_push_service import FakePushService
from ..outbox.media.set_up import set_up
from ..outbox.messages import TO, somebody
from ..service import Service
from ..shops import Shop
from .axe import serious_faults
from .waiting import comes_true

pytestmark = pytest.mark.browser
ENDPOINT = "https://fcm.googleapis.com/fcm/send/abc"
PLAYED = """(() => {
  let given = null;
  const told = TOLD;
  PushManager.prototype.getSubscription = async () => given;
  PushManager.prototype.subscribe = async (options) => {
    window.asked = options;
    given = { endpoint: told.endpoint, toJSON: () => told, unsubscribe: async () => (given = null) };
    return given;
  };
})()"""


@pytest.fixture(scope="module", autouse=True)
def rows_beside_a_browser() -> Iterator[None]:
    """Playwright keeps an event loop in this thread, so Django would refuse to touch the database in it."""
    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    yield
    if before is None:
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def context(browser: Chromium) -> Iterator[BrowserContext]:
    opened = browser.new_context(viewport={"width": 360, "height": 740}, locale="tr-TR")
    yield opened
    opened.close()


def address(service: Service, shop: Shop) -> str:
    set_up(shop, "webpush")
    somebody(shop)
    token = preferences_link(store=shop.store, email=TO).rpartition("/")[2]
    return f"{service.url}/push/{shop.store.key}/{token}"


def opened(context: BrowserContext, at: str, service: FakePushService) -> Page:
    told = json.dumps(service.subscription | {"endpoint": ENDPOINT})
    context.add_init_script(PLAYED.replace("TOLD", told))
    page = context.new_page()
    page.goto(at)
    return page


def said(page: Page) -> Locator:
    """Return what the page says now; the rest is there as well, hidden."""
    return page.get_by_role("status").locator("span:visible")


def test_one_button_switches_them_on_and_off(context: BrowserContext, committed: Service, open_aurora: Shop) -> None:
    at, service = address(committed, open_aurora), FakePushService()
    context.grant_permissions(["notifications"], origin=committed.url)
    page = opened(context, at, service)
    expect(said(page)).to_have_text("Bildirimler bu tarayıcıda kapalı.")
    assert serious_faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.get_by_role("button", name="Aç").press("Enter")
    expect(said(page)).to_have_text("Bildirimler bu tarayıcıda açık.")
    assert Browser.across_stores.get().endpoint == ENDPOINT
    assert page.evaluate("asked.applicationServerKey") == page.locator("#push").get_attribute("data-key")
    page.get_by_role("button", name="Kapat").click()
    expect(said(page)).to_have_text("Bildirimler bu tarayıcıda kapalı.")
    assert not Browser.across_stores.exists()
    service.stop()


def test_a_browser_that_blocks_them_says_so(context: BrowserContext, committed: Service, open_aurora: Shop) -> None:
    service = FakePushService()
    page = opened(context, address(committed, open_aurora), service)
    page.get_by_role("button").click()  # a browser without a head answers no
    expect(said(page)).to_contain_text("engelliyor")
    expect(page.get_by_role("button")).to_be_hidden()
    service.stop()


def test_the_worker_shows_what_is_brought_to_it(context: BrowserContext, committed: Service, open_aurora: Shop) -> None:
    service = FakePushService()
    at = address(committed, open_aurora)
    context.grant_permissions(["notifications"], origin=committed.url)
    page = opened(context, at, service)
    page.get_by_role("button").click()
    expect(said(page)).to_contain_text("açık")
    brought = {"title": "Aurora", "text": "Yola çıktı", "link": "https://shop.example/1", "key": "m1"}
    deliver(context, page, committed.url, json.dumps(brought))
    comes_true(page, f"({SHOWN}).then((all) => all.length)")
    assert page.evaluate(SHOWN) == [["Aurora", "Yola çıktı", "https://shop.example/1", "m1"]]
    service.stop()


SHOWN = """navigator.serviceWorker.getRegistration(document.querySelector("#push").dataset.worker)
  .then((worker) => worker.getNotifications())
  .then((all) => all.map((one) => [one.title, one.body, one.data, one.tag]))"""


def deliver(context: BrowserContext, page: Page, origin: str, words: str) -> None:
    """Bring a push to the page's worker, as the browser's push service would."""
    devtools, registrations = context.new_cdp_session(page), list[dict[str, Any]]()
    devtools.on("ServiceWorker.workerRegistrationUpdated", lambda told: registrations.extend(told["registrations"]))
    devtools.send("ServiceWorker.enable")
    while not registrations:
        page.wait_for_timeout(20)
    told = {"origin": origin, "registrationId": registrations[0]["registrationId"], "data": words}
    devtools.send("ServiceWorker.deliverPushMessage", told)
