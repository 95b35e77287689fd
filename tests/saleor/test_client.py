"""What a store answers is read as it is meant, and what goes wrong is named so that the caller knows what to do."""

import inspect
import json
import logging
import re
import socket
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from saleor_support_plugin.egress import AddressRefused
from saleor_support_plugin.egress.checked import CheckedEgress
from saleor_support_plugin.saleor.client import OwnDelivery, OwnWebhook, SaleorClient, shoppers_id
from saleor_support_plugin.saleor.errors import (
    PermissionMissing,
    SaleorError,
    SaleorRefused,
    SaleorUnreachable,
    StoreAddressRefused,
    TokenRefused,
)
from saleor_support_plugin.saleor.generated import client as generated
from saleor_support_plugin.saleor.live_carts import CartCode
from tests.saleor.conftest import Listen
from tests.saleor.listener import Answer, http
from tests.saleor.made_up import MadeUpSaleor

API = "https://aurora.example/graphql/"
NOW = datetime(2026, 11, 21, 18, tzinfo=UTC)

ASKED: dict[str, Callable[[SaleorClient], object]] = {
    "app_identity": lambda saleor: saleor.app_identity(),
    "shop_identity": lambda saleor: saleor.shop_identity(),
    "saleor_version": lambda saleor: saleor.saleor_version(),
    "all_channels": lambda saleor: saleor.all_channels(),
    "create_app_problem": lambda saleor: saleor.create_app_problem(key="a", message="b"),
    "own_webhooks": lambda saleor: saleor.own_webhooks(),
    "create_webhook": lambda saleor: saleor.create_webhook(
        name="a", target_url="b", query="c", events=["ORDER_CREATED"]
    ),
    "update_webhook": lambda saleor: saleor.update_webhook("a", target_url="b", query="c", events=["ORDER_PAID"]),
    "delete_webhook": lambda saleor: saleor.delete_webhook("a"),
    "own_deliveries": lambda saleor: list(saleor.own_deliveries()),
    "order": lambda saleor: saleor.order("a"),
    "order_history": lambda saleor: saleor.order_history("a"),
    "add_order_note": lambda saleor: saleor.add_order_note("a", "b"),
    "update_order_note": lambda saleor: saleor.update_order_note("a", "b"),
    "write_private_metadata": lambda saleor: saleor.write_private_metadata("a", "b", "c"),
    "changed_orders": lambda saleor: list(saleor.changed_orders(NOW)),
    "changed_checkouts": lambda saleor: list(saleor.changed_checkouts(NOW.date())),
    "checkout_now": lambda saleor: saleor.checkout_now("a"),
    "order_of_checkout": lambda saleor: saleor.order_of_checkout("a"),
    "create_checkout": lambda saleor: saleor.create_checkout(
        channel="a", lines=[("b", 1)], language_code="TR", metadata={"c": "d"}
    ),
    "order_acts": lambda saleor: saleor.order_acts("3.23.1").order("a"),
    "live_cart": lambda saleor: saleor.live_cart("a"),
    "add_to_cart": lambda saleor: saleor.add_to_cart("a", variant_id="b", quantity=1),
    "change_in_cart": lambda saleor: saleor.change_in_cart("a", line_id="b", quantity=1),
    "remove_from_cart": lambda saleor: saleor.remove_from_cart("a", line_id="b"),
    "apply_code": lambda saleor: saleor.apply_code("a", code="b"),
    "take_code_out": lambda saleor: saleor.take_code_out("a", code=CartCode("b")),
    "catalogue": lambda saleor: saleor.catalogue("a", search="word", most=1),
    "catalogue_product": lambda saleor: saleor.catalogue_product("a", "b"),
    "create_voucher": lambda saleor: saleor.create_voucher(code="a", name="b", starts_at=NOW, ends_at=NOW),
    "list_voucher": lambda saleor: saleor.list_voucher("a", channel_id="b", percent=Decimal(5), min_spend=None),
    "voucher_with": lambda saleor: saleor.voucher_with("word"),
    "variant_margins": lambda saleor: saleor.variant_margins(["a"], "word"),
    "published_pages": lambda saleor: list(saleor.published_pages()),
    "offered_products": lambda saleor: saleor.offered_products("a", words="word", category="", most=1),
    "all_variants": lambda saleor: list(saleor.all_variants()),
    "product_facts": lambda saleor: saleor.product_facts("a"),
    "variants_by_ids": lambda saleor: list(saleor.variants_by_ids(["a"])),
    "categories_named": lambda saleor: list(saleor.categories_named("a", 20)),
    "categories_by_ids": lambda saleor: list(saleor.categories_by_ids(["a"])),
    "shipping_zones": lambda saleor: list(saleor.shipping_zones()),
    "excluded_products": lambda saleor: list(saleor.excluded_products("a", "U2hpcHBpbmdNZXRob2RUeXBlOjc=", None)),
    "all_warehouses": lambda saleor: list(saleor.all_warehouses()),
    "tax_rates": lambda saleor: saleor.tax_rates(),
    "stock_follows_zones": lambda saleor: saleor.stock_follows_zones(),
    "products_have_rating": lambda saleor: saleor.products_have_rating(),
    "rated_products": lambda saleor: saleor.rated_products(["a"]),
    "rate_product": lambda saleor: saleor.rate_product(
        "a", rating=Decimal("4.25"), with_rating=True, metadata={"b": "c"}, attributes={"d": None}
    ),
    "numeric_attributes": lambda saleor: saleor.numeric_attributes(["a"]),
    "create_numeric_attribute": lambda saleor: saleor.create_numeric_attribute(name="a", slug="b"),
    "product_types": lambda saleor: list(saleor.product_types()),
    "assign_attributes": lambda saleor: saleor.assign_attributes("a", ["b"]),
    "staff_member": lambda saleor: saleor.staff_member(),
    "active_apps": lambda saleor: list(saleor.active_apps()),
    "customer_me": lambda saleor: saleor.customer_me(),
    "token_is_alive": lambda saleor: saleor.token_is_alive("a"),
    "log_in": lambda saleor: saleor.log_in(email="a", password="b"),
    "install_app": lambda saleor: saleor.install_app(manifest_url="a", permissions=["MANAGE_ORDERS"]),
    "installation_state": lambda saleor: saleor.installation_state("a"),
}


