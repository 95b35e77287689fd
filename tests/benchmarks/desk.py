"""The order card and the list of tickets in a large shop: time, statements, search, and what a browser loads."""

import argparse
import json
import time
from collections.abc import Callable, Sequence
from functools import partial
from gzip import compress
from pathlib import Path
from typing import Any

from .harness.database import Database, fresh_database
from .harness.processes import LOAD_CORE, on_core, run_bench
from .harness.report import line, percentile, ratio
from .harness.servers import servers
from .outbox import begin, end

ORDERS, TICKETS = 10_000, 200_000
ROUNDS = 200
EXTENSION = Path(__file__).parents[2] / "dashboard_extension"
BUILT = Path(__file__).parents[2] / "saleor_support_plugin/built/dashboard_extension"
# MEASURES P11 and P14: at most, in statements and kilobytes.
MOST = {"list_statements": 6, "card_kb": 60.0}
# At least as ratios: 50 rows in three quarters of the time, and a third of the weight.
LEAST = {"fifty_rows": 1.33, "card_size": 3.0}
# A page of an official app (Next.js, AppBridge, macaw-ui), as it was built and weighed when this was designed:
# kilobytes of JavaScript and CSS, gzip.
TEMPLATE_KB = 213.0
SEARCHES = ("lamp", "kargom", "broken", "ayşe", "faturam gel", "1999", "wrong col", "öztürk", "parcel 12", "mehmet")


def options(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bin/bench desk", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a fiftieth of it, to see that everything runs")
    given = parser.parse_args(arguments)
    given.share = 50 if given.quick else 1
    return given


def say(text: str) -> None:
    print(text, flush=True)


def asking() -> Callable[[str, dict[str, Any]], dict[str, Any]]:
    """Return how a question is put to the staff's schema, by the document that the front end sends."""
    from saleor_support_plugin.api.staff import StaffContext, schema
    from saleor_support_plugin.stores.callers import Staff
    from saleor_support_plugin.stores.models import Store

    permissions = frozenset(["MANAGE_ORDERS", "MANAGE_CHECKOUTS"])
    staff = Staff(Store.across_stores.get(), "VXNlcjox", "staff@bench.dev", permissions, (), None)
    context = StaffContext(staff, "token")
    documents = {path.stem: path.read_text() for path in EXTENSION.glob("src/**/*.graphql")}

    def ask(name: str, variables: dict[str, Any]) -> dict[str, Any]:
        answer = schema.execute(documents[name], context_value=context, variable_values=variables).formatted
        if "errors" in answer:
            raise AssertionError(answer["errors"])
        data: dict[str, Any] = answer["data"]
        return data

    return ask


def waits(ask: Callable[[int], object], rounds: int) -> dict[str, float]:
    """Return median and p95 in milliseconds; the first three, which warm up, do not count."""
    found = []
    for number in range(rounds + 3):
        began = time.perf_counter()
        ask(number)
        found.append((time.perf_counter() - began) * 1000)
    return {"p50_ms": percentile(found[3:], 0.5), "p95_ms": percentile(found[3:], 0.95)}


def statements(ask: Callable[[], object]) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as asked:
        ask()
    return len(asked)


def naive_list(first: int) -> Callable[[], object]:
    """Return a list of tickets as a schema answers it that follows each row's keys when a field wants them."""
    import graphene

    from saleor_support_plugin.tickets.models import Ticket

    class Row(graphene.ObjectType):  # type: ignore[misc]  # graphene has no types
        id = graphene.ID()
        number = graphene.Int()
        state = graphene.String()
        subject = graphene.String()
        customer_name = graphene.String()
        customer_email = graphene.String()
        order_number = graphene.String()
        updated_at = graphene.DateTime()
        last_message = graphene.String()

        resolve_customer_name = staticmethod(lambda ticket, _: ticket.conversation.name)
        resolve_customer_email = staticmethod(lambda ticket, _: ticket.conversation.email)
        resolve_order_number = staticmethod(lambda ticket, _: ticket.order.number if ticket.order else None)
        resolve_last_message = staticmethod(lambda ticket, _: ticket.conversation.last_message.text)

    class Query(graphene.ObjectType):  # type: ignore[misc]
        total = graphene.Int()
        tickets = graphene.List(Row)

        resolve_total = staticmethod(lambda _, __: Ticket.across_stores.filter(store=1).count())
        resolve_tickets = staticmethod(
            lambda _, __: Ticket.across_stores.filter(store=1).order_by("-updated_at")[:first]
        )

    schema = graphene.Schema(query=Query)
    asked = "{ total tickets { id number state subject customerName customerEmail orderNumber updatedAt lastMessage } }"
    return lambda: schema.execute(asked)


def loaded_kb(page: str, *, later: bool = False) -> float:
    """Return the kilobytes of JavaScript and CSS, gzip, of a page; `later` with what comes after its first look."""
    manifest = json.loads((BUILT / ("app.json" if page == "app.html" else "cards.json")).read_text())
    files: set[str] = set()
    entries = [page]
    seen: set[str] = set()
    while entries:
        entry = entries.pop()
        if entry in seen:
            continue
        seen.add(entry)
        chunk = manifest[entry]
        files.update([chunk["file"], *chunk.get("css", [])])
        entries += [*chunk.get("imports", []), *(chunk.get("dynamicImports", []) if later else [])]
    return sum(len(compress((BUILT / one).read_bytes(), 9)) for one in files if not one.endswith(".woff2")) / 1000


