"""The shop's one RSA key and all it signs: webhooks, staff and customer tokens. Also the apps' own tokens."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import string
from datetime import datetime, timedelta
from typing import Any

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

ACCESS_LIFETIME = timedelta(minutes=5)
REFRESH_LIFETIME = timedelta(days=30)
APP_TOKEN_LENGTH = 30


def new_private_key() -> str:
    """A fresh RSA key as PEM."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    ).decode()


class Signer:
    """Signs with one key. Saleor publishes only that key: after a rotation older signatures no longer verify."""

    def __init__(self, pem: str) -> None:
        key = serialization.load_pem_private_key(pem.encode(), password=None)
        if not isinstance(key, rsa.RSAPrivateKey):
            raise TypeError("the demo signs with RSA only, as Saleor does")
        self._key = key
        self._public: dict[str, Any] = RSAAlgorithm.to_jwk(key.public_key(), as_dict=True)
        self.key_id = _thumbprint(self._public)

    def jwks(self) -> dict[str, Any]:
        return {"keys": [{**self._public, "use": "sig", "kid": self.key_id, "alg": "RS256"}]}

    def sign_detached(self, body: bytes) -> str:
        """The `Saleor-Signature` of a body: a JWS with an empty payload part, unencoded payload (RFC 7797)."""
        headers = {"kid": self.key_id, "crit": ["b64"]}
        return jwt.api_jws.encode(body, self._key, algorithm="RS256", headers=headers, is_payload_detached=True)

    def sign_claims(self, claims: dict[str, Any]) -> str:
        return jwt.encode(claims, self._key, algorithm="RS256", headers={"kid": self.key_id})

    def read_claims(self, token: str, *, now: datetime) -> dict[str, Any]:
        """The claims of a token of ours. Raises a PyJWT error for a foreign, broken or expired one.

        Expiry is judged by the shop's clock, so that a stepped clock ends sessions.
        """
        options: Any = {"verify_exp": False, "verify_iat": False, "verify_aud": False}
        claims: dict[str, Any] = jwt.decode(token, self._key.public_key(), algorithms=["RS256"], options=options)
        if claims.get("exp", 0) <= now.timestamp():
            raise jwt.ExpiredSignatureError("Signature has expired")
        return claims


def _thumbprint(public: dict[str, Any]) -> str:
    """RFC 7638, as Saleor names its key."""
    members = json.dumps({name: public[name] for name in ("e", "kty", "n")}, separators=(",", ":"), sort_keys=True)
    return base64.urlsafe_b64encode(hashlib.sha256(members.encode()).digest()).rstrip(b"=").decode()


def new_app_token() -> str:
    alphabet = string.ascii_letters + string.digits
    return "".join(secrets.choice(alphabet) for _ in range(APP_TOKEN_LENGTH))


def digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def looks_like_app_token(token: str) -> bool:
    return len(token) == APP_TOKEN_LENGTH and token.isalnum()
