"""Permissions and tokens are Saleor's: a refusal is an error with HTTP 200, and a dead token is nobody's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import jwt
import pytest

from saleor_support_plugin.demo.answering import answer
from saleor_support_plugin.demo.app_records import App
from saleor_support_plugin.demo.clock import SteppedClock
from saleor_support_plugin.demo.records import User
from saleor_support_plugin.demo.store import Store
from saleor_support_plugin.demo.tokens import Signer

ORDERS = "{ orders(first: 9) { edges { node { number } } } }"
EXTENSION = {
    "label": "Card",
    "url": "http://app.example/card",
    "mount": "ORDER_DETAILS_WIDGETS",
    "target": "WIDGET",
    "permissions": [],
}


def codes(body: dict[str, Any]) -> list[str]:
    return [error["extensions"]["exception"]["code"] for error in body.get("errors", [])]


def claims_of(store: Store, token: str) -> dict[str, Any]:
    key = jwt.PyJWK(store.jwks()["keys"][0])
    options: Any = {"verify_aud": False}
    claims: dict[str, Any] = jwt.decode(token, key, algorithms=["RS256"], issuer=store.api_url, options=options)
    return claims


def test_a_visitor_is_refused_what_needs_a_permission_with_status_200(store: Store) -> None:
    reply = answer(store, f"{{ shop {{ name }} x: {ORDERS[2:-2]} }}", None, token=None)
    assert reply.status == 200
    assert reply.body["data"] == {"shop": {"name": "Demo shop"}, "x": None}
    assert codes(reply.body) == ["PermissionDenied"]
    assert "following permissions: MANAGE_ORDERS" in reply.body["errors"][0]["message"]


def test_an_app_may_do_what_it_was_given(store: Store) -> None:
    _, token = store.apps.add("Orders only", permissions=["MANAGE_ORDERS"])
    assert len(store.execute(ORDERS, token=token)["data"]["orders"]["edges"]) == 6
    assert codes(store.execute("{ checkouts(first: 1) { totalCount } }", token=token)) == ["PermissionDenied"]


@pytest.mark.parametrize("act", ["deactivate", "delete"])
def test_the_token_of_a_dead_app_answers_like_nobodys(store: Store, act: str) -> None:
    app, token = store.apps.add("Gone", permissions=["MANAGE_ORDERS"])
    getattr(store.apps, act)(app)
    body = store.execute("{ app { id } shop { name } orders(first: 1) { totalCount } }", token=token)
    assert body["data"] == {"app": None, "shop": {"name": "Demo shop"}, "orders": None}
    assert codes(body) == ["PermissionDenied"]


def test_an_app_switched_on_again_keeps_its_token(store: Store) -> None:
    app, token = store.apps.add("Back", permissions=["MANAGE_ORDERS"])
    store.apps.deactivate(app)
    store.apps.activate(app)
    assert store.execute("{ app { id identifier } }", token=token)["data"]["app"]["id"] == app.id


def test_an_app_reads_its_own_webhooks_but_not_anothers(installed: Callable[..., tuple[Store, App, Any]]) -> None:
    store, app, _ = installed()
    token = store.apps.give_token(app)
    own = store.execute("{ app { webhooks { name asyncEvents { eventType } } } }", token=token)
    assert own["data"]["app"]["webhooks"][0]["name"] == "events"
    _, other = store.apps.add("Other")
    assert codes(store.execute(f'{{ app(id: "{app.id}") {{ name }} }}', token=other)) == ["PermissionDenied"]


def test_staff_see_the_orders_of_their_channels_only(store: Store) -> None:
    query = "{ orders(first: 9) { edges { node { channel { slug } } } } }"
    seen = {
        name: {edge["node"]["channel"]["slug"] for edge in answer["data"]["orders"]["edges"]}
        for name in ("admin", "support")
        for answer in [store.execute(query, token=store.access_token(store.person(name)))]
    }
    assert seen == {"admin": {"tr", "eu"}, "support": {"tr"}}
    assert codes(store.execute(query, token=store.access_token(store.person("catalogue")))) == ["PermissionDenied"]


def test_staff_cannot_act_on_an_order_of_a_channel_that_is_not_theirs(store: Store) -> None:
    order = next(order for order in store.state.orders.values() if order.channel_slug == "eu")
    before = len(order.events)
    query = f'mutation {{ orderNoteAdd(order: "{order.id}", input: {{message: "hi"}}) {{ errors {{ code }} }} }}'
    body = store.execute(query, token=store.access_token(store.person("support")))
    assert codes(body) == ["PermissionDenied"]
    assert len(order.events) == before


def test_a_shopper_reads_their_own_orders_and_nobody_elses_list(store: Store) -> None:
    token = store.access_token(store.person("ayse"))
    body = store.execute("{ me { email orders(first: 9) { edges { node { number userEmail } } } } }", token=token)
    assert {edge["node"]["userEmail"] for edge in body["data"]["me"]["orders"]["edges"]} == {"ayse@example.com"}
    assert codes(store.execute(ORDERS, token=token)) == ["PermissionDenied"]


def test_whoever_knows_an_orders_id_may_read_it_but_not_its_customer_or_private_data(store: Store) -> None:
    order = next(order for order in store.state.orders.values() if order.user_pk)
    query = f'{{ order(id: "{order.id}") {{ userEmail shippingAddress {{ city }} user {{ id }} }} }}'
    body = store.execute(query)
    assert body["data"]["order"]["userEmail"] == order.user_email
    assert body["data"]["order"]["user"] is None
    assert codes(body) == ["PermissionDenied"]
    private = store.execute(f'{{ order(id: "{order.id}") {{ privateMetadata {{ key }} }} }}')
    assert codes(private) == ["PermissionDenied"]


def test_a_checkouts_public_metadata_is_open_to_whoever_knows_its_id(store: Store) -> None:
    checkout = store.checkouts.create("tr", [(store.catalogue.product("notebook").variants[0], 1)])
    write = """mutation($id: ID!) { update%sMetadata(id: $id, input: [{key: "k", value: "v"}]) { errors { code } } }"""
    assert codes(store.execute(write % "", {"id": checkout.id})) == []
    assert checkout.metadata == {"k": "v"}
    assert codes(store.execute(write % "Private", {"id": checkout.id})) == ["PermissionDenied"]


def test_a_customers_token_has_saleors_claims(store: Store) -> None:
    login = (
        'mutation { tokenCreate(email: "ayse@example.com", password: "demo") { token user { email } errors { code } } }'
    )
    body = store.execute(login)["data"]["tokenCreate"]
    claims = claims_of(store, body["token"])
    assert claims["exp"] - claims["iat"] == 300
    assert {name: claims[name] for name in ("owner", "iss", "type", "email", "user_id", "is_staff")} == {
        "owner": "saleor",
        "iss": store.api_url,
        "type": "access",
        "email": "ayse@example.com",
        "user_id": store.person("ayse").id,
        "is_staff": False,
    }
    assert not {"app", "aud", "permissions"} & set(claims)
    assert store.execute("{ me { email } }", token=body["token"])["data"]["me"]["email"] == "ayse@example.com"


def test_a_wrong_password_gets_no_token(store: Store) -> None:
    login = 'mutation { tokenCreate(email: "ayse@example.com", password: "no") { token errors { code } } }'
    assert store.execute(login)["data"]["tokenCreate"] == {"token": None, "errors": [{"code": "INVALID_CREDENTIALS"}]}


@pytest.mark.parametrize(
    ("name", "needs", "may"),
    [
        ("support", [], []),
        ("support", ["MANAGE_ORDERS"], ["MANAGE_ORDERS"]),
        ("catalogue", ["MANAGE_ORDERS"], None),
        ("admin", ["MANAGE_ORDERS"], ["MANAGE_ORDERS"]),
    ],
)
def test_the_dashboard_token_says_who_someone_is_and_is_empty_for_who_may_not(
    installed: Callable[..., tuple[Store, App, Any]], name: str, needs: list[str], may: list[str] | None
) -> None:
    store, app, _ = installed(extensions=[EXTENSION | {"permissions": needs}])
    extension, user = app.extensions[0], store.person(name)
    token = store.dashboard_token(user, extension)
    if may is None:
        assert token == ""
        return
    claims = claims_of(store, token)
    assert (claims["type"], claims["app"], claims["app_extension"]) == ("thirdparty", app.id, extension.id)
    assert claims["permissions"] == may
    assert claims["user_permissions"] == sorted(store.permissions_of(user))
    assert claims["is_staff"] is True


def test_a_dashboard_token_holds_staff_to_the_extensions_permissions_but_not_a_superuser(
    installed: Callable[..., tuple[Store, App, Any]],
) -> None:
    store, app, _ = installed(extensions=[EXTENSION])
    extension = app.extensions[0]
    support = store.dashboard_token(store.person("support"), extension)
    assert codes(store.execute(ORDERS, token=support)) == ["PermissionDenied"]
    me = """{ me { email permissionGroups { name } restrictedAccessToChannels accessibleChannels { slug } }
        app { id } }"""
    assert store.execute(me, token=support)["data"] == {
        "me": {
            "email": "support@example.com",
            "permissionGroups": [{"name": "Support"}],
            "restrictedAccessToChannels": True,
            "accessibleChannels": [{"slug": "tr"}],
        },
        "app": None,
    }
    admin = store.dashboard_token(store.person("admin"), extension)
    assert codes(store.execute(ORDERS, token=admin)) == []


def test_the_apps_audience_goes_into_its_tokens(installed: Callable[..., tuple[Store, App, Any]]) -> None:
    store, app, _ = installed(extensions=[EXTENSION], audience="support")
    assert claims_of(store, store.dashboard_token(store.person("admin"), app.extensions[0]))["aud"] == "support"


def test_a_token_dies_after_five_minutes_and_says_so_where_it_is_needed(store: Store, clock: SteppedClock) -> None:
    token = store.access_token(store.person("ayse"))
    clock.step(299)
    assert store.execute("{ me { email } }", token=token)["data"]["me"]
    clock.step(2)
    body = store.execute("{ shop { name } me { email } }", token=token)
    assert body["data"] == {"shop": {"name": "Demo shop"}, "me": None}
    assert codes(body) == ["ExpiredSignatureError"]


def revoke(store: Store, user: User) -> None:
    store.sessions.end_sessions(user)


def fire(store: Store, user: User) -> None:
    user.is_active = False


@pytest.mark.parametrize("act", [revoke, fire])
def test_sessions_end_with_a_new_password_or_a_closed_account(store: Store, act: Callable[[Store, User], None]) -> None:
    user = store.person("support")
    token = store.access_token(user)
    act(store, user)
    assert codes(store.execute("{ me { email } }", token=token)) == ["InvalidTokenError"]
    verify = store.execute("mutation($t: String!) { tokenVerify(token: $t) { isValid errors { code } } }", {"t": token})
    assert verify["data"]["tokenVerify"] == {"isValid": False, "errors": [{"code": "JWT_INVALID_TOKEN"}]}


def test_a_refresh_token_is_no_access_token(store: Store) -> None:
    token = store.sessions.refresh_token(store.person("ayse"))
    assert codes(store.execute("{ me { email } }", token=token)) == ["InvalidTokenError"]
    refresh = store.execute("mutation($t: String) { tokenRefresh(refreshToken: $t) { token } }", {"t": token})
    assert claims_of(store, refresh["data"]["tokenRefresh"]["token"])["type"] == "access"


def test_a_new_key_ends_all_sessions_and_is_the_only_one_published(open_store: Callable[..., Store]) -> None:
    store = open_store()
    old, token = store.jwks(), store.access_token(store.person("ayse"))
    store.rotate_key()
    assert [key["kid"] for key in store.jwks()["keys"]] != [key["kid"] for key in old["keys"]]
    assert len(store.jwks()["keys"]) == 1
    assert codes(store.execute("{ me { email } }", token=token)) == ["InvalidSignatureError"]


def test_the_published_key_looks_like_saleors(store: Store, private_key: str) -> None:
    (key,) = store.jwks()["keys"]
    assert {name: key[name] for name in ("kty", "use", "alg", "key_ops", "e")} == {
        "kty": "RSA",
        "use": "sig",
        "alg": "RS256",
        "key_ops": ["verify"],
        "e": "AQAB",
    }
    assert key["kid"] == Signer(private_key).key_id


def test_a_query_that_is_not_graphql_or_not_saleors_is_a_bad_request(store: Store) -> None:
    for query in ("{ shop {", "{ shop { weather } }", ""):
        reply = answer(store, query, None, token=None)
        assert (reply.status, "data" in reply.body) == (400, False)


def test_what_only_newer_versions_have_is_unknown_to_older_ones(open_store: Callable[..., Store]) -> None:
    query = "{ app { problems { key } } }"
    statuses = {v: answer(open_store(version=v), query, None, token=None).status for v in ("3.21", "3.22", "3.23")}
    assert statuses == {"3.21": 400, "3.22": 200, "3.23": 200}
