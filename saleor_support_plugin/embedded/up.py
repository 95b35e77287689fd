"""`saleor-support up`: everything on one machine, from PostgreSQL to the demo store, until Ctrl-C."""

import errno
import os
import shutil
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import NoReturn

from saleor_support_plugin.embedded import kept, orphans, ports, postgres, service, valkey
from saleor_support_plugin.embedded.bell import AskedToStop, Bell
from saleor_support_plugin.embedded.console import Console
from saleor_support_plugin.embedded.errors import CannotStart, DiskFull
from saleor_support_plugin.embedded.folders import data_folder, known_folder, socket_folder
from saleor_support_plugin.embedded.lock import Lock
from saleor_support_plugin.embedded.service import PROGRAM, Service
from saleor_support_plugin.embedded.supervisor import Supervisor

# How long to wait for the port when the last launcher was killed and its parts are still stopping.
_UNCLEAN_SECONDS = 6.0
_RUNNING = "running.env"


class NoServers(CannotStart):
    """No PostgreSQL or no Valkey on this machine, and no address of one elsewhere."""

    code = "no_servers"


def up(port: int = 8000, data: Path | None = None, demo: bool = True, *, program: Sequence[str] = PROGRAM) -> int:
    """Run everything until Ctrl-C, SIGTERM or SIGHUP and return the exit status.

    0: stopped as asked. 2: the port or the data folder is in use. 1: something else a person has to change.
    """
    console = Console()
    with Bell() as bell:
        try:
            _run(port, data, demo, program, bell, console)
        except AskedToStop:
            console.say("stopped")
            return 0
        except CannotStart as error:
            console.complain(str(error))
            return error.exit_status
        except OSError as error:
            if error.errno not in (errno.ENOSPC, errno.EDQUOT):
                raise
            console.complain(str(DiskFull(error.filename or data or "the data")))
            return 1


def become_launcher(port: int = 8000, data: Path | None = None, demo: bool = True) -> NoReturn:
    """Turn this process into the launcher alone: a command line that has loaded much stays in memory otherwise."""
    words = ["--port", str(port), *(["--data", str(data)] if data else []), *([] if demo else ["--no-demo"])]
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, "-m", "saleor_support_plugin.embedded", *words])  # noqa: S606


def running_environment(data: Path | None = None) -> dict[str, str]:
    """Return the environment of the service that runs on this data folder; empty when none runs.

    With it a command in another terminal finds the same database and keys.
    """
    folder = known_folder(data)
    return kept.read(folder / _RUNNING) if folder else {}


def _run(port: int, data: Path | None, demo: bool, program: Sequence[str], bell: Bell, console: Console) -> NoReturn:
    folder = data_folder(data)
    with Lock(folder) as lock, ExitStack() as at_the_end:
        orphans.end_recorded(folder / "parts")
        patience = _UNCLEAN_SECONDS if lock.was_unclean else 0.0
        listener = at_the_end.enter_context(ports.listen(port, patience_seconds=patience, pause=bell.pause))
        port = int(listener.getsockname()[1])
        demo_port = ports.second_port(folder / "demo-port", port, console.say) if demo else None
        told = Service(folder, port, demo_port, program)
        lock.tell(told.url)
        supervisor = Supervisor(folder, bell, console)
        sockets = socket_folder(folder)
        at_the_end.callback(shutil.rmtree, sockets, ignore_errors=True)
        at_the_end.callback((folder / _RUNNING).unlink, missing_ok=True)
        at_the_end.callback(supervisor.stop)
        console.say(f"Saleor Support starts; data in {folder}")
        _start(told, listener.fileno(), sockets, supervisor, console)
        supervisor.watch()


def _start(told: Service, listener: int, sockets: Path, supervisor: Supervisor, console: Console) -> None:
    environment = os.environ | service.settings(told) | _servers(told.data, sockets, supervisor, console)
    kept.write(told.data / _RUNNING, service.told(environment))
    with console.step("migrations"):
        supervisor.run(service.migrations(told, environment))
    parts = service.parts(told, environment, listener)
    with console.step(", ".join(part.name for part in parts)):
        supervisor.start(*parts)
    console.say(f"ready: {told.url}\n{service.links(told, environment['PUBLIC_URL'])}")


def _servers(data: Path, sockets: Path, supervisor: Supervisor, console: Console) -> dict[str, str]:
    """Start the servers nobody gave an address of, and return their addresses."""
    needs_database, needs_valkey = not os.environ.get("DATABASE_URL"), not os.environ.get("REDIS_URL")
    database, broker = postgres.find_binaries(), valkey.find_binary()
    _check_found(
        DATABASE_URL=not needs_database or database is not None, REDIS_URL=not needs_valkey or broker is not None
    )
    addresses: dict[str, str] = {}
    if needs_database and database:
        with console.step("PostgreSQL"):
            server = postgres.prepare(data, sockets, database)
            supervisor.start(postgres.part(server))
        addresses["DATABASE_URL"] = postgres.url(server)
    if needs_valkey and broker:
        with console.step("Valkey"):
            store = valkey.prepare(data, sockets, broker)
            supervisor.start(valkey.part(store, wave=1))
        addresses["REDIS_URL"] = valkey.cache_url(store)
        addresses["CELERY_BROKER_URL"] = os.environ.get("CELERY_BROKER_URL") or valkey.broker_url(store)
    return addresses


def _check_found(**found: bool) -> None:
    missing = [name for name, there in found.items() if not there]
    if missing:
        names = {"DATABASE_URL": "PostgreSQL", "REDIS_URL": "Valkey or Redis"}
        raise NoServers(
            f"no {' and no '.join(names[name] for name in missing)} found, neither from a wheel nor on PATH: "
            f"set {' and '.join(missing)} to servers that run elsewhere."
        )
