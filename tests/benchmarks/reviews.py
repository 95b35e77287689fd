"""What pages read of a million reviews beside counting them each time, what a change costs, whether sums are true."""

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from .harness import review_reads, support_service
from .harness.database import Database, fresh_database
from .harness.processes import LOAD_CORE, SERVER_CORE, Running, free_port, on_core, run_bench
from .harness.report import line, percentile, ratio
from .harness.review_rows import CHANNEL, NOW, STORES, fill, product_id, products_of, store_key
from .harness.servers import servers
from .outbox import begin, end
from .promise import fetched, figures, request, shown

REVIEWS, EDITS, EDITORS = 1_000_000, 1_000, 8
# MEASURES P10: at most, and at least as a ratio.
MOST = {"summary_24_ms": 0.5, "recount_mismatches": 0}
LEAST = {"vs_live_aggregate": 50.0}
WRITES, MOST_REQUESTS = 60, 400_000
# What many change at once: a few products all the time, and many now and then.
CONTESTED, QUIET = 3, 150


def options(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bin/bench reviews", description=__doc__)
    parser.add_argument(
        "--quick", action="store_true", help="20,000 reviews and 200 edits, to see that everything runs"
    )
    parser.add_argument("--reviews", type=int, help=f"how many, default {REVIEWS}")
    parser.add_argument("--seconds", type=float, help="of each cell of requests, default 5")
    given = parser.parse_args(arguments)
    given.reviews = given.reviews or (20_000 if given.quick else REVIEWS)
    given.edits = 200 if given.quick else EDITS
    given.seconds = given.seconds or (1.0 if given.quick else 5.0)
    return given


def say(text: str) -> None:
    print(text, flush=True)


def writes(reviews: int) -> dict[str, float]:
    """Return what it takes to keep a review with its product's sums, and without, each committed; in turns."""
    from saleor_support_plugin.reviews import summaries
    from saleor_support_plugin.reviews.models import Review, State
    from saleor_support_plugin.stores.models import Store

    store = Store.across_stores.get(key=store_key(0))
    median = product_id(products_of(reviews) // 2 // STORES * STORES)
    found: dict[str, float] = {}

    def uncounted(product: str) -> None:
        values = {"language": "en", "stars": 5, "text": "It is what I wanted. " * 5, "state": State.PUBLISHED}
        Review.across_stores.create(store=store, product_id=product, created_at=NOW, **values)

    def counted(product: str) -> None:
        uncounted(product)
        summaries.keep(store=store, product_ids=[product], now=NOW)

    for name, product in (("hottest", product_id(0)), ("median", median)):
        bare, kept = [], []
        for _ in range(WRITES):
            bare.append(committed(partial(uncounted, product)))
            kept.append(committed(partial(counted, product)))
        found |= {f"write_{name}_ms": percentile(kept, 0.5), f"write_{name}_uncounted_ms": percentile(bare, 0.5)}
    return found


def committed(act: Callable[[], object]) -> float:
    """Return the milliseconds of an act and its commit."""
    from django.db import transaction

    began = time.perf_counter()
    with transaction.atomic():
        act()
    return (time.perf_counter() - began) * 1000


def edits(reviews: int, many: int) -> dict[str, float]:
    """Let many change reviews at once, then count all their products one review after the other."""
    from saleor_support_plugin.stores.callers import Staff
    from saleor_support_plugin.stores.models import Store
    from tests.reviews.edits import edit_at_once, mismatches

    store = Store.across_stores.get(key=store_key(0))
    mine = [product_id(rank) for rank in range(0, products_of(reviews), STORES)]
    quiet = random.Random(3).sample(mine[CONTESTED:], min(QUIET, len(mine) - CONTESTED))
    products = mine[:CONTESTED] * (len(quiet) // CONTESTED) + quiet
    staff = Staff(store, "U1", "staff@bench.dev", frozenset(), (), None)
    began = time.perf_counter()
    done = edit_at_once(staff, products, edits=many, editors=EDITORS, seed=11, now=NOW + timedelta(days=1))
    seconds = time.perf_counter() - began
    say(f"{done.total()} edits by {EDITORS} at once: {dict(done)}")
    wrong = mismatches(store, mine)
    return {"edits": done.total(), "edits_per_s": done.total() / seconds, "recount_mismatches": len(wrong)}


def page(product: str, query: str = "") -> str:
    return f"/s/{store_key(0)}/{CHANNEL}/reviews/{product}{query}"


def list_of(products: Sequence[str]) -> str:
    return f"/s/{store_key(0)}/{CHANNEL}/reviews?products={','.join(products)}"


def door(web: Running, port: int, given: argparse.Namespace) -> dict[str, float]:
    """Return what the hot door answers in a second: what nobody has asked before, and what it keeps."""
    mine = [product_id(rank) for rank in range(0, products_of(given.reviews), STORES)]
    some = random.Random(8)
    lists = [some.sample(mine, 24) for _ in range(1_000)]
    found: dict[str, float] = {"page_bytes": float(len(fetched(port, page(product_id(0)))))}
    for name, addresses in (("page", [page(product) for product in mine]), ("list", [list_of(one) for one in lists])):
        asked = [request(address) for address in addresses]
        first = figures(web, port, asked, 16, 600)
        found |= {f"{name}_first_rps": first["rps_c16"], f"{name}_first_p99_ms": first["p99_ms_c16"]}
        again = (asked * (MOST_REQUESTS // len(asked) + 1))[:MOST_REQUESTS]
        for connections in (1, 64):
            figures(web, port, again, connections, 0.5)
            cell = figures(web, port, again, connections, given.seconds)
            shown(f"{name}s that are kept", cell)
            found |= {f"{name}_{figure}": value for figure, value in cell.items()}
    return found


def serve(database: Database, redis_url: str, given: argparse.Namespace) -> dict[str, float]:
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="reviews-")))
        port = free_port()
        with on_core(SERVER_CORE):
            serving = support_service.serving(database, redis_url=redis_url, port=port, log=folder / "web.log")
            web = stack.enter_context(serving)
        with on_core(LOAD_CORE):
            return door(web, port, given)


def report(read: dict[str, float], more: dict[str, float]) -> dict[str, Any]:
    peer = {name: wait for name, wait in read.items() if name.startswith("live")}
    ours = {name: wait for name, wait in read.items() if name not in peer} | more
    ratios = {
        "vs_live_aggregate": ratio(read["summary_24_ms"], read["live_24_ms"], better="lower"),
        "vs_live_aggregate_hottest": ratio(read["summary_hottest_ms"], read["live_hottest_ms"], better="lower"),
        "vs_live_aggregate_1": ratio(read["summary_1_ms"], read["live_1_ms"], better="lower"),
        "vs_live_from_index": ratio(read["summary_24_ms"], read["live_from_index_24_ms"], better="lower"),
        "write_uncounted": ratio(more["write_median_ms"], more["write_median_uncounted_ms"], better="lower"),
    }
    kept = {name: ours[name] <= limit for name, limit in MOST.items()}
    kept |= {name: ratios[name] >= bar for name, bar in LEAST.items()}
    return {"ours": ours, "peer": peer, "ratios": ratios, "kept": kept}


def show(told: dict[str, Any]) -> None:
    for name, figure in (told["ours"] | told["peer"]).items():
        say(f"  {name:<32} {figure:10.3f}")
    for name, limit in MOST.items():
        say(f"  {name:<32} {told['ours'][name]:10.3f}    at most {limit:g}   {'yes' if told['kept'][name] else 'NO'}")
    for name, times in told["ratios"].items():
        wanted = f"   wanted {LEAST[name]:g}x   {'yes' if told['kept'][name] else 'NO'}" if name in LEAST else ""
        say(f"  {name:<32} {times:10.1f}x{wanted}")


def run(database: Database, redis_url: str, given: argparse.Namespace) -> dict[str, Any]:
    begin(database, redis_url)
    began = time.perf_counter()
    fill(given.reviews)
    say(f"{given.reviews} reviews of {products_of(given.reviews)} products in {time.perf_counter() - began:.0f} s")
    read = review_reads.measure(database, given.reviews)
    more = writes(given.reviews)
    # The sums are counted last: whatever was done before, by whichever way, must have left them true.
    more |= serve(database, redis_url, given)
    return report(read, more | edits(given.reviews, given.edits))


def main() -> int:
    given = options()
    with servers() as found, fresh_database(found.database_url) as database:
        told = run(database, found.redis_url, given)
        end()
    show(told)
    print(line("reviews", **told, reviews=given.reviews))
    if told["ours"]["recount_mismatches"]:
        return 1
    # A quick run is too small for the ratio, which grows with the reviews of a product.
    return 0 if given.quick or all(told["kept"].values()) else 1


if __name__ == "__main__":
    run_bench(main)