def client(root: dict[str, Any] | None = None, token: str | None = "secret") -> tuple[SaleorClient, MadeUpSaleor]:
    saleor = MadeUpSaleor(root or {})
    return SaleorClient(API, egress=saleor, token=token), saleor


@pytest.mark.parametrize("name", ASKED)
def test_every_question_is_valid_and_its_answer_is_understood(name: str) -> None:
    saleor, made_up = client()
    answered = ASKED[name](saleor)
    assert made_up.questions
    silent = {"create_app_problem", "update_webhook", "delete_webhook", "write_private_metadata", "list_voucher"}
    silent |= {"rate_product", "numeric_attributes", "assign_attributes"}
    assert answered or name in silent


def test_every_method_is_asked_above() -> None:
    assert {name for name in vars(SaleorClient) if not name.startswith("_")} == ASKED.keys()


def test_money_is_exact_from_the_first_byte() -> None:
    order = client()[0].order("a")
    assert order
    assert order.total.gross.amount == Decimal("129.9")
    assert isinstance(order.lines[0].unit_price.gross.amount, Decimal)


def test_a_word_that_a_newer_saleor_says_loses_no_order(listen: Listen) -> None:
    saleor, made_up = client()
    saleor.order("a")
    reply = made_up.post(API, json={k: v for k, v in made_up.questions[0].items() if k != "headers"})
    newer = reply.body.replace(b'"status": "CANCELED"', b'"status": "ON_THE_MOON"')
    assert newer != reply.body
    listener = listen(http("200 OK", newer))
    order = SaleorClient(f"http://127.0.0.1:{listener.port}/", egress=CheckedEgress(allow_private=True)).order("a")
    assert order
    assert order.status == "ON_THE_MOON"


def test_the_token_goes_along_and_nothing_does_where_there_is_none() -> None:
    saleor, made_up = client()
    saleor.app_identity()
    assert made_up.questions[0]["headers"] == {"Authorization": "Bearer secret"}
    saleor, made_up = client(token=None)
    saleor.log_in(email="a", password="b")
    assert made_up.questions[0]["headers"] == {}


def test_an_order_that_saleor_does_not_know_is_none() -> None:
    assert client({"order": None})[0].order("a") is None


