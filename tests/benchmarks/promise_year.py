"""A simulated year of promises: what share was kept, and how wide windows were beside those of who knows all."""

import argparse
import time
from collections.abc import Sequence

from .harness.processes import run_bench
from .harness.report import line, ratio

DAYS, ORDERS_A_DAY = 365, 30
# What must be so: at least, and at most.
LEAST_KEPT, MOST_WIDTH = 0.90, 1.5


def options(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bin/bench promise-year", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="two months of it, to see that everything runs")
    parser.add_argument("--seed", type=int, default=2026, help="another year of the same carrier")
    return parser.parse_args(arguments)


def main() -> int:
    given = options()
    from tests.parcels.year import live

    began = time.perf_counter()
    year = live(days=60 if given.quick else DAYS, orders_a_day=ORDERS_A_DAY, seed=given.seed)
    regions = {f"kept_share_{region}": kept / made for region, (made, kept) in sorted(year.by_region.items())}
    figures = {
        "promises": year.promises,
        "kept_share": year.kept_share,
        **regions,
        "days_wide": year.days / year.promises,
        "width_beside_oracle": year.width_ratio,
        "seconds": time.perf_counter() - began,
    }
    oracle = {"kept_share": year.oracle_kept / year.promises, "days_wide": year.oracles_days / year.promises}
    for name, figure in figures.items():
        beside = f"   oracle {oracle[name]:.3f}" if name in oracle else ""
        print(f"  {name:<20} {figure:12.3f}{beside}", flush=True)
    print(
        line(
            "promise-year",
            ours=figures,
            peer=oracle,
            ratios={"days_wide": ratio(figures["days_wide"], oracle["days_wide"], better="lower")},
        )
    )
    return 0 if year.kept_share >= LEAST_KEPT and year.width_ratio <= MOST_WIDTH else 1


if __name__ == "__main__":
    run_bench(main)
