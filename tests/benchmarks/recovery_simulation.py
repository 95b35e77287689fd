"""Thousands of shoppers who leave carts, with all that goes wrong: who was written to and should not have been."""

import argparse
import multiprocessing
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from .harness.database import fresh_database
from .harness.processes import run_bench
from .harness.report import line
from .harness.servers import servers
from .outbox import begin, end

PEOPLE, DAYS, SHOPS, WORKERS = 10_000, 3.0, 2, 2
# What must be so, at most.
LIMITS = {"wrong_sends": 0, "doubles": 0, "without_consent": 0, "missed_share": 0.01}


def options(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bin/bench recovery-simulation", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="60 people, to see that everything runs")
    parser.add_argument("--people", type=int, help=f"default {PEOPLE}")
    parser.add_argument("--seed", type=int, default=2026, help="other people and other mishaps with another one")
    parser.add_argument("--days", type=float, default=DAYS, help=f"within which they come, default {DAYS:g}")
    parser.add_argument(
        "--shops", type=int, default=SHOPS, help=f"that share the people, each in its own process, default {SHOPS}"
    )
    parser.add_argument(
        "--workers", type=int, default=WORKERS, help=f"of a shop, default {WORKERS}; with one, all is alike each time"
    )
    given = parser.parse_args(arguments)
    given.people = given.people or (60 if given.quick else PEOPLE)
    return given


def say(text: str) -> None:
    print(text, flush=True)


def live_in_one(told: Any, server: str, redis_url: str, people: int, seed: int, days: float, workers: int) -> None:
    """Live through one shop's days, in a database of its own, and tell what came of it."""
    with fresh_database(server) as database:
        begin(database, redis_url)
        from django.db import connection

        from tests.carts.recovery.living import live
        from tests.carts.recovery.verdict import judge

        with connection.cursor() as cursor:
            # What is tried here is who is written to, not what survives a power cut.
            cursor.execute(f'alter database "{connection.settings_dict["NAME"]}" set synchronous_commit = off')
        connection.close()
        lived = live(people, seed=seed, days=days, workers=workers)
        found = judge(lived)
        end()
    figures = {name: value for name, value in vars(found).items() if name != "shown"}
    told.put((seed, found.shown, figures | dict(lived.counts)))


def measure(server: str, redis_url: str, given: argparse.Namespace) -> dict[str, float]:
    spawn = multiprocessing.get_context("spawn")
    told = spawn.Queue()
    began = time.perf_counter()
    shops = []
    for number in range(given.shops):
        people = given.people // given.shops + (number < given.people % given.shops)
        asked = (told, server, redis_url, people, given.seed + number, given.days, given.workers)
        shops.append(spawn.Process(target=live_in_one, args=asked))
        shops[-1].start()
    found = [_next(told, shops) for _ in shops]
    for shop in shops:
        shop.join()
    total: Counter[str] = Counter()
    for seed, shown, figures in found:
        for one in shown:
            say(f"  seed {seed}: {one}")
        total.update(figures)
    return _with_shares(total) | {"seconds": time.perf_counter() - began}


def _next(told: Any, shops: Sequence[Any]) -> tuple[int, list[str], dict[str, int]]:
    """Return what the next shop tells. Raises where one has ended without a word."""
    while told.empty():
        if any(shop.exitcode for shop in shops):
            raise RuntimeError("a shop's days ended before their time")
        time.sleep(0.2)
    return told.get()  # type: ignore[no-any-return]  # as live_in_one puts it


def _with_shares(total: Mapping[str, int]) -> dict[str, float]:
    awaited = max(1, total["awaited"])
    return dict(total) | {"missed_share": total["missed"] / awaited, "in_time_share": total["in_time"] / awaited}


def main() -> int:
    given = options()
    with servers() as found:
        figures = measure(found.database_url, found.redis_url, given)
    for name, figure in figures.items():
        limit = LIMITS.get(name)
        say(f"  {name:<18} {figure:12.4f}" + ("" if limit is None else f"   at most {limit:g}"))
    kept = {name: figures[name] <= limit for name, limit in LIMITS.items()}
    asked = {name: getattr(given, name) for name in ("people", "seed", "days", "shops", "workers")}
    print(line("recovery-simulation", ours=figures, peer={}, ratios={}, kept=kept, **asked))
    return 0 if all(kept.values()) else 1


if __name__ == "__main__":
    run_bench(main)
