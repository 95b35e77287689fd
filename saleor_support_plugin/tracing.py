"""OpenTelemetry, when the environment asks for it (OTEL_EXPORTER_OTLP_ENDPOINT) and the extra `tracing` is installed.

Only Django, Celery, calls to Saleor and the database are traced: an ASGI middleware would cost the hot doors half of
their throughput even with no exporter set (docs/decisions/0004-no-tracing-on-hot-doors.md).
"""

import logging
import os
from collections.abc import Callable
from typing import Any

log = logging.getLogger(__name__)

WsgiApp = Callable[[dict[str, Any], Any], Any]

# The extra brings the exporter that speaks HTTP, and only traces are made here. Without these words the distribution
# would look for gRPC and for metrics, and raise when it finds neither.
_UNLESS_SAID = {
    "OTEL_EXPORTER_OTLP_PROTOCOL": "http/protobuf",
    "OTEL_METRICS_EXPORTER": "none",
    "OTEL_LOGS_EXPORTER": "none",
}
# Spans are kept elsewhere and read by many, so they know nothing about a person, as the logs.
_ABOUT_A_PERSON = {"QUERY_STRING", "REMOTE_ADDR", "HTTP_USER_AGENT", "HTTP_X_FORWARDED_FOR"}
_WHOLE = "saleor_support.whole"


def is_asked_for() -> bool:
    return bool(os.environ.get("OTEL_EXPORTER_OTLP_ENDPOINT") or os.environ.get("OTEL_TRACES_EXPORTER"))


def start(service: str) -> bool:
    """Set tracing up for a process, if asked for; say whether it runs. What is missing for it is only a warning."""
    if not is_asked_for():
        return False
    os.environ.setdefault("OTEL_SERVICE_NAME", f"saleor-support-{service}")
    for name, word in _UNLESS_SAID.items():
        os.environ.setdefault(name, word)
    try:
        _instrument()
    except ImportError:
        log.warning("tracing is asked for, but not installed: pip install 'saleor-support[tracing]'")
        return False
    except RuntimeError as error:  # an exporter or a protocol is named that is not installed
        log.warning("tracing is asked for, but cannot run: %s", error)
        return False
    return True


def _instrument() -> None:
    from opentelemetry.distro import OpenTelemetryConfigurator, OpenTelemetryDistro
    from opentelemetry.instrumentation.psycopg import PsycopgInstrumentor
    from opentelemetry.instrumentation.requests import RequestsInstrumentor
    from opentelemetry.instrumentation.utils import unwrap
    from psycopg import AsyncConnection

    OpenTelemetryDistro().configure()
    OpenTelemetryConfigurator().configure()
    PsycopgInstrumentor().instrument()
    unwrap(AsyncConnection, "connect")  # these are the hot doors' connections
    RequestsInstrumentor().instrument()


def traced(application: WsgiApp) -> WsgiApp:
    """Return a WSGI application whose requests are spans, where tracing runs."""
    if not start("web"):
        return application
    from opentelemetry.instrumentation.wsgi import OpenTelemetryMiddleware

    spanned = OpenTelemetryMiddleware(lambda seen, respond: application(seen[_WHOLE], respond))

    def answer(environ: dict[str, Any], respond: Any) -> Any:
        seen = {name: value for name, value in environ.items() if name not in _ABOUT_A_PERSON}
        return spanned(seen | {_WHOLE: environ}, respond)

    return answer


def trace_celery() -> None:
    if start("worker"):
        from opentelemetry.instrumentation.celery import CeleryInstrumentor

        CeleryInstrumentor().instrument()


def finish() -> None:
    """Send the spans that still wait, for ten seconds at most.

    A worker does it by itself. A web process ends by the very signal that it was sent, and nothing runs at its exit.
    """
    if not is_asked_for():
        return
    try:
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.trace import get_tracer_provider
    except ImportError:  # said at the start
        return
    if isinstance(provider := get_tracer_provider(), TracerProvider):
        provider.shutdown()
