"""The shop on a real port: its doors, its outages, and deliveries over real connections."""

from __future__ import annotations

import http.server
import json
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jwt
import pytest
import requests

from saleor_support_plugin.demo.app_records import App
from saleor_support_plugin.demo.server import DemoServer, bind, install_patiently, serve
from saleor_support_plugin.demo.store import STATE_FILE, Store
from saleor_support_plugin.demo.wire import network

ONLY_UPDATED = "subscription { event { ... on OrderUpdated { order { id } } } }"


class Heard(http.server.BaseHTTPRequestHandler):
    """A real app: its class remembers every request with its connection."""

    manifest: dict[str, Any]
    requests: list[tuple[str, str, dict[str, str], bytes, tuple[str, int]]]
    status = 200
    wait = 0.0

    def do_GET(self) -> None:
        self._answer(json.dumps(self.manifest).encode())

    def do_POST(self) -> None:
        self._answer(b"{}")

    def _answer(self, body: bytes) -> None:
        given = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        address = (self.client_address[0], self.client_address[1])
        self.requests.append((self.command, self.path, dict(self.headers), given, address))
        if self.path == "/api/webhooks":
            time.sleep(self.wait)
        status = self.status if self.path == "/api/webhooks" else 200
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        if status in (301, 302):
            self.send_header("Location", "/api/elsewhere")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def real_app(make_manifest: Callable[..., dict[str, Any]]) -> Iterator[tuple[str, type[Heard]]]:
    """An app on a port: its origin, and what it heard."""

    class HeardHere(Heard):
        requests = []
        protocol_version = "HTTP/1.1"

    handler = HeardHere

    class Quiet(http.server.ThreadingHTTPServer):
        def handle_error(self, *_: Any) -> None:
            pass  # the store hangs up on an app that takes too long

    server = Quiet(("127.0.0.1", 0), handler)
    origin = f"http://127.0.0.1:{server.server_address[1]}"
    handler.manifest = make_manifest(ONLY_UPDATED) | {
        "appUrl": origin,
        "tokenTargetUrl": f"{origin}/api/register",
        "webhooks": [{"name": "events", "targetUrl": f"{origin}/api/webhooks", "query": ONLY_UPDATED}],
    }
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield origin, handler
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def served(open_store: Callable[..., Store]) -> Iterator[DemoServer]:
    with DemoServer(open_store()) as server:
        yield server


def until(condition: Callable[[], Any], seconds: float = 15) -> Any:
    """Wait until something is so, and return it."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        time.sleep(0.02)
    raise AssertionError("it did not happen in time")


def ask(server: DemoServer, query: str, **headers: str) -> requests.Response:
    return requests.post(server.api_url, json={"query": query}, headers=headers, timeout=10)


def test_the_api_answers_anyone_and_knows_an_app_by_either_header(served: DemoServer) -> None:
    assert ask(served, "{ shop { name domain { url } } }").json()["data"]["shop"] == {
        "name": "Demo shop",
        "domain": {"url": f"{served.url}/"},
    }
    _, token = served.store.apps.add("Probe")
    for header in ({"Authorization": f"Bearer {token}"}, {"Authorization-Bearer": token}):
        assert ask(served, "{ app { name } }", **header).json()["data"] == {"app": {"name": "Probe"}}
    assert ask(served, "{ app { name } }").json()["data"] == {"app": None}


@pytest.mark.parametrize(
    ("body", "status"), [(b"{", 400), (b"[]", 400), (b'{"query": "{ x }"}', 400), (b" " * 2_600_000, 413)]
)
def test_what_cannot_be_read_is_refused(served: DemoServer, body: bytes, status: int) -> None:
    answer = requests.post(served.api_url, data=body, headers={"Content-Type": "application/json"}, timeout=10)
    assert answer.status_code == status
    assert answer.json()["errors"]


def test_tokens_verify_with_the_published_keys(served: DemoServer) -> None:
    token = served.store.access_token(served.store.person("lena"))
    keys = jwt.PyJWKClient(f"{served.url}/.well-known/jwks.json")
    claims = jwt.decode(token, keys.get_signing_key_from_jwt(token), algorithms=["RS256"], issuer=served.api_url)
    assert claims["email"] == "lena@example.com"


def test_a_page_of_another_origin_may_ask(served: DemoServer) -> None:
    asked = {"Origin": "http://shop.example", "Access-Control-Request-Method": "POST"}
    answer = requests.options(served.api_url, headers=asked, timeout=10)
    assert answer.status_code == 200
    assert answer.headers["Access-Control-Allow-Origin"] == "http://shop.example"
    assert "Authorization-Bearer" in answer.headers["Access-Control-Allow-Headers"]


def test_products_have_pictures(served: DemoServer) -> None:
    query = '{ product(slug: "notebook", channel: "tr") { thumbnail(size: 64) { url } } }'
    url = ask(served, query).json()["data"]["product"]["thumbnail"]["url"]
    answer = requests.get(url, timeout=10)
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "image/svg+xml")
    assert requests.get(f"{served.url}/thumbnail/nothing/64/", timeout=10).status_code == 404


def test_the_api_can_be_down_in_several_ways(served: DemoServer) -> None:
    served.store.faults.outage = "500"
    assert ask(served, "{ shop { name } }").status_code == 500
    assert requests.get(f"{served.url}/.well-known/jwks.json", timeout=10).status_code == 500
    served.store.faults.outage = "html"
    assert "<html>" in ask(served, "{ shop { name } }").text
    served.store.faults.outage, served.store.faults.slow_seconds = "slow", 0.3
    assert ask(served, "{ shop { name } }").elapsed.total_seconds() >= 0.3
    served.store.faults.outage = None
    assert ask(served, "{ shop { name } }").status_code == 200


def test_a_closed_port_refuses_and_comes_back_at_the_same_address(served: DemoServer) -> None:
    served.close_port()
    with pytest.raises(requests.ConnectionError):
        ask(served, "{ shop { name } }")
    address = served.api_url
    served.open_port()
    assert served.api_url == address
    assert ask(served, "{ shop { name } }").status_code == 200


def test_an_app_is_installed_and_told_over_real_connections(
    open_store: Callable[..., Store], real_app: tuple[str, type[Heard]]
) -> None:
    origin, heard = real_app
    with DemoServer(open_store()) as server:
        app = server.store.install(f"{origin}/api/manifest")
        assert isinstance(app, App)
        for note in ("one", "two"):
            server.store.orders.add_note(next(iter(server.store.state.orders.values())), note)
        server.store.deliver_due(workers=2)
    posts = [request for request in heard.requests if request[1] == "/api/webhooks"]
    register = next(headers for _, path, headers, _, _ in heard.requests if path == "/api/register")
    assert register["Saleor-Api-Url"] == server.api_url
    assert len(posts) == 2
    assert len({address for *_, address in posts}) == 2  # a connection each
    for _, _, headers, body, _ in posts:
        assert headers["Host"] == "127.0.0.1"
        assert headers["User-Agent"] == "Saleor/3.23"
        key = jwt.PyJWK(server.store.jwks()["keys"][0])
        jwt.api_jws.decode_complete(headers["Saleor-Signature"], key, algorithms=["RS256"], detached_payload=body)


def test_redirects_are_not_followed(open_store: Callable[..., Store], real_app: tuple[str, type[Heard]]) -> None:
    origin, heard = real_app
    store = open_store()
    store.install(f"{origin}/api/manifest")
    heard.status = 302
    store.orders.add_note(next(iter(store.state.orders.values())), "hello")
    assert [(sent.status, sent.code) for sent in store.deliver_due()] == [("FAILED", 302)]
    assert "/api/elsewhere" not in [path for _, path, *_ in heard.requests]


def test_an_app_that_takes_too_long_is_tried_again(
    open_store: Callable[..., Store], real_app: tuple[str, type[Heard]]
) -> None:
    origin, heard = real_app
    store = open_store(wire=network(timeout=(1, 0.2)))
    store.install(f"{origin}/api/manifest")
    heard.wait = 0.5
    store.orders.add_note(next(iter(store.state.orders.values())), "hello")
    assert [(sent.status, sent.code) for sent in store.deliver_due()] == [("PENDING", None)]


def test_the_app_may_ask_back_while_the_store_looks_at_its_manifest(
    open_store: Callable[..., Store], real_app: tuple[str, type[Heard]], monkeypatch: pytest.MonkeyPatch
) -> None:
    origin, heard = real_app
    with DemoServer(open_store()) as server:
        answers: list[int] = []
        answer_as_before = heard.do_GET

        def ask_back_first(self: Heard) -> None:
            answers.append(ask(server, "{ shop { name } }").status_code)
            answer_as_before(self)

        monkeypatch.setattr(heard, "do_GET", ask_back_first)
        fetch = f'mutation {{ appFetchManifest(manifestUrl: "{origin}/api/manifest") {{ manifest {{ name }} }} }}'
        token = server.store.access_token(server.store.person("admin"))
        body = ask(server, fetch, Authorization=f"Bearer {token}").json()
    assert body["data"]["appFetchManifest"]["manifest"] == {"name": "Example"}
    assert answers == [200]


def test_the_running_demo_delivers_by_itself(
    open_store: Callable[..., Store], real_app: tuple[str, type[Heard]], machine_time: None
) -> None:
    origin, heard = real_app
    with DemoServer(open_store(), deliver=True) as server:
        install_patiently(server.store, f"{origin}/api/manifest")
        server.store.orders.add_note(next(iter(server.store.state.orders.values())), "hello")
        until(lambda: [path for _, path, *_ in heard.requests].count("/api/webhooks"))


@pytest.fixture
def machine_time(clock: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """For threads that look at the clock themselves: it runs."""
    from saleor_support_plugin.demo.clock import machine_clock

    monkeypatch.setattr(type(clock), "__call__", lambda self: machine_clock())


def test_a_taken_port_is_an_error_at_once(tmp_path: Any) -> None:
    taken = bind(0)
    taken.listen()
    with pytest.raises(OSError, match="in use"):
        serve(taken.getsockname()[1], tmp_path, "http://127.0.0.1:1")
    taken.close()


@pytest.fixture
def run_demo(tmp_path: Path) -> Iterator[Callable[[str], subprocess.Popen[str]]]:
    """The demo as a process of its own, on one port and folder each time: `run_demo(app_origin)`."""
    free = bind(0)
    port = free.getsockname()[1]
    free.close()
    started: list[subprocess.Popen[str]] = []

    def run(app_url: str) -> subprocess.Popen[str]:
        code = (
            "import sys, pathlib;"
            "from saleor_support_plugin.demo.server import serve;"
            "serve(int(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3])"
        )
        command = [sys.executable, "-c", code, str(port), str(tmp_path), app_url]
        started.append(subprocess.Popen(command, stderr=subprocess.PIPE, text=True))
        return started[-1]

    yield run
    for process in started:
        process.kill()
        process.wait()
        if process.stderr:
            process.stderr.close()


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGINT])
def test_the_demo_process_installs_the_app_once_and_ends_cleanly(
    run_demo: Callable[[str], subprocess.Popen[str]],
    real_app: tuple[str, type[Heard]],
    ending: signal.Signals,
    tmp_path: Path,
) -> None:
    origin, heard = real_app

    def registrations() -> int:
        return [path for _, path, *_ in heard.requests].count("/api/register")

    def has_app() -> bool:
        return (tmp_path / STATE_FILE).exists() and b"Default token" in (tmp_path / STATE_FILE).read_bytes()

    first = run_demo(origin)
    until(lambda: registrations() == 1 and has_app())
    first.send_signal(ending)
    assert first.wait(15) == 0
    url = json.loads((tmp_path / STATE_FILE).read_text())["api_url"]
    second = run_demo(origin)
    until(lambda: answers(url))
    second.send_signal(ending)
    assert second.wait(15) == 0
    assert url.startswith("http://localhost:")
    assert registrations() == 1


def test_an_install_that_was_cut_off_is_done_again(
    open_store: Callable[..., Store], real_app: tuple[str, type[Heard]], tmp_path: Path, run_demo: Any
) -> None:
    origin, heard = real_app
    store = open_store(data=tmp_path)
    manifest_url = f"{origin}/api/manifest"
    installation = store.installing.request(manifest_url, app_name="Example", permissions=[])
    with store.act() as state:
        half = store.installing._app(installation, heard.manifest)
        state.apps[half.pk] = half
    run_demo(origin)
    until(lambda: [path for _, path, *_ in heard.requests].count("/api/register"))
    until(
        lambda: (
            "installations" in (saved := json.loads((tmp_path / STATE_FILE).read_text())) and not saved["installations"]
        )
    )


def answers(url: str) -> bool:
    try:
        return requests.post(url, json={"query": "{ shop { name } }"}, timeout=5).ok
    except requests.ConnectionError:
        return False


def test_the_demo_waits_for_an_app_that_is_not_up_yet(run_demo: Callable[[str], subprocess.Popen[str]]) -> None:
    nobody = bind(0)  # bound but not listening: connections are refused
    process = run_demo(f"http://127.0.0.1:{nobody.getsockname()[1]}")
    assert process.stderr
    said = until(lambda: next((line for line in process.stderr or () if "waiting for the app" in line), None))
    assert "Can't fetch manifest data" in said
    process.send_signal(signal.SIGTERM)
    assert process.wait(15) == 0
    nobody.close()


def test_a_server_leaves_no_thread_and_no_port_behind(open_store: Callable[..., Store]) -> None:
    with DemoServer(open_store(), deliver=True) as server:
        port = server.port
    names = [thread.name for thread in threading.enumerate()]
    assert not [name for name in names if name.startswith("demo-")], names
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0
