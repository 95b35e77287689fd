"""What buyers say of products, for the hot door: one statement each, whatever there is to be told."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

import orjson
from psycopg_pool import AsyncConnectionPool

from ..stores.aspects import Aspect, aspects
from ..stores.configuration import chosen
from .asked import Asked, Sort
from .models import Origin, State
from .rules import STARS
from .shown import (
    MOST_PHOTOS,
    MOST_SHOWN,
    MOST_SHOWN_TEXT,
    FirstPage,
    InStrip,
    Listed,
    Photo,
    Praise,
    Quote,
    Reply,
    Shown,
    Summary,
    shortened,
)

MINE = f"store_id = s.id and product_id = %(product)s and state = '{State.PUBLISHED}'"
PLACE = """from support_store s
join support_channel c on c.store_id = s.id and c.slug = %(channel)s and c.is_active
left join support_reviewsummary m on m.store_id = s.id and m.product_id = %(product)s
where s.key = %(store)s and s.removed_at is null and s.is_active"""
COUNTS = (
    f"json_build_array({', '.join(f'm.stars{stars}' for stars in STARS)}, "
    "m.verified, m.incentivised, m.photos, m.rejected)"
)
# In the order of Shown's fields.
REVIEW = f"""json_build_array(r.id, r.stars, r.title, left(r.text, {MOST_SHOWN_TEXT + 1}), r.author_name, r.language,
    r.created_at, r.edited_at, r.variant_name, r.origin = '{Origin.REQUEST}', r.is_incentivised, r.answers, r.helpful,
    r.reply, r.replied_at,
    (select coalesce(json_agg(json_build_array(f.token, f.width, f.height) order by p.position, p.id), '[]')
    from support_reviewphoto p join support_storedfile f on f.id = p.file_id and f.state = 'READY'
    where r.has_photos and p.review_id = r.id and not p.is_hidden))"""  # noqa: S608  nothing but names and numbers of ours is put in
ORDER = {
    Sort.NEWEST: "created_at desc, id desc",
    Sort.HELPFUL: "helpful desc, created_at desc, id desc",
    Sort.HIGHEST: "stars desc, created_at desc, id desc",
    Sort.LOWEST: "stars, created_at desc, id desc",
}
# The review after which to go on, `a`: its id is all that a page has to say.
AFTER = {
    Sort.NEWEST: "(created_at, id) < (select a.created_at, a.id {})",
    Sort.HELPFUL: "(helpful, created_at, id) < (select a.helpful, a.created_at, a.id {})",
}
FROM_AFTER = "from support_review a where a.id = %(after)s and a.store_id = s.id and a.product_id = %(product)s"
# One more than is shown says whether there are more.
PLAIN = """select * from support_review
    where {mine}{narrow}{after} order by {order} limit {most}"""
# No index runs down the stars and down the days at once, so each number of stars is read by itself.
BY_STARS = """select r.* from unnest(%(groups)s::smallint[]) g cross join lateral (
        select * from support_review where {mine}{narrow} and stars = g{after}
        order by created_at desc, id desc limit {most}) r
    order by {order} limit {most}"""


def listing(asked: Asked) -> str:
    """Return the statement's part that reads the reviews asked for, as a JSON list."""
    sort = asked.sort
    if asked.stars is not None and sort in (Sort.HIGHEST, Sort.LOWEST):
        sort = Sort.NEWEST  # all of them have as many
    narrow = "".join(
        condition
        for condition, holds in (
            (" and stars = %(stars)s", asked.stars is not None),
            (" and has_photos", asked.photos),
            (f" and id = any({ABOUT})", bool(asked.about)),
        )
        if holds
    )
    parts = {"mine": MINE, "narrow": narrow, "order": ORDER[sort], "most": MOST_SHOWN + 1}
    if sort in AFTER:
        after = f" and {AFTER[sort].format(FROM_AFTER)}" if asked.after else ""
        rows = PLAIN.format(**parts, after=after)
    else:
        rows = BY_STARS.format(**parts, after=_after_in_group(sort) if asked.after else "")
    # Nothing but names and numbers of ours is put in.
    return f"(select coalesce(json_agg({REVIEW} order by {ORDER[sort]}), '[]') from ({rows}) r)"  # noqa: S608