def test_lists_are_read_to_their_end() -> None:
    def orders(first: int, after: str | None = None, **_: object) -> dict[str, Any]:
        place = int(after or 0)
        return {
            "edges": [{"node": {"number": str(place + one)}} for one in range(2)],
            "pageInfo": {"hasNextPage": place < 4, "endCursor": str(place + 2)},
        }

    saleor, made_up = client({"orders": orders})
    since = NOW - timedelta(days=1)
    assert [order.number for order in saleor.changed_orders(since)] == ["0", "1", "2", "3", "4", "5"]
    assert made_up.questions[0]["variables"] == {"since": "2026-11-20T18:00:00Z", "first": 50, "after": None}


def test_a_list_that_does_not_go_on_ends_in_an_error() -> None:
    saleor, _ = client({"orders": {"pageInfo": {"hasNextPage": True, "endCursor": "same"}}})
    with pytest.raises(SaleorUnreachable):
        list(saleor.changed_orders(NOW))


def test_checkouts_are_asked_for_by_day() -> None:
    saleor, made_up = client()
    list(saleor.changed_checkouts(date(2026, 11, 20)))
    assert made_up.questions[0]["variables"]["since"] == "2026-11-20"


def test_many_ids_are_asked_for_in_parts() -> None:
    saleor, made_up = client()
    list(saleor.variants_by_ids([str(one) for one in range(250)]))
    assert [len(one["variables"]["ids"]) for one in made_up.questions] == [100, 100, 50]


def test_a_method_is_named_as_shoppers_see_it() -> None:
    assert shoppers_id("U2hpcHBpbmdNZXRob2RUeXBlOjIx") == "U2hpcHBpbmdNZXRob2Q6MjE="  # ShippingMethod:21
    with pytest.raises(SaleorUnreachable):
        shoppers_id("not an id")


@pytest.mark.parametrize(
    ("version", "said", "expected"),
    [("3.21.44", None, True), ("3.22.9", None, True), ("3.23.28", True, True), ("3.23.0", False, False)],
)
def test_before_3_23_stock_always_follows_the_zones(version: str, said: bool | None, expected: bool) -> None:
    saleor, made_up = client({"shop": {"version": version, "useLegacyShippingZoneStockAvailability": said}})
    assert saleor.stock_follows_zones() is expected
    assert len(made_up.questions) == (1 if said is None else 2)


def test_all_products_that_a_method_does_not_take_are_read() -> None:
    def excluded(first: int, after: str | None = None, **_: object) -> dict[str, Any]:
        place = int(after or 0)
        return {
            "edges": [{"node": {"id": str(place)}}],
            "pageInfo": {"hasNextPage": place < 3, "endCursor": str(place + 1)},
        }

    methods = [{"id": "other"}, {"id": "method", "excludedProducts": excluded}]
    saleor, _ = client({"shippingZone": {"shippingMethods": methods}})
    assert list(saleor.excluded_products("zone", "method", "1")) == ["1", "2", "3"]


def test_our_webhooks_are_read_as_the_store_has_them() -> None:
    webhook = {
        "id": "V2ViaG9vazox",
        "name": "Orders",
        "isActive": False,
        "targetUrl": "https://support.example/api/webhooks",
        "subscriptionQuery": None,
        "asyncEvents": [{"eventType": "ORDER_PAID"}],
    }
    saleor, _ = client({"app": {"webhooks": [webhook]}})
    assert saleor.own_webhooks() == [
        OwnWebhook("V2ViaG9vazox", "Orders", False, "https://support.example/api/webhooks", "", ("ORDER_PAID",))
    ]


def test_what_could_not_be_delivered_comes_pending_first_and_no_older_than_asked() -> None:
    def webhook(id: str) -> dict[str, Any]:
        def deliveries(filter: dict[str, str], **_: object) -> dict[str, Any]:
            nodes = [
                {
                    "id": f"{filter['status']} {minutes}",
                    "status": filter["status"],
                    "eventType": "ORDER_CREATED",
                    "createdAt": (NOW - timedelta(minutes=minutes)).isoformat(),
                    "payload": None if minutes == 1 else "{}",
                }
                for minutes in (1, 5, 60)
            ]
            return {"edges": [{"node": node} for node in nodes]}

        return {"eventDeliveries": deliveries}

    saleor, _ = client({"webhook": webhook})
    found = list(saleor.own_deliveries(since=NOW - timedelta(minutes=30)))
    assert [one.id for one in found] == ["PENDING 1", "PENDING 5", "FAILED 1", "FAILED 5"]
    assert found[0] == OwnDelivery("PENDING 1", "order_created", "PENDING", NOW - timedelta(minutes=1), None)
    assert len(list(saleor.own_deliveries())) == 6


