"""Is the process alive, and can it do its work?"""

from django.conf import settings
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe
from kombu import Connection
from kombu.exceptions import KombuError
from psycopg_pool import PoolTimeout
from redis.exceptions import RedisError


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
    try:
        with Connection(
            settings.CELERY_BROKER_URL, connect_timeout=1, transport_options={"socket_timeout": 1}
        ) as broker:
            broker.ensure_connection(max_retries=1, timeout=1)
    except (OSError, RedisError, KombuError):
        return "out of reach"
    return "ok"
