"""What was asked about a product and answered, for the hot door: one statement for a page of it."""

from datetime import datetime
from typing import Any

from psycopg_pool import AsyncConnectionPool

from .rules import SHOWN, SHOWN_ANSWERS, ProductQuestions, ShownAnswer, ShownQuestion

# One row for each question of the page and one more, or one with nulls where nobody asked; none where store or channel
# is unknown. `after` is a question of the product: the page begins behind it.
FIND = f"""
select s.id, t.count, q.id, q.text, q.author_name, q.language, q.created_at, a.given
from support_store s
join support_channel c on c.store_id = s.id and c.slug = %(channel)s and c.is_active
cross join lateral (
    select count(*) as count
    from support_question where store_id = s.id and product_id = %(product)s and state = 'PUBLISHED'
) t
left join lateral (
    select id, text, author_name, language, created_at
    from support_question where store_id = s.id and product_id = %(product)s and state = 'PUBLISHED'
        and (%(after)s::bigint is null or (created_at, id) < (
            select created_at, id from support_question where id = %(after)s and store_id = s.id))
    order by created_at desc, id desc limit {SHOWN + 1}
) q on true
left join lateral (
    select json_agg(json_build_array(text, author_name, is_buyer, created_at)) as given from (
        select text, author_name, is_buyer, created_at from support_answer
        where question_id = q.id and state = 'PUBLISHED' order by is_buyer, created_at, id limit {SHOWN_ANSWERS}
    ) first
) a on true
where s.key = %(store)s and s.removed_at is null and s.is_active
order by q.created_at desc, q.id desc"""  # noqa: S608  nothing but numbers of ours is put in


async def published(
    pool: AsyncConnectionPool[Any], *, store_key: str, channel: str, product_id: str, after: int | None = None
) -> tuple[int, ProductQuestions] | None:
    """Return the store and a page of what was asked about a product, or None where store or channel is not known.

    Questions are about the product, in whichever of the store's channels they were asked.
    """
    asked = {"store": store_key, "channel": channel, "product": product_id, "after": after}
    async with pool.connection() as connection:
        rows = await (await connection.execute(FIND, asked)).fetchall()
    return (rows[0][0], from_rows(rows)) if rows else None


def from_rows(rows: list[tuple[Any, ...]]) -> ProductQuestions:
    found = tuple(
        ShownQuestion(pk, text, author, language, created_at, tuple(map(_answer, given or ())))
        for _, _, pk, text, author, language, created_at, given in rows
        if pk is not None
    )
    return ProductQuestions(rows[0][1], found[:SHOWN], len(found) > SHOWN)


def _answer(given: list[Any]) -> ShownAnswer:
    text, author, is_buyer, created_at = given
    return ShownAnswer(text, author, is_buyer, datetime.fromisoformat(created_at))