@pytest.mark.parametrize(
    ("listed", "state"),
    [
        ([], ("INSTALLED", "")),
        ([{"id": "a", "status": "PENDING", "message": None}], ("PENDING", "")),
        ([{"id": "a", "status": "FAILED", "message": "no manifest"}], ("FAILED", "no manifest")),
        ([{"id": "a", "status": "SUCCESS", "message": None}], ("INSTALLED", "")),
        ([{"id": "b", "status": "FAILED", "message": "another"}], ("INSTALLED", "")),
    ],
)
def test_an_installation_is_followed_until_it_leaves_the_list(
    listed: list[dict[str, Any]], state: tuple[str, str]
) -> None:
    assert client({"appsInstallations": listed})[0].installation_state("a") == state


def test_an_optional_word_is_left_out_rather_than_sent_empty() -> None:
    saleor, made_up = client()
    saleor.create_app_problem(key="webhooks", message="They are stale.")
    assert made_up.questions[0]["variables"] == {"key": "webhooks", "message": "They are stale."}


def denied(message: str = "To access this path, you need one of the following permissions: MANAGE_ORDERS") -> bytes:
    error = {"message": message, "extensions": {"exception": {"code": "PermissionDenied"}}}
    return json.dumps({"errors": [error], "data": {"order": None}}).encode()


def graphql_error(code: str, message: str = "m") -> bytes:
    return json.dumps({"errors": [{"message": message, "extensions": {"exception": {"code": code}}}]}).encode()


@pytest.fixture
def at(listen: Listen) -> Callable[[bytes], SaleorClient]:
    def start(answer: bytes) -> SaleorClient:
        listener = listen(answer)
        return SaleorClient(
            f"http://127.0.0.1:{listener.port}/graphql/",
            egress=CheckedEgress(allow_private=True, max_bytes=100_000),
            token="x",
        )

    return start


NOT_SALEOR = "UNREACHABLE"
OWN_FAILURE = graphql_error("OperationalError", "Internal Server Error")


@pytest.mark.parametrize(
    ("answer", "kind", "code"),
    [
        (http("500 Oops", b"<html>"), SaleorUnreachable, NOT_SALEOR),
        (http("502 Bad Gateway", b'{"data": {}}'), SaleorUnreachable, NOT_SALEOR),
        (http("503 Busy", b""), SaleorUnreachable, NOT_SALEOR),
        (http("429 Slow down", b"{}"), SaleorUnreachable, NOT_SALEOR),
        (http("302 Found", b"", "Location: https://elsewhere.example/"), SaleorUnreachable, NOT_SALEOR),
        (http("404 Not Found", b"<html>"), SaleorUnreachable, NOT_SALEOR),
        (http("200 OK", b"<html>"), SaleorUnreachable, NOT_SALEOR),
        (http("200 OK", b"[" * 90_000), SaleorUnreachable, NOT_SALEOR),
        (http("200 OK", b'{"data": {"order": NaN}}'), SaleorUnreachable, NOT_SALEOR),
        (http("200 OK", b"[]"), SaleorUnreachable, NOT_SALEOR),
        (http("200 OK", b"{}"), SaleorUnreachable, NOT_SALEOR),
        (http("200 OK", b'{"data": null}'), SaleorUnreachable, NOT_SALEOR),
        (http("200 OK", b'{"data": []}'), SaleorUnreachable, NOT_SALEOR),
        (http("200 OK", b'{"data": {"order": {"id": "a"}}}'), SaleorUnreachable, NOT_SALEOR),
        (http("200 OK", b'{"errors": "no list"}'), SaleorUnreachable, NOT_SALEOR),
        (http("200 OK", b'{"errors": [null]}'), SaleorUnreachable, NOT_SALEOR),
        (http("200 OK", b'{"errors": [{}]}'), SaleorRefused, "GRAPHQL_ERROR"),
        (http("200 OK", OWN_FAILURE), SaleorUnreachable, "OperationalError"),
        (http("401 Unauthorized", b'{"errors": [{"message": "no"}]}'), TokenRefused, "TOKEN_REFUSED"),
        (http("401 Unauthorized", b"the staging server's own login"), SaleorUnreachable, NOT_SALEOR),
        (http("200 OK", graphql_error("ExpiredSignatureError")), TokenRefused, "TOKEN_REFUSED"),
        (http("200 OK", graphql_error("InvalidTokenError")), TokenRefused, "TOKEN_REFUSED"),
        (http("400 Bad Request", graphql_error("GraphQLError")), SaleorRefused, "GraphQLError"),
        (http("413 Too Large", b""), SaleorRefused, "QUESTION_TOO_LARGE"),
        (http("200 OK", b"a" * 100_001), SaleorRefused, "REPLY_TOO_LARGE"),
        (http("200 OK", denied()), TokenRefused, "TOKEN_REFUSED"),
    ],
)
def test_what_goes_wrong_is_named(
    at: Callable[[bytes], SaleorClient], answer: bytes, kind: type[SaleorError], code: str
) -> None:
    with pytest.raises(kind) as caught:
        at(answer).order("a")
    assert caught.value.code == code
    assert caught.value.retry == (kind is SaleorUnreachable)


