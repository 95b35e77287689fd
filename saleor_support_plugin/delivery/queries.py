"""Reads about delivery, with the statements of the hot door."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import orjson
from django.db import connection

from ..money import Money
from ..stores.models import Store
from . import hot
from .facts import Question
from .places import Place
from .postal_codes import tidy
from .promised import Asked, Promised, promised
from .questions import Destination, Line, question


def answer(store: Store, *, channel: str, asked: Asked, now: datetime) -> Promised | None:
    """Return what a product page may say, or None where channel or variant is not known, or not published."""
    place = _place(store, channel, asked.to.country)
    variants = _variants(store, [asked.variant_id]) if place else {}
    if place is None or asked.variant_id not in variants:
        return None
    return promised(place, variants[asked.variant_id], asked, now=now)


def of_lines(
    store: Store,
    *,
    channel: str,
    lines: Sequence[tuple[str, int]],
    country: str,
    postal_code: str,
    now: datetime,
    subtotal: Money | None = None,
) -> Question | None:
    """Return the question about several variants and how many of each; None where one of them is not known.

    Whether they are published does not matter here: somebody ordered them.
    """
    place = _place(store, channel, country)
    variants = _variants(store, [variant_id for variant_id, _ in lines]) if place else {}
    if place is None or any(variant_id not in variants for variant_id, _ in lines):
        return None
    asked = [Line(variants[variant_id], quantity) for variant_id, quantity in lines]
    return question(place, asked, to=Destination(country, tidy(postal_code)), now=now, subtotal=subtotal)


def _place(store: Store, channel: str, country: str) -> Place | None:
    rows = _rows(hot.PLACE_BY_ID, {"store": store.pk, "channel": channel})
    if not rows:
        return None
    place = Place(orjson.loads(rows[0][0]))
    unread = place.unread(country)
    place.learn(unread, _rows(hot.DAYS_OFF, (unread,)))
    return place


def _variants(store: Store, ids: list[str]) -> dict[str, dict[str, Any]]:
    found = [orjson.loads(row[0]) for row in _rows(hot.VARIANTS, (store.pk, ids))]
    return {variant["id"]: variant for variant in found}


def _rows(statement: str, values: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows
