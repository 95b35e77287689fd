"""Seconds until bin/up is ready, cold and warm, and the memory it takes then."""

import argparse
import os
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from .harness import CACHE, CHECKOUT
from .harness.processes import DidNotStart, Running, command_line, free_port, memory_mb, run_bench, running
from .harness.report import line, medians, ratio

LIMITS: dict[str, float] = {"cold_s": 120.0, "warm_s": 15.0, "rss_mb": 250.0}
READY_SECONDS = 900
# Long enough for the worker to have loaded what it needs.
SETTLE_SECONDS = 10
# A service configured by these would not start its own servers, or not as a newcomer's.
CONFIGURED = {
    "DATABASE_URL",
    "REDIS_URL",
    "CELERY_BROKER_URL",
    "PUBLIC_URL",
    "SECRET_KEY",
    "TOKEN_KEYS",
    "ALLOWED_STORES",
}
PARTS = ("web", "worker", "demo")


def options(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bin/bench up", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="one round")
    parser.add_argument(
        "--clone", action="store_true", help="cold means: a fresh clone of HEAD, an empty home, empty caches"
    )
    parser.add_argument("--rounds", type=int, help="default 3")
    given = parser.parse_args(arguments)
    given.rounds = given.rounds or (1 if given.quick else 3)
    return given


def environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in CONFIGURED}


@contextmanager
def up(checkout: Path, data: Path, env: Mapping[str, str]) -> Iterator[tuple[Running, float]]:
    """Start everything; yield it with the seconds until it said `ready:`. Raises DidNotStart."""
    began = time.perf_counter()
    command = ["bash", str(checkout / "bin/up"), "--port", str(free_port()), "--data", str(data)]
    with running(command, log=data.with_suffix(".log"), env=env, cwd=checkout) as everything:
        while not said_ready(everything.log):
            if everything.process.poll() is not None or time.perf_counter() - began > READY_SECONDS:
                raise DidNotStart(f"bin/up is not ready:\n{everything.tail()}")
            time.sleep(0.02)
        yield everything, time.perf_counter() - began


def said_ready(log: Path) -> bool:
    return any(line.startswith("ready: ") for line in log.read_text(errors="replace").splitlines())


def part_of(command: str) -> str:
    """Name the part that a process belongs to, by its command line."""
    words = command.split()
    program = Path(words[0]).name if words else "gone"
    if program.startswith(("postgres", "valkey", "redis")):
        return program.partition("-")[0].rstrip(":")
    return next((part for part in PARTS if part in words), "launcher")


def memory_by_part(everything: Running) -> dict[str, float]:
    found: dict[str, float] = {}
    for pid in everything.family():
        part = part_of(command_line(pid))
        found[part] = found.get(part, 0.0) + memory_mb(pid)
    return found


def measure(folder: Path, number: int) -> tuple[dict[str, float], dict[str, float]]:
    """Start on a fresh data folder, stop, start again; return the figures and the memory of each part."""
    data = folder / f"data-{number}"
    with up(CHECKOUT, data, environment()) as (_, cold_s):
        pass
    with up(CHECKOUT, data, environment()) as (everything, warm_s):
        time.sleep(SETTLE_SECONDS)
        parts = memory_by_part(everything)
    # Neither the database nor the demo store, which stands for Saleor, is the service.
    rss_mb = sum(size for part, size in parts.items() if part not in ("postgres", "demo"))
    return {"cold_s": cold_s, "warm_s": warm_s, "rss_mb": rss_mb}, parts


def clone_s(folder: Path) -> float:
    """Return the seconds from a fresh clone with nothing cached."""
    clone, home = folder / "clone", folder / "home"
    subprocess.run(["git", "clone", "--quiet", str(CHECKOUT), str(clone)], check=True)
    home.mkdir()
    env = environment() | {"HOME": str(home), "UV_CACHE_DIR": str(home / "uv"), "npm_config_cache": str(home / "npm")}
    env |= {"PIP_NO_CACHE_DIR": "1", "XDG_CACHE_HOME": str(home / "cache"), "XDG_DATA_HOME": str(home / "data")}
    with up(clone, folder / "data-clone", env) as (_, seconds):
        return seconds


def main() -> int:
    given = options()
    CACHE.mkdir(parents=True, exist_ok=True)
    rounds: list[dict[str, float]] = []
    with tempfile.TemporaryDirectory(prefix="up-", dir=CACHE) as folder:
        for number in range(given.rounds):
            figures, parts = measure(Path(folder), number)
            rounds.append(figures)
            print(
                f"round {number + 1}  " + "  ".join(f"{name} {figure:.1f}" for name, figure in figures.items()),
                flush=True,
            )
        ours: dict[str, float] = medians(rounds)
        more = {"fresh_data_s": ours["cold_s"]}
        if given.clone:
            ours["cold_s"] = clone_s(Path(folder))
    ratios = {name: ratio(ours[name], limit, better="lower") for name, limit in LIMITS.items()}
    cold = "a fresh clone, empty caches" if given.clone else "a fresh data folder, everything installed"
    print(line("up", ours=ours, peer={"name": "limit", **LIMITS}, ratios=ratios, cold=cold, parts_mb=parts, **more))
    return 0


if __name__ == "__main__":
    run_bench(main)
