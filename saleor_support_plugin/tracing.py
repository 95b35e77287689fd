"""OpenTelemetry, when the environment asks for it (OTEL_EXPORTER_OTLP_ENDPOINT) and the extra `tracing` is installed.

Only Django, Celery, calls to Saleor and the database are traced: an ASGI middleware would cost the hot doors half of
their throughput even with no exporter set (docs/decisions/0004-no-tracing-on-hot-doors.md).
"""

import logging
import os
from collections.abc import Callable
from typing import Any

log = logging.getLogger(__name__)


def is_asked_for() -> bool:
    return bool(os.environ.get("OTEL_EXPORTER_OTLP_ENDPOINT") or os.environ.get("OTEL_TRACES_EXPORTER"))


def start(service: str) -> bool:
    """Set tracing up for a process, if asked for; say whether it runs."""
    if not is_asked_for():
        return False
    os.environ.setdefault("OTEL_SERVICE_NAME", f"saleor-support-{service}")
    try:
        from opentelemetry.distro import OpenTelemetryConfigurator, OpenTelemetryDistro
        from opentelemetry.instrumentation.psycopg import PsycopgInstrumentor
        from opentelemetry.instrumentation.requests import RequestsInstrumentor
    except ImportError:
        log.warning("tracing is asked for, but not installed: pip install 'saleor-support[tracing]'")
        return False
    OpenTelemetryDistro().configure()
    OpenTelemetryConfigurator().configure()
    PsycopgInstrumentor().instrument()
    RequestsInstrumentor().instrument()
    return True


def traced(application: Callable[..., Any]) -> Callable[..., Any]:
    """Return a WSGI application whose requests are spans, where tracing runs."""
    if not start("web"):
        return application
    from opentelemetry.instrumentation.wsgi import OpenTelemetryMiddleware

    return OpenTelemetryMiddleware(application)  # type: ignore[no-any-return]  # the package has no types


def trace_celery() -> None:
    if start("worker"):
        from opentelemetry.instrumentation.celery import CeleryInstrumentor

        CeleryInstrumentor().instrument()
