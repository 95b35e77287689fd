"""The shop's requests to apps, as Saleor makes them: a new connection each time, no redirects, Host without a port."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

import requests

# Seconds to connect and to wait for the answer (Saleor's REQUESTS_CONN_EST_TIMEOUT and its read time-out).
TIMEOUT = (2.0, 18.0)


class NoAnswer(Exception):
    """Nothing came back: refused, cut off, or too slow."""


@dataclass(frozen=True)
class Request:
    method: str
    url: str
    headers: dict[str, str]
    body: bytes = b""


@dataclass(frozen=True)
class Answer:
    status: int
    text: str


# Sends one request and returns what came back; raises NoAnswer. Tests may pass their own instead of the network.
Wire = Callable[[Request], Answer]


def saleor_headers(version: str, url: str) -> dict[str, str]:
    """What every request of Saleor carries."""
    return {
        "User-Agent": f"Saleor/{version}",
        "Accept-Encoding": "gzip, deflate",
        "Accept": "*/*",
        # Saleor's IP filter rewrites it to the bare host name: an app must not build URLs from it.
        "Host": urlsplit(url).hostname or "",
    }


def network(timeout: tuple[float, float] = TIMEOUT) -> Wire:
    def send(request: Request) -> Answer:
        with requests.Session() as session:
            session.trust_env = False  # a proxy or .netrc of this machine is none of the shop's business
            try:
                response = session.request(
                    request.method,
                    request.url,
                    headers=request.headers,
                    data=request.body or None,
                    timeout=timeout,
                    allow_redirects=False,
                )
            except requests.RequestException as error:
                raise NoAnswer(str(error)) from error
            return Answer(response.status_code, response.text)

    return send
