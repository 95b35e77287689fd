"""Saleor's signature on a delivery: a detached JWS (RFC 7797) with RS256 over the raw bytes of the body."""

import base64
import binascii
import json
from hashlib import sha256
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.asymmetric.utils import Prehashed
from cryptography.hazmat.primitives.hashes import SHA256

from .keys import KeySet

_PADDING, _HASHED = PKCS1v15(), Prehashed(SHA256())
_LONGEST_SIGNATURE = 4096
_MOST_HEADERS = 64


class SignatureRefused(Exception):
    """The body is not proven to be from the owner of the keys."""

    code = "SIGNATURE_REFUSED"


class BadSignature(SignatureRefused):
    """No key could ever make this signature good."""

    code = "BAD_SIGNATURE"


class UnknownKey(SignatureRefused):
    """Signed with a key that is not in the set: fetch the set once more, then believe it."""

    code = "UNKNOWN_KEY"

    def __init__(self, kid: str) -> None:
        super().__init__("signed with a key that we do not know")
        self.kid = kid


def verify(keys: KeySet, signature: bytes, body: bytes) -> None:
    """Return when `signature`, the value of the header Saleor-Signature, is good for these very bytes.

    Raises BadSignature, or UnknownKey. A protected header is read once: after a good signature it is remembered
    with its key, so a stranger's headers never fill the memory.
    """
    protected, separator, tail = signature.partition(b"..")
    if not separator or len(signature) > _LONGEST_SIGNATURE:
        raise BadSignature("not a detached signature")
    known = keys.trusted_headers.get(protected)
    key = known or _key(keys, protected)
    signed = sha256(protected + b".")
    signed.update(body)
    try:
        key.verify(_decode(tail), signed.digest(), _PADDING, _HASHED)
    except InvalidSignature as error:
        raise BadSignature("the signature is not of these bytes") from error
    if known is None:
        _remember(keys, protected, key)


def _key(keys: KeySet, protected: bytes) -> RSAPublicKey:
    kid = _kid(protected)
    try:
        return keys.keys[kid]
    except KeyError:
        raise UnknownKey(kid) from None


def _kid(protected: bytes) -> str:
    try:
        header = json.loads(_decode(protected), object_pairs_hook=_without_twins)
    except (ValueError, RecursionError) as error:
        raise BadSignature("its header cannot be read") from error
    # Exactly what Saleor writes: no other algorithm, and nothing that names where to find a key (jku, x5u, jwk).
    match header:
        case {"alg": "RS256", "b64": False, "crit": ["b64"], "kid": str(kid), **others}:
            if isinstance(others.pop("typ", ""), str) and not others:
                return kid
    raise BadSignature("its header is not Saleor's")


def _without_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len({name for name, _ in pairs}) != len(pairs):
        raise ValueError("a name stands there twice")
    return dict(pairs)


def _decode(text: bytes) -> bytes:
    """Read base64url in its one proper spelling, so that no changed character goes unseen."""
    try:
        raw = base64.urlsafe_b64decode(text + b"=" * (-len(text) % 4))
    except binascii.Error as error:
        raise BadSignature("not base64url") from error
    if base64.urlsafe_b64encode(raw).rstrip(b"=") != text:
        raise BadSignature("not base64url")
    return raw


def _remember(keys: KeySet, protected: bytes, key: RSAPublicKey) -> None:
    while len(keys.trusted_headers) >= _MOST_HEADERS:
        keys.trusted_headers.pop(next(iter(keys.trusted_headers)), None)
    keys.trusted_headers[protected] = key
