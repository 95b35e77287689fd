"""Our service as production runs it: one web process with all its logging, on a migrated database with one store."""

import json
import os
import secrets
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from . import CHECKOUT
from .database import Database
from .processes import Running, running

TABLE = "support_event"
# One for all programs of a bench: what one of them seals, the others open.
SECRET_KEY = secrets.token_urlsafe(48)


def environment(database: Database, *, redis_url: str, port: int) -> dict[str, str]:
    return os.environ | {
        "PUBLIC_URL": f"http://127.0.0.1:{port}",
        "SECRET_KEY": SECRET_KEY,
        "DATABASE_URL": database.url,
        "REDIS_URL": redis_url,
        "ALLOWED_STORES": "*",
    }


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "saleor_support_plugin", *arguments]


def prepare(database: Database, *, redis_url: str, api_url: str, jwks: Mapping[str, object]) -> None:
    """Make the tables, and the store as an installation would leave it. Raises CalledProcessError."""
    env = environment(database, redis_url=redis_url, port=80)
    install = [sys.executable, "-m", "tests.benchmarks.harness.install_store", api_url]
    subprocess.run(command("migrate"), env=env, cwd=CHECKOUT, check=True, stdout=subprocess.DEVNULL, timeout=120)
    subprocess.run(install, env=env, cwd=CHECKOUT, check=True, input=json.dumps(jwks).encode(), timeout=60)


@contextmanager
def serving(database: Database, *, redis_url: str, port: int, log: Path) -> Iterator[Running]:
    env = environment(database, redis_url=redis_url, port=port)
    with running(command("web", "--port", str(port)), log=log, env=env, cwd=CHECKOUT) as web:
        web.wait_until_ready(f"http://127.0.0.1:{port}/healthz", seconds=60)
        yield web
