"""Taking Saleor's deliveries in, durable before the answer, beside the official app-sdk on Next."""

import argparse
from collections.abc import Mapping, Sequence
from typing import Any

from .harness import CACHE, signature_check
from .harness.database import Database, fresh_database
from .harness.deliveries import Deliveries, deliveries, jwks
from .harness.load import drive
from .harness.node import peers
from .harness.processes import LOAD_CORE, DidNotStart, on_core, run_bench
from .harness.report import line, medians, percentile, ratio
from .harness.servers import servers
from .harness.sides import Side, sides

CONNECTIONS = (1, 16, 64)
WARM_UP_CONNECTIONS = 16
# MEASURES P1 to P3, as ratios.
BARS = {"rps_c1": 2, "rps_c16": 4.5, "rps_c64": 5, "cpu": 5, "p99_c64": 5, "rss": 2, "signature": 5}


def options(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bin/bench webhooks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="one short round, to see that everything runs")
    parser.add_argument("--rounds", type=int, help="default 5")
    parser.add_argument("--seconds", type=float, help="of each cell, default 3")
    given = parser.parse_args(arguments)
    given.rounds = given.rounds or (1 if given.quick else 5)
    given.seconds = given.seconds or (2.0 if given.quick else 3.0)
    given.warm_up_seconds = 3.0 if given.quick else 12.0
    # 12 000 a second is more than a core has ever taken; a cell ends early where they run out.
    given.deliveries = int(12_000 * given.seconds)
    return given


def say(text: str) -> None:
    print(text, flush=True)


def try_one(side: Side, bodies: Deliveries) -> None:
    """Raise DidNotStart, with what the server has to say, unless it acknowledges one delivery."""
    one = drive(side.port, bodies[:1], connections=1, seconds=5)
    if one.acknowledged != 1:
        raise DidNotStart(f"{side.name} answered {dict(one.statuses) or 'nothing'}:\n{side.server.tail()}")


def warm_up(side: Side, bodies: Deliveries, database: Database, seconds: float) -> None:
    left = seconds
    while left > 0:
        database.empty(side.table)
        left -= max(0.1, drive(side.port, bodies, connections=WARM_UP_CONNECTIONS, seconds=left).seconds)


def cell(side: Side, bodies: Deliveries, database: Database, *, connections: int, seconds: float) -> dict[str, float]:
    """Load one server for a while; return its figures, and note on it what went wrong."""
    database.empty(side.table)
    cpu_before = side.server.cpu_seconds()
    done = drive(side.port, bodies, connections=connections, seconds=seconds)
    cpu = side.server.cpu_seconds() - cpu_before
    side.statuses += done.statuses
    side.broken += done.broken
    side.lost += max(0, done.acknowledged - database.rows(side.table))
    side.load_cpu_us = done.load_cpu_us
    return {
        f"rps_c{connections}": done.acknowledged / done.seconds,
        f"p50_ms_c{connections}": percentile(done.waits_ms, 0.5),
        f"p99_ms_c{connections}": percentile(done.waits_ms, 0.99),
        f"cpu_us_c{connections}": cpu * 1e6 / max(1, done.acknowledged),
    }


def send_twice(side: Side, bodies: Deliveries, database: Database) -> None:
    """Every delivery once more: acknowledged again, kept once."""
    database.empty(side.table)
    for _ in range(2):
        again = drive(side.port, bodies, connections=WARM_UP_CONNECTIONS, seconds=30)
        side.statuses += again.statuses
        side.broken += again.broken
    side.doubled += database.rows(side.table) - len(bodies)


def load(everyone: list[Side], bodies: Deliveries, database: Database, given: argparse.Namespace) -> None:
    for side in everyone:
        try_one(side, bodies)
        say(f"warming up {side.name}: {given.warm_up_seconds:.0f} s")
        warm_up(side, bodies, database, given.warm_up_seconds)
    for number in range(given.rounds):
        for side in everyone:
            side.rounds.append({})
        for connections in CONNECTIONS:
            # The order turns, so that nobody is always the one after the heaviest neighbour.
            for side in everyone[number % 3 :] + everyone[: number % 3]:
                figures = cell(side, bodies, database, connections=connections, seconds=given.seconds)
                side.rounds[-1] |= figures
                say(f"round {number + 1}  c={connections:<3}{side.name:<52}" + _shown(figures))
    for side in everyone:
        send_twice(side, bodies[:500], database)


def _shown(figures: dict[str, float]) -> str:
    return "".join(f"{name.rpartition('_')[0]:>8} {figure:8.1f}" for name, figure in figures.items())


def figures(side: Side, signature_us: float) -> dict[str, float]:
    found = medians(side.rounds)
    return found | {"cpu_us": found["cpu_us_c64"], "rss_mb": side.server.memory_mb(), "signature_us": signature_us}


def compare(ours: Side, peer: Side, sizes: Sequence[tuple[str, float, float]]) -> dict[str, float]:
    """Return the median of each round's ratios, with those of `sizes`. Neighbours in time share the machine's noise."""
    rounds = [compare_round(mine, theirs) for mine, theirs in zip(ours.rounds, peer.rounds, strict=True)]
    return medians(rounds) | {name: ratio(mine, theirs, better="lower") for name, mine, theirs in sizes}


def compare_round(ours: Mapping[str, float], peer: Mapping[str, float]) -> dict[str, float]:
    rates = {f"rps_c{c}": ratio(ours[f"rps_c{c}"], peer[f"rps_c{c}"], better="higher") for c in CONNECTIONS}
    costs = {"cpu": "cpu_us_c64", "p99_c64": "p99_ms_c64"}
    return rates | {name: ratio(ours[figure], peer[figure], better="lower") for name, figure in costs.items()}


def show(ratios: dict[str, float]) -> None:
    for name, times in ratios.items():
        say(f"  {name:<10} {times:6.2f}x   wanted {BARS[name]}x   {'yes' if times >= BARS[name] else 'NO'}")


def report(everyone: Sequence[Side], checks: signature_check.Costs) -> dict[str, Any]:
    us, official, bare = everyone
    ours, peer, lean = figures(us, checks.ours_us), figures(official, checks.peer_us), figures(bare, checks.peer_us)
    signature = ("signature", checks.ours_us, checks.peer_us)
    ratios = compare(us, official, [("rss", ours["rss_mb"], peer["rss_mb"]), signature])
    show(ratios)
    return {
        "ours": ours | us.kept(),
        "peer": {"name": official.name} | peer | official.kept(),
        "ratios": ratios,
        # For information: no app is written like this, but it says what Node itself could do.
        "bare_node": {"name": bare.name} | lean | bare.kept() | {"ratios": compare(us, bare, [signature])},
        "signature_on_one_core": {"ours_us": checks.ours_one_core_us, "peer_us": checks.peer_one_core_us},
    }


def main() -> int:
    given = options()
    say("the peers: npm ci, next build (once)")
    official = peers()
    say(f"{given.deliveries} signed deliveries (once)")
    folder = CACHE / "deliveries"
    bodies, keys = deliveries(folder, given.deliveries), jwks(folder)
    checks = signature_check.costs(keys, bodies[:1000], official=official, rounds=given.rounds)
    with (
        servers() as found,
        fresh_database(found.database_url) as database,
        sides(database, redis_url=found.redis_url, keys=keys, official=official) as everyone,
        on_core(LOAD_CORE),
    ):
        load(everyone, bodies, database, given)
        told = report(everyone, checks)
    print(line("webhooks", **told, rounds=given.rounds, seconds=given.seconds))
    return 1 if any(side.failed for side in everyone) else 0


if __name__ == "__main__":
    run_bench(main)
