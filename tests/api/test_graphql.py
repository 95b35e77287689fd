"""GraphQL: what staff and shoppers may ask, how much at once, and what they are told when they may not."""

from typing import Any

import pytest
import requests
from django.db import connection
from django.test.utils import CaptureQueriesContext

from saleor_support_plugin.api import staff as staff_schema
from saleor_support_plugin.api import storefront as storefront_schema
from saleor_support_plugin.stores import callers

from ..known_staff import FakeSaleor
from ..service import Service
from ..shops import Shop, add_order, global_id

ORDER = "query($id: ID!) { order(id: $id) { number customerEmail total { amount currency } lines { totalCount } } }"


def ask(service: Service, token: str, query: str, door: str = "staff", **variables: Any) -> dict[str, Any]:
    answer = requests.post(
        f"{service.url}/graphql/{door}/",
        json={"query": query, "variables": variables},
        headers={"authorization": f"Bearer {token}"},
        timeout=20,
    )
    body: dict[str, Any] = answer.json()
    return body | {"status": answer.status_code}


def code(answer: dict[str, Any]) -> str:
    return str(answer["errors"][0]["extensions"]["code"])


def test_staff_see_an_order_with_exact_money(committed: Service, open_aurora: Shop, saleor: FakeSaleor) -> None:
    answer = ask(committed, open_aurora.staff_token("MANAGE_ORDERS"), ORDER, id=open_aurora.order_id)
    assert answer["data"]["order"] == {
        "number": "1",
        "customerEmail": "shopper@aurora.example",
        "total": {"amount": "129.90", "currency": "TRY"},
        "lines": {"totalCount": 1},
    }


def test_without_the_permission_an_order_is_refused(committed: Service, open_aurora: Shop, saleor: FakeSaleor) -> None:
    answer = ask(committed, open_aurora.staff_token("MANAGE_USERS"), ORDER, id=open_aurora.order_id)
    assert code(answer) == "PERMISSION_DENIED"
    assert answer["errors"][0]["extensions"]["permission"] == "MANAGE_ORDERS"


def test_an_order_of_a_channel_they_may_not_see_is_not_there(
    committed: Service, open_aurora: Shop, saleor: FakeSaleor
) -> None:
    saleor.channels = ["elsewhere"]
    answer = ask(committed, open_aurora.staff_token("MANAGE_ORDERS"), ORDER, id=open_aurora.order_id)
    assert answer["data"] == {"order": None}


def test_nobody_without_a_token(committed: Service, open_aurora: Shop, saleor: FakeSaleor) -> None:
    for token in ("", "nonsense", open_aurora.customer_token()):
        answer = ask(committed, token, ORDER, id=open_aurora.order_id)
        assert (answer["status"], code(answer)) == (401, "UNAUTHENTICATED")


def test_a_shopper_cannot_even_name_a_staff_field(committed: Service, open_aurora: Shop) -> None:
    answer = ask(committed, open_aurora.customer_token(), ORDER, door="storefront", id="x")
    assert code(answer) == "INVALID"
    assert "Cannot query field 'order'" in answer["errors"][0]["message"]


