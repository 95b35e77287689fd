"""The delivery promise on a product page, beside nginx with the same JSON as a file and a real Saleor's own query."""

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from .harness import CACHE, CHECKOUT, nginx, support_service
from .harness import deliveries as signing
from .harness.database import Database, fresh_database
from .harness.load import Cell, drive
from .harness.processes import (
    LOAD_CORE,
    SERVER_CORE,
    Running,
    cpu_seconds,
    family,
    free_port,
    on_core,
    run_bench,
    running,
)
from .harness.report import line, percentile, ratio
from .harness.servers import servers
from .harness.shop_rows import CHANNEL, api_url, store_key

STORES = 3
# MEASURES P7, as ratios; freshness in seconds.
BARS = {"rps_nginx": 0.2, "cpu_metadata": 400, "cpu_product": 1000}
FRESH_WITHIN = 5.0
MOST_REQUESTS = 400_000
# What a storefront without us would ask for: a product page's facts, and no more than our own metadata would be.
PRODUCT = """query($id: ID!, $channel: String!) { product(id: $id, channel: $channel) {
  id name slug description isAvailable rating
  pricing { priceRange { start { gross { amount currency } } stop { gross { amount currency } } } }
  attributes { attribute { name slug } values { name slug } } media { url alt type }
  variants { id name sku quantityAvailable attributes { attribute { name } values { name } }
    pricing { price { gross { amount currency } } } } } }"""
METADATA = "query($id: ID!, $channel: String!) { product(id: $id, channel: $channel) { metadata { key value } } }"


def options(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bin/bench promise", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="few variants and seconds, to see that everything runs")
    parser.add_argument("--variants", type=int, help="of the three stores together, default 10000")
    parser.add_argument("--seconds", type=float, help="of each cell, default 5")
    parser.add_argument("--saleor", help="the GraphQL address of a real Saleor, such as http://localhost:8000/graphql/")
    parser.add_argument("--saleor-pid", type=int, help="the process whose CPU the questions cost, with its children")
    given = parser.parse_args(arguments)
    given.variants = (given.variants or (1_500 if given.quick else 10_000)) // STORES
    given.seconds = given.seconds or (1.5 if given.quick else 5.0)
    return given


def say(text: str) -> None:
    print(text, flush=True)


def address(store: int, variant: int, *, country: str = "TR") -> str:
    return f"/s/{store_key(store)}/{CHANNEL}/delivery/V{variant}/{country}"


def request(path: str) -> memoryview:
    return memoryview(f"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\n\r\n".encode())


def fetched(port: int, path: str) -> bytes:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=20) as answer:
        return bytes(answer.read())


def figures(server: Running, port: int, requests: Sequence[memoryview], connections: int, seconds: float) -> Any:
    before = server.cpu_seconds()
    cell: Cell = drive(port, requests, connections=connections, seconds=seconds)
    cpu = server.cpu_seconds() - before
    if cell.errors:
        raise SystemExit(f"answers that are none: {dict(cell.statuses)}, {cell.broken} broken")
    return {
        f"rps_c{connections}": cell.acknowledged / cell.seconds,
        f"p50_ms_c{connections}": percentile(cell.waits_ms, 0.5),
        f"p99_ms_c{connections}": percentile(cell.waits_ms, 0.99),
        f"cpu_us_c{connections}": cpu * 1e6 / max(1, cell.acknowledged),
    }


def shown(name: str, found: Mapping[str, float]) -> None:
    say(f"{name:<34}" + "".join(f"{key:>14} {value:9.2f}" for key, value in found.items()))


def first_reads(web: Running, port: int, given: argparse.Namespace) -> dict[str, float]:
    """Ask for every variant once: nothing of it is kept yet, so each is read and computed."""
    everything = [request(address(store, one)) for store in range(STORES) for one in range(given.variants)]
    random.Random(7).shuffle(everything)
    found = figures(web, port, everything, 16, 600)
    return {f"first_{name}": value for name, value in found.items()}


