"""Decisions about messages: how fast, in how many questions; a queue that waits, one that is drained; a year."""

import argparse
import multiprocessing
import os
import time
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from .harness.database import Database, fresh_database
from .harness.outbox_rows import NOW, fill, write
from .harness.processes import run_bench
from .harness.report import line, percentile
from .harness.servers import servers

WAITING, DUE, WORKERS = 100_000, 20_000, 4
STATES, PEOPLE = 10_000, 5_000
# What must be so, at most.
LIMITS = {"empty_poll_ms": 1.0, "doubles": 0, "lost": 0, "wrong_states": 0, "wrong_in_a_year": 0}


def options(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bin/bench outbox", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a twentieth of it, to see that everything runs")
    given = parser.parse_args(arguments)
    given.share = 20 if given.quick else 1
    return given


def say(text: str) -> None:
    print(text, flush=True)


def begin(database: Database, redis_url: str) -> None:
    """Make this process one of ours, with its tables."""
    os.environ |= {
        "DATABASE_URL": database.url,
        "REDIS_URL": redis_url,
        "SECRET_KEY": "bench",
        "PUBLIC_URL": "https://support.bench.dev",
        "EMAIL_URL": "",
        "MESSAGES_PER_MINUTE": "0",
        "DATABASE_POOL_SIZE": "0",
        "DJANGO_SETTINGS_MODULE": "saleor_support_plugin.settings",
    }
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)


def know_the_kind() -> None:
    from saleor_support_plugin.outbox import kinds

    kinds.KINDS["bench"] = kinds.Kind("commercial", kinds.Priority.LATER, timedelta(days=30))
    kinds.register("bench", kinds.always_right)


def polls() -> float:
    """Return the milliseconds of a sweep that finds nothing due."""
    from django.db import connection

    from saleor_support_plugin.outbox import queries

    with connection.cursor() as cursor:
        cursor.execute("vacuum analyze support_message")
    waits = []
    for _ in range(300):
        began = time.perf_counter()
        assert queries.stores_due(NOW) == []
        waits.append((time.perf_counter() - began) * 1000)
    return percentile(waits, 0.5)


def drain(outcomes: Any) -> None:
    """Be one worker until nothing is due; the provider takes everything, and each hand-over is noted."""
    import django

    django.setup()
    know_the_kind()
    from saleor_support_plugin.outbox import sending
    from saleor_support_plugin.outbox.models import Message
    from saleor_support_plugin.outbox.ways import Accepted, Outcome

    handed: list[int] = []

    def take(message: Message, *_: object) -> Outcome:
        handed.append(message.pk)
        return Accepted()

    sending._hand_over = take  # type: ignore[assignment]
    idle = 0
    while idle < 3:  # one whose last messages are in other workers' hands looks again
        idle = 0 if sending.deliver_due(now=NOW, most=500) else idle + 1
    outcomes.put(handed)


def drained(count: int) -> dict[str, float]:
    """Let four workers send what is due; return how long it took and what went out twice or not at all."""
    from django.db import connection

    connection.close()
    spawn = multiprocessing.get_context("spawn")
    outcomes = spawn.Queue()
    began = time.perf_counter()
    workers = [spawn.Process(target=drain, args=(outcomes,)) for _ in range(WORKERS)]
    for worker in workers:
        worker.start()
    handed = [one for _ in workers for one in outcomes.get()]
    seconds = time.perf_counter() - began
    for worker in workers:
        worker.join()
    return {
        "drain_s": seconds,
        "sent_per_s": len(handed) / seconds,
        "doubles": len(handed) - len(set(handed)),
        "lost": count - len(set(handed)),
    }


