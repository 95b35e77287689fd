"""The demo store on a port: `DemoServer` for tests, `serve` for the command line."""

from __future__ import annotations

import asyncio
import logging
import signal
import socket
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

import uvicorn

from .app_records import App
from .asking_app import AppRefused, AppSilent
from .faces.surroundings import Surroundings
from .manifest import ManifestRefused
from .merchant import set_up
from .shop import Refused
from .store import Store
from .web import Web

log = logging.getLogger(__name__)

HOST = "127.0.0.1"
# A browser's people and other programs know the running demo by this name, so that it may be reached over IPv6 too.
NAME = "localhost"
# How often the running demo looks for work, and how long it waits for the app before it asks again.
LOOK_SECONDS = 0.25
# In the folder of the store; others write the key into it.
KEY_FILE = "store-key"
ASK_AGAIN_SECONDS = 2.0


class DemoServer:
    """A store on a loopback port, in its own thread; a context manager.

    Port 0 takes a free one. With `deliver` a second thread sends what is due; without it tests call
    `store.deliver_due()` themselves. The store's API URL becomes this server's. `around` is what the pages for people
    know beside the store.
    """

    def __init__(
        self, store: Store, port: int = 0, *, deliver: bool = False, around: Surroundings | None = None
    ) -> None:
        self.store = store
        self.around = around
        self.port = port
        self._deliver = deliver
        self._server: uvicorn.Server | None = None
        self._serving: threading.Thread | None = None
        self._background: Background | None = None

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.port}"

    @property
    def api_url(self) -> str:
        return f"{self.url}/graphql/"

    def __enter__(self) -> DemoServer:
        self.open_port()
        self.store.move_to(self.api_url)
        if self._deliver:
            self._background = Background(self.store)
            self._background.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._background:
            self._background.stop()
        self.close_port()

    def open_port(self) -> None:
        """Listen, on the same port as before if there was one; returns when requests are answered."""
        listening = bind(self.port)
        self.port = listening.getsockname()[1]
        web = Web(self.store, self.around)
        self._server = uvicorn.Server(_config(web))
        self._serving = threading.Thread(
            target=_run, args=(self._server, [listening], web), name="demo-server", daemon=True
        )
        self._serving.start()
        while not self._server.started and self._serving.is_alive():
            time.sleep(0.005)

    def close_port(self) -> None:
        """Refuse connections, as a Saleor that is down does; `open_port` brings it back."""
        if self._server and self._serving:
            self._server.should_exit = True
            self._server.force_exit = True
            self._serving.join()
        self._server = None


class Background(threading.Thread):
    """Does the store's waiting work over and over: installations, then due deliveries, two at a time."""

    def __init__(self, store: Store) -> None:
        super().__init__(name="demo-deliveries", daemon=True)
        self.store = store
        self._stopping = threading.Event()

    def run(self) -> None:
        while not self._stopping.wait(LOOK_SECONDS):
            try:
                for sent in self.store.work(workers=2):
                    if sent.status != "SUCCESS":
                        log.warning("%s: %s (HTTP %s)", sent.delivery.event_type, sent.status, sent.code)
            except Exception:  # one bad delivery must not end all deliveries of the running demo
                log.exception("the demo store could not deliver")

    def stop(self) -> None:
        self._stopping.set()
        self.join()


