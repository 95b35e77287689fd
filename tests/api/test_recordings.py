"""Deliveries that a real Saleor 3.23 signed and sent, at our door."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests
from django.utils import timezone

from saleor_support_plugin.api.saleor_events import TABLE
from saleor_support_plugin.events.models import Event
from saleor_support_plugin.stores.models import Store

from ..service import Service

SALEOR = Path(__file__).parents[3] / "shared" / "saleor"
RECORDINGS = sorted((SALEOR / "recordings").glob("*.json"))


def recorded() -> Iterator[Any]:
    for path in RECORDINGS:
        recording = json.loads(path.read_text())
        if recording["headers"]["Saleor-Event"] in TABLE:
            yield pytest.param(recording, id=path.stem)


DELIVERIES = list(recorded()) or [
    pytest.param({}, marks=pytest.mark.skip(reason="the recordings are not beside this checkout"))
]


@pytest.fixture
def recorded_store(committed: Service) -> Store:
    return Store.across_stores.create(
        api_url="http://localhost:8000/graphql/",
        app_id="QXBwOjI=",
        token="recorded",
        jwks=(SALEOR / "jwks.json").read_text(),
        jwks_asked_at=timezone.now(),
        installed_at=timezone.now(),
    )


def deliver(service: Service, recording: dict[str, Any], body: bytes) -> int:
    headers = {name: value for name, value in recording["headers"].items() if name not in ("Content-Length", "Host")}
    return requests.post(f"{service.url}/api/webhooks", data=body, headers=headers, timeout=20).status_code


@pytest.mark.parametrize("recording", DELIVERIES)
def test_what_saleor_really_sent_is_kept(committed: Service, recorded_store: Store, recording: dict[str, Any]) -> None:
    body = recording["raw"].encode()
    assert deliver(committed, recording, body) == 202
    kept = Event.across_stores.get()
    assert (bytes(kept.body), kept.event) == (body, recording["headers"]["Saleor-Event"])


@pytest.mark.parametrize("recording", DELIVERIES)
def test_with_one_byte_changed_it_is_refused(
    committed: Service, recorded_store: Store, recording: dict[str, Any]
) -> None:
    body = bytearray(recording["raw"].encode())
    for at in (0, len(body) // 2, len(body) - 1):
        changed = bytes(body[:at]) + bytes([body[at] ^ 1]) + bytes(body[at + 1 :])
        assert deliver(committed, recording, changed) == 401
    assert not Event.across_stores.exists()


def test_most_of_what_we_ask_for_was_recorded() -> None:
    if not RECORDINGS:
        pytest.skip("the recordings are not beside this checkout")
    assert len(DELIVERIES) >= 20
