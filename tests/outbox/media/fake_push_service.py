"""A push service and a browser behind it, as RFC 8030, 8188, 8291 and 8292 describe them."""

import json
import os
import struct
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from saleor_support_plugin.outbox.ways.webpush import padless, unpadded

from .fake_provider import Call, FakeProvider


class FakePushService(FakeProvider):
    """Has one browser, which can read what is sent to it."""

    def __init__(self) -> None:
        super().__init__()
        self.answer(201)
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.secret = os.urandom(16)

    @property
    def endpoint(self) -> str:
        return f"{self.url}/wpush/v2/gAAAA"

    @property
    def subscription(self) -> dict[str, Any]:
        """What `PushSubscription.toJSON()` says."""
        keys = {"p256dh": padless(self._point()), "auth": padless(self.secret)}
        return {"endpoint": self.endpoint, "expirationTime": None, "keys": keys}

    def _point(self) -> bytes:
        return self.key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)

    def read(self, call: Call) -> dict[str, Any]:
        """Return what the browser's worker is given: RFC 8188 undone from the other side."""
        salt, size, length = call.body[:16], *struct.unpack(">IB", call.body[16:21])
        theirs, sealed = call.body[21 : 21 + length], call.body[21 + length :]
        assert len(sealed) <= size
        shared = self.key.exchange(ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), theirs))
        both = self._derive(shared, self.secret, b"WebPush: info\x00" + self._point() + theirs, 32)
        key = self._derive(both, salt, b"Content-Encoding: aes128gcm\x00", 16)
        nonce = self._derive(both, salt, b"Content-Encoding: nonce\x00", 12)
        words = AESGCM(key).decrypt(nonce, sealed, None)
        assert words[-1:] == b"\x02"
        told: dict[str, Any] = json.loads(words[:-1])
        return told

    @staticmethod
    def _derive(secret: bytes, salt: bytes, info: bytes, length: int) -> bytes:
        return HKDF(SHA256(), length, salt, info).derive(secret)

    def claims(self, call: Call) -> tuple[dict[str, Any], str]:
        """Return what the shop says of itself, and the key that signed it."""
        scheme, _, words = call.headers["authorization"].partition(" ")
        assert scheme == "vapid"
        parts = dict(part.strip().split("=", 1) for part in words.split(","))
        key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), unpadded(parts["k"]))
        told = jwt.decode(parts["t"], key, algorithms=["ES256"], options={"verify_aud": False, "verify_exp": False})
        return told, parts["k"]
