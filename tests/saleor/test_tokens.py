"""A staff member is known by Dashboard's token, a customer by the storefront's, and nobody by anything else."""

import hmac
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from saleor_support_plugin.saleor.tokens import (
    BadToken,
    CustomerToken,
    DashboardToken,
    read_customer_token,
    read_dashboard_token,
    unverified_issuer,
)
from tests.saleor.signing import Signer, base64url

NOW = datetime(2026, 11, 21, 18, 0, tzinfo=UTC)
AURORA = "https://aurora.example/graphql/"
OUR_APP = "QXBwOjI="
IAT, EXP = int(NOW.timestamp()) - 60, int(NOW.timestamp()) + 240

STAFF: dict[str, Any] = {
    "iat": IAT,
    "owner": "saleor",
    "iss": AURORA,
    "exp": EXP,
    "token": "SKDJfksd",
    "email": "staff@aurora.example",
    "type": "thirdparty",
    "user_id": "VXNlcjoyMQ==",
    "is_staff": True,
    "app": OUR_APP,
    "permissions": [],
    "user_permissions": ["MANAGE_ORDERS", "MANAGE_USERS"],
    "app_extension": "QXBwRXh0ZW5zaW9uOjE=",
}
CUSTOMER: dict[str, Any] = {
    "iat": IAT,
    "owner": "saleor",
    "iss": AURORA,
    "exp": EXP,
    "token": "SKDJfksd",
    "email": "shopper@example.com",
    "type": "access",
    "user_id": "VXNlcjo5",
    "is_staff": False,
}


def staff(signer: Signer, token: str, now: datetime = NOW) -> DashboardToken:
    return read_dashboard_token(token, keys=signer.keys, api_url=AURORA, app_id=OUR_APP, now=now)


def customer(signer: Signer, token: str, now: datetime = NOW) -> CustomerToken:
    return read_customer_token(token, keys=signer.keys, api_url=AURORA, now=now)


def test_a_staff_member_is_known_by_dashboards_token(signer: Signer) -> None:
    assert staff(signer, signer.token(STAFF)) == DashboardToken(
        user_id="VXNlcjoyMQ==",
        email="staff@aurora.example",
        app_id=OUR_APP,
        permissions=frozenset(),
        user_permissions=frozenset({"MANAGE_ORDERS", "MANAGE_USERS"}),
        issued_at=NOW - timedelta(seconds=60),
        expires_at=NOW + timedelta(seconds=240),
        extension_id="QXBwRXh0ZW5zaW9uOjE=",
    )


def test_the_token_of_an_app_page_names_no_extension(signer: Signer) -> None:
    claims = {name: value for name, value in STAFF.items() if name != "app_extension"}
    assert staff(signer, signer.token(claims)).extension_id == ""


def test_a_customer_is_known_by_the_storefronts_token(signer: Signer) -> None:
    found = customer(signer, signer.token(CUSTOMER))
    assert (found.user_id, found.email) == ("VXNlcjo5", "shopper@example.com")


BOTH: list[tuple[dict[str, Any], str]] = [
    ({"iss": "https://borealis.example/graphql/"}, "ISSUER"),
    ({"iss": AURORA.rstrip("/")}, "ISSUER"),
    ({"iss": None}, "ISSUER"),
    ({"iss": [AURORA]}, "ISSUER"),
    ({"aud": "somebody"}, "AUDIENCE"),
    ({"aud": "custom:x"}, "AUDIENCE"),
    ({"exp": None}, "CLAIMS"),
    ({"exp": "later"}, "CLAIMS"),
    ({"exp": True}, "CLAIMS"),
    ({"exp": 10**30}, "CLAIMS"),
    ({"exp": IAT - 10_000}, "EXPIRED"),
    ({"iat": None}, "CLAIMS"),
    ({"iat": EXP + 10_000}, "NOT_YET"),
    ({"type": "refresh"}, "TYPE"),
    ({"type": None}, "TYPE"),
    ({"user_id": None}, "CLAIMS"),
    ({"user_id": ""}, "CLAIMS"),
    ({"user_id": 7}, "CLAIMS"),
    ({"email": ["shopper@example.com"]}, "CLAIMS"),
]


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        *BOTH,
        ({"type": "access"}, "TYPE"),
        ({"app": "QXBwOjM="}, "APP"),
        ({"app": None}, "APP"),
        ({"is_staff": False}, "NOT_STAFF"),
        ({"is_staff": "true"}, "NOT_STAFF"),
        ({"is_staff": 1}, "NOT_STAFF"),
        ({"user_permissions": None}, "CLAIMS"),
        ({"user_permissions": "MANAGE_ORDERS"}, "CLAIMS"),
        ({"user_permissions": [1]}, "CLAIMS"),
        ({"permissions": None}, "CLAIMS"),
    ],
)
def test_a_staff_token_that_is_not_for_us_is_refused(signer: Signer, changed: dict[str, Any], code: str) -> None:
    with pytest.raises(BadToken) as caught:
        staff(signer, signer.token(STAFF | changed))
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        *BOTH,
        ({"type": "thirdparty"}, "TYPE"),
        ({"is_staff": True}, "NOT_CUSTOMER"),
        ({"is_staff": None}, "NOT_CUSTOMER"),
        ({"app": OUR_APP}, "NOT_CUSTOMER"),
    ],
)
def test_a_customer_token_that_is_not_for_us_is_refused(signer: Signer, changed: dict[str, Any], code: str) -> None:
    with pytest.raises(BadToken) as caught:
        customer(signer, signer.token(CUSTOMER | changed))
    assert caught.value.code == code


