"""Tracing runs only where it is asked for and installed; where not, nobody notices but the operator.

With the packages themselves, web is tried in test_deploy.py: the image has them.
"""

import logging
import os
import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

from saleor_support_plugin import tracing

ASKING = [("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector.example.com:4318"), ("OTEL_TRACES_EXPORTER", "console")]


def application(environ: dict[str, Any], respond: Callable[..., Any]) -> list[bytes]:
    respond("200 OK", [("X-Asked-By", environ["REMOTE_ADDR"] + environ["HTTP_USER_AGENT"] + environ["QUERY_STRING"])])
    return [b"well"]


@pytest.fixture(autouse=True)
def nobody_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    told = {name: value for name, value in os.environ.items() if not name.startswith("OTEL_")}
    monkeypatch.setattr(os, "environ", told)


@pytest.fixture(params=ASKING, ids=lambda asking: asking[0])
def asked(request: pytest.FixtureRequest, nobody_asks: None) -> None:
    name, value = request.param
    os.environ[name] = value


@pytest.fixture
def not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("opentelemetry", "opentelemetry.distro", "opentelemetry.sdk.trace"):
        monkeypatch.setitem(sys.modules, name, None)


class Spanned:
    """Stands for OpenTelemetry's middleware: keeps what it could write into a span."""

    seen: dict[str, Any]

    def __init__(self, wrapped: tracing.WsgiApp) -> None:
        self.wrapped = wrapped

    def __call__(self, environ: dict[str, Any], respond: Callable[..., Any]) -> Any:
        type(self).seen = environ
        return self.wrapped(environ, respond)


@pytest.fixture
def spanned(monkeypatch: pytest.MonkeyPatch, asked: None) -> type[Spanned]:
    module = ModuleType("opentelemetry.instrumentation.wsgi")
    module.OpenTelemetryMiddleware = Spanned  # type: ignore[attr-defined]  # that is what it is made for
    monkeypatch.setitem(sys.modules, module.__name__, module)
    for name in ("opentelemetry", "opentelemetry.instrumentation"):
        monkeypatch.setitem(sys.modules, name, ModuleType(name))
    monkeypatch.setattr(tracing, "_instrument", lambda: None)
    return Spanned


def test_where_nobody_asks_nothing_is_wrapped_and_nothing_said(
    not_installed: None, caplog: pytest.LogCaptureFixture
) -> None:
    assert tracing.traced(application) is application
    tracing.trace_celery()
    tracing.finish()
    assert caplog.records == []
    assert not [name for name in os.environ if name.startswith("OTEL_")]


def test_whoever_asks_without_the_packages_gets_one_warning_and_the_same_service(
    asked: None, not_installed: None, caplog: pytest.LogCaptureFixture
) -> None:
    assert tracing.traced(application) is application
    tracing.finish()
    (warning,) = caplog.records
    assert warning.levelno == logging.WARNING
    assert "pip install 'saleor-support[tracing]'" in warning.getMessage()


def test_a_worker_without_the_packages_gets_one_warning_and_works(
    asked: None, not_installed: None, caplog: pytest.LogCaptureFixture
) -> None:
    tracing.trace_celery()
    tracing.finish()
    assert [record.levelno for record in caplog.records] == [logging.WARNING]


def test_whoever_names_an_exporter_that_is_not_there_gets_one_warning_with_its_name(
    asked: None, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def _instrument() -> None:
        raise RuntimeError("Requested component 'zipkin' not found in entry point 'opentelemetry_traces_exporter'")

    monkeypatch.setattr(tracing, "_instrument", _instrument)
    assert tracing.traced(application) is application
    (warning,) = caplog.records
    assert warning.levelno == logging.WARNING
    assert "zipkin" in warning.getMessage()


def test_a_span_knows_nothing_about_who_asks_and_django_knows_all(spanned: type[Spanned]) -> None:
    answers: list[tuple[str, list[tuple[str, str]]]] = []
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": "/dashboard/order",
        "QUERY_STRING": "?id=T3JkZXI6MQ",
        "REMOTE_ADDR": "203.0.113.9",
        "HTTP_USER_AGENT": "Firefox",
        "HTTP_X_FORWARDED_FOR": "203.0.113.9",
    }
    answer = tracing.traced(application)(environ, lambda *words: answers.append(words))
    assert (answer, answers) == ([b"well"], [("200 OK", [("X-Asked-By", "203.0.113.9Firefox?id=T3JkZXI6MQ")])])
    visible = {name: value for name, value in spanned.seen.items() if value is not environ}
    assert visible == {"REQUEST_METHOD": "GET", "PATH_INFO": "/dashboard/order"}


def test_a_span_says_which_process_it_is_from_unless_the_operator_does(spanned: type[Spanned]) -> None:
    tracing.traced(application)
    assert os.environ["OTEL_SERVICE_NAME"] == "saleor-support-web"
    os.environ["OTEL_SERVICE_NAME"] = "aurora"
    tracing.traced(application)
    assert os.environ["OTEL_SERVICE_NAME"] == "aurora"


def test_only_traces_are_sent_and_by_the_protocol_that_is_installed(spanned: type[Spanned]) -> None:
    tracing.traced(application)
    chosen = ("OTEL_EXPORTER_OTLP_PROTOCOL", "OTEL_METRICS_EXPORTER", "OTEL_LOGS_EXPORTER")
    assert [os.environ[name] for name in chosen] == ["http/protobuf", "none", "none"]
