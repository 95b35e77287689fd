"""Django behind the router, and whether the service says how it is."""

import threading
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import requests
from django.conf import LazySettings

from saleor_support_plugin.api.django_door import DjangoDoor

from ..service import Service


def test_it_is_alive_and_ready(committed: Service) -> None:
    assert requests.get(f"{committed.url}/healthz", timeout=20).json()["ok"] is True
    until = time.monotonic() + 20  # the servers of a run may still be starting
    while requests.get(f"{committed.url}/readyz", timeout=20).status_code != 200 and time.monotonic() < until:
        time.sleep(0.1)
    ready = requests.get(f"{committed.url}/readyz", timeout=20)
    assert (ready.status_code, ready.json()) == (200, {"database": "ok", "migrations": "ok", "broker": "ok"})


def test_without_its_broker_it_is_not_ready_and_says_so(committed: Service, settings: LazySettings) -> None:
    settings.CELERY_BROKER_URL = "redis://127.0.0.1:9/0"
    ready = requests.get(f"{committed.url}/readyz", timeout=20)
    assert (ready.status_code, ready.json()["broker"]) == (503, "out of reach")
    assert requests.get(f"{committed.url}/healthz", timeout=20).status_code == 200


@pytest.mark.parametrize(
    "path", ["/nothing", "/graphql/", "/s/", "/s/key/channel/delivery/", "/api/", "/static/none.js"]
)
def test_what_is_not_there_is_not_found(committed: Service, path: str) -> None:
    assert requests.get(committed.url + path, timeout=20).status_code == 404


def test_a_request_keeps_its_id_in_the_answer(committed: Service) -> None:
    answer = requests.get(f"{committed.url}/healthz", headers={"X-Request-Id": "0123456789abcdef"}, timeout=20)
    assert answer.headers["x-request-id"] == "0123456789abcdef"
    assert len(requests.get(f"{committed.url}/healthz", timeout=20).headers["x-request-id"]) == 16


def test_a_body_past_the_limit_never_reaches_django(committed: Service, settings: LazySettings) -> None:
    large = b"x" * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)
    answer = requests.post(f"{committed.url}/api/register", data=large, timeout=20)
    assert (answer.status_code, answer.json()["error"]["code"]) == (413, "TOO_LARGE")


def test_pages_forbid_what_they_do_not_need(committed: Service) -> None:
    policy = requests.get(f"{committed.url}/privacy", timeout=20).headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe-inline" not in policy


def test_built_files_are_kept_for_ever_because_their_names_change(committed: Service) -> None:
    card = requests.get(f"{committed.url}/dashboard/order", timeout=20)
    assert card.status_code == 200, "the front ends are not built: run `npm run build`"
    assert card.headers["cache-control"] == "no-cache"
    script = card.text.partition('src="')[2].partition('"')[0]
    built = requests.get(committed.url + script, timeout=20)
    assert "immutable" in built.headers["cache-control"]
    assert "javascript" in built.headers["content-type"]


class Slow:
    """A WSGI application that answers when it is told to, and counts how many requests are inside."""

    def __init__(self) -> None:
        self.go = threading.Event()

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., object]) -> Iterable[bytes]:
        self.go.wait(20)
        start_response("200 OK", [("Content-Type", "text/plain")])
        return [b"done"]


def test_too_many_at_once_are_told_to_come_again_and_the_rest_are_served(
    committed: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = Slow()
    narrow = DjangoDoor(slow, threads=1, most_waiting=2, most_bytes=1000)
    monkeypatch.setattr(committed.application.doors, "django", narrow)
    with ThreadPoolExecutor(8) as pool:
        asked = [pool.submit(requests.get, f"{committed.url}/healthz", timeout=20) for _ in range(8)]
        while sum(one.done() for one in asked) < 5:  # one inside and two waiting; five were sent away
            threading.Event().wait(0.01)
        slow.go.set()
        statuses = sorted(one.result().status_code for one in asked)
    assert statuses == [200] * 3 + [503] * 5
    narrow.close()
