"""Carts with their people and cases, by the million: a fiftieth is due, two fifths will be, the rest is history."""

import json
from datetime import UTC, datetime

from django.db import connection

from .rows import add

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
STORES = 20
DUE_OF = 50
LINES = [
    {
        "id": "Q2hlY2tvdXRMaW5lOjE=",
        "variant_id": "UHJvZHVjdFZhcmlhbnQ6MQ==",
        "product_id": "UHJvZHVjdDox",
        "category_id": "Q2F0ZWdvcnk6MQ==",
        "name": "Wool blanket",
        "turkish_name": "Yün battaniye",
        "variant": "Blue",
        "quantity": 2,
        "unit": "617.25",
        "amount": "1234.50",
        "currency": "TRY",
        "thumbnail_url": "https://bench.dev/blanket.png",
    }
]
# By a row's number: whether it is due, whether it still may be, and when it changed.
IS_DUE = f"n % {DUE_OF} = 0"
IS_OPEN = f"({IS_DUE} or n % 10 in (1, 2, 3, 4))"
NOON = "%(now)s::timestamptz"
CHANGED = f"{NOON} - interval '70 minutes' - (n % 86400) * interval '1 second'"
BEFORE = f"{NOON} - (n % 3000) * interval '1 second'"
LATER = f"{NOON} + (1 + n % 4000) * interval '1 minute'"


def fill(first: int, last: int) -> None:
    """Add the rows of these numbers to each table, and have the planner know of them."""
    from saleor_support_plugin.carts.models import Cart, CartCase
    from saleor_support_plugin.people.models import Person, PersonKey

    if first == 1:
        _open_stores()
    store = f"1 + n % {STORES}"
    mailbox = "n || '@bench.dev'"
    of_case: dict[str, str] = {
        "id": "n",
        "store_id": store,
        "person_id": "n",
        "state": f"case when {IS_DUE} then 'ABANDONED' when {IS_OPEN} then 'WATCHED' else 'ENDED' end",
        "checkout_id": "'checkout-' || n",
        "channel_slug": "'default-channel'",
        "language_code": "'TR'",
        "value": "1234.5",
        "currency": "'TRY'",
        "opened_at": CHANGED,
        "changed_at": CHANGED,
        "next_check_at": f"case when {IS_DUE} then {BEFORE} when {IS_OPEN} then {LATER} end",
    }
    of_cart = {
        "id": "n",
        "store_id": store,
        "case_id": "n",
        "saleor_id": "'checkout-' || n",
        "channel_slug": "'default-channel'",
        "language_code": "'TR'",
        "email": mailbox,
        "quantity": "2",
        "currency": "'TRY'",
        "total_gross": "1234.5",
        "created": CHANGED,
        "updated_at": CHANGED,
        "issued_at": CHANGED,
        "order_id": f"case when {IS_OPEN} or n % 2 = 1 then '' else 'order-' || n end",
        "lines": "%(lines)s::jsonb",
    }
    add(Person, first, last, {"id": "n", "store_id": store, "country": "'TR'", "created_at": "%(now)s"}, now=NOW)
    key = {"id": "n", "store_id": store, "person_id": "n", "kind": "'EMAIL'", "value": mailbox}
    add(PersonKey, first, last, key | {"value_hash": f"encode(sha256(({mailbox})::bytea), 'hex')"})
    add(CartCase, first, last, of_case, now=NOW)
    add(Cart, first, last, of_cart, now=NOW, lines=json.dumps(LINES))
    with connection.cursor() as cursor:
        cursor.execute("vacuum analyze support_person, support_personkey, support_cartcase, support_cart")


def _open_stores() -> None:
    from saleor_support_plugin.events.rules import UNDELIVERED
    from saleor_support_plugin.stores.models import Chore, Store

    stores = Store.across_stores.bulk_create(
        Store(
            pk=number + 1,
            api_url=f"https://{number}.bench.dev/graphql/",
            key=f"bench-{number}",
            app_id="x",
            token="x",
            jwks="{}",
            jwks_asked_at=NOW,
            installed_at=NOW,
        )
        for number in range(STORES)
    )
    # What happened in them is known up to now, so that there is something to decide.
    Chore.across_stores.bulk_create(Chore(store=one, name=UNDELIVERED, due_at=NOW, done_at=NOW) for one in stores)


def make_due(count: int) -> None:
    """Have exactly so many cases be due now, and every other one later."""
    with connection.cursor() as cursor:
        cursor.execute(
            "update support_cartcase set next_check_at = "
            "case when id <= %s then %s else %s::timestamptz + interval '1 day' end",
            [count, NOW, NOW],
        )
        cursor.execute("vacuum analyze support_cartcase")