def by_operation(**answers: bytes) -> Callable[[socket.socket, bytes], None]:
    def answer(line: socket.socket, question: bytes) -> None:
        name = json.loads(question.partition(b"\r\n\r\n")[2])["operationName"]
        line.sendall(http("200 OK", answers[name]))

    return answer


NO = b'{"message": "no", "extensions": {"exception": {"code": "PermissionDenied"}}}'


@pytest.mark.parametrize(
    ("probe", "kind"),
    [
        (b'{"data": {"app": {"id": "QXBwOjI="}, "me": null}}', PermissionMissing),
        (b'{"errors": [%b], "data": {"app": null, "me": {"id": "VXNlcjox"}}}' % NO, PermissionMissing),
        (b'{"errors": [%b], "data": {"app": null, "me": null}}' % NO, TokenRefused),
        (b'{"errors": [%b, %b], "data": null}' % (NO, NO), TokenRefused),
        (b'{"data": {"app": null, "me": null}}', TokenRefused),
        (b'{"errors": [%b, {"message": "broken"}], "data": {"app": null}}' % NO, SaleorUnreachable),
        (b'{"errors": [{"message": "broken"}]}', SaleorUnreachable),
        (b'{"data": null}', SaleorUnreachable),
        (b"<html>", SaleorUnreachable),
    ],
)
def test_a_dead_token_and_a_missing_permission_are_told_apart(
    listen: Listen, probe: bytes, kind: type[SaleorError]
) -> None:
    listener = listen(by_operation(OrderById=denied(), TokenProbe=probe))
    saleor = SaleorClient(f"http://127.0.0.1:{listener.port}/", egress=CheckedEgress(allow_private=True), token="x")
    with pytest.raises(kind) as caught:
        saleor.order("a")
    if isinstance(caught.value, PermissionMissing):
        assert caught.value.permissions == ("MANAGE_ORDERS",)


def test_a_mutation_that_saleor_refuses_says_why(at: Callable[[bytes], SaleorClient]) -> None:
    error = {"field": "targetUrl", "message": "Enter a valid URL.", "code": "INVALID"}
    answer = http("200 OK", json.dumps({"data": {"webhookCreate": {"webhook": None, "errors": [error]}}}).encode())
    with pytest.raises(SaleorRefused, match="valid URL") as caught:
        at(answer).create_webhook(name="a", target_url="b", query="c", events=[])
    assert (caught.value.code, caught.value.field) == ("INVALID", "targetUrl")


def test_a_wrong_password_is_refused_and_not_unreachable(at: Callable[[bytes], SaleorClient]) -> None:
    error = {"field": "email", "message": "Please, enter valid credentials", "code": "INVALID_CREDENTIALS"}
    answer = http("200 OK", json.dumps({"data": {"tokenCreate": {"token": None, "errors": [error]}}}).encode())
    with pytest.raises(SaleorRefused) as caught:
        at(answer).log_in(email="a", password="b")
    assert caught.value.code == "INVALID_CREDENTIALS"


def test_a_token_that_ended_is_not_alive(at: Callable[[bytes], SaleorClient]) -> None:
    error = {"field": "token", "message": "Signature has expired", "code": "JWT_SIGNATURE_EXPIRED"}
    payload = {"isValid": False, "user": None, "errors": [error]}
    answer = http("200 OK", json.dumps({"data": {"tokenVerify": payload}}).encode())
    assert at(answer).token_is_alive("a") is False