def measured(orders: int, rounds: int) -> dict[str, Any]:
    from base64 import b64encode

    ask = asking()
    # Far from each other, so that none is warm from the one before.
    order = [b64encode(f"Order:{1 + (n * 7919) % orders}".encode()).decode() for n in range(rounds + 3)]
    found = {
        "card": waits(lambda n: ask("OrderCard", {"id": order[n]}), rounds),
        "tickets": waits(lambda n: ask("OrderTickets", {"id": order[n]}), rounds),
        "timeline": waits(lambda n: ask("OrderTimeline", {"id": order[n], "first": 50}), rounds),
        "search": waits(lambda n: ask("Tickets", {"first": 50, "search": SEARCHES[n % len(SEARCHES)]}), rounds),
    }
    opened = {"isClosed": False}
    asked = {first: {"first": first, "filter": opened} for first in (1, 20, 100)}
    lists = {first: statements(partial(ask, "Tickets", variables)) for first, variables in asked.items()}
    fifty = waits(lambda n: ask("Tickets", {"first": 50, "filter": opened}), rounds)
    naive = naive_list(50)
    beside = waits(lambda n: naive(), rounds // 4)
    for name, figures in found.items():
        say(f"  {name:<10} p50 {figures['p50_ms']:8.2f} ms   p95 {figures['p95_ms']:8.2f} ms")
    say(f"  statements of a list of 1, 20 and 100: {lists}; one by one it takes {statements(naive)} for 50")
    say(f"  50 rows    p50 {fifty['p50_ms']:8.2f} ms   one by one {beside['p50_ms']:8.2f} ms")
    return {
        **{f"{name}_p95_ms": figures["p95_ms"] for name, figures in found.items()},
        **{f"{name}_p50_ms": figures["p50_ms"] for name, figures in found.items()},
        "list_statements": max(lists.values()),
        "lists_alike": len(set(lists.values())) == 1,
        "fifty_p50_ms": fifty["p50_ms"],
        "naive_p50_ms": beside["p50_ms"],
        "naive_statements": statements(naive),
    }


def weighed() -> dict[str, float]:
    if not (BUILT / "cards.json").is_file():
        say("  The front ends are not built here: nothing is weighed.")
        return {}
    found = {
        "card_kb": loaded_kb("order.html"),
        "card_whole_kb": loaded_kb("order.html", later=True),
        "inbox_kb": loaded_kb("app.html"),
    }
    for name, figure in found.items():
        say(f"  {name:<14} {figure:7.1f} kB")
    return found


def report(found: dict[str, Any]) -> dict[str, Any]:
    kept = {name: found[name] <= limit for name, limit in MOST.items() if name in found}
    kept["lists_alike"] = found["lists_alike"]
    ratios = {
        "fifty_rows": ratio(found["fifty_p50_ms"], found["naive_p50_ms"], better="lower"),
        "statements": ratio(found["list_statements"], found["naive_statements"], better="lower"),
    }
    if "card_kb" in found:
        ratios["card_size"] = ratio(found["card_kb"], TEMPLATE_KB, better="lower")
    kept |= {name: ratios[name] >= bar for name, bar in LEAST.items() if name in ratios}
    peer = {
        "naive_p50_ms": found["naive_p50_ms"],
        "naive_statements": found["naive_statements"],
        "template_kb": TEMPLATE_KB,
    }
    ours = {name: figure for name, figure in found.items() if not name.startswith("naive_")}
    return {"ours": ours, "peer": peer, "ratios": ratios, "kept": kept}


def show(told: dict[str, Any]) -> None:
    for name, limit in MOST.items():
        if name in told["ours"]:
            is_kept = "yes" if told["kept"][name] else "NO"
            say(f"  {name:<16} {told['ours'][name]:10.2f}    at most {limit:g}   {is_kept}")
    for name, bar in LEAST.items():
        if name in told["ratios"]:
            is_kept = "yes" if told["kept"][name] else "NO"
            say(f"  {name:<16} {told['ratios'][name]:10.2f}x   wanted {bar:g}x   {is_kept}")


def run(database: Database, redis_url: str, given: argparse.Namespace) -> dict[str, Any]:
    begin(database, redis_url)
    from .harness.desk_rows import fill

    orders, tickets = ORDERS // given.share, TICKETS // given.share
    began = time.perf_counter()
    fill(orders, tickets)
    say(f"{orders} orders and {tickets} tickets, made in {time.perf_counter() - began:.0f} s")
    return report(measured(orders, ROUNDS if given.share == 1 else 20) | weighed())


def main() -> int:
    given = options()
    with servers() as found, fresh_database(found.database_url) as database, on_core(LOAD_CORE):
        told = run(database, found.redis_url, given)
        end()
    show(told)
    print(line("desk", **told))
    return 0 if given.quick or all(told["kept"].values()) else 1


if __name__ == "__main__":
    run_bench(main)
