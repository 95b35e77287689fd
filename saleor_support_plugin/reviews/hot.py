"""What buyers say of a product, for the hot door: one statement, with one index for both its halves."""

from typing import Any

from psycopg_pool import AsyncConnectionPool

from .rules import MOST_SHOWN, MOST_SHOWN_TEXT, STARS, ProductReviews, Shown, shortened

# One row for each of the newest reviews, or one with nulls where nobody wrote; none where store or channel is unknown.
FIND = f"""
select t.stars, r.*
from support_store s
join support_channel c on c.store_id = s.id and c.slug = %(channel)s and c.is_active
cross join lateral (
    select array[{", ".join(f"count(*) filter (where stars = {stars})" for stars in STARS)}] as stars
    from support_review where store_id = s.id and product_id = %(product)s and state = 'PUBLISHED'
) t
left join lateral (
    select id, stars, title, left(text, {MOST_SHOWN_TEXT + 1}), author_name, language, created_at
    from support_review where store_id = s.id and product_id = %(product)s and state = 'PUBLISHED'
    order by created_at desc, id desc limit {MOST_SHOWN}
) r on true
where s.key = %(store)s and s.removed_at is null and s.is_active
order by r.created_at desc, r.id desc"""  # noqa: S608  nothing but numbers of ours is put in


async def published(
    pool: AsyncConnectionPool[Any], *, store_key: str, channel: str, product_id: str
) -> ProductReviews | None:
    """Return what may be said of a product, or None where store or channel is not known.

    Reviews are of the product, in whichever of the store's channels it was bought.
    """
    asked = {"store": store_key, "channel": channel, "product": product_id}
    async with pool.connection() as connection:
        rows = await (await connection.execute(FIND, asked)).fetchall()
    return from_rows(rows) if rows else None


def from_rows(rows: list[tuple[Any, ...]]) -> ProductReviews:
    newest = tuple(
        Shown(pk, stars, title, shortened(text), author, language, created_at)
        for _, pk, stars, title, text, author, language, created_at in rows
        if pk is not None
    )
    return ProductReviews(dict(zip(STARS, rows[0][0], strict=True)), newest)
