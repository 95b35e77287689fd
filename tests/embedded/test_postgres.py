"""PostgreSQL from the wheel, on data folders in every state a machine can leave them in."""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from saleor_support_plugin.embedded import folders, postgres, postgres_leftovers, postgres_other_user, users
from saleor_support_plugin.embedded.errors import DiskFull
from saleor_support_plugin.embedded.parts import Life

ROOT = os.getuid() == 0


@pytest.fixture(scope="module")
def binaries() -> Path:
    found = postgres.find_binaries()
    assert found is not None
    return found


@pytest.fixture
def sockets() -> Iterator[Path]:
    """A short private folder; pytest's own are too long for a socket."""
    with tempfile.TemporaryDirectory(prefix="pg-") as folder:
        yield Path(folder).resolve()


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, binaries: Path) -> Path:
    """A data folder with one order in it, stopped in peace. Tests work on copies."""
    data = tmp_path_factory.mktemp("filled")
    with tempfile.TemporaryDirectory(prefix="pg-") as sockets:
        server = postgres.prepare(data, Path(sockets).resolve(), binaries, durable=False)
        life = started(server, data)
        with psycopg.connect(postgres.url(server)) as connection:
            connection.execute("create table orders as select 'A-1' as number")
        life.stop(10)
    return data


@pytest.fixture
def data(filled: Path, tmp_path: Path) -> Path:
    shutil.copytree(filled / "postgres", tmp_path / "postgres", symlinks=True)
    return tmp_path.resolve()


def started(server: postgres.Postgres, data: Path) -> Life:
    life = Life(postgres.part(server), data / "postgres.log")
    assert life.wait_until_ready(30), life.last_words(10)
    return life


def assert_orders_are_there(server: postgres.Postgres, data: Path) -> None:
    life = started(server, data)
    try:
        with psycopg.connect(postgres.url(server)) as connection:
            assert connection.execute("select number from orders").fetchall() == [("A-1",)]
    finally:
        life.stop(10)
    assert postgres_leftovers.running_on(server.folder) == []


def test_a_new_database_sorts_the_same_everywhere_and_listens_to_nobody_else(
    tmp_path: Path, sockets: Path, binaries: Path
) -> None:
    server = postgres.prepare(tmp_path, sockets, binaries, durable=True)
    life = started(server, tmp_path)
    with psycopg.connect(postgres.url(server)) as connection:
        row = connection.execute(
            "select datlocprovider, pg_encoding_to_char(encoding), current_setting('listen_addresses'),"
            " current_setting('fsync'), current_setting('max_connections'), lower('ÄÖÇ')"
            " from pg_database where datname = 'support'"
        ).fetchone()
    assert life.part.stop_signal == signal.SIGINT
    life.stop(10)
    provider = "b" if server.major >= 17 else "c"
    assert row is not None
    assert row[:5] == (provider, "UTF8", "", "on", "60")
    assert row[5] == "äöç" or server.major < 17
    assert not (tmp_path / "postgres.new").exists()


