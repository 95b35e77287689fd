"""Unique CHECKOUT_UPDATED deliveries as Saleor sends them, signed before the clock starts and kept on disk.

All have the same length, so one file of them is a table: delivery n is the n-th slice.
"""

import base64
import hashlib
import json
import mmap
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import overload

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

API_URL = "https://aurora.example/graphql/"
EVENT = "checkout_updated"
PATH = "/api/webhooks"
KEY_ID = "bench"
BODY_BYTES = 2900
LINES = 5

# Saleor's own header: RFC 7797, the payload detached and not encoded.
_PROTECTED = {"alg": "RS256", "b64": False, "crit": ["b64"], "kid": KEY_ID, "typ": "JWT"}


def _base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


PROTECTED = _base64url(json.dumps(_PROTECTED, separators=(",", ":"), sort_keys=True).encode())


def _global_id(kind: str, number: int) -> str:
    return base64.b64encode(f"{kind}:{number:08d}".encode()).decode()


def _line(number: int, position: int) -> dict[str, object]:
    gross = {"gross": {"amount": 35.0, "currency": "EUR"}}
    return {
        "id": _global_id("CheckoutLine", number + position),
        "quantity": 1,
        "unitPrice": gross,
        "totalPrice": gross,
        "variant": {
            "id": _global_id("ProductVariant", position),
            "sku": f"SHIRT-{position:04d}",
            "name": "Blue / M",
            "product": {"id": _global_id("Product", position), "name": "Linen shirt", "slug": "linen-shirt"},
        },
    }


def body(number: int) -> bytes:
    """Return the n-th body: valid JSON of `BODY_BYTES` bytes, unlike every other."""
    seconds, micros = divmod(number, 1_000_000)
    moment = f"2026-11-21T10:{seconds // 60:02d}:{seconds % 60:02d}.{micros:06d}+00:00"
    checkout = {
        "id": _global_id("Checkout", number),
        "created": "2026-11-21T09:58:00.000000+00:00",
        "updatedAt": moment,
        "email": "shopper@example.com",
        "channel": {"slug": "default-channel"},
        "languageCode": "EN_US",
        "user": None,
        "quantity": LINES,
        "lines": [_line(number, position) for position in range(LINES)],
        "totalPrice": {"gross": {"amount": 175.0, "currency": "EUR"}},
        "metadata": [],
        "note": "",
    }
    event = {"__typename": "CheckoutUpdated", "issuedAt": moment, "version": "3.23.28", "checkout": checkout}
    checkout["note"] = "x" * (BODY_BYTES - len(json.dumps(event)))
    return json.dumps(event).encode()


def signature(key: rsa.RSAPrivateKey, body: bytes) -> str:
    signed = key.sign(PROTECTED.encode() + b"." + body, padding.PKCS1v15(), hashes.SHA256())
    return f"{PROTECTED}..{_base64url(signed)}"


def request(body: bytes, signature: str) -> bytes:
    """Return the whole HTTP request, with the headers that Saleor 3.23 sends (`Host` without a port)."""
    twins = {"Event": EVENT, "Domain": "aurora.example", "Signature": signature}
    headers = {
        "Host": "localhost",
        "User-Agent": "Saleor/3.23",
        "Accept-Encoding": "gzip, deflate",
        "Accept": "*/*",
        "Connection": "keep-alive",
        "Content-Type": "application/json",
        **{f"X-Saleor-{name}": value for name, value in twins.items()},
        **{f"Saleor-{name}": value for name, value in twins.items()},
        "Saleor-Api-Url": API_URL,
        "Content-Length": str(len(body)),
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"POST {PATH} HTTP/1.1\r\n{head}\r\n".encode() + body


@dataclass(frozen=True)
class Deliveries(Sequence[memoryview]):
    """Whole HTTP requests, ready to send, all of `size` bytes."""

    requests: memoryview
    size: int

    def __len__(self) -> int:
        return len(self.requests) // self.size

    @overload
    def __getitem__(self, at: int) -> memoryview: ...
    @overload
    def __getitem__(self, at: slice) -> "Deliveries": ...
    def __getitem__(self, at: int | slice) -> "memoryview | Deliveries":
        if isinstance(at, slice):
            start, stop, step = at.indices(len(self))
            if step != 1:
                raise ValueError("deliveries are sliced without a step")
            return Deliveries(self.requests[start * self.size : max(start, stop) * self.size], self.size)
        if not 0 <= at < len(self):
            raise IndexError(at)
        return self.requests[at * self.size : (at + 1) * self.size]

    def signed(self) -> Iterator[tuple[str, bytes]]:
        """Yield the signature and the body of each."""
        for delivery in self:
            head, _, body = bytes(delivery).partition(b"\r\n\r\n")
            found = next(line for line in head.split(b"\r\n") if line.startswith(b"Saleor-Signature:"))
            yield found.partition(b": ")[2].decode(), body


@cache
def _key(path: Path) -> rsa.RSAPrivateKey:
    if not path.exists():
        made = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        pem = made.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        path.write_bytes(pem)
    key = serialization.load_pem_private_key(path.read_bytes(), password=None)
    if not isinstance(key, rsa.RSAPrivateKey):
        raise TypeError(f"{path} holds no RSA key")
    return key


def jwks(folder: Path) -> dict[str, object]:
    """Return the bench store's keys as its `/.well-known/jwks.json` would."""
    numbers = _key(folder / "key.pem").public_key().public_numbers()
    modulus, exponent = (_base64url(n.to_bytes((n.bit_length() + 7) // 8, "big")) for n in (numbers.n, numbers.e))
    key = {"kty": "RSA", "key_ops": ["verify"], "n": modulus, "e": exponent, "use": "sig", "kid": KEY_ID}
    return {"keys": [key | {"alg": "RS256"}]}


def _signed_requests(folder: Path, numbers: range) -> bytes:
    key = _key(folder / "key.pem")
    return b"".join(request(text, signature(key, text)) for text in map(body, numbers))


def deliveries(folder: Path, count: int) -> Deliveries:
    """Return `count` signed deliveries, made once (0.4 ms each on two cores) and kept in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    jwks(folder)
    size = len(_signed_requests(folder, range(1)))
    source = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:12]
    kept = folder / f"{source}.requests"
    if not kept.exists() or kept.stat().st_size < count * size:
        _make(kept, count)
    with kept.open("rb") as file:
        mapped = memoryview(mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ))
    return Deliveries(mapped, size)[:count]


def _make(kept: Path, count: int) -> None:
    for old in kept.parent.glob("*.requests"):
        old.unlink()
    unfinished = kept.with_suffix(f".{os.getpid()}")
    parts = [range(start, min(start + 1000, count)) for start in range(0, count, 1000)]
    with ProcessPoolExecutor() as pool, unfinished.open("wb") as file:
        for part in pool.map(_signed_requests, [kept.parent] * len(parts), parts):
            file.write(part)
    unfinished.rename(kept)
