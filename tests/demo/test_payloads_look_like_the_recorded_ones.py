"""Asked for the fields of a real Saleor's recorded delivery, the demo sends the same keys with the same types."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from graphql import GraphQLObjectType, get_named_type, is_leaf_type

from saleor_support_plugin.demo.app_records import App, Occurrence, Webhook
from saleor_support_plugin.demo.events import event_name
from saleor_support_plugin.demo.schema_document import event_types, types_of
from saleor_support_plugin.demo.store import Store


def recordings(shared: Path) -> list[tuple[str, dict[str, Any]]]:
    known = event_types()
    found = []
    for file in sorted((shared / "recordings").glob("*.json")):
        recorded = json.loads(file.read_text())
        if recorded["body"].get("__typename") in known:
            found.append((file.stem, recorded))
    return found


def selection(kind: Any, body: dict[str, Any]) -> str:
    """The fields that were asked for, read off what came back."""
    parts = []
    for name, value in body.items():
        if name == "__typename":
            parts.append(name)
            continue
        inner = get_named_type(kind.fields[name].type)
        parts.append(name + (subselection(inner, value) if not is_leaf_type(inner) else ""))
    return "{ " + " ".join(parts) + " }"


def subselection(kind: Any, value: Any) -> str:
    example = next(iter(value), None) if isinstance(value, list) else value
    if not example:
        return " { __typename }"  # an empty list or null does not tell what was asked for
    if isinstance(kind, GraphQLObjectType):
        return selection(kind, example)
    member = types_of("3.23").type_map[example["__typename"]]
    rest = {name: inner for name, inner in example.items() if name != "__typename"}
    return f"{{ __typename ... on {member.name} {selection(member, rest)} }}"


def differences(ours: Any, theirs: Any, path: str) -> list[str]:
    if ours is None or theirs is None:
        return []
    if isinstance(theirs, dict):
        if not isinstance(ours, dict) or list(ours) != list(theirs):
            return [f"{path}: {ours!r}"]
        return [one for name in theirs for one in differences(ours[name], theirs[name], f"{path}.{name}")]
    if isinstance(theirs, list):
        if not isinstance(ours, list):
            return [f"{path}: {ours!r}"]
        return [one for item in ours[:1] for other in theirs[:1] for one in differences(item, other, f"{path}[]")]
    return [] if type(ours) is type(theirs) else [f"{path}: {ours!r} instead of {theirs!r}"]


def rows_of(store: Store) -> dict[str, Any]:
    """A full row for each field of an event."""
    order = next(order for order in store.state.orders.values() if order.fulfillments)
    product = store.catalogue.product("notebook")
    zone = next(iter(store.state.zones.values()))
    checkout = store.checkouts.create("tr", [(product.variants[0], 2)], user=store.person("ayse"))
    store.checkouts.set_addresses(checkout, shipping=order.shipping_address, billing=order.billing_address)
    return {
        "order": order,
        "fulfillment": order.fulfillments[0],
        "checkout": checkout,
        "product": product,
        "product_variant": product.variants[0],
        "warehouse": next(iter(store.state.warehouses.values())),
        "channel": next(iter(store.state.channels.values())),
        "shipping_method": zone.shipping_methods[0],
        "shipping_zone": zone,
        "user": store.person("ayse"),
        "app": store.apps.installed(),
    }


@pytest.fixture
def everything(installed: Callable[..., tuple[Store, App, Any]]) -> tuple[Store, App]:
    store, app, _ = installed()
    app.permissions = sorted(store.all_permissions)
    order = next(order for order in store.state.orders.values() if order.fulfillments)
    store.catalogue.write_metadata(order, put={"k": "v"})
    return store, app


def test_each_recorded_event_is_told_in_the_same_shape(everything: tuple[Store, App], shared: Path) -> None:
    store, app = everything
    about = {name: row.id for name, row in rows_of(store).items()}
    wrong = {}
    for name, recorded in recordings(shared):
        kind = recorded["body"]["__typename"]
        fields = selection(types_of("3.23").type_map[kind], recorded["body"])
        query = f"subscription {{ event {{ ... on {kind} {fields} }} }}"
        webhook = Webhook(pk=name, name=name, target_url="http://a.example", query=query, events=[event_name(kind)])
        app.webhooks.append(webhook)
        acted = (recorded["body"]["issuingPrincipal"] or {}).get("__typename", "")
        principal = {"App": app.id, "User": store.person("admin").id}.get(acted)
        occurrence = Occurrence(event=event_name(kind), issued_at=store.now(), about=about, principal=principal)
        body = json.loads(store.payload_of(store.queue(app, webhook, occurrence)))
        found = differences(body, recorded["body"], "")
        if found:
            wrong[name] = found
    assert wrong == {}


def test_a_body_is_written_as_saleor_writes_it(everything: tuple[Store, App], shared: Path) -> None:
    """The recorded bytes come back from the recorded values; so do ours, Turkish letters as escapes."""
    recorded = json.loads((shared / "recordings" / "ORDER_CREATED.json").read_text())
    assert json.dumps(recorded["body"]) == recorded["raw"]
    store, app = everything
    webhook = Webhook(
        pk="x",
        name="x",
        target_url="http://a.example",
        query="subscription { event { ... on OrderCreated { order { shippingAddress { firstName } } } } }",
        events=["ORDER_CREATED"],
    )
    app.webhooks.append(webhook)
    order = next(order for order in store.state.orders.values() if order.user_email.startswith("ayse"))
    occurrence = Occurrence(event="ORDER_CREATED", issued_at=store.now(), about={"order": order.id})
    body = store.payload_of(store.queue(app, webhook, occurrence))
    assert body == '{"order": {"shippingAddress": {"firstName": "Ay\\u015fe"}}}'
