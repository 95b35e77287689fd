"""Settings: right ones are taken, wrong ones are named all at once, and nothing starts with them."""

import json
import os
import runpy
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from cryptography.fernet import Fernet
from django.core.exceptions import ImproperlyConfigured

SETTINGS = Path(__file__).parent.parent / "saleor_support_plugin" / "settings.py"
RIGHT = {
    "PUBLIC_URL": "https://support.example.com",
    "SECRET_KEY": "long, random, secret",
    "DATABASE_URL": "postgresql://user:password@db.example.com:5433/support?sslmode=require",
    "REDIS_URL": "redis://valkey.example.com:6379/0",
}


def read(monkeypatch: pytest.MonkeyPatch, environment: Mapping[str, str]) -> dict[str, Any]:
    """Return the settings as a new process with this environment, and no other, would have them."""
    for name in list(os.environ):
        if name.isupper():
            monkeypatch.delenv(name)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    return runpy.run_path(str(SETTINGS))


def refusal(monkeypatch: pytest.MonkeyPatch, environment: Mapping[str, str]) -> str:
    with pytest.raises(ImproperlyConfigured) as refused:
        read(monkeypatch, environment)
    return str(refused.value)


def doctor(environment: Mapping[str, str], data: Path) -> "subprocess.CompletedProcess[str]":
    """Run `saleor-support doctor` beside an `up` that does not run: the one of this machine is none of our business."""
    command = [sys.executable, "-m", "saleor_support_plugin", "--data", str(data), "doctor"]
    return subprocess.run(command, env=dict(environment), capture_output=True, text=True, timeout=60)


def test_four_variables_are_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    read_in = read(monkeypatch, RIGHT)
    assert read_in["CELERY_BROKER_URL"] == RIGHT["REDIS_URL"]
    assert (read_in["ALLOWED_STORES"], read_in["ALLOW_PRIVATE_STORES"], read_in["DEBUG"]) == ((), False, False)
    assert (read_in["MANIFEST_APP_ID"], read_in["APP_NAME"]) == ("saleor.support", "Saleor Support")
    database = read_in["DATABASES"]["default"]
    assert (database["HOST"], database["PORT"], database["NAME"]) == ("db.example.com", "5433", "support")
    assert database["OPTIONS"]["sslmode"] == "require"


def test_whoever_runs_a_command_without_settings_is_told_what_to_set(tmp_path: Path) -> None:
    done = doctor({}, tmp_path)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    for name in RIGHT:
        assert f"{name} is not set: " in done.stderr


def test_whoever_sets_several_wrong_is_told_of_all_at_once(tmp_path: Path) -> None:
    wrong = {
        "PUBLIC_URL": "support.example.com",
        "DATABASE_URL": "mysql://db/support",
        "ALLOW_PRIVATE_STORES": "perhaps",
        "LOG_LEVEL": "loud",
        "WEBHOOK_MAX_BYTES": "5 MB",
        "DATABASE_POOL_SIZE": "-1",
        "DEMO_URL": "https://demo.example.com/dashboard",
        "EMAIL_URL": "mail.example.com",
        "EMAIL_FROM": "Aurora Lights",
        "PROXIES": "-1",
        "FILES_URL": "s3:/photos",
    }
    done = doctor(RIGHT | wrong, tmp_path)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    lines = [line.strip() for line in done.stderr.splitlines()]
    assert len(lines) == 1 + len(wrong)
    for name in wrong:
        (line,) = [line for line in lines if line.startswith(f"{name} is ")]
        assert line.partition(": ")[2], "what is allowed"


