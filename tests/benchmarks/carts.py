"""Finding the carts whose time has come, among up to a million, beside what plugins usually do; and rules' cost."""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

from .harness.cart_rows import NOW, fill, make_due
from .harness.database import Database, fresh_database
from .harness.processes import LOAD_CORE, on_core, run_bench
from .harness.report import line, percentile, ratio
from .harness.servers import servers
from .outbox import begin, end

SIZES = (10_000, 100_000, 1_000_000)
CLAIMED, MANY_DUE = 500, 100_000
# So many carts are asked for one by one; what all would take is reckoned from them.
SAMPLE = 2_000
# MEASURES P8 and P9: at most, and at least as ratios.
MOST = {"empty_poll_ms": 1.0, "claim_ms": 25.0, "rss_growth_mb": 20.0, "rules_us": 25.0, "many_due_s": 15.0}
LEAST = {"whole_table": 10.0, "python_filter": 1000.0, "query_per_cart": 1000.0, "interpreter": 3.0}
WHOLE_TABLE = """select id from support_cart where order_id = '' and quantity > 0 and email <> '' and gone_at is null
    and charge_status in ('', 'NONE') and updated_at < %s order by updated_at limit 500"""
QUIET = timedelta(hours=1)


def options(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bin/bench carts", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="up to 20,000 carts, to see that everything runs")
    given = parser.parse_args(arguments)
    given.sizes = (1_000, 20_000) if given.quick else SIZES
    given.many_due = 5_000 if given.quick else MANY_DUE
    return given


def say(text: str) -> None:
    print(text, flush=True)


def milliseconds(run: Callable[[], object], times: int) -> float:
    """Return the median wait of a few runs."""
    waits = []
    for _ in range(times):
        began = time.perf_counter()
        run()
        waits.append((time.perf_counter() - began) * 1000)
    return percentile(waits, 0.5)


def empty_poll() -> float:
    from saleor_support_plugin.carts import actions

    before = NOW - timedelta(days=30)
    assert actions.claim_due(now=before, most=CLAIMED) == []
    return milliseconds(lambda: actions.claim_due(now=before, most=CLAIMED), 300)


def claims() -> float:
    """Return the median of claims, each committed; what was claimed is due again before the next."""
    from saleor_support_plugin.carts import actions
    from saleor_support_plugin.carts.models import CartCase

    waits = []
    for _ in range(7):
        began = time.perf_counter()
        claimed = actions.claim_due(now=NOW, most=CLAIMED)
        waits.append((time.perf_counter() - began) * 1000)
        CartCase.across_stores.filter(pk__in=claimed).update(next_check_at=NOW)
    return percentile(waits, 0.5)


def whole_table() -> float:
    """What a cron does that asks for every quiet cart: no index knows when a cart is due."""
    from django.db import connection

    def ask() -> None:
        with connection.cursor() as cursor:
            cursor.execute(WHOLE_TABLE, [NOW - QUIET])
            cursor.fetchall()

    return milliseconds(ask, 5)


def python_filter() -> float:
    """What a cron does that loads every open cart and looks at each."""
    from saleor_support_plugin.carts.models import Cart

    def look() -> None:
        before = NOW - QUIET
        for cart in Cart.across_stores.filter(order_id="").iterator(2000):
            if cart.quantity and cart.email and cart.updated_at and cart.updated_at < before:
                pass

    return milliseconds(look, 1)


def query_per_cart(count: int) -> float:
    """What a plugin does that asks about each cart by itself: measured on a few, reckoned for all that are open."""
    from saleor_support_plugin.carts.models import Cart
    from saleor_support_plugin.shop.models import Order

    mailboxes = list(Cart.across_stores.filter(order_id="").values_list("email", flat=True)[: min(SAMPLE, count)])
    began = time.perf_counter()
    for email in mailboxes:
        Order.across_stores.filter(customer_email__iexact=email, created__gt=NOW).exists()
    each = (time.perf_counter() - began) * 1000 / len(mailboxes)
    return each * Cart.across_stores.filter(order_id="").count()


def many_due(count: int) -> dict[str, float]:
    """Let one worker claim so many that are due at once."""
    from saleor_support_plugin.carts import actions

    make_due(count)
    claimed: list[int] = []
    began = time.perf_counter()
    while some := actions.claim_due(now=NOW, most=CLAIMED):
        claimed += some
    seconds = time.perf_counter() - began
    if len(claimed) != count or len(set(claimed)) != count:
        raise AssertionError(f"{len(claimed)} claimed, {len(set(claimed))} of them once, of {count} due")
    return {"many_due": count, "many_due_s": seconds, "claimed_per_s": count / seconds}


def worker_memory() -> float:
    """Return the MB of a new process that has looked at what is due, twice as much as one sweep takes."""
    watched = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.harness.cart_worker"], check=True, capture_output=True, timeout=600
    )
    return float(json.loads(watched.stdout.splitlines()[-1])["rss_mb"])