def decisions(people: list[int], count: int) -> dict[str, float]:
    """Return how many first decisions a second one process takes and keeps, and in how many questions each."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from saleor_support_plugin.mails.rendering import Words
    from saleor_support_plugin.outbox import actions
    from saleor_support_plugin.outbox.links import unsubscribe_link
    from saleor_support_plugin.people.models import Person

    rows = list(Person.across_stores.select_related("store").filter(pk__in=people[:count]))

    def send(person: Person, key: str) -> actions.Decision:
        to = f"{person.pk}@bench.dev"
        out = unsubscribe_link(store=person.store, address=to, purpose="commercial")
        words = Words("s", out, out)
        return actions.send(
            store=person.store, person=person, kind="bench", purpose="commercial", to=to, words=words,
            dedupe_key=key, now=NOW,
        )  # fmt: skip

    with CaptureQueriesContext(connection) as asked:
        send(rows[0], "counted")
    began = time.perf_counter()
    for number, person in enumerate(rows[1:]):
        send(person, f"decision {number}")
    seconds = time.perf_counter() - began
    return {"decisions_per_s": (len(rows) - 1) / seconds, "queries_per_decision": len(asked)}


def pure() -> float:
    """Return how many answers a second the rule alone gives."""
    from saleor_support_plugin.outbox.deciding import decide
    from tests.outbox.test_deciding import ADVERTISEMENT, NOON

    began = time.perf_counter()
    for _ in range(20_000):
        decide(ADVERTISEMENT, NOON)
    return 20_000 / (time.perf_counter() - began)


def states(count: int) -> int:
    """Return in how many of so many random states something was decided that should not have been."""
    from hypothesis import given, settings

    from saleor_support_plugin.outbox.deciding import Facts, Send, decide
    from tests.outbox.states import facts, moments, wrong_with

    wrong: list[str] = []

    @settings(max_examples=count, deadline=None, database=None)
    @given(facts(), moments())
    def look(state: Facts, now: datetime) -> None:
        decision = decide(state, now)
        if isinstance(decision, Send):
            wrong.extend(wrong_with(state, decision, now))

    look()
    return len(wrong)


def rendering(count: int) -> float:
    """Return the median milliseconds of a reminder, from its parts to text and HTML."""
    from saleor_support_plugin.mails.rendering import render
    from saleor_support_plugin.mails.samples import sample
    from saleor_support_plugin.stores.configuration import Configuration
    from saleor_support_plugin.stores.models import Store

    letter = sample("cart_reminder", "tr", store=Store.across_stores.all()[0], settings=Configuration())
    waits = []
    for _ in range(count):
        began = time.perf_counter()
        render(letter, {})
        waits.append((time.perf_counter() - began) * 1000)
    return percentile(waits, 0.5)


def year(people: int) -> dict[str, float]:
    """Return what went wrong in a year of so many people, and how much was decided."""
    from tests.outbox.year import live

    seen = live(people, seed=2026)
    say(f"a year of {people} people: {dict(seen.became)}, waited {seen.waited} times")
    return {"wrong_in_a_year": sum(seen.wrong.values()), "decided_in_a_year": seen.decisions}


def measure(given: argparse.Namespace) -> dict[str, float]:
    know_the_kind()
    waiting, due = WAITING // given.share, DUE // given.share
    say(f"{due} people of 20 stores, {waiting} messages that wait")
    people = fill(due)
    write(people, waiting, due_at=NOW + timedelta(days=1), name="waiting")
    figures = {"empty_poll_ms": polls()}
    figures |= decisions(people, 2000 // given.share)
    say(f"{due} due, {WORKERS} workers")
    write(people, due, due_at=NOW, name="due")
    figures |= drained(due + 2000 // given.share)
    figures |= {"pure_decisions_per_s": pure(), "wrong_states": states(STATES // given.share)}
    return figures | year(PEOPLE // given.share) | {"mjml_p50_ms": rendering(200)}


def main() -> int:
    given = options()
    with servers() as found, fresh_database(found.database_url) as database:
        begin(database, found.redis_url)
        figures = measure(given)
        end()
    for name, figure in figures.items():
        limit = LIMITS.get(name)
        say(f"  {name:<22} {figure:12.3f}" + ("" if limit is None else f"   at most {limit:g}"))
    print(line("outbox", ours=figures, peer={}, ratios={}))
    return 1 if any(figures[name] > limit for name, limit in LIMITS.items()) else 0


def end() -> None:
    """Let go of the database, which is dropped next."""
    from django.db import connections

    for connection in connections.all():
        connection.close()


if __name__ == "__main__":
    run_bench(main)
