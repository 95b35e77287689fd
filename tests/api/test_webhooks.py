"""Saleor's deliveries at the door."""

import json
import uuid
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import requests
from django.conf import settings
from django.utils import timezone

from saleor_support_plugin.events.models import Event
from saleor_support_plugin.stores.models import Store

from ..service import Service
from ..shops import Shop, jwks_of


def body_of(**more: Any) -> bytes:
    return json.dumps(
        {"__typename": "OrderUpdated", "issuedAt": "2026-11-21T10:00:00+00:00", "id": str(uuid.uuid4())} | more
    ).encode()


def post(service: Service, body: bytes, headers: dict[str, str], path: str = "/api/webhooks") -> requests.Response:
    return requests.post(service.url + path, data=body, headers=headers, timeout=20)


@pytest.mark.parametrize("path", ["/api/webhooks", "/api/webhooks/"])
def test_a_signed_delivery_is_kept_before_it_is_acknowledged(committed: Service, open_aurora: Shop, path: str) -> None:
    body = body_of()
    answer = post(committed, body, open_aurora.headers(body, "order_updated"), path)
    assert answer.status_code == 202
    kept = Event.across_stores.get()
    assert (kept.store_id, kept.event, bytes(kept.body)) == (open_aurora.store.pk, "order_updated", body)


def test_ten_copies_at_once_are_one_event(committed: Service, open_aurora: Shop) -> None:
    body = body_of()
    headers = open_aurora.headers(body, "order_updated")
    with ThreadPoolExecutor(10) as pool:
        answers = list(pool.map(lambda _: post(committed, body, headers), range(10)))
    assert {answer.status_code for answer in answers} == {202}
    assert Event.across_stores.get().duplicates == 9


def test_the_same_body_of_two_stores_is_two_events(committed: Service, open_aurora: Shop, open_borealis: Shop) -> None:
    body = body_of()
    for shop in (open_aurora, open_borealis):
        assert post(committed, body, shop.headers(body, "order_updated")).status_code == 202
    assert Event.across_stores.count() == 2


def test_one_changed_byte_is_refused(committed: Service, open_aurora: Shop) -> None:
    body = body_of()
    headers = open_aurora.headers(body, "order_updated")
    answer = post(committed, body.replace(b"OrderUpdated", b"OrderUpdatet"), headers)
    assert answer.status_code == 401
    assert answer.json()["error"]["code"] == "SIGNATURE_BAD"
    assert not Event.across_stores.exists()


def test_a_store_cannot_speak_for_another(committed: Service, open_aurora: Shop, open_borealis: Shop) -> None:
    body = body_of()
    headers = open_aurora.headers(body, "order_updated") | {"saleor-api-url": open_borealis.store.api_url}
    assert post(committed, body, headers).status_code == 503  # aurora's key may be new in borealis, for all we know
    headers["saleor-signature"] = open_borealis.sign(body, key="aurora").replace("..", "..x")
    assert post(committed, body, headers).status_code in (401, 503)
    assert not Event.across_stores.exists()


def test_an_unknown_store_and_an_unknown_event_are_not_found(committed: Service, open_aurora: Shop) -> None:
    body = body_of()
    stranger = open_aurora.headers(body, "order_updated") | {"saleor-api-url": "https://nobody.example/graphql/"}
    assert post(committed, body, stranger).json()["error"]["code"] == "STORE_UNKNOWN"
    unasked = open_aurora.headers(body, "order_exploded")
    assert post(committed, body, unasked).json()["error"]["code"] == "EVENT_UNKNOWN"


def test_a_removed_store_is_unknown(committed: Service, open_aurora: Shop) -> None:
    Store.across_stores.update(removed_at=timezone.now())
    body = body_of()
    assert post(committed, body, open_aurora.headers(body, "order_updated")).status_code == 404