@pytest.mark.parametrize("claim", sorted(STAFF.keys() - {"owner", "token", "app_extension"}))
def test_a_staff_token_without_one_of_its_claims_is_refused(signer: Signer, claim: str) -> None:
    with pytest.raises(BadToken):
        staff(signer, signer.token({name: value for name, value in STAFF.items() if name != claim}))


def test_a_staff_token_opens_no_customers_door_and_the_other_way_round(signer: Signer) -> None:
    with pytest.raises(BadToken):
        customer(signer, signer.token(STAFF))
    with pytest.raises(BadToken):
        staff(signer, signer.token(CUSTOMER))


@pytest.mark.parametrize(("seconds", "holds"), [(-1, True), (4, True), (6, False)])
def test_a_token_ends_when_it_says_with_five_seconds_for_clocks(signer: Signer, seconds: int, holds: bool) -> None:
    now = datetime.fromtimestamp(EXP + seconds, UTC)
    if holds:
        assert customer(signer, signer.token(CUSTOMER), now)
    else:
        with pytest.raises(BadToken, match="EXPIRED"):
            customer(signer, signer.token(CUSTOMER), now)


def test_a_token_of_the_next_minute_is_not_valid_yet(signer: Signer) -> None:
    with pytest.raises(BadToken, match="NOT_YET"):
        customer(signer, signer.token(CUSTOMER), NOW - timedelta(seconds=66))
    assert customer(signer, signer.token(CUSTOMER), NOW - timedelta(seconds=64))


def test_a_stranger_with_the_stores_key_id_is_refused(signer: Signer, stranger: Signer) -> None:
    with pytest.raises(BadToken, match="SIGNATURE"):
        staff(signer, stranger.token(STAFF))


@pytest.mark.parametrize("kid", ["two", "", "../../etc/passwd", "https://elsewhere.example/key"])
def test_an_unknown_key_is_said_to_be_unknown(signer: Signer, kid: str) -> None:
    with pytest.raises(BadToken, match="UNKNOWN_KEY"):
        staff(signer, signer.token(STAFF, kid=kid))


@pytest.mark.parametrize(
    "header", [{"jku": "https://e.example"}, {"x5u": "https://e.example"}, {"jwk": {"kty": "RSA"}}]
)
def test_a_token_that_brings_its_own_key_is_refused(signer: Signer, header: dict[str, Any]) -> None:
    with pytest.raises(BadToken, match="ALGORITHM"):
        staff(signer, signer.token(STAFF, **header))


def test_no_other_algorithm_is_taken(signer: Signer) -> None:
    headers = {"kid": signer.kid}
    for token in (
        jwt.encode(STAFF, "", algorithm="none", headers=headers),
        jwt.encode(STAFF, "a shared secret of more than thirty-two bytes", algorithm="HS256", headers=headers),
        jwt.encode(STAFF, signer.key, algorithm="RS512", headers=headers),
        jwt.encode(STAFF, signer.key, algorithm="PS256", headers=headers),
    ):
        with pytest.raises(BadToken, match="ALGORITHM"):
            staff(signer, token)


@pytest.mark.parametrize(("algorithm", "code"), [("HS256", "ALGORITHM"), ("RS256", "SIGNATURE")])
def test_the_public_key_is_no_shared_secret(signer: Signer, algorithm: str, code: str) -> None:
    public = signer.key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    header = json.dumps({"alg": algorithm, "kid": signer.kid, "typ": "JWT"}).encode()
    signed = base64url(header) + b"." + base64url(json.dumps(STAFF).encode())
    token = signed + b"." + base64url(hmac.digest(public, signed, "sha256"))
    with pytest.raises(BadToken, match=code):
        staff(signer, token.decode())


@pytest.mark.parametrize(
    "token", ["", "a", "a.b", "a.b.c", "....", "e30.e30.", "ä.ö.ü", "\ud800.a.b", "a" * 20_000, "\x00"]
)
def test_what_is_no_token_is_malformed(signer: Signer, token: str) -> None:
    for read in (staff, customer):
        with pytest.raises(BadToken):
            read(signer, token)
    with pytest.raises(BadToken):
        unverified_issuer(token)


@given(data=st.data())
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_token_with_one_changed_character_is_refused(signer: Signer, data: st.DataObject) -> None:
    token = signer.token(CUSTOMER)
    place = data.draw(st.integers(0, len(token) - 2))  # the very last one holds bits that base64 does not use
    other = data.draw(st.characters(codec="utf-8").filter(lambda character: character != token[place]))
    with pytest.raises(BadToken):
        customer(signer, token[:place] + other + token[place + 1 :])


def test_the_store_is_looked_for_by_what_the_token_claims(stranger: Signer) -> None:
    assert unverified_issuer(stranger.token(STAFF)) == AURORA
    with pytest.raises(BadToken, match="ISSUER"):
        unverified_issuer(stranger.token({"iat": IAT}))