def test_a_closed_door_is_unreachable_and_may_open(listen: Listen) -> None:
    listener = listen(b"")
    port = listener.port
    saleor = SaleorClient(
        f"http://127.0.0.1:{port}/", egress=CheckedEgress(allow_private=True, resolve=lambda *_: ["127.0.0.9"])
    )
    with pytest.raises(SaleorUnreachable) as caught:
        saleor.order("a")
    assert caught.value.retry


def test_a_refused_address_is_named_in_both_tongues(listen: Listen) -> None:
    listener = listen(b"")
    with pytest.raises(StoreAddressRefused) as caught:
        SaleorClient(f"https://127.0.0.1:{listener.port}/", egress=CheckedEgress()).order("a")
    assert isinstance(caught.value, AddressRefused)
    assert (caught.value.code, caught.value.retry, listener.connections) == ("ADDRESS_REFUSED", False, 0)


def test_a_page_too_large_is_asked_for_in_smaller_ones(listen: Listen) -> None:
    variables: list[int] = []

    def answer(line: socket.socket, question: bytes) -> None:
        first = json.loads(question.partition(b"\r\n\r\n")[2])["variables"]["first"]
        variables.append(first)
        page = {"edges": [], "pageInfo": {"hasNextPage": False, "endCursor": None}}
        line.sendall(http("200 OK", b"a" * 2000 if first > 5 else json.dumps({"data": {"orders": page}}).encode()))

    listener = listen(answer)
    saleor = SaleorClient(
        f"http://127.0.0.1:{listener.port}/", egress=CheckedEgress(allow_private=True, max_bytes=1000)
    )
    assert list(saleor.changed_orders(NOW)) == []
    assert variables == [50, 12, 3]


def test_neither_logs_nor_errors_name_a_person(
    at: Callable[[bytes], SaleorClient], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="saleor_support_plugin")
    person = {"id": "a", "userEmail": "shopper@example.com", "number": 7}
    with pytest.raises(SaleorUnreachable) as caught:
        at(http("200 OK", json.dumps({"data": {"order": person}}).encode())).order("a")
    assert "shopper" not in f"{caught.value}{caught.value.__context__}{caplog.text}"
    with pytest.raises(SaleorUnreachable):
        at(http("503 Busy", b"shopper@example.com")).log_in(email="shopper@example.com", password="secret")
    assert "shopper" not in caplog.text
    assert "secret" not in caplog.text


@pytest.mark.parametrize("drops", [1, 2])
def test_a_question_is_asked_once_more_where_the_connection_ended_under_it(drops: int, listen: Listen) -> None:
    """Whoever keeps a connection closes it some day, and now and then just as we take it up again."""
    listener = listen(dropping(drops, b'{"data": {"app": null}}'))
    asked = SaleorClient(f"http://127.0.0.1:{listener.port}/graphql/", egress=CheckedEgress(allow_private=True))
    if drops == 1:
        assert asked.app_identity() is None
    else:
        with pytest.raises(SaleorUnreachable):
            asked.app_identity()
    assert len(listener.asked) == 2


def test_what_does_something_is_never_asked_twice(listen: Listen) -> None:
    listener = listen(dropping(1, b'{"data": {}}'))
    asked = SaleorClient(f"http://127.0.0.1:{listener.port}/graphql/", egress=CheckedEgress(allow_private=True))
    with pytest.raises(SaleorUnreachable):
        asked.delete_webhook("V2ViaG9vazox")
    assert len(listener.asked) == 1


def test_every_document_says_first_whether_it_only_asks() -> None:
    documents = re.findall(r'gql\(\s*"""(.*?)"""', inspect.getsource(generated), re.DOTALL)
    kinds = {one.split()[0] for one in documents}
    assert len(documents) > 30
    assert kinds == {"query", "mutation"}


def dropping(times: int, body: bytes) -> Answer:
    """Close that many connections without a word, then answer."""
    left = [None] * times

    def answer(line: socket.socket, _: bytes) -> None:
        if left:
            left.pop()
            line.shutdown(socket.SHUT_RDWR)
        else:
            line.sendall(http("200 OK", body, "Content-Type: application/json"))

    return answer