def serve(
    port: int,
    data: Path,
    app_url: str,
    *,
    version: str = "3.23",
    outbox: Path | None = None,
    store_key: str = "",
    age_app: Sequence[str] = (),
) -> None:
    """Run the demo store until SIGTERM or Ctrl-C: install the app if it is not, then deliver what happens.

    `data` is the folder the store lives in; a second start continues there. `app_url` is the app's origin. `outbox` is
    the folder that the app leaves its mails in. `store_key` is what a merchant pastes for the widget; without it, it is
    looked for in `data`/store-key. `age_app` is the command that makes the app's data of this store older by so many
    seconds. Raises OSError when the port is taken, UnreadableState when the data is not the demo's.
    """
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")  # does nothing where logs already go
    listening = bind(port)
    port = listening.getsockname()[1]
    store = Store(data=data, version=version)
    around = Surroundings(app_url, store_key, data / KEY_FILE, outbox, age_app)
    known_url = store.api_url if store.apps.installed() else None
    store.move_to(f"http://{NAME}:{port}/graphql/")
    background = Background(store)
    threading.Thread(target=_settle_in, args=(store, app_url, known_url, background), daemon=True).start()
    log.info("the demo store answers at %s", store.api_url)
    for ending in (signal.SIGTERM, signal.SIGINT):
        signal.signal(
            ending, lambda *_: None
        )  # uvicorn stops by it, then raises it again for whoever stood here before
    try:
        _run(uvicorn.Server(_config(web := Web(store, around))), [listening, *_over_ipv6(port)], web)
    finally:
        if background.is_alive():
            background.stop()


def bind(port: int) -> socket.socket:
    listening = socket.socket()
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
    except OSError:
        listening.close()
        raise
    return listening


def _over_ipv6(port: int) -> list[socket.socket]:
    """The same port on ::1, for those to whom `localhost` means that first; a machine without IPv6 has none."""
    listening = socket.socket(socket.AF_INET6) if socket.has_ipv6 else None
    if listening is None:
        return []
    try:
        listening.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(("::1", port))
    except OSError:
        listening.close()
        return []
    return [listening]


def _config(web: Web) -> uvicorn.Config:
    return uvicorn.Config(
        web, lifespan="off", log_level="warning", access_log=False, loop="asyncio", http="h11", ws="none"
    )


def _run(server: uvicorn.Server, listening: list[socket.socket], web: Web) -> None:
    try:
        asyncio.run(server.serve(sockets=listening))
    finally:
        web.close()
        for one in listening:
            one.close()


def _settle_in(store: Store, app_url: str, known_url: str | None, background: Background) -> None:
    manifest_url = f"{app_url.rstrip('/')}/api/manifest"
    _forget_half_installed(store, manifest_url)
    app = store.apps.installed()
    if app and (known_url != store.api_url or app.manifest_url != manifest_url):
        # The app knows the store by its API URL: at another address it is another store.
        log.info("the demo store or the app has moved: installing the app again")
        with store.act():
            app.removed_at, app.is_active = store.now(), False
        app = None
    if app is None:
        app = install_patiently(store, manifest_url)
    background.start()
    set_up_patiently(store, app)


def _forget_half_installed(store: Store, manifest_url: str) -> None:
    """A demo that was killed in the middle of an install left an app that may never have got its token."""
    with store.act() as state:
        cut_off = [row for row in state.installations.values() if row.manifest_url == manifest_url]
        for installation in cut_off:
            del state.installations[installation.pk]
            for app in [app for app in state.apps.values() if app.manifest_url == manifest_url]:
                del state.apps[app.pk]


def set_up_patiently(store: Store, app: App) -> None:
    """Make the merchant's settings in the app as soon as it answers; an app that has none to make is left alone."""
    said = ""
    while True:
        try:
            return set_up(store, app)
        except AppRefused as refused:
            log.info("the app takes no settings: %s", refused)
            return None
        except AppSilent as silent:
            reason = str(silent)
        if reason != said:
            log.info("waiting to make the settings in the app: %s", reason)
            said = reason
        time.sleep(ASK_AGAIN_SECONDS)


def install_patiently(store: Store, manifest_url: str) -> App:
    """Install the app as soon as it answers; each reason for waiting is logged once."""
    said = ""
    while True:
        try:
            result = store.install(manifest_url)
        except (Refused, ManifestRefused) as refused:
            reason = str(refused)
        else:
            if isinstance(result, App):
                log.info("the app %s is installed in the demo store", result.name)
                return result
            reason = result.message
            with store.act() as state:
                state.installations.pop(result.pk, None)
        if reason != said:
            log.info("waiting for the app at %s: %s", manifest_url, reason)
            said = reason
        time.sleep(ASK_AGAIN_SECONDS)
