"""Live chat on bad networks: 500 conversations over two processes for ten minutes, cut off and back all the time."""

import argparse
import asyncio
import os
import random
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from pathlib import Path

import uvloop

from .chat import NO_LIMITS, allow_many_files, ours, prepared, say
from .harness.chat_load import End, Ours, connected
from .harness.chat_people import Agent, Seen, Shopper
from .harness.database import Database, fresh_database
from .harness.processes import LOAD_CORE, on_core, run_bench
from .harness.report import line, percentile, ratio
from .harness.servers import servers

MOST_P99_MS = 20.0
# After the last message: whoever is cut off then comes back and hears the rest.
PATIENCE = 30.0
type Pair = tuple[Shopper, Agent]


def options(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bin/bench chat-trial", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="50 conversations, 100 idle connections, 10 seconds")
    parser.add_argument("--conversations", type=int, help="default 500")
    parser.add_argument("--idle", type=int, help="connections that say nothing, default 2,000")
    parser.add_argument("--seconds", type=float, help="default 600")
    parser.add_argument("--per-second", type=float, default=200.0, help="messages, over all conversations")
    parser.add_argument("--cuts", type=float, default=0.01, help="share of the connections that is cut each second")
    parser.add_argument("--seed", type=int, default=0, help="other connections are cut with another one")
    given = parser.parse_args(arguments)
    given.conversations = given.conversations or (50 if given.quick else 500)
    given.idle = given.idle or (100 if given.quick else 2_000)
    given.seconds = given.seconds or (10.0 if given.quick else 600.0)
    return given


class Trial:
    def __init__(self, tokens: Sequence[str], ports: Sequence[int], given: argparse.Namespace) -> None:
        self._tokens = tokens
        self._ports = ports
        self._given = given
        self._random = random.Random(given.seed)
        self._idle: list[End] = []
        self.seen = Seen()
        self.pairs: list[Pair] = []

    async def run(self) -> None:
        await self._come()
        cutting = asyncio.create_task(self._cut())
        try:
            await self._talk()
        finally:
            cutting.cancel()
            with suppress(asyncio.CancelledError):
                await cutting
        await self._hear_the_rest()

    async def _come(self) -> None:
        for conversation in range(self._given.conversations):
            shopper = Shopper(self._tokens, self._ports, conversation, self.seen)
            agent = Agent(shopper, self._tokens, self._ports, conversation, self.seen)
            await asyncio.gather(shopper.come(), agent.come())
            self.pairs.append((shopper, agent))
        self._idle = [await self._idler(number) for number in range(self._given.idle)]

    async def _idler(self, number: int) -> End:
        conversation = number % self._given.conversations
        return await connected(Ours(self._tokens), self._random.choice(self._ports), conversation)

    async def _talk(self) -> None:
        due = time.perf_counter()
        until, key = due + self._given.seconds, 0
        while due < until:
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            key += 1
            self.pairs[key % len(self.pairs)][0].say(key)
            due += 1 / self._given.per_second

    async def _cut(self) -> None:
        talking = [one for pair in self.pairs for one in pair]
        while True:
            await asyncio.sleep(1)
            for one in self._some(talking):
                one.cut()
            for number in self._some(range(len(self._idle))):
                self._idle[number].transport.abort()
                self._idle[number] = await self._idler(number)
                self.seen.cuts += 1

    def _some[One](self, of: Sequence[One]) -> list[One]:
        return self._random.sample(of, max(1, round(len(of) * self._given.cuts)))

    async def _hear_the_rest(self) -> None:
        for pair in self.pairs:
            for one in pair:
                await one.settled()
        give_up = time.perf_counter() + PATIENCE
        while not self._is_done() and time.perf_counter() < give_up:  # noqa: ASYNC110  each message would set an event
            await asyncio.sleep(0.05)

    def _is_done(self) -> bool:
        return self.seen.heard >= self.seen.said and all(shopper.seq == agent.seq for shopper, agent in self.pairs)


def wrong(trial: Trial, *, kept: int) -> dict[str, int]:
    """Return how often something went wrong, by its name: both sides must have heard what was said, as it was said."""
    seen = trial.seen
    return {
        "lost": seen.said - seen.heard,
        "doubled": seen.doubled,
        "disordered": seen.disordered,
        "kept_wrongly": abs(seen.said - kept),
        "heard_otherwise": sum(one.keys != pair[0].all_said for pair in trial.pairs for one in pair),
    }


def figures(trial: Trial) -> dict[str, float]:
    seen = trial.seen
    through = seen.through_cuts_ms or [0.0]
    return {
        "said": seen.said,
        "cuts": seen.cuts,
        "p50_ms": percentile(seen.waits_ms, 0.5),
        "p99_ms": percentile(seen.waits_ms, 0.99),
        "max_ms": max(seen.waits_ms),
        "through_a_cut": len(seen.through_cuts_ms),
        "through_a_cut_max_ms": max(through),
    }


def rows(database: Database) -> int:
    return database.rows("support_conversationmessage")


def main() -> int:
    given = options()
    allow_many_files()
    os.environ |= NO_LIMITS
    with ExitStack() as stack:
        found = stack.enter_context(servers())
        database = stack.enter_context(fresh_database(found.database_url))
        logs = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="bench-")))
        tokens = prepared(database, found, given.conversations)
        with on_core(LOAD_CORE), ours(database, tokens, found, 2, logs) as side:
            trial = Trial(tokens, side.ports, given)
            before, cpu = rows(database), side.cpu_seconds()
            uvloop.run(trial.run())
            faults = wrong(trial, kept=rows(database) - before)
            our = figures(trial) | {"cpu_share": (side.cpu_seconds() - cpu) / given.seconds} | faults
    for name, value in our.items():
        say(f"{name:<22}{value:12,.2f}")
    ratios = {"p99": ratio(our["p99_ms"], MOST_P99_MS, better="lower")}
    asked = {"conversations": given.conversations, "idle": given.idle, "seconds": given.seconds, "seed": given.seed}
    print(line("chat-trial", ours=our, peer={"name": "limit", "p99_ms": MOST_P99_MS}, ratios=ratios, **asked))
    return 1 if any(faults.values()) else 0


if __name__ == "__main__":
    run_bench(main)