def _after_in_group(sort: Sort) -> str:
    beyond = "<" if sort is Sort.HIGHEST else ">"
    newest = AFTER[Sort.NEWEST].format(FROM_AFTER)
    mark = f"(select a.stars {FROM_AFTER})"
    return f" and (g {beyond} {mark} or g = {mark} and {newest})"


ABOUT = """array(select jsonb_array_elements_text(said->'ids')::bigint from jsonb_array_elements(m.praise) said
    where said->>'word' = %(about)s)"""
FIRST_PAGE = f"""select json_build_object('store', s.id, 'counts', {COUNTS}, 'reviews', {listing(Asked(""))},
  'name', (select product_name from support_variant
    where store_id = s.id and product_id = %(product)s order by is_deleted, id limit 1),
  'photos', (select coalesce(json_agg(json_build_array(r.id, r.author_name, r.stars, p.token, p.width, p.height)
      order by r.created_at desc, r.id desc, p.position, p.id), '[]')
    from (select * from support_review where {MINE} and has_photos
      order by created_at desc, id desc limit {MOST_PHOTOS}) r
    join lateral (select q.id, q.position, f.token, f.width, f.height from support_reviewphoto q
      join support_storedfile f on f.id = q.file_id and f.state = 'READY'
      where q.review_id = r.id and not q.is_hidden) p on true),
  'praise', (select json_agg(json_build_array(said->'word', said->'language', said->'reviews') order by place)
    from jsonb_array_elements(m.praise) with ordinality praised(said, place)),
  'quote', (select json_build_array(id, quote, author_name, language) from support_review
    where {MINE} and featured_at is not null and quote <> '' order by featured_at desc limit 1),
  'settings', (select json_agg(json_build_array(n.channels, n.is_default, n.data->'review_aspects') order by n.id)
    from support_namedconfiguration n where n.store_id = s.id),
  'questions', (select count(*) from support_question
    where store_id = s.id and product_id = %(product)s and state = 'PUBLISHED'))::text
{PLACE}"""  # noqa: S608  nothing but names and numbers of ours is put in
# `= any` is looked up in the index one by one; joined to `unnest`, a store's whole table would be read. The list stands
# behind a query of its own, where its length does not count: else PostgreSQL, which had short ones before, plans each
# longer one anew, for more than it takes to read them.
SUMMARIES = """select s.id, m.product_id, m.stars1, m.stars2, m.stars3, m.stars4, m.stars5
from support_store s
join support_channel c on c.store_id = s.id and c.slug = %(channel)s and c.is_active
left join support_reviewsummary m on m.store_id = s.id
  and m.product_id = any(array(select unnest(%(products)s::text[])))
where s.key = %(store)s and s.removed_at is null and s.is_active"""


async def first_page(
    pool: AsyncConnectionPool[Any], *, store_key: str, channel: str, asked: Asked
) -> tuple[int, FirstPage] | None:
    """Return the store's number and what a product's page shows, or None where store or channel is not known.

    Reviews are of the product, in whichever of the store's channels it was bought.
    """
    said = await _told(pool, FIRST_PAGE, store_key, channel, asked)
    if said is None:
        return None
    summary = _summary(asked.product_id, said["counts"])
    return said["store"], FirstPage(
        name=said["name"] or "",
        summary=summary,
        listed=_listed(said["reviews"], summary.count),
        photos=[
            InStrip(pk, author, stars, Photo(*photo)) for pk, author, stars, *photo in said["photos"][:MOST_PHOTOS]
        ],
        praise=[Praise(*one) for one in said["praise"] or []],
        quote=Quote(*said["quote"]) if said["quote"] else None,
        questions=said["questions"],
        aspects=_aspects(said["settings"] or [], channel),
    )