def test_a_guest_reads_the_delivery_line(committed: Service, open_aurora: Shop) -> None:
    query = """query($v: ID!) { me { isGuest email }
        delivery(variant: $v, channel: "default-channel", country: "tr") {
            cheapest { price { amount } window { first } } } }"""
    answer = ask(committed, callers.guest_token(open_aurora.store), query, "storefront", v=open_aurora.variant_id)
    assert answer["data"]["me"] == {"isGuest": True, "email": None}
    assert answer["data"]["delivery"] == {"cheapest": {"price": {"amount": "19.90"}, "window": None}}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("{ orders(first: 101) { totalCount } }", "INVALID"),
        ("{ orders(first: -1) { totalCount } }", "INVALID"),
        ('{ orders(first: 1, after: "nonsense") { totalCount } }', "INVALID"),
        ("{ orders(first: 100) { edges { node { lines(first: 100) { edges { node { id } } } } } } }", "COST_LIMIT"),
        (
            "{ " + " ".join(f"a{n}: orders(first: 100) {{ edges {{ node {{ id }} }} }}" for n in range(40)) + " }",
            "COST_LIMIT",
        ),
        (
            "{ __schema { types { fields { type " + "{ ofType " * 12 + "{ name }" + " }" * 12 + " } } } }",
            "ok",
        ),
        ("{ orders { edges { node { lines { edges { node { id } } } } } } }", "COST_LIMIT"),  # a whole page each
        (
            "fragment L on Order { lines { edges { node { id } } } } { orders { edges { node { ...L } } } }",
            "COST_LIMIT",
        ),
        ("{ orders(first: 2) { edges { node { lines(last: 1) { totalCount } } } } }", "INVALID"),
        ("{ me { email ", "INVALID"),
        ("{ nothing }", "INVALID"),
        ("query A { me { email } } query B { me { email } }", "INVALID"),
        ("{ " + "me { email } " * 3000 + "}", "INVALID"),
    ],
)
def test_too_much_or_nonsense_is_refused_with_a_code(
    committed: Service, open_aurora: Shop, saleor: FakeSaleor, query: str, expected: str
) -> None:
    answer = ask(committed, open_aurora.staff_token("MANAGE_ORDERS"), query)
    assert (code(answer) if "errors" in answer else "ok") == expected


@pytest.mark.parametrize(
    ("method", "body", "status"),
    [
        ("GET", b"", 405),
        ("POST", b"", 400),
        ("POST", b"[]", 400),
        ("POST", b'{"query": 1}', 400),
        ("POST", b'{"query": "{me{email}}", "variables": [1]}', 400),
        ("POST", b'{"query": "' + b"x" * 120_000 + b'"}', 413),
    ],
)
def test_what_is_no_question_is_refused(committed: Service, method: str, body: bytes, status: int) -> None:
    answer = requests.request(method, f"{committed.url}/graphql/staff/", data=body, timeout=20)
    assert answer.status_code == status
    assert code(answer.json())


def test_a_list_costs_the_same_queries_for_one_order_and_for_twenty(aurora: Shop, saleor: FakeSaleor) -> None:
    query = """{ orders(first: 20) { totalCount edges { node { number lines(first: 5) { edges { node { productName } } }
        fulfillments { quantity } } } } }"""
    context = staff_schema.context_of(aurora.staff_token("MANAGE_ORDERS"))

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            result = staff_schema.schema.execute(query, context_value=context)
        assert result.errors is None
        return len(captured)

    one = queries()
    for number in range(2, 21):
        add_order(aurora, global_id("Order", f"aurora-{number}"), number=str(number))
    assert queries() == one
    assert one <= 6


def test_pages_follow_one_another_without_gap_or_double(aurora: Shop, saleor: FakeSaleor) -> None:
    for number in range(2, 8):
        add_order(aurora, global_id("Order", f"aurora-{number}"), number=str(number))
    context = staff_schema.context_of(aurora.staff_token("MANAGE_ORDERS"))
    query = """query($after: String) { orders(first: 3, after: $after) { totalCount edges { node { number } }
        pageInfo { hasNextPage endCursor } } }"""
    seen: list[str] = []
    after = None
    while True:
        data = staff_schema.schema.execute(query, context_value=context, variable_values={"after": after}).data
        seen += [edge["node"]["number"] for edge in data["orders"]["edges"]]
        assert data["orders"]["totalCount"] == 7
        if not data["orders"]["pageInfo"]["hasNextPage"]:
            break
        after = data["orders"]["pageInfo"]["endCursor"]
    assert sorted(seen) == [str(number) for number in range(1, 8)]


def test_both_schemas_answer_to_introspection() -> None:
    for schema in (staff_schema.schema, storefront_schema.schema):
        assert schema.introspect()["__schema"]["queryType"]["name"] == "Query"
