"""The demo store's Dashboard as a browser sees it."""

import re
from urllib.parse import urlencode

import requests
from playwright.sync_api import Frame, Page

from ..journeys.running import Running

# Later ones are those that other tests placed.
ORDERS_AT_FIRST = 6


class Demo:
    def __init__(self, running: Running) -> None:
        self.running = running
        self.url = running.environment_of("worker")["DEMO_URL"]

    def orders(self) -> list[str]:
        """Return the ids of the orders that every demo store begins with, the newest first."""
        text = requests.get(f"{self.url}/dashboard/orders", timeout=20).text
        found = dict(re.findall(r"/dashboard/orders/([\w=%-]+)[^>]*>#(\d+)<", text))
        return [order_id for order_id, number in found.items() if int(number) <= ORDERS_AT_FIRST]

    def open_order(self, page: Page, **view: str) -> Frame:
        """Open an order in the demo's Dashboard, and return the frame that our card is in."""
        page.goto(f"{self.url}/dashboard/orders/{self.orders()[0]}?{urlencode(view)}")
        card = page.wait_for_selector("iframe")
        assert card is not None
        frame = card.content_frame()
        assert frame is not None
        return frame
