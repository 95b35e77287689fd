"""What the widget costs a shop's page: Lighthouse on the page with it beside the same page without it."""

import argparse
import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from .harness import CannotMeasure
from .harness.node import Node, install
from .harness.processes import run_bench
from .harness.report import line, medians, ratio

SOURCE = Path(__file__).parent / "lighthouse"
OLDEST_NODE = (22, 19)
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
VISIT_SECONDS = 300
# MEASURES P13. Nothing is allowed on top of a page's own LCP and INP but what the page differs by from visit to visit.
MAIN_THREAD_MS = 15.0

type Visit = dict[str, Any]


class PageWrong(CannotMeasure):
    """The two addresses are not a page without the widget and the same page with it."""


def options(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bin/bench page", description=__doc__)
    parser.add_argument("without", metavar="URL_WITHOUT", help="the page without the widget")
    parser.add_argument("with_", metavar="URL_WITH", help="the same page with it, all else being equal")
    parser.add_argument(
        "--tap", default="main button:enabled", metavar="CSS", help="a control of the page's own, for INP"
    )
    parser.add_argument(
        "--own-tap", default="support-delivery >>> [part=button]", metavar="CSS", help="one of the widget's"
    )
    parser.add_argument("--rounds", type=int, help="default 7")
    parser.add_argument("--quick", action="store_true", help="one round, to see that everything runs")
    given = parser.parse_args(arguments)
    given.rounds = given.rounds or (1 if given.quick else 7)
    return given


def chromium() -> str:
    """Return the browser: BROWSER_BIN as in bin/check, else the system's."""
    found = os.environ.get("BROWSER_BIN") or next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if not found:
        raise CannotMeasure("no Chromium found: set BROWSER_BIN")
    return found


def visit(lighthouse: Node, browser: str, url: str, *taps: str) -> Visit:
    command = [lighthouse.node, str(lighthouse.folder / "visit.mjs"), browser, url, *taps]
    done = subprocess.run(command, capture_output=True, text=True, timeout=VISIT_SECONDS)
    if done.returncode:
        raise CannotMeasure(f"{url} could not be visited:\n{done.stderr[-2000:]}")
    found: Visit = json.loads(done.stdout.splitlines()[-1])
    return found


def check(without: Visit, with_: Visit) -> None:
    """Raise PageWrong where a figure would say nothing: a page that has the widget, or one whose elements are empty."""
    if without["widget"]["base"]:
        raise PageWrong("the page without the widget has its script")
    if not with_["widget"]["filled"]:
        raise PageWrong(
            "no element of the page with the widget shows anything: is the service up, and the store known?"
        )


def figures(found: Visit, tap: str) -> dict[str, float]:
    whole = {name: found[name] for name in ("lcp_ms", "tbt_ms", "cls", "all_main_thread_ms", "all_long_tasks")}
    return whole | {"inp_ms": inp_ms(found, tap)}


def own(found: Visit, tap: str) -> dict[str, float]:
    """Return what is the widget's alone, on loading and on scrolling to the page's end."""
    return {
        "main_thread_ms": found["main_thread_ms"],
        "main_thread_cpu_ms": found["main_thread_cpu_ms"],
        "scroll_main_thread_ms": found["scroll"]["main_thread_ms"],
        "long_tasks": found["long_tasks"] + found["scroll"]["long_tasks"],
        "own_inp_ms": inp_ms(found, tap),
    }


def inp_ms(found: Visit, tap: str) -> float:
    """Return from the tap to what the page showed next. Raises PageWrong where there was nothing to tap."""
    if found["inp"].get(tap) is None:
        raise PageWrong(f"nothing answered a tap on {tap}: name what there is by --tap and --own-tap")
    return float(found["inp"][tap])


def spread(values: Sequence[float]) -> float:
    """Return the width of the middle half: what visits of one page differ by."""
    low, _, high = quantiles(values, n=4, method="inclusive") if len(values) > 1 else (values[0],) * 3
    return high - low


def rounds(lighthouse: Node, given: argparse.Namespace) -> tuple[list[Visit], list[Visit]]:
    without: list[Visit] = []
    with_: list[Visit] = []
    sides = [(without, given.without, [given.tap]), (with_, given.with_, [given.tap, given.own_tap])]
    browser = chromium()
    # Both servers have then drawn the page once, and the widget's service has its answers at hand.
    check(*(visit(lighthouse, browser, url) for _, url, _ in sides))
    for number in range(given.rounds):
        # The order turns, so that neither is always the one after the other.
        for visits, url, taps in sides[:: 1 if number % 2 else -1]:
            visits.append(visit(lighthouse, browser, url, *taps))
        shown = figures(without[-1], given.tap), figures(with_[-1], given.tap) | own(with_[-1], given.own_tap)
        print(f"round {number + 1}  without {_shown(shown[0])}\n         with    {_shown(shown[1])}", flush=True)
    return without, with_


def _shown(found: dict[str, float]) -> str:
    return "  ".join(f"{name} {figure:.4g}" for name, figure in found.items())


def report(without: Sequence[Visit], with_: Sequence[Visit], given: argparse.Namespace) -> dict[str, Any]:
    before, after = ([figures(one, given.tap) for one in visits] for visits in (without, with_))
    plain, full = medians(before), medians(after)
    ours = medians([own(one, given.own_tap) for one in with_])
    ours |= {f"{name}_more": full[name] - plain[name] for name in plain}
    limits = {
        "main_thread_ms": MAIN_THREAD_MS,
        "long_tasks": 0.0,
        "cls_more": 0.0,
        "lcp_ms_more": spread([one["lcp_ms"] for one in before]),
        "inp_ms_more": spread([one["inp_ms"] for one in before]),
    }
    return {
        "ours": ours,
        "peer": {"name": "limit", **limits},
        "ratios": {name: ratio(max(0.0, ours[name]), limit, better="lower") for name, limit in limits.items()},
        "without": plain,
        "with": full,
        "kept": {name: ours[name] <= limit for name, limit in limits.items()},
        "filled": with_[-1]["widget"]["filled"],
        "benchmark_index": median(one["benchmark_index"] for one in with_),
    }


def main() -> int:
    given = options()
    lighthouse = install(SOURCE, oldest=OLDEST_NODE)
    load = os.getloadavg()[0]
    told = report(*rounds(lighthouse, given), given)
    # Above 1, something else was at work on this machine, and waits are as much its own as the pages'.
    print(line("page", **told, rounds=given.rounds, load_before=load))
    return 0 if all(told["kept"].values()) else 1


if __name__ == "__main__":
    run_bench(main)
