"""One request to the demo store and the reply to it, as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl


@dataclass(frozen=True)
class Asked:
    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes

    @property
    def form(self) -> dict[str, str]:
        """What a form sent; a field that came twice counts once, with its last value."""
        return dict(parse_qsl(self.body.decode("utf-8", errors="replace"), keep_blank_values=True))

    @property
    def cookies(self) -> dict[str, str]:
        try:
            return {name: morsel.value for name, morsel in SimpleCookie(self.headers.get("cookie", "")).items()}
        except CookieError:
            return {}

    @property
    def is_from_our_own_page(self) -> bool:
        """Whether a browser says that one of this server's own pages sent it."""
        origin = self.headers.get("origin", "")
        return origin.partition("://")[2] == self.headers.get("host") if origin else self._says_same_origin

    @property
    def _says_same_origin(self) -> bool:
        return self.headers.get("sec-fetch-site") == "same-origin"


@dataclass(frozen=True)
class Reply:
    status: int
    body: bytes = b""
    kind: str = "application/json"
    headers: dict[str, str] = field(default_factory=dict)
    cookies: tuple[str, ...] = ()


def html(page: str, status: int = 200, **headers: str) -> Reply:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Reply(status, page.encode(), "text/html; charset=utf-8", named)


def see_other(address: str, *cookies: str) -> Reply:
    """After a form: the browser asks for `address`, and a reload sends nothing again."""
    return Reply(303, kind="text/plain", headers={"location": address}, cookies=cookies)


def cookie(name: str, value: str, *, http_only: bool = True) -> str:
    """A `Set-Cookie` for this site until the browser closes; an empty value takes it away."""
    ending = "" if value else "; Max-Age=0"
    return f"{name}={value}; Path=/; SameSite=Lax{'; HttpOnly' if http_only else ''}{ending}"
