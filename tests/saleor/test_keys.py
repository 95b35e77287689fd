"""A store's keys are believed only as far as they can sign for us."""

import json
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key

from saleor_support_plugin.egress.checked import CheckedEgress
from saleor_support_plugin.saleor.errors import SaleorUnreachable, StoreAddressRefused
from saleor_support_plugin.saleor.keys import BadKeySet, KeySet, fetch_jwks
from tests.saleor.conftest import Listen
from tests.saleor.listener import http
from tests.saleor.signing import Signer


def _one(signer: Signer) -> dict[str, Any]:
    key: dict[str, Any] = json.loads(signer.jwks)["keys"][0]
    return key


def test_the_keys_of_a_real_saleor_are_read(shared: Path) -> None:
    assert list(KeySet.parse((shared / "jwks.json").read_bytes()).keys) == [
        "P3RGfkZIRtgyljXOc_F2KU262KPTmncgm_sxZbc8g_g"
    ]


@pytest.mark.parametrize(
    "changed",
    [
        *(
            {"kty": "EC"},
            {"kty": "oct", "k": "c2VjcmV0"},
            {"use": "enc"},
            {"alg": "RS512"},
            {"alg": "HS256"},
            {"kid": None},
        ),
        *({"kid": 1}, {"n": None}, {"n": "!"}, {"n": "AQAB"}, {"e": ""}, {"e": "AA"}, {"e": "Ag"}, {"e": "AQAAAAAAAQ"}),
    ],
)
def test_a_key_that_cannot_sign_for_us_is_passed_over(signer: Signer, changed: dict[str, Any]) -> None:
    odd = _one(signer) | {"kid": "odd"} | changed
    with pytest.raises(BadKeySet):
        KeySet.parse(json.dumps({"keys": [odd]}))
    assert list(KeySet.parse(json.dumps({"keys": [odd, _one(signer)]})).keys) == [signer.kid]


def test_a_short_key_proves_nothing() -> None:
    with pytest.raises(BadKeySet):
        KeySet.parse(Signer(generate_private_key(65537, 1024)).jwks)


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", "null", '{"keys": 1}', '{"keys": []}', '{"keys": [1, null, "a"]}', "<html>", "[" * 100_000]
)
def test_what_is_no_key_set_is_refused(text: str) -> None:
    with pytest.raises(BadKeySet):
        KeySet.parse(text)


def test_the_keys_are_fetched_from_the_origin_of_the_api(signer: Signer, listen: Listen) -> None:
    listener = listen(http("200 OK", signer.jwks.encode()))
    found = fetch_jwks(f"http://127.0.0.1:{listener.port}/shop/graphql/", CheckedEgress(allow_private=True))
    assert found == signer.jwks
    assert listener.asked[0].startswith(b"GET /.well-known/jwks.json HTTP/1.1\r\n")


@pytest.mark.parametrize(
    ("status", "body"), [("200 OK", b"<html>"), ("200 OK", b"\xff"), ("404 Not Found", b"{}"), ("503 Busy", b"")]
)
def test_an_error_page_is_no_key_set_and_may_be_gone_soon(status: str, body: bytes, listen: Listen) -> None:
    listener = listen(http(status, body))
    with pytest.raises(SaleorUnreachable) as caught:
        fetch_jwks(f"http://127.0.0.1:{listener.port}/graphql/", CheckedEgress(allow_private=True))
    assert caught.value.retry


def test_keys_at_a_refused_address_are_not_fetched(listen: Listen) -> None:
    listener = listen(b"")
    with pytest.raises(StoreAddressRefused):
        fetch_jwks(f"https://127.0.0.1:{listener.port}/graphql/", CheckedEgress())
    assert listener.connections == 0
