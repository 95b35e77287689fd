"""Only the owner of a store's key can make us believe that the store said something."""

import hashlib
import hmac
import json
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.padding import MGF1, PSS
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from saleor_support_plugin.saleor.keys import KeySet
from saleor_support_plugin.saleor.signatures import BadSignature, SignatureRefused, UnknownKey, verify
from tests.saleor.signing import SALEORS_HEADER, Signer, base64url

BODY = b'{"__typename": "OrderCreated", "issuedAt": "2026-11-21T18:24:01.698338+00:00"}'
forged = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def test_what_the_store_signed_is_believed_the_first_and_the_second_time(signer: Signer) -> None:
    keys = signer.keys
    for _ in range(2):
        verify(keys, signer.detached(BODY), BODY)
    assert len(keys.trusted_headers) == 1


@given(body=st.binary(max_size=300))
@forged
def test_any_body_can_be_signed(signer: Signer, body: bytes) -> None:
    verify(signer.keys, signer.detached(body), body)


@given(data=st.data())
@forged
def test_a_body_with_one_changed_byte_is_refused(signer: Signer, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(BODY) - 1))
    other = data.draw(st.integers(0, 255).filter(lambda byte: byte != BODY[place]))
    with pytest.raises(BadSignature):
        verify(signer.keys, signer.detached(BODY), BODY[:place] + bytes([other]) + BODY[place + 1 :])


@given(data=st.data())
@forged
def test_a_signature_with_one_changed_character_is_refused(signer: Signer, data: st.DataObject) -> None:
    good = signer.detached(BODY)
    place = data.draw(st.integers(0, len(good) - 1))
    other = data.draw(st.integers(0, 255).filter(lambda byte: byte != good[place]))
    with pytest.raises(SignatureRefused):
        verify(signer.keys, good[:place] + bytes([other]) + good[place + 1 :], BODY)


@given(signature=st.one_of(st.binary(max_size=400), st.from_regex(rb"[A-Za-z0-9_-]{0,80}\.\.[A-Za-z0-9_-]{0,400}")))
@forged
def test_noise_is_refused(signer: Signer, signature: bytes) -> None:
    with pytest.raises(BadSignature):
        verify(signer.keys, signature, BODY)


@given(
    header=st.dictionaries(
        st.sampled_from(["alg", "b64", "crit", "kid", "typ", "jku", "x5u", "jwk", "x5c", "cty", "zip", "exp"]),
        st.one_of(
            st.none(), st.booleans(), st.integers(), st.text(max_size=9), st.lists(st.text(max_size=4), max_size=3)
        ),
    )
)
@forged
def test_a_header_that_is_not_saleors_is_refused_even_with_a_true_signature(
    signer: Signer, header: dict[str, Any]
) -> None:
    changed = SALEORS_HEADER | header
    if changed | {"typ": ""} == SALEORS_HEADER | {"typ": ""} and isinstance(changed["typ"], str):
        return  # `typ` alone may be any word
    with pytest.raises(SignatureRefused):
        verify(signer.keys, signer.detached(BODY, changed), BODY)


ODD_HEADERS: dict[str, Any] = {
    "no algorithm": {"alg": "none"},
    "algorithm of a shared secret": {"alg": "HS256"},
    "another hash": {"alg": "RS512"},
    "another padding": {"alg": "PS256"},
    "algorithm in small letters": {"alg": "rs256"},
    "algorithms in a list": {"alg": ["RS256"]},
    "payload inside": {"b64": True},
    "b64 as a number": {"b64": 0},
    "b64 as nothing": {"b64": None},
    "b64 as text": {"b64": "false"},
    "crit empty": {"crit": []},
    "crit twice": {"crit": ["b64", "b64"]},
    "crit unknown": {"crit": ["b64", "exp"]},
    "crit another": {"crit": ["exp"]},
    "crit as text": {"crit": "b64"},
    "kid as a number": {"kid": 1},
    "kid as a list": {"kid": ["one"]},
    "a key to fetch": {"jku": "https://elsewhere.example/jwks.json"},
    "a certificate to fetch": {"x5u": "https://elsewhere.example/one.pem"},
    "a key within": {"jwk": {"kty": "RSA", "n": "AQAB", "e": "AQAB"}},
    "a certificate within": {"x5c": ["MIIB"]},
    "a kind that is no text": {"typ": 1},
}


@pytest.mark.parametrize("odd", ODD_HEADERS.values(), ids=ODD_HEADERS)
def test_an_odd_header_is_refused_even_with_a_true_signature(signer: Signer, odd: dict[str, Any]) -> None:
    with pytest.raises(BadSignature):
        verify(signer.keys, signer.detached(BODY, SALEORS_HEADER | odd), BODY)


@pytest.mark.parametrize("missing", ["alg", "b64", "crit", "kid"])
def test_a_header_with_something_missing_is_refused(signer: Signer, missing: str) -> None:
    header = {name: value for name, value in SALEORS_HEADER.items() if name != missing}
    with pytest.raises(BadSignature):
        verify(signer.keys, signer.detached(BODY, header), BODY)


@pytest.mark.parametrize(
    "header",
    [
        b'{"alg":"none","alg":"RS256","b64":false,"crit":["b64"],"kid":"one"}',
        *(b"[]", b"null", b'"RS256"', b"{", b"\xff\xfe", b"[" * 3000, b""),
    ],
)
def test_a_header_that_cannot_be_read_in_one_way_is_refused(signer: Signer, header: bytes) -> None:
    with pytest.raises(BadSignature):
        verify(signer.keys, signer.detached(BODY, header), BODY)


