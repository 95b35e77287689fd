"""Is the process alive, and can it do its work?"""

import socket
import ssl
from urllib.parse import SplitResult, unquote, urlsplit

from django.conf import settings
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe
from psycopg_pool import PoolTimeout


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    return JsonResponse({"ok": True, "version": settings.VERSION})


@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """Answer 200 when database, broker and migrations are as they must be, else 503 naming what is not."""
    facts = readiness()
    return JsonResponse(facts, status=200 if all(value == "ok" for value in facts.values()) else 503)


def readiness() -> dict[str, str]:
    return {"database": _database(), "migrations": _migrations(), "broker": _broker()}


def _database() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("select 1")
    except (OperationalError, PoolTimeout):
        return "out of reach"
    return "ok"


def _migrations() -> str:
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except (OperationalError, PoolTimeout):
        return "unknown"
    return f"{len(waiting)} waiting: run `saleor-support migrate`" if waiting else "ok"


def _broker() -> str:
    """Ask whether somebody answers there. A client library would cost every web process ten megabytes for it."""
    try:
        with _connect(urlsplit(settings.CELERY_BROKER_URL)) as broker:
            broker.sendall(b"PING\r\n")
            answered = broker.recv(1)
    except OSError:
        return "out of reach"
    return "ok" if answered in (b"+", b"-") else "out of reach"  # "-" asks for the password, and is an answer


def _connect(address: SplitResult) -> socket.socket:
    if "socket" in address.scheme or address.scheme == "unix":
        plain = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        plain.settimeout(1)
        plain.connect(unquote(address.path))
        return plain
    plain = socket.create_connection((address.hostname or "localhost", address.port or 6379), timeout=1)
    secure = address.scheme in ("rediss", "valkeys")
    return ssl.create_default_context().wrap_socket(plain, server_hostname=address.hostname) if secure else plain
