"""Telling the web processes that what they keep of a shop's delivery is old: heard when the change is committed."""

from django.db import connection

from .models import Store

HEARD = "delivery_facts"


def announce(store: Store, variant_id: str = "") -> None:
    """Say that facts, rules or stock of this store changed; with a variant's id, of this one only."""
    said = f"{store.pk}:{variant_id}" if variant_id else str(store.pk)
    with connection.cursor() as cursor:
        cursor.execute("select pg_notify(%s, %s)", (HEARD, said))


def announce_to_all() -> None:
    """Say that something changed that every store's answers rest upon."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_notify(%s, '')", (HEARD,))