def at_size(count: int) -> dict[str, float]:
    found = {
        "empty_poll_ms": empty_poll(),
        "claim_ms": claims(),
        "whole_table_ms": whole_table(),
        "python_filter_ms": python_filter(),
        "query_per_cart_ms": query_per_cart(count),
        "rss_mb": worker_memory(),
    }
    say(f"{count:>9} carts" + "".join(f"   {name} {figure:.4g}" for name, figure in found.items()))
    return found


def measure(given: argparse.Namespace) -> dict[int, dict[str, float]]:
    found = {}
    filled = 0
    for count in given.sizes:
        fill(filled + 1, count)
        filled = count
        found[count] = at_size(count)
    return found


def report(sizes: dict[int, dict[str, float]], more: dict[str, float]) -> dict[str, Any]:
    least, most = sizes[min(sizes)], sizes[max(sizes)]
    ours = {"empty_poll_ms": most["empty_poll_ms"], "claim_ms": most["claim_ms"]}
    ours |= {"rss_growth_mb": most["rss_mb"] - least["rss_mb"], "rss_mb": most["rss_mb"]} | more
    peers = {name: most[f"{name}_ms"] for name in ("whole_table", "python_filter", "query_per_cart")}
    ratios = {name: ratio(most["claim_ms"], wait, better="lower") for name, wait in peers.items()}
    ratios["interpreter"] = ratio(more["rules_us"], more["interpreter_us"], better="lower")
    kept = {name: ours[name] <= limit for name, limit in MOST.items()}
    kept |= {name: ratios[name] >= bar for name, bar in LEAST.items()}
    sized = {str(count): figures for count, figures in sizes.items()}
    return {
        "ours": ours,
        "peer": {f"{name}_ms": wait for name, wait in peers.items()},
        "ratios": ratios,
        "sizes": sized,
        "kept": kept,
    }


def show(told: dict[str, Any]) -> None:
    for name, limit in MOST.items():
        say(f"  {name:<16} {told['ours'][name]:10.3f}    at most {limit:g}   {'yes' if told['kept'][name] else 'NO'}")
    for name, bar in LEAST.items():
        say(f"  {name:<16} {told['ratios'][name]:10.1f}x   wanted {bar:g}x   {'yes' if told['kept'][name] else 'NO'}")


def run(database: Database, redis_url: str, given: argparse.Namespace) -> dict[str, Any]:
    begin(database, redis_url)
    from .harness.cart_conditions import cost

    sizes = measure(given)
    return report(sizes, many_due(given.many_due) | cost())


def main() -> int:
    given = options()
    with servers() as found, fresh_database(found.database_url) as database, on_core(LOAD_CORE):
        told = run(database, found.redis_url, given)
        end()
    show(told)
    print(line("carts", **told))
    # A quick run is too small for the ratios, which grow with the table.
    return 0 if given.quick or all(told["kept"].values()) else 1


if __name__ == "__main__":
    run_bench(main)
