"""What pages read of a million reviews, beside counting them anew for every page: in turns, on one connection each."""

import random
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack
from typing import Any

import uvloop
from psycopg_pool import AsyncConnectionPool

from .database import Database
from .report import medians, percentile
from .review_rows import CHANNEL, STORES, product_id, products_of, store_key

ROUNDS, LISTINGS, OF_A_LISTING = 5, 40, 24
# What shops count for a page that keep no sums: each with an index on the product.
LIVE = f"""select product_id, {", ".join(f"count(*) filter (where stars = {stars})" for stars in range(1, 6))}
from support_review where store_id = 1 and product_id = any(%s) and state = 'PUBLISHED' group by product_id"""
# Such a shop has no index of ours in which everything counted stands: it reads the reviews themselves.
ROWS = {"options": "-c enable_indexonlyscan=off"}

type Sums = dict[str, list[int]]
type Ask = Callable[[Sequence[str]], Awaitable[Sums]]


def measure(database: Database, reviews: int) -> dict[str, float]:
    """Return medians of the rounds, in milliseconds, on the service's kind of loop: what is asked, and by whom."""
    return uvloop.run(_measure(database, reviews))


async def _measure(database: Database, reviews: int) -> dict[str, float]:
    products = products_of(reviews) // STORES
    chance = random.Random(5)
    listings = [_listing(chance.sample(range(products), OF_A_LISTING)) for _ in range(LISTINGS)]
    asked = {
        "1": [[product] for listing in listings for product in listing[:3]],
        "24": listings,
        "24_most_loved": [_listing(range(OF_A_LISTING))] * 5,
        "hottest": [[product_id(0)]] * 5,
    }
    async with AsyncExitStack() as stack:
        pools = [await stack.enter_async_context(_pool(database, more)) for more in ({}, ROWS, {})]
        sides = {"summary": _summary(pools[0]), "live": _live(pools[1]), "live_from_index": _live(pools[2])}
        rounds = [await _round(sides, asked) for _ in range(ROUNDS)]
        pages = [await _pages(pools[0], products) for _ in range(ROUNDS)]
    return medians(rounds) | medians(pages)


def _listing(ranks: Sequence[int]) -> list[str]:
    return [product_id(rank * STORES) for rank in ranks]


def _pool(database: Database, more: dict[str, str]) -> AsyncConnectionPool[Any]:
    given = {"autocommit": True} | more
    return AsyncConnectionPool(database.url, min_size=1, max_size=1, open=False, kwargs=given)


def _summary(pool: AsyncConnectionPool[Any]) -> Ask:
    from saleor_support_plugin.reviews import hot

    async def ask(products: Sequence[str]) -> Sums:
        found = await hot.summaries(pool, store_key=store_key(0), channel=CHANNEL, product_ids=products)
        assert found is not None
        return {one.product_id: list(one.stars.values()) for one in found[1] if one.count}

    return ask


def _live(pool: AsyncConnectionPool[Any]) -> Ask:
    async def ask(products: Sequence[str]) -> Sums:
        async with pool.connection() as connection:
            rows = await (await connection.execute(LIVE, [list(products)])).fetchall()
        return {product: stars for product, *stars in rows}

    return ask


async def _round(sides: dict[str, Ask], asked: dict[str, list[list[str]]]) -> dict[str, float]:
    """Each side answers all its questions, then the next: in between, a long one would leave a cold machine behind."""
    found: dict[str, float] = {}
    for what, questions in asked.items():
        said: list[list[Sums]] = []
        for name, ask in sides.items():
            answers, waits = [], []
            for products in questions:
                began = time.perf_counter()
                answers.append(await ask(products))
                waits.append((time.perf_counter() - began) * 1000)
            said.append(answers)
            found[f"{name}_{what}_ms"] = percentile(waits, 0.5)
        if said[1:] != said[:-1]:
            raise AssertionError(f"they do not say the same of {what}: {said}")
    return found


async def _pages(pool: AsyncConnectionPool[Any], products: int) -> dict[str, float]:
    """Return what the first page takes of the product with the most reviews, in each order, and of a usual one's."""
    from saleor_support_plugin.reviews import hot
    from saleor_support_plugin.reviews.asked import Asked, Sort

    hottest, median = product_id(0), product_id(products // 2 * STORES)
    pages = {"hottest": Asked(hottest), "median": Asked(median), "of_two_stars": Asked(hottest, stars=2)}
    pages |= {sort.value: Asked(hottest, sort) for sort in Sort if sort is not Sort.NEWEST}
    found = {}
    for name, asked in pages.items():
        ask = hot.first_page if asked.is_first_page else hot.listed
        waits = []
        for _ in range(20):
            began = time.perf_counter()
            page: Any = await ask(pool, store_key=store_key(0), channel=CHANNEL, asked=asked)
            waits.append((time.perf_counter() - began) * 1000)
            assert (page[1].listed if asked.is_first_page else page[1]).reviews
        found[f"page_{name}_ms"] = percentile(waits, 0.5)
    return found