def test_a_body_past_the_limit_is_refused_also_without_a_length(committed: Service, open_aurora: Shop) -> None:
    large = b"x" * (settings.WEBHOOK_MAX_BYTES + 1)
    headers = open_aurora.headers(b"", "order_updated")
    assert post(committed, large, headers).status_code == 413
    chunks = (large[at : at + 100_000] for at in range(0, len(large), 100_000))
    answer = requests.post(f"{committed.url}/api/webhooks", data=chunks, headers=headers, timeout=20)
    assert answer.status_code == 413


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
def test_only_posts_are_deliveries(committed: Service, method: str) -> None:
    assert requests.request(method, f"{committed.url}/api/webhooks", timeout=20).status_code == 405


@pytest.mark.parametrize("signature", ["", "..", "a.b.c", "e30..e30", "é..é", "." * 5000])
def test_a_signature_that_is_none_is_refused(committed: Service, open_aurora: Shop, signature: str) -> None:
    body = body_of()
    headers = open_aurora.headers(body, "order_updated")
    raw = {name: value.encode() for name, value in headers.items()} | {"saleor-signature": signature.encode()}
    answer = requests.post(f"{committed.url}/api/webhooks", data=body, headers=raw, timeout=20)
    assert answer.status_code in (400, 401)


def test_a_new_key_is_asked_for_once_and_then_known(
    committed: Service, open_aurora: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def fetch(api_url: str) -> str:
        asked.append(api_url)
        return jwks_of("aurora", "aurora-new")

    monkeypatch.setattr(committed.application.doors.stores, "_fetch_keys", fetch)
    bodies = [body_of() for _ in range(8)]
    headers = [
        open_aurora.headers(body, "order_updated") | {"saleor-signature": open_aurora.sign(body, key="aurora-new")}
        for body in bodies
    ]
    with ThreadPoolExecutor(8) as pool:
        statuses = list(pool.map(lambda pair: post(committed, *pair).status_code, zip(bodies, headers, strict=True)))
    assert set(statuses) == {202}
    assert len(asked) == 1


def test_forged_keys_cause_one_question_and_no_401(
    committed: Service, open_aurora: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def fetch(api_url: str) -> str:
        asked.append(api_url)
        raise ConnectionError("down")

    monkeypatch.setattr(committed.application.doors.stores, "_fetch_keys", fetch)
    body = body_of()
    headers = open_aurora.headers(body, "order_updated") | {"saleor-signature": open_aurora.sign(body, key="forged")}
    with ThreadPoolExecutor(8) as pool:
        statuses = {post(committed, body, headers).status_code for _ in pool.map(str, range(40))}
    assert statuses == {503}
    assert len(asked) == 1
    good = body_of()
    assert post(committed, good, open_aurora.headers(good, "order_updated")).status_code == 202


def test_a_key_that_the_store_does_not_have_is_refused_for_good(
    committed: Service, open_aurora: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(committed.application.doors.stores, "_fetch_keys", lambda _: jwks_of("aurora"))
    body = body_of()
    headers = open_aurora.headers(body, "order_updated") | {"saleor-signature": open_aurora.sign(body, key="forged")}
    assert post(committed, body, headers).status_code == 401


def test_the_answer_names_the_request(committed: Service, open_aurora: Shop) -> None:
    body = body_of()
    headers = open_aurora.headers(body, "order_updated") | {"x-request-id": "0123456789abcdef"}
    assert post(committed, body, headers).headers["x-request-id"] == "0123456789abcdef"
    headers["x-request-id"] = "evil\\n{}"
    assert post(committed, body, headers).headers["x-request-id"] != "evil\\n{}"


def test_a_store_that_spells_its_host_with_capitals_is_the_same_store(committed: Service, open_aurora: Shop) -> None:
    body = body_of()
    headers = open_aurora.headers(body, "order_updated") | {"saleor-api-url": "https://Aurora.Example/graphql/"}
    assert post(committed, body, headers).status_code == 202
    assert Event.across_stores.get().store_id == open_aurora.store.pk
