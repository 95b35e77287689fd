"""Telling the web processes that what they keep of a shop is old: heard when the change is committed."""

from django.db import connection

from ..realtime import payload
from .models import Store

HEARD = "delivery_facts"


def announce(store: Store, about: str = "") -> None:
    """Say that facts, rules or stock of this store changed; with a variant's or a product's id, of this one only."""
    said = f"{store.pk}:{about}" if about else str(store.pk)
    with connection.cursor() as cursor:
        cursor.execute("select pg_notify(%s, %s)", (HEARD, said))


def announce_to_all() -> None:
    """Say that something changed that every store's answers rest upon."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_notify(%s, '')", (HEARD,))


def send_away(store: Store) -> None:
    """Close every socket of a store: it is gone, or the app in it is off."""
    with connection.cursor() as cursor:
        said = payload.closing(payload.everybody_of(store.pk), payload.STORE_GONE)
        cursor.execute("select pg_notify(%s, %s)", (payload.CHANNEL, said))
