"""What all reviews of a product come to: counted anew with every change, in the same transaction."""

from collections.abc import Iterable
from datetime import datetime

from django.db import connection, transaction

from ..stores.announcing import announce
from ..stores.models import Store
from .models import Origin, Review, ReviewSummary, State

# Whoever counts holds the product's row, so that of two changes at once the later one counts both. Each half reads
# nothing but the index review_recount: a product may have tens of thousands, and its next change waits for this one.
COUNTED = f"""with shown as (
    select product_id, count(*) as count, sum(stars) as total,
        {", ".join(f"count(*) filter (where stars = {stars}) as stars{stars}" for stars in range(1, 6))},
        count(*) filter (where origin = '{Origin.REQUEST}') as verified,
        count(*) filter (where is_incentivised) as incentivised, count(*) filter (where has_photos) as photos,
        max(created_at) as newest_at
    from support_review
    where store_id = %(store)s and product_id = any(%(products)s) and state = '{State.PUBLISHED}'
    group by product_id),
rejected as (
    select product_id, jsonb_object_agg(reject_reason, n) as reasons from (
        select product_id, reject_reason, count(*) as n from support_review
        where store_id = %(store)s and product_id = any(%(products)s) and state = '{State.REJECTED}'
        group by product_id, reject_reason) by_reason
    group by product_id)
update support_reviewsummary s set count = coalesce(c.count, 0), total = coalesce(c.total, 0),
    {", ".join(f"stars{stars} = coalesce(c.stars{stars}, 0)" for stars in range(1, 6))},
    verified = coalesce(c.verified, 0), incentivised = coalesce(c.incentivised, 0), photos = coalesce(c.photos, 0),
    newest_at = c.newest_at, rejected = coalesce(j.reasons, '{{}}'), changed_at = %(now)s, praised_at = null,
    write_at = case when (s.count, s.total) is distinct from (coalesce(c.count, 0), coalesce(c.total, 0))
        then %(now)s else s.write_at end
from unnest(%(products)s::text[]) p left join shown c on c.product_id = p left join rejected j on j.product_id = p
where s.store_id = %(store)s and s.product_id = p"""  # noqa: S608  nothing but names of ours is put in


def keep(*, store: Store, product_ids: Iterable[str], now: datetime) -> None:
    """Count the reviews of products anew. Call in the transaction that changed them, after the change."""
    products = sorted({product for product in product_ids if product})
    if not products:
        return
    rows = [ReviewSummary(store=store, product_id=product, changed_at=now) for product in products]
    with transaction.atomic(savepoint=False):
        # New or not, each is held from here on, one after the other in the order of their names.
        ReviewSummary.across_stores.bulk_create(
            rows, update_conflicts=True, unique_fields=["store", "product_id"], update_fields=["changed_at"]
        )
        with connection.cursor() as cursor:
            cursor.execute(COUNTED, {"store": store.pk, "products": products, "now": now})
        for product in products:
            announce(store, product)


@transaction.atomic
def note_photos(*, review: Review, now: datetime) -> None:
    """Remember whether a review has photos that may be seen. Call where some came, went, were hidden or shown."""
    review.has_photos = review.photos.filter(is_hidden=False).exists()
    review.save(update_fields=["has_photos"])
    keep(store=review.store, product_ids=[review.product_id], now=now)
