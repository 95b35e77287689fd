"""What a shop's pages read of reviews: of one product, in the order they ask for, or the averages of a list."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import orjson
from django.conf import settings
from psycopg_pool import AsyncConnectionPool

from ..delivery.kept import Answer
from ..reviews import hot
from ..reviews.asked import Asked, in_address, products_in
from ..reviews.page import list_body, page_body, summaries_body
from ..reviews.shown import asked_anew_at

# A change of what is public is heard at once; a vote is not told, and shows when this has passed.
STANDS = timedelta(seconds=30)

type Place = Mapping[str, str]


async def of_product(
    pool: AsyncConnectionPool[Any], place: Place, *, product_id: str, query: str, now: datetime
) -> Answer | None:
    """Return the answer, or None where store or channel is not known. Raises CannotAsk."""
    asked = in_address(product_id, query)
    found = await (_first if asked.is_first_page else _listed)(pool, place, asked, now)
    return found and Answer(orjson.dumps(found[1]), now + STANDS, found[0], product_id)


async def _first(
    pool: AsyncConnectionPool[Any], place: Place, asked: Asked, now: datetime
) -> tuple[int, dict[str, object]] | None:
    found = await hot.first_page(pool, **place, asked=asked)
    if found is None:
        return None
    return found[0], page_body(found[1], asked, files=settings.FILES_ORIGIN, until=asked_anew_at(now))


async def _listed(
    pool: AsyncConnectionPool[Any], place: Place, asked: Asked, _: datetime
) -> tuple[int, dict[str, object]] | None:
    found = await hot.listed(pool, **place, asked=asked)
    return found and (found[0], list_body(found[1], asked, files=settings.FILES_ORIGIN))


async def of_list(pool: AsyncConnectionPool[Any], place: Place, *, query: str, now: datetime) -> Answer | None:
    """Return the answer, or None where store or channel is not known. Raises CannotAsk."""
    found = await hot.summaries(pool, **place, product_ids=products_in(query))
    return found and Answer(orjson.dumps(summaries_body(found[1])), now + STANDS, found[0])
