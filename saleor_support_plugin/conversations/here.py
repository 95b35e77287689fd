"""The page that a shopper is on, as their page says it: what they left of it, and nothing that leads elsewhere."""

import re
from collections.abc import Collection
from datetime import datetime
from urllib.parse import urlsplit

from .rules import TextWrong, line

MOST_URL = 2_000
MOST_TITLE = 200
# Saleor's ids are base64.
ID = re.compile(r"[\w+/=-]{1,255}", re.ASCII)

type Here = dict[str, str | None]


def read(given: object, *, origins: Collection[str], now: datetime) -> Here | None:
    """Return where somebody is, with `at`; None where they do not say, or of no page of these origins."""
    if not isinstance(given, dict):
        return None
    facts: Here = {
        "url": own_url(given.get("url"), origins),
        "title": _title(given.get("title")),
        "product": _id(given.get("product")),
        "checkout": _id(given.get("checkout")),
    }
    return facts | {"at": now.isoformat()} if any(facts.values()) else None


def is_same(one: Here | None, other: Here | None) -> bool:
    """Say whether two are of the same page, whenever they were said."""
    return _without_time(one) == _without_time(other)


def _without_time(here: Here | None) -> Here | None:
    return here and {name: fact for name, fact in here.items() if name != "at"}


def own_url(given: object, origins: Collection[str]) -> str | None:
    """Return an address of the shop's own; None for any other. Somebody taps on it: it leads there or nowhere."""
    if not isinstance(given, str) or len(given) > MOST_URL or re.search(r"[\s\x00-\x1f\\]", given):
        return None
    try:
        parts = urlsplit(given)
    except ValueError:
        return None
    return given if f"{parts.scheme}://{parts.netloc}".lower() in origins else None


def _title(given: object) -> str | None:
    try:
        return line(given, most=4 * MOST_TITLE)[:MOST_TITLE]
    except TextWrong:
        return None


def _id(given: object) -> str | None:
    return given if isinstance(given, str) and ID.fullmatch(given) else None
