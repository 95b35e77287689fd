"""Notifications in browsers, by the push service that each named: RFC 8030, sealed by RFC 8291, signed by RFC 8292.

A browser's endpoint is an address that somebody typed to us: only the hosts of PUSH_SERVICES are called.
"""

import json
import os
import struct
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import timedelta
from hashlib import sha256
from urllib.parse import urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.conf import settings

from . import Accepted, Notice, Outcome, Parcel, Refused
from .http import by_status, post

# Chrome and those built on it, Firefox, Safari, Edge; a name with a dot in front stands for all below it.
PUSH_SERVICES = ("fcm.googleapis.com", ".push.services.mozilla.com", ".push.apple.com", ".notify.windows.com")
# RFC 8030 lets a service take no more than 4096 bytes; what sealing adds is taken off.
MOST_BYTES = 3_900
RECORD = 4096
# Nobody shows a notification of last week.
LONGEST = timedelta(days=7)
GONE = (404, 410)
# Endpoint or keys that are no such thing, or of another shop's key: the same tomorrow.
WRONG = (400, 401, 403, 413)


def hand_over(parcel: Parcel[Notice]) -> Outcome:
    notice = parcel.content
    if not is_push_service(parcel.to):
        return Refused("this is no push service that we know", for_good=True)
    shown = json.dumps({"title": notice.title, "text": notice.text, "link": notice.link, "key": parcel.key[-64:]})
    if len(shown.encode()) > MOST_BYTES:
        return Refused("a notification this long cannot be carried", for_good=True)
    try:
        sealed = seal(shown.encode(), p256dh=unpadded(notice.p256dh), auth=unpadded(notice.auth))
    except ValueError as error:
        return Refused(f"the browser's key is none: {error}", for_good=True, is_gone=True)
    lasts = min(max(parcel.expires_at - parcel.now, timedelta()), LONGEST)
    reply = post(
        parcel.to,
        data=sealed,
        headers={
            "Authorization": signature(parcel),
            "Content-Encoding": "aes128gcm",
            "Content-Type": "application/octet-stream",
            "TTL": str(int(lasts.total_seconds())),
            # One that is sent again takes the place of one that is still on its way.
            "Topic": sha256(parcel.key.encode()).hexdigest()[:32],
        },
    )
    if isinstance(reply, Outcome):
        return reply
    if 200 <= reply.status < 300:
        return Accepted(reply.headers.get("location", "")[:255])
    if reply.status in GONE:
        return Refused(f"{reply.status} the browser wants none any more", for_good=True, is_gone=True)
    outcome = by_status(reply)
    return Refused(outcome.reason, for_good=True) if reply.status in WRONG and isinstance(outcome, Refused) else outcome


def is_push_service(endpoint: str) -> bool:
    try:
        parts = urlsplit(endpoint)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return False
    known = any(host == name or (name.startswith(".") and host.endswith(name)) for name in PUSH_SERVICES)
    return parts.scheme == "https" and known and port in (None, 443) and parts.username is None


def seal(words: bytes, *, p256dh: bytes, auth: bytes) -> bytes:
    """Return words that only the browser can read (RFC 8291): one record, with a key made for it alone."""
    ours, salt = ec.generate_private_key(ec.SECP256R1()), os.urandom(16)
    return sealed_with(words, p256dh=p256dh, auth=auth, ours=ours, salt=salt)


def sealed_with(words: bytes, *, p256dh: bytes, auth: bytes, ours: ec.EllipticCurvePrivateKey, salt: bytes) -> bytes:
    theirs = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), p256dh)
    our_point = point(ours)
    both = _derived(ours.exchange(ec.ECDH(), theirs), auth, b"WebPush: info\0" + p256dh + our_point, 32)
    key = _derived(both, salt, b"Content-Encoding: aes128gcm\0", 16)
    nonce = _derived(both, salt, b"Content-Encoding: nonce\0", 12)
    head = salt + struct.pack(">IB", RECORD, len(our_point)) + our_point
    return head + AESGCM(key).encrypt(nonce, words + b"\x02", None)  # 2: the last record, no padding


def _derived(secret: bytes, salt: bytes, info: bytes, length: int) -> bytes:
    return HKDF(SHA256(), length, salt, info).derive(secret)


def signature(parcel: Parcel[Notice]) -> str:
    """Return what proves to the push service which shop is calling, for twelve hours (RFC 8292)."""
    parts = urlsplit(parcel.to)
    key = private_key(parcel.content.shop_key)
    until = int((parcel.now + timedelta(hours=12)).timestamp())
    claims = {"aud": f"{parts.scheme}://{parts.netloc}", "exp": until, "sub": f"mailto:{settings.EMAIL_FROM}"}
    return f"vapid t={jwt.encode(claims, key, algorithm='ES256')}, k={public_key(parcel.content.shop_key)}"


def new_shop_key() -> str:
    number = ec.generate_private_key(ec.SECP256R1()).private_numbers().private_value
    return padless(number.to_bytes(32, "big"))


def private_key(shop_key: str) -> ec.EllipticCurvePrivateKey:
    return ec.derive_private_key(int.from_bytes(unpadded(shop_key), "big"), ec.SECP256R1())


def public_key(shop_key: str) -> str:
    """Return the half that browsers are given, as they want it."""
    return padless(point(private_key(shop_key)))


def point(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def padless(value: bytes) -> str:
    return urlsafe_b64encode(value).rstrip(b"=").decode()


def unpadded(text: str) -> bytes:
    """Read URL-safe base64 with or without its padding. Raises ValueError."""
    return urlsafe_b64decode(text.rstrip("=") + "=" * (-len(text.rstrip("=")) % 4))
