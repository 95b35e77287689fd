"""Standard Webhooks: who receives an announcement knows by a secret of their own that it is ours and unchanged."""

import base64
import hmac
import secrets
from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256

PREFIX = "whsec_"
SECRET_BYTES = 32


def new_secret() -> str:
    return PREFIX + base64.b64encode(secrets.token_bytes(SECRET_BYTES)).decode()


def headers(message_id: str, body: bytes, *, secrets_in_use: Sequence[str], now: datetime) -> dict[str, str]:
    """Return the three headers; while secrets are changed, there is a signature by each."""
    at = int(now.timestamp())
    return {
        "webhook-id": message_id,
        "webhook-timestamp": str(at),
        "webhook-signature": " ".join(signature(secret, message_id, at, body) for secret in secrets_in_use),
    }


def signature(secret: str, message_id: str, at: int, body: bytes) -> str:
    """Return `v1,` and the HMAC-SHA256 of id, time (seconds since 1970) and body."""
    key = base64.b64decode(secret.removeprefix(PREFIX))
    signed = f"{message_id}.{at}.".encode() + body
    return "v1," + base64.b64encode(hmac.new(key, signed, sha256).digest()).decode()
