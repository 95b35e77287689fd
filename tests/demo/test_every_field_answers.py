"""Whatever the demo's schema offers can be asked: every field of every type, on every version."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from graphql import (
    GraphQLField,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
    is_leaf_type,
    is_required_argument,
)

from saleor_support_plugin.demo.catalogue_records import GiftCard, GiftCardEvent
from saleor_support_plugin.demo.order_records import Payment
from saleor_support_plugin.demo.schema_document import VERSIONS, types_of
from saleor_support_plugin.demo.store import Store

DEPTH = 4


def selection(kind: GraphQLNamedType, schema: GraphQLSchema, depth: int, arguments: dict[str, str]) -> str:
    """Everything under a type down to `depth`; unions and interfaces by their members."""
    if is_leaf_type(kind):
        return ""
    if not isinstance(kind, GraphQLObjectType):
        members = schema.get_possible_types(kind)  # type: ignore[arg-type] # what is left are unions and interfaces
        parts = [f"... on {member.name} {{ {'id' if 'id' in member.fields else '__typename'} }}" for member in members]
        return "{ __typename " + " ".join(parts) + " }"
    parts = [chosen(name, field, schema, depth, arguments) for name, field in kind.fields.items()]
    return "{ __typename " + " ".join(part for part in parts if part) + " }"


def chosen(name: str, field: GraphQLField, schema: GraphQLSchema, depth: int, arguments: dict[str, str]) -> str:
    kind = get_named_type(field.type)
    if not is_leaf_type(kind) and depth == 0:
        return ""
    given = {argument: arguments[argument] for argument in field.args if argument in arguments}
    assert not [a for a, d in field.args.items() if is_required_argument(d) and a not in given], name
    written = "(" + ", ".join(f"{argument}: {value}" for argument, value in given.items()) + ")" if given else ""
    return name + written + selection(kind, schema, depth - 1, arguments)


def arguments_of(store: Store) -> dict[str, str]:
    return {
        "first": "2",
        "channel": '"tr"',
        "languageCode": "TR",
        "key": '"k"',
        "userId": f'"{store.person("support").id}"',
    }


@pytest.fixture
def lively(installed: Callable[..., tuple[Store, Any, Any]]) -> Callable[[str], Store]:
    """A shop where there is something of everything."""

    def make(version: str) -> Store:
        extension = {
            "label": "Card",
            "url": "/card",
            "mount": "ORDER_DETAILS_MORE_ACTIONS",
            "target": "POPUP",
            "permissions": [],
        }
        store, app, wire = installed(version=version, extensions=[extension])
        wire.answers = [500] * 50
        customer, variant = store.person("ayse"), store.catalogue.product("notebook").variants[0]
        checkout = store.checkouts.create("tr", [(variant, 1)], user=customer)
        store.payments.report(checkout, "CHARGE_FAILURE", message="declined")
        voucher = store.discounts.create(name="Ten", code="TEN", start_date=store.now(), end_date=None, single_use=True)
        store.discounts.list_in(voucher, "tr", Decimal(10), Decimal(50))
        order = store.checkouts.buy(customer, variant, "tr", quantity=2)
        store.orders.fulfill(order)
        store.orders.add_note(order, "Called the courier", by=store.person("admin"))
        store.orders.pay(order)
        order.payments.append(Payment(pk="1", captured=Decimal(5)))
        granted = store.mending.grant(order, order.transactions[0], Decimal(5), "Late")
        store.mending.request(order, granted)
        store.mending.invoice(order)
        card = GiftCard(pk="1", code="DEMO-CARD", balance=Decimal(5), currency="TRY", email="ada@example.com")
        card.events.append(GiftCardEvent(pk="1", type="ISSUED", date=store.now()))
        store.state.gift_cards["1"] = card
        store.apps.report_problem(app, key="mail", message="No sender is set")
        store.installing.request("http://other.example/manifest", app_name="Other", permissions=[])
        store.deliver_due()
        return store

    return make


@pytest.mark.parametrize("version", VERSIONS)
def test_every_field_of_every_type_answers(version: str, lively: Callable[[str], Store]) -> None:
    store = lively(version)
    schema = types_of(version)
    token = store.access_token(store.person("admin"))
    ids = {
        "Channel": next(iter(store.state.channels.values())),
        "ShippingZone": next(iter(store.state.zones.values())),
        "Warehouse": next(iter(store.state.warehouses.values())),
        "Stock": next(store.state.stocks()),
        "Product": store.catalogue.product("notebook"),
        "ProductVariant": store.catalogue.product("notebook").variants[0],
        "Category": next(iter(store.state.categories.values())),
        "Order": list(store.state.orders.values())[-1],
        "Checkout": next(iter(store.state.checkouts.values())),
        "GiftCard": store.state.gift_cards["1"],
        "User": store.person("ayse"),
        "Address": store.person("ayse").addresses[0],
        "App": store.apps.installed(),
        "AppExtension": next(extension for _, extension in store.state.extensions()),
        "Webhook": next(webhook for _, webhook in store.state.webhooks()),
    }
    wrong = []
    assert schema.query_type
    for name, field in schema.query_type.fields.items():
        kind = get_named_type(field.type)
        arguments = arguments_of(store)
        if "id" in field.args:
            row = ids[kind.name]
            assert row
            arguments["id"] = f'"{row.id}"'
        answer = store.execute("{ " + chosen(name, field, schema, DEPTH, arguments) + " }", token=token)
        wrong += [(name, error["message"], error.get("path")) for error in answer.get("errors", [])]
        if not any(answer["data"].values() if answer.get("data") else []):
            wrong.append((name, "answered nothing", None))
    assert wrong == []


def test_the_sample_shop_is_the_one_the_documents_describe(store: Store) -> None:
    token = store.access_token(store.person("admin"))
    answer = store.execute(
        """{ products(first: 100, channel: "tr") { totalCount edges { node { name variants { id name }
               translation(languageCode: TR) { name } } } }
             channels { slug currencyCode defaultCountry { code } countries { code } }
             orders(first: 100) { edges { node { status chargeStatus userEmail user { email } } } }
             customers(first: 10) { totalCount } warehouses(first: 10) { totalCount }
             staffUsers(first: 9) { totalCount } }""",
        token=token,
    )
    data = answer["data"]
    products = [edge["node"] for edge in data["products"]["edges"]]
    assert data["products"]["totalCount"] == 12
    assert all(1 <= len(product["variants"]) <= 3 and product["translation"]["name"] for product in products)
    assert data["channels"] == [
        {"slug": "tr", "currencyCode": "TRY", "defaultCountry": {"code": "TR"}, "countries": [{"code": "TR"}]},
        {
            "slug": "eu",
            "currencyCode": "EUR",
            "defaultCountry": {"code": "DE"},
            "countries": [{"code": code} for code in ("DE", "FR", "NL", "AT")],
        },
    ]
    orders = [edge["node"] for edge in data["orders"]["edges"]]
    assert len(orders) == 6
    assert {order["status"] for order in orders} == {"UNFULFILLED", "PARTIALLY_FULFILLED", "FULFILLED", "CANCELED"}
    assert {order["chargeStatus"] for order in orders} == {"FULL", "NONE"}
    assert [order["user"] for order in orders].count(None) == 1
    assert (data["customers"]["totalCount"], data["warehouses"]["totalCount"], data["staffUsers"]["totalCount"]) == (
        3,
        2,
        3,
    )


def test_two_fresh_shops_have_the_same_ids(open_store: Callable[..., Store]) -> None:
    first, second = open_store(), open_store()
    assert list(first.state.orders) == list(second.state.orders)


def test_a_variant_without_a_name_is_called_by_its_id(store: Store) -> None:
    variant = store.catalogue.product("desk-lamp").variants[0]
    answer = store.execute(f'{{ productVariant(id: "{variant.id}", channel: "tr") {{ name }} }}')
    assert answer["data"]["productVariant"]["name"] == variant.id


def test_pages_of_a_list_join_up(store: Store) -> None:
    token = store.access_token(store.person("admin"))
    query = """query($after: String) { orders(first: 4, after: $after) {
        edges { node { number } } pageInfo { hasNextPage endCursor } } }"""
    first = store.execute(query, token=token)["data"]["orders"]
    second = store.execute(query, {"after": first["pageInfo"]["endCursor"]}, token=token)["data"]["orders"]
    numbers = [edge["node"]["number"] for page in (first, second) for edge in page["edges"]]
    assert numbers == ["6", "5", "4", "3", "2", "1"]
    assert (first["pageInfo"]["hasNextPage"], second["pageInfo"]["hasNextPage"]) == (True, False)


def test_a_list_without_a_size_or_with_too_large_a_one_is_refused(store: Store) -> None:
    token = store.access_token(store.person("admin"))
    for size, words in (("", "You must provide a `first` or `last` value"), ("(first: 101)", "limit of 100 records")):
        answer = store.execute(f"{{ orders{size} {{ totalCount }} }}", token=token)
        assert words in answer["errors"][0]["message"]


def test_orders_can_be_swept_by_the_time_they_changed(store: Store, clock: Any) -> None:
    token = store.access_token(store.person("admin"))
    before = clock().isoformat()
    clock.step(60)
    token = store.access_token(store.person("admin"))
    order = next(order for order in store.state.orders.values() if order.number == "6")
    store.orders.add_note(order, "Asked for a gift box")
    for condition in ("filter: {updatedAt: {gte: $at}}", "where: {updatedAt: {gte: $at}}"):
        query = f"query($at: DateTime) {{ orders(first: 9, {condition}) {{ edges {{ node {{ number }} }} }} }}"
        answer = store.execute(query, {"at": before}, token=token)
        assert [edge["node"]["number"] for edge in answer["data"]["orders"]["edges"]] == ["6"]


def test_checkouts_are_filtered_by_dates_not_times(store: Store) -> None:
    token = store.access_token(store.person("admin"))
    store.checkouts.create("tr", [(store.catalogue.product("notebook").variants[0], 1)], email="ada@example.com")
    query = "query($at: Date) { checkouts(first: 9, filter: {updatedAt: {gte: $at}}) { totalCount } }"
    assert (
        store.execute(query, {"at": store.now().date().isoformat()}, token=token)["data"]["checkouts"]["totalCount"]
        == 1
    )
    refused = store.execute(query, {"at": store.now().isoformat()}, token=token)
    assert "Date cannot represent value" in refused["errors"][0]["message"]


@pytest.mark.parametrize(
    ("address", "names"),
    [
        ('{country: TR, postalCode: "34710"}', ["Own courier", "Standard", "Same day"]),
        ('{country: TR, postalCode: "06100"}', ["Own courier", "Standard"]),
        ("{country: TR}", ["Own courier", "Standard"]),
        ("{country: US}", []),
    ],
)
def test_anyone_may_ask_which_shipping_methods_reach_an_address(store: Store, address: str, names: list[str]) -> None:
    query = f"""{{ shop {{ availableShippingMethods(channel: "tr", address: {address}) {{
        id name price {{ amount currency }} minimumOrderPrice {{ amount }}
        minimumDeliveryDays maximumDeliveryDays }} }} }}"""
    methods = store.execute(query)["data"]["shop"]["availableShippingMethods"]
    assert [method["name"] for method in methods] == names
    days = {method["name"]: (method["minimumDeliveryDays"], method["maximumDeliveryDays"]) for method in methods}
    assert not names or (days["Standard"], days["Own courier"]) == ((1, 3), (None, None))


def test_the_methods_of_a_channel_by_country_are_public_too(store: Store) -> None:
    query = """{ channel(slug: "eu") { availableShippingMethodsPerCountry(countries: [NL, DE, US]) {
        countryCode shippingMethods { id name price { amount currency } } } } }"""
    found = store.execute(query)["data"]["channel"]["availableShippingMethodsPerCountry"]
    assert [row["countryCode"] for row in found] == ["DE", "NL"]
    assert found[0]["shippingMethods"][0]["price"] == {"amount": 4.9, "currency": "EUR"}
