"""Deliveries keep coming while every part is killed in turn: whatever was acknowledged is there, and was done."""

import json
import threading
import time
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import requests
from django.db import connection

from ..shops import Shop, jwks_of
from .running import Running

PARTS = ("worker", "web", "postgres", "valkey", "worker", "web")
# Between two kills; not a time, for a machine may be slow.
DELIVERIES_BETWEEN = 40


class Sender(threading.Thread):
    """Saleor, without its retries: sends on and on, and remembers what was acknowledged."""

    def __init__(self, running: Running, shop: Shop) -> None:
        super().__init__(daemon=True)
        self._running = running
        self._shop = shop
        self._ended = threading.Event()
        self.acknowledged: list[str] = []
        self.answers: dict[int, int] = {}

    def run(self) -> None:
        session = requests.Session()
        while not self._ended.wait(0.05):
            checkout = str(uuid.uuid4())
            body = checkout_updated(checkout, self._shop.store.app_id)
            status = self._send(session, body)
            self.answers[status] = self.answers.get(status, 0) + 1
            if status == 202:
                self.acknowledged.append(checkout)

    def _send(self, session: requests.Session, body: bytes) -> int:
        headers = self._shop.headers(body, "checkout_updated")
        try:
            return session.post(f"{self._running.url}/api/webhooks", data=body, headers=headers, timeout=20).status_code
        except requests.RequestException:
            return 0

    def end(self) -> None:
        self._ended.set()
        self.join(30)


def checkout_updated(checkout: str, app_id: str) -> bytes:
    now = datetime.now(UTC).isoformat()
    return json.dumps(
        {
            "__typename": "CheckoutUpdated",
            "issuedAt": now,
            "version": "3.23.28",
            "recipient": {"id": app_id},
            "checkout": {
                "id": checkout,
                "token": checkout,
                "created": now,
                "updatedAt": now,
                "email": None,
                "channel": {"slug": "default-channel"},
                "languageCode": "EN",
                "quantity": 1,
                "isShippingRequired": True,
                "chargeStatus": "NONE",
                "authorizeStatus": "NONE",
                "voucherCode": None,
                "totalPrice": {"gross": {"amount": 12.5, "currency": "TRY"}},
                "shippingPrice": {"gross": {"amount": 0, "currency": "TRY"}},
                "deliveryMethod": None,
                "metadata": [],
                "lines": [],
                "shippingAddress": None,
            },
        }
    ).encode()


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    with Running(tmp_path / "data", "--no-demo") as service:
        yield service


def install_aurora(running: Running) -> Shop:
    from saleor_support_plugin.stores.models import Store

    now = datetime.now(UTC)
    store = Store(
        api_url="https://aurora.example/graphql/",
        app_id="QXBwOjI=",
        jwks=jwks_of("aurora"),
        jwks_asked_at=now,
        saleor_version="3.23",
        installed_at=now,
    )
    # By the model's own fields, so that a new column asks nothing of this test.
    row = {
        str(field.column): field.get_db_prep_save(getattr(store, field.attname), connection)
        for field in Store._meta.concrete_fields
        if not field.primary_key
    }
    with running.database() as database:
        columns, values = ", ".join(row), ", ".join(["%s"] * len(row))
        database.execute(f"insert into support_store ({columns}) values ({values})", list(row.values()))
    return Shop("aurora", store)


def test_what_was_acknowledged_is_there_and_done_though_every_part_was_killed(running: Running) -> None:
    shop = install_aurora(running)
    senders = [Sender(running, shop) for _ in range(4)]
    for sender in senders:
        sender.start()
    for part in PARTS:
        wait_for_more(senders)
        running.kill(part)
    wait_for_more(senders)
    for sender in senders:
        sender.end()
    acknowledged = {checkout for sender in senders for checkout in sender.acknowledged}
    assert len(acknowledged) >= DELIVERIES_BETWEEN * (len(PARTS) + 1)
    refused = {status for sender in senders for status in sender.answers} - {0, 202, 500, 502, 503}
    assert not refused  # a 4xx would have been lost for good
    running.wait_until_ready()
    assert acknowledged - done(running, acknowledged) == set()


def wait_for_more(senders: list[Sender], seconds: float = 90) -> None:
    """Return when enough deliveries were acknowledged since now."""
    wanted = sum(len(sender.acknowledged) for sender in senders) + DELIVERIES_BETWEEN
    until = time.monotonic() + seconds
    while sum(len(sender.acknowledged) for sender in senders) < wanted:
        assert time.monotonic() < until, [sender.answers for sender in senders]
        time.sleep(0.05)


def done(running: Running, acknowledged: set[str], seconds: float = 60) -> set[str]:
    """Return the carts that became of what was acknowledged, as soon as nothing waits any more."""
    until = time.monotonic() + seconds
    while True:
        with running.database() as database:
            row = database.execute("select count(*) from support_event where state = 0").fetchone()
            carts = {str(cart) for (cart,) in database.execute("select saleor_id from support_cart").fetchall()}
            parked = database.execute("select count(*) from support_event where state in (2, 3)").fetchone()
        assert parked == (0,)
        if row == (0,) or time.monotonic() > until:
            assert row == (0,)
            return carts & acknowledged
        time.sleep(0.2)
