"""Who is asking: only what the store itself signed, and only for that store."""

import base64
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import jwt
import pytest
from django.utils import timezone

from saleor_support_plugin.stores import callers, clients
from saleor_support_plugin.stores.callers import NotPermitted, NotRecognised
from saleor_support_plugin.stores.models import Store

from ..known_staff import FakeSaleor
from ..shops import Shop, global_id, jwks_of, private_key

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def stores_give_their_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    def keys_at(api_url: str) -> str:
        return jwks_of(api_url.removeprefix("https://").partition(".")[0])

    monkeypatch.setattr(clients, "keys_at", keys_at)


def test_a_dashboard_token_says_who_and_which_store(aurora: Shop, borealis: Shop, saleor: FakeSaleor) -> None:
    staff = callers.staff(aurora.staff_token("MANAGE_ORDERS"))
    assert (staff.store, staff.email) == (aurora.store, "staff@aurora.example")
    assert staff.groups == ("Customer Support",)
    assert staff.channels is None
    staff.must_have("MANAGE_ORDERS")
    with pytest.raises(NotPermitted):
        staff.must_have("MANAGE_USERS")


def test_groups_and_channels_are_asked_for_once_a_session(aurora: Shop, saleor: FakeSaleor) -> None:
    saleor.channels = ["tr"]
    token = aurora.staff_token()
    assert callers.staff(token).channels == frozenset({"tr"})
    callers.staff(token)
    assert saleor.questions == 1


def test_staff_whom_saleor_no_longer_knows_are_nobody(aurora: Shop, saleor: FakeSaleor) -> None:
    saleor.is_revoked = True
    with pytest.raises(NotRecognised):
        callers.staff(aurora.staff_token())


FORGERIES: dict[str, dict[str, Any]] = {
    "expired": {"exp": datetime.now(UTC) - timedelta(minutes=1)},
    "of another app": {"app": global_id("App", 99)},
    "of a customer": {"type": "access"},
    "for refreshing": {"type": "refresh"},
    "not staff": {"is_staff": False},
    "of another store": {"iss": "https://borealis.example/graphql/"},
    "of an unknown store": {"iss": "https://nobody.example/graphql/"},
    "of no store": {"iss": ""},
    "of an address that is none": {"iss": "javascript:alert(1)"},
}


@pytest.mark.parametrize("changed", FORGERIES.values(), ids=FORGERIES.keys())
def test_a_token_that_is_not_for_us_is_nobodys(
    aurora: Shop, borealis: Shop, saleor: FakeSaleor, changed: dict[str, Any]
) -> None:
    with pytest.raises(NotRecognised):
        callers.staff(aurora.staff_token("MANAGE_ORDERS", **changed))
    assert saleor.questions == 0


def test_tokens_of_the_wrong_algorithm_are_nobodys(aurora: Shop, saleor: FakeSaleor) -> None:
    claims = jwt.decode(aurora.staff_token(), options={"verify_signature": False})
    public = json.dumps(json.loads(jwks_of("aurora"))["keys"][0])
    unsigned = jwt.encode(claims, "", algorithm="none", headers={"kid": "aurora"})
    header = base64.urlsafe_b64encode(b'{"alg":"HS256","kid":"aurora","typ":"JWT"}').rstrip(b"=").decode()
    with_public_key = f"{header}.{unsigned.split('.')[1]}.{base64.urlsafe_b64encode(public.encode()).decode()[:43]}"
    other_key = jwt.encode(claims, private_key("stranger"), algorithm="RS256", headers={"kid": "aurora"})
    for token in ("", "x", "a.b.c", unsigned, with_public_key, other_key, "é.é.é", "." * 9000):
        with pytest.raises(NotRecognised):
            callers.staff(token)


@pytest.mark.parametrize("state", [{"is_active": False}, {"removed_at": timezone.now()}])
def test_where_the_app_is_deactivated_or_removed_nobody_is_recognised(
    aurora: Shop, saleor: FakeSaleor, state: dict[str, Any]
) -> None:
    token = aurora.staff_token()
    callers.staff(token)
    Store.across_stores.update(**state)
    with pytest.raises(NotRecognised):
        callers.staff(token)


def test_a_store_that_spells_its_host_with_capitals_is_recognised(aurora: Shop, saleor: FakeSaleor) -> None:
    token = aurora.staff_token("MANAGE_ORDERS", iss="https://Aurora.Example/graphql/")
    assert callers.staff(token).store == aurora.store


def test_a_customer_is_a_shopper_of_their_store(aurora: Shop, borealis: Shop) -> None:
    shopper = callers.shopper(aurora.customer_token())
    assert (shopper.store, shopper.key) == (aurora.store, f"user:{global_id('User', 7)}")
    assert shopper.email == "shopper@aurora.example"


def test_staff_and_refresh_tokens_are_no_shoppers(aurora: Shop) -> None:
    for token in (aurora.staff_token(), aurora.customer_token(type="refresh"), aurora.customer_token(is_staff=True)):
        with pytest.raises(NotRecognised):
            callers.shopper(token)


def test_a_guest_keeps_their_key_and_another_store_or_a_changed_token_is_refused(aurora: Shop, borealis: Shop) -> None:
    token = callers.guest_token(aurora.store)
    first, again = callers.shopper(token), callers.shopper(token)
    assert first == again
    assert first.store == aurora.store
    assert first.key.startswith("guest:")
    with pytest.raises(NotRecognised):
        callers.shopper(token.replace(aurora.store.key, borealis.store.key))


def test_a_new_key_of_the_store_is_learnt_from_the_store(
    aurora: Shop, saleor: FakeSaleor, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def keys_at(api_url: str) -> str:
        asked.append(api_url)
        return jwks_of("aurora", "aurora-new")

    monkeypatch.setattr(clients, "keys_at", keys_at)
    claims = jwt.decode(aurora.staff_token(), options={"verify_signature": False})
    token = jwt.encode(claims, private_key("aurora-new"), algorithm="RS256", headers={"kid": "aurora-new"})
    assert callers.staff(token).store == aurora.store
    forged = jwt.encode(claims, private_key("stranger"), algorithm="RS256", headers={"kid": "stranger"})
    for _ in range(5):
        with pytest.raises(NotRecognised):
            callers.staff(forged)
    assert len(asked) == 1
