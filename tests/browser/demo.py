"""The demo store's Dashboard as a browser sees it."""

import re
import time
from typing import LiteralString
from urllib.parse import urlencode

import requests
from playwright.sync_api import Frame, Page

from ..journeys.running import Running

# Later ones are those that other tests placed.
ORDERS_AT_FIRST = 6
SETTLED = """select count(*) > 0 and bool_and(
    exists (select from support_namedconfiguration where store_id = s.id)
    and exists (select from support_order where store_id = s.id)
    and exists (select from support_variant where store_id = s.id)
    and exists (select from support_shippingmethod where store_id = s.id)) from support_store s"""
# What a failed test is told of beside the page: what was to be done, and why it was not.
KNOWN = {
    "time": "select now()",
    "chores": "select name, done_at, due_at, error from support_chore where error <> '' or name = 'deliveries'",
    "events that wait": """select event, received_at, next_attempt_at, attempts, error from support_event
        where state = 0 order by id limit 20""",
    "carts' cases": """select id, state, silence, changed_at, next_check_at, steps_done from support_cartcase
        order by id desc limit 5""",
    "messages": """select id, kind, about, state, reason, created_at, due_at, taken_at, sent_at from support_message
        order by id desc limit 5""",
}
LINES = 25


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

    def wait_until_settled(self) -> None:
        """Wait until the merchant's settings are made, and the app has read the store's orders, goods and shipping."""
        self.wait_until(SETTLED, "the demo is not set up")

    def wait_until(self, question: LiteralString, otherwise: str, *values: object, seconds: float = 60) -> None:
        """Wait until the app's database answers yes: where somebody at the pages cannot see how far the app is."""
        until = time.monotonic() + seconds
        with self.running.database() as database:
            while database.execute(question, values).fetchone() != (True,):
                if time.monotonic() > until:
                    raise TimeoutError(f"{otherwise} after {seconds} s")
                time.sleep(0.1)

    def told(self) -> str:
        """Return what the app knows and what its parts said last: for whoever reads why a test failed."""
        with self.running.database() as database:
            rows = [
                "\n".join([name, *(f"  {' | '.join(map(str, row))}" for row in database.execute(question).fetchall())])
                for name, question in KNOWN.items()
            ]
        logs = [
            "\n".join([log.name, *log.read_text(errors="replace").splitlines()[-LINES:]])
            for log in sorted((self.running.data / "logs").glob("*.log"))
        ]
        return "\n\n".join(rows + logs)

    def forget_how_often(self) -> None:
        """Let letters be sent again: five an hour from one address are fewer than all tests send."""
        with self.running.database() as database:
            database.execute("delete from support_knocking")
