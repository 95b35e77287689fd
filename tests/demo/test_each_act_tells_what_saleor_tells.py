"""Each act in the shop tells the app the events that Saleor tells, and only those that the app may hear."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from saleor_support_plugin.demo.app_records import App
from saleor_support_plugin.demo.order_acts import Pieces
from saleor_support_plugin.demo.order_records import Order
from saleor_support_plugin.demo.schema_document import event_types
from saleor_support_plugin.demo.shop import Refused
from saleor_support_plugin.demo.store import Store

Installed = Callable[..., tuple[Store, App, Any]]
ALL_EVENTS = "subscription { event { " + " ".join(f"... on {name} {{ version }}" for name in event_types()) + " } }"
ALL_PERMISSIONS = [
    "MANAGE_ORDERS",
    "MANAGE_CHECKOUTS",
    "MANAGE_PRODUCTS",
    "MANAGE_SHIPPING",
    "MANAGE_USERS",
    "MANAGE_CHANNELS",
    "MANAGE_SETTINGS",
]


@pytest.fixture
def told(installed: Installed) -> Callable[[Callable[[Store], object]], list[str]]:
    """What an app that listens to everything hears of an act."""

    def hear(act: Callable[[Store], object]) -> list[str]:
        store, _, wire = installed(ALL_EVENTS, permissions=ALL_PERMISSIONS)
        act(store)
        store.deliver_due()
        events: list[str] = wire.events
        return events

    return hear


def new_order(store: Store) -> Order:
    return next(order for order in store.state.orders.values() if order.number == "6")


def part_of(store: Store) -> None:
    order = new_order(store)
    store.orders.fulfill(order, [Pieces(order.lines[0], "istanbul", 1)])


def replacement_of(store: Store) -> None:
    pieces = [(notebook(store), 1, Decimal(0))]
    store.mending.draft("tr", pieces, email="a@example.com", user=None, address=None, reference="K7QM9XWP3T")


def notebook(store: Store) -> Any:
    return store.catalogue.product("notebook").variants[0]


ACTS: list[tuple[Callable[[Store], object], list[str]]] = [
    (lambda store: store.checkouts.create("tr", [(notebook(store), 1)]), ["CHECKOUT_CREATED"]),
    (part_of, ["FULFILLMENT_CREATED", "ORDER_UPDATED"]),
    (lambda store: store.mending.move(new_order(store), store.person("ayse").addresses[0]), ["ORDER_UPDATED"]),
    (replacement_of, ["DRAFT_ORDER_CREATED"]),
    (
        lambda store: store.orders.fulfill(new_order(store)),
        ["FULFILLMENT_APPROVED", "FULFILLMENT_CREATED", "ORDER_FULFILLED", "ORDER_UPDATED"],
    ),
    (
        lambda store: store.orders.set_tracking(next(store.state.fulfillments())[1], "X1"),
        ["FULFILLMENT_TRACKING_NUMBER_UPDATED", "ORDER_UPDATED"],
    ),
    (
        lambda store: store.orders.cancel_fulfillment(next(store.state.fulfillments())[1]),
        ["FULFILLMENT_CANCELED", "ORDER_UPDATED"],
    ),
    (lambda store: store.orders.cancel(new_order(store)), ["ORDER_CANCELLED", "ORDER_UPDATED"]),
    (lambda store: store.orders.add_note(new_order(store), "hi"), ["ORDER_UPDATED"]),
    (lambda store: store.orders.pay(new_order(store)), ["ORDER_FULLY_PAID", "ORDER_PAID", "ORDER_UPDATED"]),
    (lambda store: store.orders.refund(new_order(store), Decimal(5)), ["ORDER_REFUNDED", "ORDER_UPDATED"]),
    (
        lambda store: store.orders.refund(new_order(store)),
        ["ORDER_FULLY_REFUNDED", "ORDER_REFUNDED", "ORDER_UPDATED"],
    ),
    (
        lambda store: store.catalogue.set_stock(notebook(store), {"istanbul": 5, "berlin": 6}),
        ["PRODUCT_VARIANT_STOCK_UPDATED"] * 2,
    ),
    (
        lambda store: store.catalogue.set_stock(notebook(store), {"istanbul": 0}),
        ["PRODUCT_VARIANT_OUT_OF_STOCK", "PRODUCT_VARIANT_STOCK_UPDATED"],
    ),
    (
        lambda store: store.catalogue.change_shipping_method(next(store.state.methods())[1], days=(2, 5)),
        ["SHIPPING_PRICE_UPDATED"],
    ),
    (lambda store: store.catalogue.rename_variant(notebook(store), "Dotted"), ["PRODUCT_VARIANT_UPDATED"]),
    (
        lambda store: store.catalogue.write_metadata(new_order(store), put={"k": "v"}),
        ["ORDER_METADATA_UPDATED"],
    ),
    (
        lambda store: store.catalogue.write_metadata(notebook(store), put={"k": "v"}),
        ["PRODUCT_VARIANT_METADATA_UPDATED", "PRODUCT_VARIANT_UPDATED"],
    ),
    (
        lambda store: store.catalogue.write_metadata(store.person("ayse"), private=True, put={"k": "v"}),
        ["CUSTOMER_METADATA_UPDATED", "CUSTOMER_UPDATED"],
    ),
    (
        lambda store: store.catalogue.write_metadata(next(store.state.fulfillments())[1], put={"k": "v"}),
        ["FULFILLMENT_METADATA_UPDATED"],
    ),
]


@pytest.mark.parametrize(("act", "events"), ACTS)
def test_an_act_tells_its_events(
    told: Callable[[Callable[[Store], object]], list[str]], act: Callable[[Store], object], events: list[str]
) -> None:
    assert told(act) == events


def test_a_purchase_tells_of_the_checkout_and_of_the_order(installed: Installed) -> None:
    store, _, wire = installed(ALL_EVENTS, permissions=ALL_PERMISSIONS)
    ids = {"notebook": notebook(store).id, "email": "ada@example.com"}
    create = """mutation($notebook: ID!) { checkoutCreate(
        input: {channel: "tr", lines: [{variantId: $notebook, quantity: 1}]}
    ) { checkout { id } errors { field code } } }"""
    made = ask(store, create, {"notebook": ids["notebook"]})
    checkout = made["checkoutCreate"]["checkout"]["id"]
    address = '{country: TR, city: "İzmir", postalCode: "35000", streetAddress1: "1", firstName: "A", lastName: "B"}'
    steps = [
        f'checkoutLinesAdd(id: $id, lines: [{{variantId: "{ids["notebook"]}", quantity: 2}}])',
        f'checkoutEmailUpdate(id: $id, email: "{ids["email"]}")',
        f"checkoutShippingAddressUpdate(id: $id, shippingAddress: {address})",
        f'checkoutDeliveryMethodUpdate(id: $id, deliveryMethodId: "{method(store, "Standard")}")',
    ]
    for step in steps:
        name = step.partition("(")[0]
        mutation = f"mutation($id: ID) {{ {step} {{ checkout {{ quantity }} errors {{ field message code }} }} }}"
        answer = ask(store, mutation, {"id": checkout})
        assert answer[name]["errors"] == []
    store.deliver_due()
    assert wire.events == ["CHECKOUT_CREATED", *["CHECKOUT_UPDATED"] * 4]
    wire.requests.clear()
    complete = """mutation($id: ID) { checkoutComplete(id: $id) { confirmationNeeded errors { field code }
        order { number checkoutId userEmail chargeStatus total { gross { amount currency } } lines { quantity } } } }"""
    order = ask(store, complete, {"id": checkout})["checkoutComplete"]["order"]
    assert order == {
        "number": "7",
        "checkoutId": checkout,
        "userEmail": "ada@example.com",
        "chargeStatus": "FULL",
        "total": {"gross": {"amount": 439.6, "currency": "TRY"}},
        "lines": [{"quantity": 3}],
    }
    assert ask(store, f'{{ checkout(id: "{checkout}") {{ id }} }}')["checkout"] is None
    store.deliver_due()
    assert wire.events == ["ORDER_CONFIRMED", "ORDER_CREATED", "ORDER_FULLY_PAID", "ORDER_PAID", "ORDER_UPDATED"]


def ask(store: Store, query: str, variables: dict[str, Any] | None = None) -> dict[str, Any]:
    answer = store.execute(query, variables)
    assert "errors" not in answer, answer
    data: dict[str, Any] = answer["data"]
    return data


def method(store: Store, name: str) -> str:
    found = ask(store, '{ shop { availableShippingMethods(channel: "tr") { id name } } }')
    return str(next(row["id"] for row in found["shop"]["availableShippingMethods"] if row["name"] == name))


MUTATIONS = {
    """orderCancel(id: "{order}") {{ errors {{ code }} order {{ status }} }}""": ["ORDER_CANCELLED", "ORDER_UPDATED"],
    """orderNoteAdd(order: "{order}", input: {{message: "hi"}}) {{
        errors {{ code }} event {{ message app {{ id }} }} }}""": ["ORDER_UPDATED"],
    """orderFulfill(order: "{order}", input: {{trackingNumber: "T1", lines: [
        {{orderLineId: "{line}", stocks: [{{warehouse: "{warehouse}", quantity: 1}}]}}
    ]}}) {{ errors {{ code }} fulfillments {{ trackingNumber }} }}""": [
        "FULFILLMENT_CREATED",
        "FULFILLMENT_TRACKING_NUMBER_UPDATED",
        "ORDER_UPDATED",
    ],
    """orderFulfillmentUpdateTracking(id: "{fulfillment}", input: {{trackingNumber: "T2"}}) {{
        errors {{ code }} }}""": [
        "FULFILLMENT_TRACKING_NUMBER_UPDATED",
        "ORDER_UPDATED",
    ],
    """orderFulfillmentCancel(id: "{fulfillment}") {{ errors {{ code }} }}""": [
        "FULFILLMENT_CANCELED",
        "ORDER_UPDATED",
    ],
    """updateMetadata(id: "{order}", input: [{{key: "a", value: "b"}}]) {{
        errors {{ code }} item {{ metadata {{ key value }} }} }}""": ["ORDER_METADATA_UPDATED"],
    """productVariantStocksUpdate(
        variantId: "{variant}", stocks: [{{warehouse: "{warehouse}", quantity: 9}}]
    ) {{ errors {{ code }} }}""": ["PRODUCT_VARIANT_STOCK_UPDATED"],
    """shippingPriceUpdate(id: "{shipping}", input: {{minimumDeliveryDays: 2, maximumDeliveryDays: 6}}) {{
        errors {{ code }} shippingMethod {{ maximumDeliveryDays }} }}""": ["SHIPPING_PRICE_UPDATED"],
}


@pytest.mark.parametrize(("field", "events"), MUTATIONS.items())
def test_mutations_of_the_app_tell_the_same(installed: Installed, field: str, events: list[str]) -> None:
    store, app, wire = installed(ALL_EVENTS, permissions=ALL_PERMISSIONS)
    order = new_order(store)
    mutation = field.format(
        order=order.id,
        line=order.lines[0].id,
        warehouse=store.state.warehouse("istanbul").id,
        fulfillment=next(store.state.fulfillments())[1].id,
        variant=notebook(store).id,
        shipping=next(store.state.methods())[1].id,
    )
    answer = store.execute(f"mutation {{ {mutation} }}", token=store.apps.give_token(app))
    assert "errors" not in answer, answer
    assert next(iter(answer["data"].values()))["errors"] == []
    store.deliver_due()
    assert wire.events == events


def test_an_app_hears_only_what_its_permissions_cover(installed: Installed) -> None:
    store, _, wire = installed(ALL_EVENTS, permissions=["MANAGE_CHECKOUTS"])
    store.checkouts.buy(store.person("ayse"), notebook(store), "tr")
    store.deliver_due()
    assert set(wire.events) == {"CHECKOUT_CREATED", "CHECKOUT_UPDATED"}


def test_the_event_says_who_acted(installed: Installed) -> None:
    query = """subscription { event { issuingPrincipal { ... on App { name } ... on User { email } }
        ... on OrderUpdated { order { id } } } }"""
    store, app, wire = installed(query)
    for actor in (app, store.person("admin"), None):
        store.orders.add_note(new_order(store), "hi", by=actor)
    store.deliver_due()
    bodies = {request.body.partition(b', "order"')[0] for request in wire.heard}
    assert bodies == {
        b'{"issuingPrincipal": {"name": "Example"}',
        b'{"issuingPrincipal": {"email": "admin@example.com"}',
        b'{"issuingPrincipal": null',
    }


@pytest.mark.parametrize(
    ("version", "events"),
    [("3.23", ["APP_DELETED", "APP_STATUS_CHANGED", "APP_STATUS_CHANGED"]), ("3.22", []), ("3.21", [])],
)
def test_since_3_23_an_app_is_told_of_its_own_end(installed: Installed, version: str, events: list[str]) -> None:
    names = ("AppStatusChanged", "AppDeleted")
    query = (
        "subscription { event { " + " ".join(f"... on {name} {{ app {{ id isActive }} }}" for name in names) + " } }"
    )
    store, app, wire = installed(query, version=version)
    store.apps.deactivate(app)
    store.orders.add_note(new_order(store), "nobody hears this")
    store.apps.activate(app)
    store.apps.delete(app)
    store.deliver_due()
    assert wire.events == events


def test_an_app_hears_that_it_was_installed(open_store: Any, app_on_wire: Any, make_manifest: Any) -> None:
    app_on_wire.manifest = make_manifest("subscription { event { ... on AppInstalled { app { identifier } } } }")
    store = open_store(wire=app_on_wire)
    store.install("http://app.example/api/manifest")
    store.deliver_due()
    assert [request.body for request in app_on_wire.heard] == [b'{"app": {"identifier": "example.app"}}']


def test_stock_is_set_aside_by_an_order_and_comes_back_when_it_is_cancelled(store: Store) -> None:
    variant = notebook(store)
    stock = next(stock for stock in variant.stocks if stock.warehouse_slug == "istanbul")
    before = (stock.quantity, stock.quantity_allocated)
    order = store.checkouts.buy(store.person("ayse"), variant, "tr", quantity=4)
    assert (stock.quantity, stock.quantity_allocated) == (before[0], before[1] + 4)
    other = store.checkouts.buy(store.person("ayse"), variant, "tr", quantity=1)
    store.orders.cancel(order)
    store.orders.fulfill(other)
    assert (stock.quantity, stock.quantity_allocated) == (before[0] - 1, before[1])


def test_what_cannot_be_done_is_refused_and_changes_nothing(store: Store) -> None:
    order = new_order(store)
    with pytest.raises(Refused, match="remaining to fulfill"):
        store.orders.fulfill(order, [Pieces(order.lines[0], "istanbul", 2)])
    store.orders.fulfill(order)
    with pytest.raises(Refused, match="can't be canceled"):
        store.orders.cancel(order)
    with pytest.raises(Refused, match="can't be fulfilled"):
        store.orders.fulfill(order, [Pieces(order.lines[0], "istanbul", 1)])
    with pytest.raises(Refused, match="Message can't be empty"):
        store.orders.add_note(order, "  ")
    checkout = store.checkouts.create("tr", [])
    with pytest.raises(Refused, match="without lines"):
        store.checkouts.complete(checkout)
    with pytest.raises(Refused, match="more than 50"):
        store.checkouts.add(checkout, [(notebook(store), 51)])


def test_an_app_mends_its_own_webhooks(installed: Installed) -> None:
    store, app, wire = installed()
    token = store.apps.give_token(app)
    create = """mutation($input: WebhookCreateInput!) { webhookCreate(input: $input) {
        webhook { id identifier asyncEvents { eventType } customHeaders } errors { field message code } } }"""
    query = "subscription { event { ... on ProductVariantStockUpdated { warehouse { slug } } } }"
    given = {
        "name": "stock",
        "identifier": "stock",
        "targetUrl": "http://app.example/api/webhooks",
        "query": query,
        "isActive": True,
        "customHeaders": '{"X-Which": "stock"}',
    }
    made = store.execute(create, {"input": given}, token=token)["data"]["webhookCreate"]
    assert made["webhook"]["asyncEvents"] == [{"eventType": "PRODUCT_VARIANT_STOCK_UPDATED"}]
    again = store.execute(create, {"input": given}, token=token)["data"]["webhookCreate"]
    assert [error["field"] for error in again["errors"]] == ["identifier"]
    store.catalogue.set_stock(notebook(store), {"berlin": 3})
    store.deliver_due()
    assert wire.heard[0].headers["x-which"] == "stock"
    bad = store.execute(create, {"input": given | {"identifier": "b", "query": "{"}}, token=token)["data"][
        "webhookCreate"
    ]
    assert bad["errors"][0]["code"] == "SYNTAX"
    drop = 'mutation { webhookDelete(identifier: "stock") { errors { code } } }'
    _, foreign = store.apps.add("Other")
    other = store.execute(drop, token=foreign)["data"]["webhookDelete"]
    assert other["errors"] == [{"code": "NOT_FOUND"}]
    assert store.execute(drop, token=token)["data"]["webhookDelete"]["errors"] == []
    assert len(app.webhooks) == 1


def test_an_app_reports_its_troubles_to_the_merchant(installed: Installed) -> None:
    store, app, _ = installed()
    report = """mutation { appProblemCreate(input: {key: "mail", message: "No sender", criticalThreshold: 2}) {
        appProblem { count isCritical } errors { code } } }"""
    token = store.apps.give_token(app)
    seen = [store.execute(report, token=token)["data"]["appProblemCreate"]["appProblem"] for _ in range(2)]
    assert seen == [{"count": 1, "isCritical": False}, {"count": 2, "isCritical": True}]
