"""What a shop's page loads of the widget, brotli, beside chat widgets of others."""

import argparse
import json
import re
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import requests
from playwright.sync_api import Browser, Page, Request, sync_playwright

from ..browser.shop_page import ShopPage
from .harness import CACHE, CHECKOUT
from .harness.node import install
from .harness.processes import Running, run_bench
from .harness.report import line, ratio
from .page import chromium
from .up import environment, up

SOURCE = Path(__file__).parent / "chat_widgets"
OLDEST_NODE = (22, 19)
# MEASURES §6: built from its repository, for npm has none. The loader of every page; and all of it, once it is opened.
LIVE_HELPER_CHAT = {"launcher_br_bytes": 25_558, "open_br_bytes": 183_743}
# MEASURES P12: the most that each may weigh, and how many times lighter than whom.
LIMITS = {"launcher": 4_000, "delivery": 6_000, "reviews": 8_000, "open": 20_000}
BARS = {"launcher_vs_lhc": 6.0, "launcher_vs_papercups": 25.0, "open_vs_lhc": 8.0}
# A phone of the middle, and not the machine that this runs on.
SLOWER = 4
SEEN = """window.costs = { cls: 0, tasks: 0 };
new PerformanceObserver(list => list.getEntries().forEach(one => { if (!one.hadRecentInput) costs.cls += one.value; }))
  .observe({ type: 'layout-shift', buffered: true });
new PerformanceObserver(list => { costs.tasks += list.getEntries().length; })
  .observe({ type: 'longtask', buffered: true });"""
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
PATIENCE_MS = 30_000


def options(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bin/bench widget", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="the peers' figures from MEASURES, without npm")
    return parser.parse_args(arguments)


def peers() -> dict[str, int]:
    """Return what each peer's widget weighs as a page loads it, built from its package in npm."""
    built = install(SOURCE, oldest=OLDEST_NODE, build=["build.mjs"])
    weights: dict[str, int] = json.loads((built.folder / "weights.json").read_text())
    return weights


def sent_bytes(url: str) -> int:
    """Return how many bytes of body a browser gets of this address."""
    with requests.get(url, headers={"Accept-Encoding": "br, gzip"}, stream=True, timeout=30) as answer:
        answer.raise_for_status()
        return len(answer.raw.read(decode_content=False))


class Visit:
    """A page of the demo shop on a slow machine, and what it asked of the service."""

    def __init__(self, browser: Browser, service: str) -> None:
        self._service = service
        self.page: Page = browser.new_page(viewport={"width": 390, "height": 844})
        self.page.set_default_timeout(PATIENCE_MS)
        self.page.add_init_script(SEEN)
        throttle = {"rate": SLOWER}
        self.page.context.new_cdp_session(self.page).send("Emulation.setCPUThrottlingRate", throttle)
        self.asked: list[str] = []
        self.page.on("request", self._note)

    def _note(self, request: Request) -> None:
        if request.url.startswith(self._service) and request.method == "GET":
            self.asked.append(request.url)

    def bytes_of(self, pattern: str) -> int:
        """Return the bytes of all that was asked whose address has this in it."""
        return sum(sent_bytes(url) for url in self.asked if re.search(pattern, url))


def launcher(browser: Browser, service: str, shop: str) -> dict[str, float]:
    """Return the cost of the first page, which has nothing of ours but the launcher, before and after the first tap."""
    visit = Visit(browser, service)
    visit.page.goto(shop, wait_until="networkidle")
    button = visit.page.locator("support-chat [part=launcher]")
    button.wait_for()
    before = len(visit.asked)
    found: dict[str, float] = {
        "launcher_br_bytes": visit.bytes_of(r"/widget\.js$"),
        "launcher_json_bytes": visit.bytes_of(r"/widget\.json$"),
        "launcher_requests": before,
    }
    button.click()
    visit.page.locator("support-chat [part=panel]").wait_for()
    return found | {"open_br_bytes": visit.bytes_of(r"/support-chat-"), "open_requests": len(visit.asked) - before}


def product(browser: Browser, service: str) -> dict[str, float]:
    """Return the cost of a product's page with everything on it, read down to its end."""
    demo = dict(parse_qsl(urlsplit(requests.get(f"{service}/playground", timeout=30).url).query))
    visit = Visit(browser, service)
    # On a page of our own nothing else moves.
    with ShopPage(service, demo["store"], demo["variant"]) as shop:
        everything = {"channel": demo["channel"], "country": demo["country"], "reviews": demo["product"], "chat": "1"}
        visit.page.goto(shop.address(**everything), wait_until="networkidle")
        for name in ("support-delivery", "support-reviews"):
            visit.page.locator(name).scroll_into_view_if_needed()
            visit.page.locator(f"{name} [part=line]").wait_for()
        visit.page.locator("support-chat [part=launcher]").wait_for()
        visit.page.wait_for_load_state("networkidle")
        seen = visit.page.evaluate("costs")
    return {
        "delivery_br_bytes": visit.bytes_of(r"/support-delivery-"),
        "delivery_json_bytes": visit.bytes_of(r"/delivery/"),
        "reviews_br_bytes": visit.bytes_of(r"/support-reviews-"),
        "reviews_json_bytes": visit.bytes_of(r"/reviews/"),
        "cls": seen["cls"],
        "long_tasks": seen["tasks"],
    }


def addresses(everything: Running) -> tuple[str, str]:
    """Return where the service and the demo shop are, by what the launcher said."""
    said = everything.log.read_text(errors="replace")
    service = re.search(r"^ready: (\S+)", said, re.MULTILINE)
    shop = re.search(r"(http://\S+?)/dashboard/", said)
    assert service is not None
    assert shop is not None
    return service[1].rstrip("/"), shop[1]


def measure() -> dict[str, float]:
    CACHE.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory(prefix="widget-", dir=CACHE) as folder,
        up(CHECKOUT, Path(folder) / "data", environment()) as (everything, _),
        sync_playwright() as playwright,
    ):
        service, shop = addresses(everything)
        browser = playwright.chromium.launch(executable_path=chromium(), args=QUIET)
        try:
            return launcher(browser, service, shop) | product(browser, service)
        finally:
            browser.close()


