"""Reviews by the million, with their summaries: a few products have most of them, as in any shop."""

from datetime import UTC, datetime

from django.db import connection

from .rows import add

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
CHANNEL = "default-channel"
STORES = 5
# Of a million reviews over 5,000 products the most loved one has 46,000, the one in the middle a hundred.
REVIEWS_OF_A_PRODUCT = 200
STEEPNESS = 2.78
# Golden steps fall evenly between 0 and 1, in an order that looks like none.
CHANCE = "n * 2654435761 % 4294967296 / 4294967296.0"
STATE = "(array['PENDING', 'PENDING', 'REJECTED', 'WITHDRAWN'])[1 + n / 5 % 4]"


def store_key(number: int) -> str:
    return f"bench-{number}"


def product_id(rank: int) -> str:
    """Return the id of the product with the most reviews (0), or fewer. Store 0 has 0, 5, 10 and so on."""
    return f"P{rank}"


def products_of(reviews: int) -> int:
    return max(24 * STORES, reviews // REVIEWS_OF_A_PRODUCT)


def fill(reviews: int) -> None:
    """Make stores and so many reviews, have all of them counted, and the planner know of them."""
    from saleor_support_plugin.reviews.models import Review

    _open_stores()
    products = products_of(reviews)
    rank = f"floor({products} * power({CHANCE}, {STEEPNESS}))::bigint"
    rejected = f"n % 12 = 0 and {STATE} = 'REJECTED'"
    add(
        Review,
        1,
        reviews,
        {
            "id": "n",
            "store_id": f"1 + {rank} % {STORES}",
            "origin": "case when n % 5 = 0 then 'IMPORT' else 'REQUEST' end",
            "external_id": "case when n % 5 = 0 then 'J' || n else '' end",
            "order_line_id": "case when n % 5 = 0 then '' else 'line-' || n end",
            "product_id": f"'P' || {rank}",
            "channel_slug": f"'{CHANNEL}'",
            "language": "case when n % 3 = 0 then 'en' else 'tr' end",
            "stars": "(array[5, 5, 5, 4, 5, 4, 3, 5, 2, 1])[1 + n % 10]",
            "title": "'What I think of it, ' || n",
            "text": "repeat('It came in time and does what it should. ', (1 + n % 9)::int)",
            "author_name": "'Ada Y.'",
            "is_incentivised": "n % 33 = 0",
            "state": f"case when n % 12 = 0 then {STATE} else 'PUBLISHED' end",
            "reject_reason": f"case when {rejected} then 'SPAM' else '' end",
            "helpful": "n * 7919 % 23",
            "created_at": "%(now)s::timestamptz - (n % 31536000) * interval '1 second'",
        },
        now=NOW,
    )
    count_all(products)
    with connection.cursor() as cursor:
        cursor.execute("vacuum analyze support_review, support_reviewsummary")


def count_all(products: int) -> None:
    from saleor_support_plugin.reviews import summaries
    from saleor_support_plugin.stores.models import Store

    for number, store in enumerate(Store.across_stores.order_by("pk")):
        mine = [product_id(rank) for rank in range(number, products, STORES)]
        for first in range(0, len(mine), 50):
            summaries.keep(store=store, product_ids=mine[first : first + 50], now=NOW)


def _open_stores() -> None:
    from saleor_support_plugin.shop.models import Channel
    from saleor_support_plugin.stores.models import Store

    stores = Store.across_stores.bulk_create(
        Store(
            pk=number + 1,
            api_url=f"https://{number}.bench.dev/graphql/",
            key=store_key(number),
            app_id="x",
            token="x",
            jwks="{}",
            jwks_asked_at=NOW,
            installed_at=NOW,
        )
        for number in range(STORES)
    )
    Channel.across_stores.bulk_create(
        Channel(store=store, saleor_id="C1", slug=CHANNEL, name="Shop", currency="TRY", default_country="TR")
        for store in stores
    )
