"""Somebody who wants to see an order without an account, at the doors of a shop's pages."""

import re
from typing import Any

import requests
from django.utils import timezone

from saleor_support_plugin.guests import actions
from saleor_support_plugin.outbox.models import Message

from ..desks import ORIGIN
from ..service import Service
from ..shops import Shop


class Guest:
    def __init__(self, service: Service, shop: Shop, *, origin: str = ORIGIN) -> None:
        self.place = f"{service.url}/s/{shop.store.key}/default-channel/orders"
        self.headers = {"origin": origin}
        self.order: dict[str, Any] = {"number": "1", "email": f"shopper@{shop.name}.example"}

    def ask(self, **changed: Any) -> requests.Response:
        return self._post("code", self.order | changed)

    def enter(self, code: Any, **changed: Any) -> requests.Response:
        return self._post("enter", self.order | {"code": code} | changed)

    def opened(self, service: Service) -> str:
        """Ask, read the mail and type its code; return the page's address on this test's service."""
        self.ask()
        url: str = self.enter(mailed_code()).json()["url"]
        return service.url + url[url.index("/o/") :]

    def _post(self, door: str, body: Any) -> requests.Response:
        return requests.post(f"{self.place}/{door}", json=body, headers=self.headers, timeout=20)


def mailed_code() -> str:
    """Have what was asked for mailed; return the newest code."""
    actions.mail_due(now=timezone.now())
    message = Message.across_stores.filter(kind="order_code").latest("pk")
    found = re.search(r"^(\d{6})$", message.text, re.MULTILINE)
    assert found, message.text
    return found[1]