async def listed(
    pool: AsyncConnectionPool[Any], *, store_key: str, channel: str, asked: Asked
) -> tuple[int, Listed] | None:
    """Return the store's number and the reviews asked for, or None where store or channel is not known."""
    statement = (
        f"select json_build_object('store', s.id, 'counts', {COUNTS}, 'reviews', {listing(asked)}, "
        f"'matching', {_matching(asked)})::text {PLACE}"
    )
    said = await _told(pool, statement, store_key, channel, asked)
    if said is None:
        return None
    summary = _summary(asked.product_id, said["counts"])
    known = summary.count if asked.stars is None else summary.stars[asked.stars]
    return said["store"], _listed(said["reviews"], known if said["matching"] is None else said["matching"])


def _matching(asked: Asked) -> str:
    """Return what counts the reviews asked for, where their stars alone do not say how many there are."""
    if asked.about:
        narrow = " and stars = %(stars)s" if asked.stars else ""
        # Nothing but names and numbers of ours is put in.
        return f"(select count(*) from support_review where {MINE} and id = any({ABOUT}){narrow})"  # noqa: S608
    if asked.photos and asked.stars:
        # Nothing but names and numbers of ours is put in.
        return f"(select count(*) from support_review where {MINE} and has_photos and stars = %(stars)s)"  # noqa: S608
    return "coalesce(m.photos, 0)" if asked.photos else "null"


async def summaries(
    pool: AsyncConnectionPool[Any], *, store_key: str, channel: str, product_ids: Sequence[str]
) -> tuple[int, list[Summary]] | None:
    """Return the store's number and what each product's reviews come to; None where store or channel is not known."""
    asked = {"store": store_key, "channel": channel, "products": list(product_ids)}
    async with pool.connection() as connection:
        rows = await (await connection.execute(SUMMARIES, asked)).fetchall()
    if not rows:
        return None
    found = {
        product: Summary(product, dict(zip(STARS, counts, strict=True)))
        for _, product, *counts in rows
        if counts[0] is not None
    }
    return rows[0][0], [found.get(product) or Summary(product) for product in product_ids]


async def _told(pool: AsyncConnectionPool[Any], statement: str, store_key: str, channel: str, asked: Asked) -> Any:
    values = {
        "store": store_key,
        "channel": channel,
        "product": asked.product_id,
        "stars": asked.stars,
        "about": asked.about,
        "after": asked.after,
        "groups": list(STARS),
    }
    async with pool.connection() as connection:
        row = await (await connection.execute(statement, values)).fetchone()
    return None if row is None else orjson.loads(row[0])


class _Settings(NamedTuple):
    channels: Sequence[str]
    is_default: bool
    aspects: list[Any] | None


def _aspects(rows: list[Any], channel: str) -> tuple[Aspect, ...]:
    row = chosen([_Settings(*row) for row in rows], channel)
    return aspects(row.aspects) if row and row.aspects else ()


def _summary(product_id: str, counts: list[Any]) -> Summary:
    if counts[0] is None:
        return Summary(product_id)
    *stars, verified, incentivised, photos, rejected = counts
    return Summary(product_id, dict(zip(STARS, stars, strict=True)), verified, incentivised, photos, rejected)


def _listed(rows: list[Any], matching: int) -> Listed:
    return Listed(matching, [_shown(*row) for row in rows[:MOST_SHOWN]], len(rows) <= MOST_SHOWN)


def _shown(*row: Any) -> Shown:
    pk, stars, title, text, author, language, created, edited, variant, verified, incentivised, answers, *rest = row
    helpful, reply, replied, photos = rest
    return Shown(
        id=pk,
        stars=stars,
        title=title,
        text=shortened(text),
        author=author,
        language=language,
        created_at=_moment(created),
        edited_at=_moment(edited) if edited else None,
        variant=variant,
        is_verified=verified,
        is_incentivised=incentivised,
        answers=answers,
        helpful=helpful,
        reply=Reply(reply, _moment(replied)) if reply and replied else None,
        photos=[Photo(*photo) for photo in photos],
    )


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)