@pytest.mark.parametrize(
    ("name", "value", "allowed"),
    [
        ("PUBLIC_URL", "ftp://support.example.com", "an origin such as https://"),
        ("PUBLIC_URL", "https://support.example.com/support", "without a path"),
        ("PUBLIC_URL", "https://support.example.com?a=b", "without a path"),
        ("PUBLIC_URL", "https://", "an origin"),
        ("DEMO_URL", "localhost:8001", "an origin"),
        ("DATABASE_URL", "sqlite:///support.db", "a PostgreSQL address"),
        ("ALLOW_PRIVATE_STORES", "2", "1 or 0"),
        ("DEBUG", "on", "1 or 0"),
        ("LOG_LEVEL", "TRACE", "DEBUG, INFO, WARNING or ERROR"),
        ("WEBHOOK_MAX_BYTES", "-1", "a number of bytes"),
        ("SALEOR_TIMEOUT_SECONDS", "1.5", "a number of seconds"),
        ("DATABASE_POOL_SIZE", "many", "connections for each process"),
        ("EMAIL_URL", "imap://mail.example.com", "smtp://user:password@host:587"),
        ("EMAIL_FROM", "help@shop.example, sales@shop.example", "an e-mail address"),
        ("PROXIES", "one", "how many proxies"),
        ("FILES_URL", "/var/files", "file:///folder"),
        ("FILES_URL", "azure://account:key@container", "with the extras s3, azure and google"),
        ("FILES_ORIGIN", "files.example.com", "an origin such as https://"),
        ("FILE_MAX_BYTES", "0", "a number of bytes"),
        ("FILE_MAX_PIXELS", "40 MP", "a number of pixels"),
    ],
)
def test_a_wrong_value_is_named_with_what_is_allowed(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, allowed: str
) -> None:
    said = refusal(monkeypatch, RIGHT | {name: value})
    assert f"{name} is " in said
    assert allowed in said
    assert said.count("\n") == 1, "nothing else is wrong"


@pytest.mark.parametrize(
    ("name", "value", "meant"),
    [
        ("PUBLIC_URL", "https://support.example.com/", "https://support.example.com"),
        ("PUBLIC_URL", "http://localhost:8000", "http://localhost:8000"),
        ("ALLOW_PRIVATE_STORES", "yes", True),
        ("ALLOW_PRIVATE_STORES", "False", False),
        ("ALLOWED_STORES", " shop.example.com, *.saleor.cloud ,", ("shop.example.com", "*.saleor.cloud")),
        ("LOG_LEVEL", "warning", "WARNING"),
        ("WEBHOOK_MAX_BYTES", "", 5_000_000),
        ("CELERY_BROKER_URL", "redis+socket:///run/valkey.sock", "redis+socket:///run/valkey.sock"),
        ("EMAIL_FROM", "", "no-reply@support.example.com"),
        ("EMAIL_FROM", "help@shop.example", "help@shop.example"),
        ("OUTBOX_DIR", "/var/mails", Path("/var/mails")),
        ("FILES_ORIGIN", "", "https://support.example.com"),
        ("FILES_ORIGIN", "https://files.example.com/", "https://files.example.com"),
        ("PROXIES", "", 1),
        ("PROXIES", "0", 0),
    ],
)
def test_a_value_is_read_as_it_is_meant(monkeypatch: pytest.MonkeyPatch, name: str, value: str, meant: object) -> None:
    assert read(monkeypatch, RIGHT | {name: value})[name] == meant


def test_without_keys_of_their_own_tokens_are_sealed_with_one_made_of_the_secret(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (key,) = read(monkeypatch, RIGHT)["TOKEN_KEYS"]
    assert Fernet(key)
    assert read(monkeypatch, RIGHT)["TOKEN_KEYS"] == (key,)
    assert read(monkeypatch, RIGHT | {"SECRET_KEY": "another"})["TOKEN_KEYS"] != (key,)


def test_files_lie_in_a_folder_beside_where_the_service_runs_or_where_it_is_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert read(monkeypatch, RIGHT)["STORAGES"]["files"]["OPTIONS"]["location"] == str(tmp_path / "files")
    bucket = read(monkeypatch, RIGHT | {"FILES_URL": "s3://photos"})["STORAGES"]["files"]
    assert bucket["OPTIONS"]["bucket_name"] == "photos"


def test_keys_are_taken_in_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    keys = tuple(Fernet.generate_key().decode() for _ in range(2))
    assert read(monkeypatch, RIGHT | {"TOKEN_KEYS": ",".join(keys)})["TOKEN_KEYS"] == keys


def test_no_pool_where_none_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read(monkeypatch, RIGHT)["DATABASES"]["default"]["OPTIONS"]["pool"]["max_size"] == 8
    without = read(monkeypatch, RIGHT | {"DATABASE_POOL_SIZE": "0"})
    assert "pool" not in without["DATABASES"]["default"]["OPTIONS"]
    json.dumps(without["DATABASES"])