@pytest.mark.skipif(not ROOT, reason="only root may become somebody else")
def test_root_refused_user_namespaces_gets_another_user_who_opens_nothing_of_roots(
    sockets: Path, binaries: Path, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = tmp_path / "site-packages"  # below folders that only root can enter, as a virtualenv in root's home is
    wheel = binaries.parents[1]
    for part in (wheel, wheel.with_name(f"{wheel.name}.libs")):
        shutil.copytree(part, closed / part.name, symlinks=True)
    with tempfile.TemporaryDirectory(prefix="var-lib-") as var_lib:
        Path(var_lib).chmod(0o711)
        before = data.stat().st_mode
        monkeypatch.setattr(users, "_runs", lambda user, binary: False)
        monkeypatch.setattr(postgres_other_user, "_ROOT", Path(var_lib))
        server = postgres.prepare(data, sockets, closed / binaries.relative_to(wheel.parent))
        assert server.user.who == "other"
        assert Path(var_lib) in server.binaries.parents
        assert server.user.uid == pwd.getpwnam("nobody").pw_uid
        assert_orders_are_there(server, data)
        assert data.stat().st_mode == before
        assert (data / "postgres").resolve() == server.folder
        # When namespaces are allowed again, the folder stays with the user it was given to.
        monkeypatch.setattr(users, "_runs", lambda user, binary: True)
        assert_orders_are_there(postgres.prepare(data, sockets, binaries), data)


@pytest.mark.skipif(not ROOT, reason="only root may become somebody else")
def test_an_ordinary_user_needs_none_of_that(binaries: Path) -> None:
    nobody = pwd.getpwnam("nobody")
    with tempfile.TemporaryDirectory(prefix="home-") as home:
        os.chown(home, nobody.pw_uid, nobody.pw_gid)
        try:
            subprocess.run([sys.executable, "-c", ""], user=nobody.pw_uid, cwd=home, capture_output=True, check=True)
        except (PermissionError, subprocess.CalledProcessError):
            pytest.skip("this Python is in a folder that only root can enter")
        done = subprocess.run(
            [sys.executable, "-c", _ORDINARY_USER, home],
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "TMPDIR": "/tmp", "HOME": home},
            user=nobody.pw_uid,
            group=nobody.pw_gid,
            extra_groups=[],
            cwd=home,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.stdout.split() == ["self", "True"], done.stderr


_ORDINARY_USER = """
import sys
from pathlib import Path
from saleor_support_plugin.embedded import folders, postgres
from saleor_support_plugin.embedded.parts import Life
data = Path(sys.argv[1])
server = postgres.prepare(data, folders.private_folder(data / "s"), postgres.find_binaries(), durable=False)
life = Life(postgres.part(server), data / "log")
print(server.user.who, life.wait_until_ready(30))
life.stop(10)
"""


def test_a_stale_pid_file_that_names_a_living_stranger_is_no_obstacle(
    data: Path, sockets: Path, binaries: Path
) -> None:
    (data / "postgres" / "postmaster.pid").write_text(f"{os.getpid()}\n{data}/postgres\n")
    server = postgres.prepare(data, sockets, binaries)
    (server.sockets / ".s.PGSQL.5432.lock").write_text(f"{os.getpid()}\n")
    assert_orders_are_there(server, data)


def test_a_server_that_outlived_its_launcher_is_stopped_first(data: Path, sockets: Path, binaries: Path) -> None:
    server = postgres.prepare(data, sockets, binaries)
    orphan = started(server, data)
    assert_orders_are_there(server, data)
    assert orphan.status() == 0, "it was not asked to stop in peace"


def test_the_working_processes_of_a_killed_server_are_gone_before_the_next_starts(
    data: Path, sockets: Path, binaries: Path
) -> None:
    server = postgres.prepare(data, sockets, binaries)
    killed = started(server, data)
    with psycopg.connect(postgres.url(server)) as connection:
        working = connection.info.backend_pid
        os.kill(working, signal.SIGSTOP)  # it cannot see that its server is gone
        os.kill(killed.pid, signal.SIGKILL)
        assert_orders_are_there(server, data)
    assert postgres_leftovers.running_on(server.folder) == []


def test_another_major_version_is_named_with_what_to_do(data: Path, sockets: Path, binaries: Path) -> None:
    (data / "postgres" / "PG_VERSION").write_text("9\n")
    with pytest.raises(postgres.OtherMajorVersion) as told:
        postgres.prepare(data, sockets, binaries)
    assert f"{data}/postgres was made by PostgreSQL 9, which PostgreSQL" in str(told.value)
    assert "pg_dumpall" in str(told.value)


def test_a_first_start_that_was_cut_short_is_begun_again(tmp_path: Path, sockets: Path, binaries: Path) -> None:
    half = tmp_path / "postgres.new"
    half.mkdir()
    (half / "PG_VERSION").write_text("18\n")
    server = postgres.prepare(tmp_path, sockets, binaries, durable=False)
    life = started(server, tmp_path)
    life.stop(10)
    assert not half.exists()


def test_a_disk_too_small_for_a_first_start_is_named(
    tmp_path: Path, sockets: Path, binaries: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folders, "free_bytes", lambda folder: 1000)
    with pytest.raises(DiskFull) as told:
        postgres.prepare(tmp_path, sockets, binaries)
    assert str(told.value).startswith(f"The disk that holds {tmp_path} is full: free at least 200 MB there")


def test_a_disk_that_fills_up_during_the_first_start_is_named(
    tmp_path: Path, sockets: Path, binaries: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    size = ["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", str(tmp_path)]
    if subprocess.run(size, capture_output=True, check=False).returncode != 0:
        pytest.skip("a small disk cannot be mounted here")
    try:
        monkeypatch.setattr(folders, "_FIRST_START_BYTES", 0)
        with pytest.raises(DiskFull):
            postgres.prepare(tmp_path, sockets, binaries)
        assert not (tmp_path / "postgres").exists()
    finally:
        subprocess.run(["umount", str(tmp_path)], check=True)


def test_where_no_short_folder_exists_the_person_is_told_to_set_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / ("long" * 30)))
    monkeypatch.setattr(folders, "LONGEST_SOCKET_PATH", 20)
    with pytest.raises(folders.PathTooLong, match="Set TMPDIR to a short folder"):
        folders.socket_folder(tmp_path)


def test_a_long_tmpdir_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    long = tmp_path / ("long" * 20)
    long.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(long))
    made = folders.socket_folder(tmp_path)
    made.rmdir()
    assert made.parent == Path("/tmp").resolve()


def test_a_folder_for_sockets_that_somebody_else_put_there_is_refused(tmp_path: Path) -> None:
    (tmp_path / "theirs").symlink_to(tmp_path)
    with pytest.raises(folders.NoFolder, match="was made by somebody else"):
        folders.private_folder(tmp_path / "theirs")


def test_without_wheel_and_installation_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres, "find_spec", lambda name: None)
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.setattr(Path, "glob", lambda self, pattern: iter(()))
    assert postgres.find_binaries() is None


def test_a_server_on_path_is_the_last_resort(tmp_path: Path, sockets: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres, "find_spec", lambda name: None)
    found = postgres.find_binaries()
    if found is None:
        pytest.skip("no PostgreSQL is installed on this machine")
    server = postgres.prepare(tmp_path, sockets, found, durable=False)
    life = started(server, tmp_path)
    life.stop(10)


def test_it_ends_with_the_process_that_started_it(data: Path, sockets: Path, binaries: Path) -> None:
    program = f"""
import time
from pathlib import Path
from saleor_support_plugin.embedded import postgres
from saleor_support_plugin.embedded.parts import Life
data = Path({str(data)!r})
life = Life(postgres.part(postgres.prepare(data, Path({str(sockets)!r}), Path({str(binaries)!r}))), data / "log")
print(life.wait_until_ready(30), flush=True)
time.sleep(60)
"""
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        assert parent.stdout.readline() == "True\n"
        parent.kill()
    give_up = time.monotonic() + 10
    while postgres_leftovers.running_on(data / "postgres"):
        assert time.monotonic() < give_up
        time.sleep(0.01)
