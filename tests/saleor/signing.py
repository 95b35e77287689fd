"""A store's key in a test's hands: signs as Saleor does, and as Saleor never would."""

import base64
import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256

from saleor_support_plugin.saleor.keys import KeySet

SALEORS_HEADER = {"alg": "RS256", "b64": False, "crit": ["b64"], "kid": "one", "typ": "JWT"}


def base64url(raw: bytes) -> bytes:
    return base64.urlsafe_b64encode(raw).rstrip(b"=")


@dataclass(frozen=True)
class Signer:
    key: RSAPrivateKey
    kid: str = "one"

    @classmethod
    def new(cls) -> "Signer":
        return cls(generate_private_key(65537, 2048))

    @cached_property
    def jwks(self) -> str:
        public = jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key(), as_dict=True)
        return json.dumps({"keys": [public | {"kid": self.kid, "use": "sig", "alg": "RS256"}]})

    @property
    def keys(self) -> KeySet:
        """A set of its own for each test: it remembers headers."""
        return KeySet.parse(self.jwks)

    def detached(self, body: bytes, header: Any = None) -> bytes:
        """Sign as the header Saleor-Signature is, with this header in place of Saleor's."""
        text = (
            header if isinstance(header, bytes) else json.dumps(header or SALEORS_HEADER | {"kid": self.kid}).encode()
        )
        protected = base64url(text)
        return protected + b".." + base64url(self.key.sign(protected + b"." + body, PKCS1v15(), SHA256()))

    def token(self, claims: dict[str, Any], **header: Any) -> str:
        """Sign claims of any kind: PyJWT's `encode` would check some of them."""
        payload = json.dumps(claims).encode()
        return jwt.api_jws.encode(
            payload, self.key, algorithm="RS256", headers={"typ": "JWT", "kid": self.kid} | header
        )