def report(ours: Mapping[str, float], weighed: Mapping[str, int]) -> dict[str, Any]:
    """Hold our figures against the limits and the peers; `weighed` has a peer's bytes by its name."""
    lhc = LIVE_HELPER_CHAT
    open_bytes = ours["launcher_br_bytes"] + ours["open_br_bytes"]
    ratios = {
        "launcher_vs_lhc": ratio(ours["launcher_br_bytes"], lhc["launcher_br_bytes"], better="lower"),
        "open_vs_lhc": ratio(open_bytes, lhc["open_br_bytes"], better="lower"),
    } | {
        f"launcher_vs_{name}": ratio(ours["launcher_br_bytes"], found, better="lower")
        for name, found in weighed.items()
    }
    kept = {name: ours[f"{name}_br_bytes"] <= limit for name, limit in LIMITS.items()}
    kept |= {name: ratios[name] >= bar for name, bar in BARS.items() if name in ratios}
    kept |= {"launcher_requests": ours["launcher_requests"] == 2, "cls": ours["cls"] == 0}
    peer = (
        {"name": "Live Helper Chat, as in MEASURES"} | lhc | {f"{name}_br_bytes": one for name, one in weighed.items()}
    )
    return {"ours": ours, "peer": peer, "ratios": ratios, "kept": kept}


def main() -> int:
    given = options()
    told = report(measure(), {} if given.quick else peers())
    for name, is_kept in told["kept"].items():
        print(f"  {name:<22} {'yes' if is_kept else 'NO'}", flush=True)
    print(line("widget", **told, cpu_slower=SLOWER))
    return 0 if all(told["kept"].values()) else 1


if __name__ == "__main__":
    run_bench(main)
