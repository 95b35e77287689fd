"""The wheel holds everything: installed in an empty environment, it migrates an empty database."""

import configparser
import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "saleor_support_plugin"


def listed_packages() -> set[str]:
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg")
    return set(config["options"]["packages"].split())


def packages_of_the_tree() -> set[str]:
    folders = [path.parent.relative_to(ROOT) for path in PACKAGE.rglob("__init__.py")]
    return {".".join(folder.parts) for folder in folders} | {"saleor_support_plugin.migrations"}


def test_setup_cfg_lists_every_package() -> None:
    assert listed_packages() == packages_of_the_tree()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    names = ["saleor_support_plugin", "migrations", "pyproject.toml", "setup.cfg", "README.md", "LICENSE", "NOTICE"]
    source.mkdir()
    for name in names:  # a copy, for setuptools leaves a build folder behind that a later build would believe
        subprocess.run(["cp", "-R", str(ROOT / name), str(source)], check=True)
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, text=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_migrations_pages_and_front_ends(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    assert "saleor_support_plugin/migrations/0001_first.py" in held
    assert "saleor_support_plugin/pages/tr/privacy.html" in held
    assert "saleor_support_plugin/static/logo.png" in held
    assert "saleor_support_plugin/mails/layouts/mail.mjml" in held
    assert "saleor_support_plugin/mails/words/tr.toml" in held
    assert "saleor_support_plugin/demo/schema.graphql" in held
    assert "saleor_support_plugin/built/dashboard_extension/order.html" in held
    assert "saleor_support_plugin/built/storefront_widget/widget.js" in held
    assert not [name for name in held if name.startswith(("graphql/", "tests/", "migrations/"))]


def test_an_empty_environment_migrates_an_empty_database_with_the_wheel(
    wheel: Path, tmp_path: Path, django_db_setup: None
) -> None:
    from django.db import connection

    environment = tmp_path / "environment"
    venv.create(environment, with_pip=False)
    installed = next(environment.glob("lib/python*/site-packages"))
    zipfile.ZipFile(wheel).extractall(installed)
    (installed / "dependencies.pth").write_text(next(path for path in sys.path if path.endswith("site-packages")))
    database = f"wheel_{os.getpid()}"
    parameters = connection.get_connection_params()
    address = f"postgresql:///{database}?host={parameters['host']}"
    if parameters.get("user"):
        address += f"&user={parameters['user']}"
    import psycopg

    at = {name: parameters[name] for name in ("host", "port", "user", "password") if parameters.get(name)}
    with psycopg.connect(dbname="postgres", autocommit=True, **at) as server:
        server.execute(f"create database {database}")
        try:
            told = {
                "PUBLIC_URL": "http://localhost",
                "SECRET_KEY": "x",
                "REDIS_URL": "redis://",
                "DATABASE_URL": address,
            }
            command = [str(environment / "bin" / "python"), "-m", "saleor_support_plugin", "migrate"]
            done = subprocess.run(command, cwd="/", env=told, capture_output=True, text=True, timeout=120)
            assert done.returncode == 0, done.stderr
            with psycopg.connect(dbname=database, **at) as there:
                tables = there.execute("select count(*) from pg_tables where tablename like 'support_%'").fetchone()
            assert tables is not None
            assert tables[0] >= 12
        finally:
            server.execute(f"drop database {database} with (force)")