def kept_reads(web: Running, port: int, given: argparse.Namespace) -> dict[str, float]:
    """Ask for variants of all three stores in no order, as shoppers do; their answers are kept by now."""
    some = random.Random(8)
    addresses = [request(address(some.randrange(STORES), some.randrange(given.variants))) for _ in range(50_000)]
    many = addresses * (MOST_REQUESTS // len(addresses))
    found: dict[str, float] = {}
    for connections in (1, 64):
        figures(web, port, many, connections, 1.0)
        found |= figures(web, port, many, connections, given.seconds)
    return found


def beside_nginx(body: bytes, given: argparse.Namespace) -> dict[str, float]:
    program = nginx.find()
    if program is None:
        say("there is no nginx here, so nothing beside it")
        return {}
    port = free_port()
    many = [request(nginx.FILE)] * (2 * MOST_REQUESTS)
    with tempfile.TemporaryDirectory(prefix="nginx-") as folder:
        with on_core(SERVER_CORE):
            server = ExitStack()
            started = server.enter_context(nginx.serving(program, body, folder=Path(folder), port=port))
        with server:
            found: dict[str, float] = {}
            for connections in (1, 64):
                found |= figures(started, port, many, connections, given.seconds)
    return found


@dataclass(frozen=True)
class Asked:
    p50_ms: float
    p99_ms: float
    cpu_us: float | None


def beside_saleor(url: str, pid: int | None, *, times: int = 60) -> dict[str, Asked]:
    """Ask a real Saleor one after the other; CPU is that of `pid` and its children."""
    first = _ask(url, '{ products(first: 1, channel: "default-channel") { edges { node { id } } } }', {})
    product = first["data"]["products"]["edges"][0]["node"]["id"]
    found = {}
    for name, query in (("product", PRODUCT), ("metadata", METADATA)):
        variables = {"id": product, "channel": CHANNEL}
        for _ in range(5):
            _ask(url, query, variables)
        before = _cpu(pid)
        waits = []
        for _ in range(times):
            began = time.perf_counter()
            answer = _ask(url, query, variables)
            waits.append((time.perf_counter() - began) * 1000)
            if answer["data"]["product"] is None:
                raise SystemExit("that Saleor shows no product")
        cpu = (_cpu(pid) - before) * 1e6 / times if pid else None
        found[name] = Asked(percentile(waits, 0.5), percentile(waits, 0.99), cpu)
        say(f"Saleor, {name:<26} {found[name]}")
    return found


def _cpu(pid: int | None) -> float:
    return sum(cpu_seconds(one) for one in family(pid)) if pid else 0.0


def _ask(url: str, query: str, variables: Mapping[str, Any]) -> Any:
    body = json.dumps({"query": query, "variables": variables}).encode()
    asked = urllib.request.Request(url, data=body, headers={"Content-Type": "application/json"})
    with urllib.request.urlopen(asked, timeout=60) as answer:
        return json.load(answer)


def stock_event(variant: int, pieces: int, key_folder: Path) -> tuple[bytes, dict[str, str]]:
    """Return a signed PRODUCT_VARIANT_STOCK_UPDATED of the first store, and its headers."""
    moment = datetime.now(UTC).isoformat()
    listing = {"channel": {"slug": CHANNEL}, "price": {"amount": 1}}
    published = {
        "channel": {"slug": CHANNEL},
        "isPublished": True,
        "publishedAt": "2026-01-01T00:00:00+00:00",
        "availableForPurchaseAt": "2026-01-01T00:00:00+00:00",
    }
    product = {
        "id": "P0",
        "name": "Shirt",
        "slug": "shirt",
        "category": None,
        "weight": None,
        "productType": {"isShippingRequired": True, "weight": None},
        "channelListings": [published],
        "attributes": [],
    }
    stocks = [
        {
            "id": one,
            "quantity": pieces,
            "quantityAllocated": 0,
            "warehouse": {"id": one, "name": one, "slug": one},
        }
        for one in ("W0", "W1")
    ]
    facts = {
        "id": f"V{variant}",
        "name": "",
        "sku": None,
        "trackInventory": True,
        "quantityLimitPerCustomer": None,
        "weight": None,
        "preorder": None,
        "channelListings": [listing],
        "expectedOn": None,
        "extraHandling": None,
        "attributes": [],
        "product": product,
        "stocks": stocks,
    }
    head = {"__typename": "ProductVariantStockUpdated", "issuedAt": moment, "version": "3.23.28"}
    body = json.dumps(head | {"recipient": {"id": "QXBwOjE="}, "productVariant": facts}).encode()
    headers = {
        "Content-Type": "application/json",
        "Saleor-Event": "product_variant_stock_updated",
        "Saleor-Api-Url": api_url(0),
        "Saleor-Signature": signing.signature(signing._key(key_folder / "key.pem"), body),
    }
    return body, headers


def freshness(port: int, key_folder: Path, rounds: int = 10) -> list[float]:
    """Return how many seconds each change of stock took from Saleor's webhook to the new answer, worker and all.

    The first is left out: it waits for the worker to start.
    """
    took = []
    for number in range(rounds + 1):
        before = fetched(port, address(0, 1))
        body, headers = stock_event(1, number % 2 * 7, key_folder)
        began = time.perf_counter()
        sent = urllib.request.Request(f"http://127.0.0.1:{port}/api/webhooks", data=body, headers=headers)
        urllib.request.urlopen(sent, timeout=20).close()
        while _without_id(fetched(port, address(0, 1))) == _without_id(before):
            if time.perf_counter() - began > 30:
                raise SystemExit("a change of stock did not change the answer in 30 s")
            time.sleep(0.005)
        took.append(time.perf_counter() - began)
    return took[1:]


def _without_id(body: bytes) -> Any:
    return json.loads(body) | {"promise": ""}


def prepare(database: Database, *, redis_url: str, variants: int, jwks: Mapping[str, object]) -> None:
    env = support_service.environment(database, redis_url=redis_url, port=80)
    migrate = support_service.command("migrate")
    subprocess.run(migrate, env=env, cwd=CHECKOUT, check=True, stdout=subprocess.DEVNULL, timeout=120)
    fill = [sys.executable, "-m", "tests.benchmarks.harness.shop_rows", str(STORES), str(variants)]
    subprocess.run(fill, env=env, cwd=CHECKOUT, check=True, input=json.dumps(jwks).encode(), timeout=600)


def serving(database: Database, redis_url: str, folder: Path, stack: ExitStack) -> Iterator[tuple[Running, int]]:
    port = free_port()
    with on_core(SERVER_CORE):
        web = stack.enter_context(
            support_service.serving(database, redis_url=redis_url, port=port, log=folder / "web.log")
        )
    yield web, port


def measure(given: argparse.Namespace) -> dict[str, Any]:
    keys = CACHE / "deliveries"
    keys.mkdir(parents=True, exist_ok=True)
    jwks = signing.jwks(keys)
    with servers() as found, fresh_database(found.database_url) as database, ExitStack() as stack:
        say(f"{STORES} stores of {given.variants} variants")
        prepare(database, redis_url=found.redis_url, variants=given.variants, jwks=jwks)
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="promise-")))
        web, port = next(serving(database, found.redis_url, folder, stack))
        with on_core(LOAD_CORE):
            empty = web.memory_mb()
            body = fetched(port, address(0, 0, country="DE"))
            ours = first_reads(web, port, given)
            shown("first reads", ours)
            kept = kept_reads(web, port, given)
            shown("kept answers", kept)
            ours |= kept | {"rss_mb_before": empty, "rss_mb": web.memory_mb(), "body_bytes": float(len(body))}
            static = beside_nginx(body, given)
            shown("nginx, the same body as a file", static)
            saleor = beside_saleor(given.saleor, given.saleor_pid) if given.saleor else {}
        env = support_service.environment(database, redis_url=found.redis_url, port=port)
        # kombu has a scheme of its own for sockets.
        env["CELERY_BROKER_URL"] = found.redis_url.replace("unix://", "redis+socket://")
        command = support_service.command("worker")
        with running(command, log=folder / "worker.log", env=env, cwd=CHECKOUT) as worker:
            try:
                took = freshness(port, keys)
            except SystemExit as silent:
                raise SystemExit(f"{silent}\n{worker.tail()}") from silent
        ours["fresh_s"] = max(took)
        say(f"a change of stock: {max(took):.2f} s at most, wanted {FRESH_WITHIN} s")
        return {"ours": ours, "nginx": static, "saleor": saleor}


