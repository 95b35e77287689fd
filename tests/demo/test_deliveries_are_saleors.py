"""Deliveries are signed, headed, retried and lost as Saleor's are."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import jwt
import pytest

from saleor_support_plugin.demo.app_records import App
from saleor_support_plugin.demo.clock import SteppedClock
from saleor_support_plugin.demo.order_records import Order
from saleor_support_plugin.demo.store import Store

Installed = Callable[..., tuple[Store, App, Any]]
ONLY_UPDATED = "subscription { event { issuedAt ... on OrderUpdated { order { id number status } } } }"

OWN_DELIVERIES = """{ app { webhooks { name eventDeliveries(first: 50, sortBy: {field: CREATED_AT, direction: DESC}) {
  edges { node { id status eventType createdAt payload
    attempts(first: 10) { edges { node { createdAt responseStatusCode status } } } } } } } } }"""


def an_order(store: Store, status: str = "UNFULFILLED") -> Order:
    return next(order for order in store.state.orders.values() if order.status == status)


def own_deliveries(store: Store, app: App) -> list[dict[str, Any]]:
    answer = store.execute(OWN_DELIVERIES, token=store.apps.give_token(app))
    (webhook,) = answer["data"]["app"]["webhooks"]
    return [edge["node"] for edge in webhook["eventDeliveries"]["edges"]]


def verify(store: Store, signature: str, body: bytes) -> None:
    key = jwt.PyJWK(store.jwks()["keys"][0])
    jwt.api_jws.decode_complete(signature, key, algorithms=["RS256"], detached_payload=body)


def test_a_delivery_is_signed_over_its_very_bytes(installed: Installed) -> None:
    store, _, wire = installed(ONLY_UPDATED)
    store.orders.add_note(an_order(store), "hello")
    store.deliver_due()
    (request,) = wire.heard
    verify(store, request.headers["Saleor-Signature"], request.body)
    assert request.headers["Saleor-Signature"].split(".")[1] == ""
    header = jwt.get_unverified_header(request.headers["Saleor-Signature"])
    kid = store.jwks()["keys"][0]["kid"]
    assert header == {"alg": "RS256", "b64": False, "crit": ["b64"], "kid": kid, "typ": "JWT"}


@pytest.mark.parametrize(
    "change", [lambda body: body[:-1] + b"]", lambda body: json.dumps(json.loads(body), indent=0).encode()]
)
def test_a_changed_or_rewritten_body_does_not_verify(installed: Installed, change: Callable[[bytes], bytes]) -> None:
    store, _, wire = installed(ONLY_UPDATED)
    store.orders.add_note(an_order(store), "hello")
    store.deliver_due()
    (request,) = wire.heard
    with pytest.raises(jwt.InvalidSignatureError):
        verify(store, request.headers["Saleor-Signature"], change(request.body))


def test_a_delivery_has_saleors_headers(installed: Installed, shared: Any) -> None:
    store, _, wire = installed(ONLY_UPDATED)
    store.orders.add_note(an_order(store), "hello")
    store.deliver_due()
    (request,) = wire.heard
    assert request.headers["Saleor-Event"] == request.headers["X-Saleor-Event"] == "order_updated"
    assert request.headers["Saleor-Api-Url"] == store.api_url
    recorded = json.loads((shared / "recordings" / "ORDER_UPDATED.json").read_text())
    assert set(request.headers) | {"Connection", "Content-Length"} == set(recorded["headers"])


def test_a_delivery_that_arrives_is_forgotten(installed: Installed) -> None:
    store, app, _ = installed(ONLY_UPDATED)
    store.orders.add_note(an_order(store), "hello")
    assert [sent.status for sent in store.deliver_due()] == ["SUCCESS"]
    assert store.deliver_due() == []
    assert own_deliveries(store, app) == []


@pytest.mark.parametrize("trouble", [500, 503, None])
def test_an_app_that_is_down_is_tried_six_times_and_can_read_everything_back(
    installed: Installed, clock: SteppedClock, trouble: int | None
) -> None:
    store, app, wire = installed(ONLY_UPDATED)
    wire.answers = [trouble] * 6
    store.orders.add_note(an_order(store), "hello")
    start, times = clock(), []
    for _ in range(320):
        times += [(clock() - start).total_seconds() for _ in store.deliver_due()]
        clock.step(1)
    assert times == [0, 10, 30, 70, 150, 310]
    assert len({request.body for request in wire.heard}) == 1
    assert len({request.headers["Saleor-Signature"] for request in wire.heard}) == 1
    (kept,) = own_deliveries(store, app)
    assert kept["status"] == "FAILED"
    assert kept["payload"].encode() == wire.heard[0].body
    assert [edge["node"]["responseStatusCode"] for edge in kept["attempts"]["edges"]] == [trouble] * 6
    clock.step(13 * 24 * 3600)
    store.deliver_due()
    assert len(own_deliveries(store, app)) == 1
    clock.step(24 * 3600)
    store.deliver_due()
    assert own_deliveries(store, app) == []


def test_an_app_that_comes_back_gets_the_retry(installed: Installed, clock: SteppedClock) -> None:
    store, app, wire = installed(ONLY_UPDATED)
    wire.answers = [503, 503]
    store.orders.add_note(an_order(store), "hello")
    store.deliver_due()
    assert own_deliveries(store, app)[0]["status"] == "PENDING"
    for seconds in (10, 20):
        clock.step(seconds)
        store.deliver_due()
    assert len(wire.heard) == 3
    assert own_deliveries(store, app) == []


@pytest.mark.parametrize("status", [301, 302, 400, 401, 404, 410, 413, 429])
def test_a_3xx_or_4xx_is_final(installed: Installed, clock: SteppedClock, status: int) -> None:
    store, app, wire = installed(ONLY_UPDATED)
    wire.answers = [status]
    store.orders.add_note(an_order(store), "hello")
    assert [(sent.status, sent.code) for sent in store.deliver_due()] == [("FAILED", status)]
    clock.step(3600)
    assert store.deliver_due() == []
    assert own_deliveries(store, app)[0]["status"] == "FAILED"


def test_a_deferred_payload_shows_the_shop_as_it_is_later(installed: Installed) -> None:
    store, app, wire = installed(ONLY_UPDATED)
    order = an_order(store)
    store.orders.add_note(order, "hello")
    assert own_deliveries(store, app)[0]["payload"] is None
    store.orders.cancel(order)
    store.deliver_due()
    assert {json.loads(request.body)["order"]["status"] for request in wire.heard} == {"CANCELED"}


def test_a_checkout_that_was_completed_meanwhile_is_null_in_its_event(installed: Installed) -> None:
    store, _, wire = installed("subscription { event { ... on CheckoutUpdated { checkout { id } } } }")
    store.checkouts.buy(store.person("ayse"), store.catalogue.product("notebook").variants[0], "tr")
    store.deliver_due()
    assert {request.body for request in wire.heard} == {b'{"checkout": null}'}


def test_other_payloads_show_the_shop_as_it_was(installed: Installed) -> None:
    store, _, wire = installed(
        "subscription { event { ... on ProductVariantStockUpdated { productVariant { name } } } }"
    )
    variant = store.catalogue.product("notebook").variants[0]
    store.catalogue.set_stock(variant, {"berlin": 7})
    variant.name = "Renamed"
    store.deliver_due()
    assert json.loads(wire.heard[0].body) == {"productVariant": {"name": "Plain"}}


def test_a_field_without_permission_is_an_error_beside_the_data(installed: Installed) -> None:
    query = "subscription { event { ... on OrderUpdated { order { id user { note } } } } }"
    store, _, wire = installed(query)
    order = next(order for order in store.state.orders.values() if order.user_pk)
    store.orders.add_note(order, "hello")
    store.deliver_due()
    body = json.loads(wire.heard[0].body)
    assert body["order"] == {"id": order.id, "user": {"note": None}}
    assert body["errors"][0]["extensions"]["exception"]["code"] == "PermissionDenied"


def test_the_other_form_of_a_query_nests_its_body_under_data(installed: Installed) -> None:
    """An install ignores its channel filter; only a webhook made by mutation keeps it."""
    query = 'subscription { orderUpdated(channels: ["eu"]) { order { channel { slug } } } }'
    store, app, wire = installed(query)
    order = next(order for order in store.state.orders.values() if order.channel_slug == "tr")
    store.orders.add_note(order, "hello")
    store.deliver_due()
    assert json.loads(wire.heard[0].body) == {"data": {"orderUpdated": {"order": {"channel": {"slug": "tr"}}}}}
    update = "mutation($id: ID!, $q: String!) { webhookUpdate(id: $id, input: {query: $q}) { errors { code } } }"
    token = store.apps.give_token(app)
    store.execute(update, {"id": app.webhooks[0].id, "q": query}, token=token)
    store.orders.add_note(order, "again")
    assert store.deliver_due() == []


def test_deliveries_come_in_no_order_but_the_same_each_time(open_store: Any, installed: Installed) -> None:
    def events(seed: int) -> list[str]:
        store, _, wire = installed()
        store.deliveries._shuffle.seed(seed)
        store.checkouts.buy(store.person("ayse"), store.catalogue.product("notebook").variants[0], "tr")
        store.deliver_due()
        return [request.headers["Saleor-Event"] for request in wire.heard]

    assert events(1) == events(1)
    assert len({tuple(events(seed)) for seed in range(8)}) > 1


def test_faults_on_demand_copy_and_lose_deliveries(installed: Installed) -> None:
    store, app, wire = installed()
    store.faults.copies = 3
    store.faults.lost = {"ORDER_CANCELLED"}
    store.orders.cancel(an_order(store))
    store.deliver_due()
    assert wire.events == ["ORDER_UPDATED"] * 3
    assert own_deliveries(store, app) == []


def test_a_test_can_send_a_delivery_itself(installed: Installed) -> None:
    store, _, wire = installed(ONLY_UPDATED)
    (delivery,) = store.happen("ORDER_UPDATED", order=an_order(store))
    request = store.deliveries.request_of(delivery)
    verify(store, request.headers["Saleor-Signature"], request.body)
    assert wire.heard == []


def test_staff_may_press_redeliver(installed: Installed) -> None:
    store, app, wire = installed(ONLY_UPDATED)
    wire.answers = [404]
    store.orders.add_note(an_order(store), "hello")
    store.deliver_due()
    (failed,) = own_deliveries(store, app)
    retry = f'mutation {{ eventDeliveryRetry(id: "{failed["id"]}") {{ delivery {{ status }} errors {{ code }} }} }}'
    refused = store.execute(retry, token=store.apps.give_token(app))
    assert refused["errors"][0]["extensions"]["exception"]["code"] == "PermissionDenied"
    store.execute(retry, token=store.access_token(store.person("admin")))
    assert [sent.status for sent in store.deliver_due()] == ["SUCCESS"]


def test_a_webhook_switched_off_gets_nothing(installed: Installed) -> None:
    store, app, wire = installed(ONLY_UPDATED)
    store.apps.change_webhook(app, app.webhooks[0], is_active=False)
    store.orders.add_note(an_order(store), "hello")
    store.deliver_due()
    assert wire.heard == []
