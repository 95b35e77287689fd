"""The page behind the link of a review request, as its reader's browser sends it."""

import html
import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.test import Client

from saleor_support_plugin.reviews import links, requesting
from saleor_support_plugin.reviews.models import ReviewRequest

from ..shops import NOON, Shop
from .parcels import arrive, order

ASKED_AT = NOON + timedelta(days=1)


def asked(shop: Shop, *, now: datetime = ASKED_AT, **changed: Any) -> ReviewRequest:
    """Have an order arrive and its buyer be asked."""
    known = order(shop, **changed)
    arrive(known, at=now - timedelta(days=1))
    requesting.notice_deliveries(now=now)
    requesting.ask_due(now=now)
    return ReviewRequest.across_stores.select_related("order", "store").get(order=known)


def path(request: ReviewRequest) -> str:
    return links.review_link(request).removeprefix("https://support.example.com")


@dataclass
class Reader:
    """Somebody who has the link, and the page that they see."""

    request: ReviewRequest
    client: Client = field(default_factory=Client)

    def open(self, query: str = "f=fine") -> str:
        return self.client.get(f"{path(self.request)}?{query}").content.decode()

    def tokens(self, query: str = "f=fine") -> list[str]:
        """Return the tokens of the lines that the page's form is about."""
        form = self.open(query).partition('id="review"')[2]
        found = re.findall(r'name="line-\d+" value="([^"]+)"', form)
        return [html.unescape(token) for token in found]

    def send(self, deed: str = "send", **fields: Any) -> Any:
        """Send the form with fields such as `stars_0`; the lines' tokens are the page's unless they are named."""
        named = {name.replace("_", "-"): value for name, value in fields.items()}
        if not any(name.startswith("line-") for name in named):
            named |= {f"line-{number}": token for number, token in enumerate(self.tokens())}
        return self.client.post(path(self.request), {"deed": deed} | named)

    def change(self, review: int, **fields: Any) -> Any:
        [token] = self.tokens(f"e={review}")[:1]
        return self.send("change", **{"line_0": token} | fields)