def report(found: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, float]]:
    ours, static = found["ours"], found["nginx"]
    ratios: dict[str, float] = {}
    if static:
        ratios["rps_nginx"] = ratio(ours["rps_c64"], static["rps_c64"], better="higher")
    for name, asked in found["saleor"].items():
        ratios[f"p50_{name}"] = ratio(ours["p50_ms_c1"], asked.p50_ms, better="lower")
        if asked.cpu_us is not None:
            ratios[f"cpu_{name}"] = ratio(ours["cpu_us_c64"], asked.cpu_us, better="lower")
    for name, times in ratios.items():
        if name in BARS:
            verdict = "yes" if times >= BARS[name] else "NO"
            say(f"  {name:<14} {times:8.2f}x   wanted {BARS[name]}x   {verdict}")
    peer: dict[str, Any] = {"nginx": static} if static else {}
    peer |= {f"saleor_{name}": vars(asked) for name, asked in found["saleor"].items()}
    return peer, ratios


def main() -> int:
    given = options()
    found = measure(given)
    peer, ratios = report(found)
    print(line("promise", ours=found["ours"], peer=peer, ratios=ratios, stores=STORES, variants=given.variants))
    return 1 if found["ours"]["fresh_s"] > FRESH_WITHIN else 0


if __name__ == "__main__":
    run_bench(main)
