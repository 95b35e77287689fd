"""The demo installs an app as Saleor does, and refuses what each version of Saleor refuses."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from saleor_support_plugin.demo.app_records import App, AppInstallation
from saleor_support_plugin.demo.manifest import ManifestRefused
from saleor_support_plugin.demo.semver import NotARange, satisfies
from saleor_support_plugin.demo.shop import Refused
from saleor_support_plugin.demo.store import Store
from saleor_support_plugin.demo.wire import Answer, NoAnswer, Request

URL = "http://app.example:8000/api/manifest"
WIDGET = {"label": "Card", "url": "http://app.example/card", "mount": "ORDER_DETAILS_WIDGETS", "target": "WIDGET"}
Make = Callable[..., dict[str, Any]]


@pytest.fixture
def shop(open_store: Callable[..., Store], app_on_wire: Any) -> Callable[..., tuple[Store, Any]]:
    """A shop that reaches an app with a given manifest: `shop(manifest, version="3.22")`."""

    def make(manifest: dict[str, Any], version: str = "3.23") -> tuple[Store, Any]:
        app_on_wire.manifest = manifest
        return open_store(wire=app_on_wire, version=version), app_on_wire

    return make


def install(store: Store, permissions: list[str] | None = None) -> App | AppInstallation:
    """Without the look at the manifest that the Dashboard takes first."""
    return store.install(URL, permissions=permissions or [], name="Example")


def message(result: App | AppInstallation) -> str:
    assert isinstance(result, AppInstallation), "the app was installed"
    assert result.status == "FAILED"
    return result.message


@pytest.mark.parametrize("version", ["3.21", "3.22", "3.23"])
def test_an_app_is_installed_with_saleors_own_requests(shop: Any, make_manifest: Make, version: str) -> None:
    store, app_on_wire = shop(make_manifest(), version)
    app = store.install(URL)
    assert isinstance(app, App)
    look, fetch, register = app_on_wire.requests
    assert (look.method, look.url) == (fetch.method, fetch.url) == ("GET", URL)
    assert fetch.headers["Saleor-Schema-Version"] == version
    assert fetch.headers["Host"] == "app.example"
    assert register.headers == {
        "User-Agent": f"Saleor/{version}",
        "Accept-Encoding": "gzip, deflate",
        "Accept": "*/*",
        "Content-Type": "application/json",
        "X-Saleor-Domain": "localhost:8000",
        "Saleor-Domain": "localhost:8000",
        "Saleor-Api-Url": "http://localhost:8000/graphql/",
        "Saleor-Schema-Version": version,
        "Host": "app.example",
    }
    token = json.loads(register.body)["auth_token"]
    assert len(token) == 30
    assert token.isalnum()
    assert app.permissions == sorted(make_manifest()["permissions"])
    assert app.webhooks[0].events == sorted(app.webhooks[0].events)
    assert "ORDER_CREATED" in app.webhooks[0].events


def test_the_token_works_already_while_the_app_registers(shop: Any, make_manifest: Make) -> None:
    store, app_on_wire = shop(make_manifest())
    seen = []
    app_on_wire.on_register = lambda token: seen.append(store.execute("{ app { identifier } }", token=token)["data"])
    store.install(URL)
    assert seen == [{"app": {"identifier": "example.app"}}]


def test_the_requests_are_those_that_a_real_saleor_made(shop: Any, make_manifest: Make, shared: Any) -> None:
    recorded = json.loads((shared / "handshake" / "register-request.json").read_text())
    store, app_on_wire = shop(make_manifest())
    store.install(URL)
    ours = set(app_on_wire.requests[-1].headers)
    # These two the network adds on the way.
    assert ours | {"Connection", "Content-Length"} == {name for name, _ in recorded["headers"]}
    theirs, own = json.loads(recorded["body"]), json.loads(app_on_wire.requests[-1].body)
    assert {name: len(value) for name, value in theirs.items()} == {name: len(value) for name, value in own.items()}


def test_the_apps_own_words_reach_the_merchant(shop: Any, make_manifest: Make) -> None:
    store, app_on_wire = shop(make_manifest())
    app_on_wire.register = Answer(403, json.dumps({"error": {"message": "Set ALLOWED_STORES first."}}))
    assert message(install(store)) == "Set ALLOWED_STORES first."
    assert store.apps.installed() is None
    assert store.execute("{ appsInstallations { message status } }", token=admin(store))["data"] == {
        "appsInstallations": [{"message": "Set ALLOWED_STORES first.", "status": "FAILED"}]
    }


def admin(store: Store) -> str:
    return store.access_token(store.person("admin"))


def test_an_app_that_fails_without_words_gets_saleors(shop: Any, make_manifest: Make) -> None:
    store, app_on_wire = shop(make_manifest())
    app_on_wire.register = Answer(500, "<h1>Server Error</h1>")
    assert message(install(store)) == "App internal error (500). Try later or contact with app support."


@pytest.mark.parametrize("answer", [Answer(302, ""), Answer(200, '{"success": false}')])
def test_anything_below_400_counts_as_registered(shop: Any, make_manifest: Make, answer: Answer) -> None:
    store, app_on_wire = shop(make_manifest())
    app_on_wire.register = answer
    assert isinstance(install(store), App)


def test_an_app_that_cannot_be_reached_is_said_so(open_store: Callable[..., Store]) -> None:
    def nobody(request: Request) -> Answer:
        raise NoAnswer("connection refused")

    store = open_store(wire=nobody)
    assert message(install(store)) == "Failed to connect to app. Try later or contact with app support."
    with pytest.raises(Refused) as refused:
        store.install(URL)
    assert refused.value.code == "INVALID"


@pytest.mark.parametrize(
    ("answer", "code"),
    [(Answer(500, ""), "MANIFEST_URL_CANT_CONNECT"), (Answer(200, "<html>"), "INVALID_MANIFEST_FORMAT")],
)
def test_a_broken_manifest_shows_in_the_dashboard_at_once(
    open_store: Callable[..., Store], answer: Answer, code: str
) -> None:
    store = open_store(wire=lambda request: answer)
    fetch = f'mutation {{ appFetchManifest(manifestUrl: "{URL}") {{ manifest {{ name }} errors {{ field code }} }} }}'
    body = store.execute(fetch, token=admin(store))["data"]["appFetchManifest"]
    assert body == {"manifest": None, "errors": [{"field": "manifestUrl", "code": code}]}


def test_the_dashboard_shows_the_manifest_before_it_installs(shop: Any, make_manifest: Make) -> None:
    store, _ = shop(make_manifest(extensions=[WIDGET], requiredSaleorVersion=">=3.24"))
    fetch = f"""mutation {{ appFetchManifest(manifestUrl: "{URL}") {{ errors {{ code }} manifest {{
        identifier name permissions {{ code }} extensions {{ label mountName targetName settings }}
        webhooks {{ name query targetUrl asyncEvents }} requiredSaleorVersion {{ constraint satisfied }} }} }} }}"""
    body = store.execute(fetch, token=admin(store))["data"]["appFetchManifest"]
    assert body["errors"] == []
    assert body["manifest"]["requiredSaleorVersion"] == {"constraint": ">=3.24", "satisfied": False}
    assert body["manifest"]["extensions"][0]["mountName"] == "ORDER_DETAILS_WIDGETS"
    assert message(install(store)) == "requiredSaleorVersion: ['Saleor version 3.23.28 is not supported by the app.']"


def test_installing_by_mutation_waits_for_the_stores_next_work(shop: Any, make_manifest: Make) -> None:
    store, _ = shop(make_manifest())
    mutation = """mutation($input: AppInstallInput!) { appInstall(input: $input) {
        appInstallation { status appName } errors { code } } }"""
    given = {"appName": "Example", "manifestUrl": URL, "permissions": ["MANAGE_ORDERS"]}
    body = store.execute(mutation, {"input": given}, token=admin(store))["data"]["appInstall"]
    assert body["appInstallation"] == {"status": "PENDING", "appName": "Example"}
    assert store.apps.installed() is None
    store.work()
    app = store.apps.installed("example.app")
    assert app is not None
    assert app.permissions == ["MANAGE_ORDERS"]  # of the mutation, not of the manifest
    assert store.state.installations == {}


@pytest.mark.parametrize(
    ("version", "extension", "refused"),
    [
        ("3.21", WIDGET, "extensions: ['Incorrect value for field: target', 'Incorrect value for field: mount']"),
        ("3.22", WIDGET, None),
        ("3.22", WIDGET | {"mount": "ORDER_DETAILS_MORE_ACTIONS"}, "not available for WIDGET target"),
        ("3.22", WIDGET | {"mount": "HOMEPAGE_WIDGETS"}, "Incorrect value for field: mount"),
        ("3.22", WIDGET | {"options": {"newTabTarget": {"method": "POST"}}}, "newTabTarget options must be set only"),
        ("3.23", WIDGET | {"mount": "FOO_BAR", "target": "BAZ"}, None),
        ("3.21", WIDGET | {"mount": "ORDER_DETAILS_MORE_ACTIONS", "target": "POPUP"}, None),
        ("3.21", WIDGET | {"mount": "NAVIGATION_ORDERS", "target": "APP_PAGE"}, "Incorrect value for field: url."),
        ("3.23", WIDGET | {"permissions": ["MANAGE_GIFT_CARD"]}, "must be listed in App's permissions"),
    ],
)
def test_each_version_judges_extensions_in_its_own_way(
    shop: Any, make_manifest: Make, version: str, extension: dict[str, Any], refused: str | None
) -> None:
    store, _ = shop(make_manifest(extensions=[extension]), version)
    result = install(store)
    if refused is None:
        assert isinstance(result, App)
    else:
        assert refused in message(result)


def test_one_unknown_field_in_a_query_refuses_the_whole_app(shop: Any, make_manifest: Make) -> None:
    query = "subscription { event { ... on OrderCreated { order { weather } } } }"
    store, _ = shop(make_manifest(query))
    said = 'webhooks: [\'Subscription query is not valid: Cannot query field "weather" on type "Order".\']'
    assert message(install(store)) == said
    with pytest.raises(ManifestRefused, match="Subscription query is not valid"):
        store.install(URL)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("subscription {", "Syntax Error"),
        ("{ shop { name } }", "Subscription operation can't be found."),
        ("subscription { orderCreated { version } orderUpdated { version } }", "must select only one top field"),
        ("subscription { event { issuedAt } }", "Can't find a single event."),
    ],
)
def test_a_query_that_is_no_subscription_of_one_event_is_refused(
    shop: Any, make_manifest: Make, query: str, said: str
) -> None:
    store, _ = shop(make_manifest(query))
    assert said in message(install(store))


def test_what_3_23_brought_refuses_the_app_on_3_22(shop: Any, make_manifest: Make) -> None:
    query = "subscription { event { ... on CheckoutUpdated { checkout { delivery { id } } } } }"
    store, _ = shop(make_manifest(query), "3.22")
    assert 'Cannot query field "delivery" on type "Checkout".' in message(install(store))


def test_a_complaint_longer_than_saleors_column_leaves_the_installation_pending(shop: Any, make_manifest: Make) -> None:
    fields = " ".join(f"unknown{number}" for number in range(10))
    store, _ = shop(make_manifest(f"subscription {{ event {{ ... on OrderCreated {{ order {{ {fields} }} }} }} }}"))
    result = install(store)
    assert isinstance(result, AppInstallation)
    assert result.status == "PENDING"


@pytest.mark.parametrize(
    "change",
    [
        {"version": "1" * 61},
        {"appUrl": "http://app.example/" + "a" * 200},
        {"extensions": [WIDGET | {"url": "http://app.example/" + "a" * 200}]},
        {"webhooks": [{"name": "n" * 256, "targetUrl": URL, "query": "subscription { orderCreated { version } }"}]},
    ],
)
def test_texts_longer_than_saleors_columns_end_in_an_unknown_error(
    shop: Any, make_manifest: Make, change: dict[str, Any]
) -> None:
    store, _ = shop(make_manifest(**change))
    assert message(install(store)) == "Unknown error. Contact with app support."


@pytest.mark.parametrize(
    ("version", "missing", "said"),
    [
        ("3.23", "version", "version: ['Field required']"),
        ("3.22", "tokenTargetUrl", "tokenTargetUrl: ['Field required.']"),
        ("3.23", "tokenTargetUrl", None),
    ],
)
def test_what_a_manifest_must_have(
    shop: Any, make_manifest: Make, version: str, missing: str, said: str | None
) -> None:
    manifest = make_manifest()
    del manifest[missing]
    store, _ = shop(manifest, version)
    result = install(store)
    if said:
        assert message(result) == said
    else:
        assert isinstance(result, App)
        assert result.tokens == []


def test_an_app_is_installed_once_until_it_is_removed(shop: Any, make_manifest: Make) -> None:
    store, _ = shop(make_manifest())
    first = install(store)
    assert isinstance(first, App)
    assert message(install(store)) == "identifier: ['App with the same identifier is already installed: Example']"
    store.apps.delete(first)
    second = install(store)
    assert isinstance(second, App)
    assert second.id != first.id


def test_custom_headers_outside_the_allowed_names_are_refused(shop: Any, make_manifest: Make) -> None:
    manifest = make_manifest()
    manifest["webhooks"][0]["customHeaders"] = {"Cookie": "a=b"}
    store, _ = shop(manifest)
    assert "Invalid custom headers" in message(install(store))


@pytest.mark.parametrize(
    ("version", "wanted", "yes"),
    [
        ("3.23.28", ">=3.21 <4", True),
        ("3.20.9", ">=3.21 <4", False),
        ("3.23.28", "^3.21", True),
        ("4.0.0", "^3.21", False),
        ("3.23.28", "~3.23.1", True),
        ("3.24.0", "~3.23.1", False),
        ("3.22.5", "3.21 - 3.22", True),
        ("3.23.0", "3.21 - 3.22", False),
        ("3.23.28", "3.x", True),
        ("3.23.28", "<3.22 || >= 3.23", True),
        ("3.22.1", "<3.22 || >=3.23", False),
        ("3.23.28", "*", True),
        ("3.23.28", "3.23.28", True),
        ("3.23.28", ">3.23", False),
    ],
)
def test_version_ranges_mean_what_they_mean_to_npm(version: str, wanted: str, yes: bool) -> None:
    assert satisfies(version, wanted) is yes


def test_a_text_that_is_no_range_is_named(shop: Any, make_manifest: Make) -> None:
    with pytest.raises(NotARange):
        satisfies("3.23.28", "three")
    store, _ = shop(make_manifest(requiredSaleorVersion="three"))
    assert message(install(store)) == "requiredSaleorVersion: ['Incorrect value for required Saleor version.']"