def test_a_header_without_its_kind_is_saleors_too(signer: Signer) -> None:
    header = {name: value for name, value in SALEORS_HEADER.items() if name != "typ"}
    verify(signer.keys, signer.detached(BODY, header), BODY)


def test_the_public_key_is_no_shared_secret(signer: Signer) -> None:
    public = signer.key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    for algorithm in ("HS256", "RS256"):
        protected = base64url(json.dumps(SALEORS_HEADER | {"alg": algorithm}).encode())
        for secret in (public, signer.jwks.encode()):
            tag = hmac.digest(secret, protected + b"." + BODY, hashlib.sha256)
            with pytest.raises(BadSignature):
                verify(signer.keys, protected + b".." + base64url(tag), BODY)


def test_another_padding_under_saleors_header_is_refused(signer: Signer) -> None:
    protected = base64url(json.dumps(SALEORS_HEADER).encode())
    signed = signer.key.sign(protected + b"." + BODY, PSS(MGF1(SHA256()), 32), SHA256())
    with pytest.raises(BadSignature):
        verify(signer.keys, protected + b".." + base64url(signed), BODY)


def test_a_stranger_with_the_stores_key_id_is_refused(signer: Signer, stranger: Signer) -> None:
    with pytest.raises(BadSignature):
        verify(signer.keys, stranger.detached(BODY), BODY)


def test_the_signature_of_another_body_is_refused(signer: Signer) -> None:
    with pytest.raises(BadSignature):
        verify(signer.keys, signer.detached(BODY + b" "), BODY)


def test_the_header_of_one_signature_with_the_tail_of_another_is_refused(signer: Signer) -> None:
    first, second = signer.detached(BODY), signer.detached(BODY, SALEORS_HEADER | {"typ": "JWS"})
    with pytest.raises(BadSignature):
        verify(signer.keys, second.split(b"..")[0] + b".." + first.split(b"..")[1], BODY)


def test_a_signature_with_its_payload_inside_is_refused(signer: Signer) -> None:
    protected, tail = signer.detached(BODY).split(b"..")
    with pytest.raises(BadSignature):
        verify(signer.keys, protected + b"." + base64url(BODY) + b"." + tail, BODY)


@pytest.mark.parametrize("spelt", [b"%b=", b"%b==", b"%b\n", b" %b", b"%b.", b"%bA"])
def test_a_signature_has_one_spelling_only(signer: Signer, spelt: bytes) -> None:
    with pytest.raises(BadSignature):
        verify(signer.keys, spelt % signer.detached(BODY), BODY)


def test_bits_that_base64_does_not_use_are_not_free(signer: Signer) -> None:
    good = signer.detached(BODY)
    for last in set(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") - {good[-1]}:
        with pytest.raises(BadSignature):
            verify(signer.keys, good[:-1] + bytes([last]), BODY)


def test_an_unknown_key_is_named_so_that_the_keys_are_fetched_again(signer: Signer) -> None:
    with pytest.raises(UnknownKey) as caught:
        verify(signer.keys, signer.detached(BODY, SALEORS_HEADER | {"kid": "two"}), BODY)
    assert caught.value.kid == "two"


def test_a_very_long_signature_is_not_even_read(signer: Signer) -> None:
    with pytest.raises(BadSignature):
        verify(signer.keys, b"a" * 100_000 + b".." + b"a" * 100_000, BODY)


def test_strangers_never_fill_the_memory_of_headers(signer: Signer, stranger: Signer) -> None:
    keys = signer.keys
    for word in range(100):
        with pytest.raises(BadSignature):
            verify(keys, stranger.detached(BODY, SALEORS_HEADER | {"typ": str(word)}), BODY)
    assert keys.trusted_headers == {}


def test_the_memory_of_headers_is_bounded_even_for_the_store(signer: Signer) -> None:
    keys = signer.keys
    for word in range(100):
        verify(keys, signer.detached(BODY, SALEORS_HEADER | {"typ": str(word)}), BODY)
    assert len(keys.trusted_headers) == 64


def _recorded(shared: Path) -> dict[str, tuple[bytes, bytes]]:
    found = {file.stem: json.loads(file.read_text()) for file in sorted((shared / "recordings").glob("*.json"))}
    return {
        name: (one["headers"]["Saleor-Signature"].encode(), one["raw"].encode())
        for name, one in found.items()
        if "raw" in one  # one of them was kept without its exact body
    }


def test_every_recorded_delivery_of_a_real_saleor_is_believed(shared: Path) -> None:
    keys, recorded = KeySet.parse((shared / "jwks.json").read_text()), _recorded(shared)
    for signature, body in recorded.values():
        verify(keys, signature, body)
    assert len(recorded) > 60


def test_no_recorded_delivery_is_believed_once_a_byte_changed(shared: Path) -> None:
    keys = KeySet.parse((shared / "jwks.json").read_text())
    for signature, body in _recorded(shared).values():
        for place in {0, len(body) // 2, len(body) - 1}:
            changed = bytearray(body)
            changed[place] ^= 1
            with pytest.raises(BadSignature):
                verify(keys, signature, bytes(changed))
        with pytest.raises(BadSignature):
            verify(keys, signature, json.dumps(json.loads(body), separators=(",", ":")).encode())


def test_no_recorded_delivery_is_believed_with_anothers_signature(shared: Path) -> None:
    keys, recorded = KeySet.parse((shared / "jwks.json").read_text()), _recorded(shared)
    others = list(recorded.values())[1:] + list(recorded.values())[:1]
    for (_, body), (signature, other) in zip(recorded.values(), others, strict=True):
        if body != other:
            with pytest.raises(BadSignature):
                verify(keys, signature, body)
