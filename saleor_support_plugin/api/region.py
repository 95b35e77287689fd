"""In which country a visitor seems to be: a first guess that they can change. It is neither kept nor logged."""

import re
from collections.abc import Callable
from functools import cache

import orjson
from django.conf import settings

from .callers_address import seen_from
from .hot_doors import Scope

COUNTRY = re.compile(r"[A-Z]{2}")
# What edges send for "not known" and for Tor.
NOWHERE = frozenset({"XX", "T1"})


def region_body(scope: Scope, headers: dict[bytes, bytes], *, default: str) -> bytes:
    """Return the country, and how it was found: said by the edge in front of us, by address, or the channel's own."""
    said = headers.get(settings.TRUSTED_COUNTRY_HEADER.lower().encode(), b"").decode("latin-1").strip().upper()
    if COUNTRY.fullmatch(said) and said not in NOWHERE:
        return _body(said, "EDGE")
    found = _countries()(_address(scope, headers))
    return _body(found, "IP") if found else _body(default, "CHANNEL")


def _body(country: str, source: str) -> bytes:
    return orjson.dumps({"country": country, "source": source})


def _address(scope: Scope, headers: dict[bytes, bytes]) -> str:
    peer = str((scope.get("client") or ("", 0))[0])
    return seen_from(headers.get(b"x-forwarded-for", b"").decode("latin-1"), peer)


@cache
def _countries() -> Callable[[str], str | None]:
    """Return the table of addresses, read when first asked for."""
    from iptocc import country_code

    return country_code
