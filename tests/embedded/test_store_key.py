"""The demo store is told its key once the app is installed in it, as a merchant would copy it."""

import json
import sys
from pathlib import Path

import pytest

from saleor_support_plugin.embedded import store_key

API_URL = "http://localhost:8001/graphql/"


def doctor(folder: Path, *answers: object) -> list[str]:
    """Return a program that gives these answers in turn, the last one for ever, and ends as doctor does."""
    script = folder / "doctor.py"
    script.write_text(
        "import pathlib, sys\n"
        f"answers = {[json.dumps(one) for one in answers]!r}\n"
        f"count = pathlib.Path({str(folder / 'count')!r})\n"
        "asked = int(count.read_text()) if count.exists() else 0\n"
        "count.write_text(str(asked + 1))\n"
        "assert sys.argv[1:] == ['doctor', '--json']\n"
        "print(answers[min(asked, len(answers) - 1)])\n"
        "sys.exit(1)\n"
    )
    return [sys.executable, str(script)]


def store(api_url: str = API_URL, state: str = "active", channels: tuple[str, ...] = ("tr", "eu")) -> dict[str, object]:
    return {"store": api_url, "state": state, "key": "abc", "channels": channels}


def test_the_key_is_written_once_the_app_knows_the_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_key, "_FIRST_SECONDS", 0.0)
    file = tmp_path / "demo" / "store-key"
    program = doctor(tmp_path, {"well": False}, {"stores": []}, {"stores": [store(channels=())]}, {"stores": [store()]})
    assert store_key.main([API_URL, str(file), *program]) == 0
    assert file.read_text() == "abc"
    assert (tmp_path / "count").read_text() == "4"


@pytest.mark.parametrize("stores", [[], [store("http://elsewhere/graphql/")], [store(state="removed")]])
def test_another_store_and_one_that_was_removed_give_no_key(tmp_path: Path, stores: list[dict[str, object]]) -> None:
    assert store_key.asked_for(API_URL, doctor(tmp_path, {"stores": stores})) is None


def test_a_doctor_that_says_nothing_gives_no_key() -> None:
    assert store_key.asked_for(API_URL, ["true"]) is None
