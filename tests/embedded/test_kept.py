"""Keys: made once, kept, never replaced behind a merchant's back."""

import stat
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from saleor_support_plugin.embedded import kept


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SECRET_KEY")
    monkeypatch.delenv("TOKEN_KEYS")


def test_the_first_start_makes_keys_and_the_next_one_takes_them(tmp_path: Path) -> None:
    made = kept.secrets(tmp_path)
    assert kept.secrets(tmp_path) == made
    assert made["SECRET_KEY"] != made["TOKEN_KEYS"]
    assert stat.S_IMODE((tmp_path / "secrets.env").stat().st_mode) == 0o600


def test_a_token_sealed_today_opens_after_the_next_start(tmp_path: Path) -> None:
    sealed = Fernet(kept.secrets(tmp_path)["TOKEN_KEYS"]).encrypt(b"app token")
    assert Fernet(kept.secrets(tmp_path)["TOKEN_KEYS"]).decrypt(sealed) == b"app token"


def test_a_key_from_the_environment_wins_and_is_not_written_down(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRET_KEY", "mine")
    assert kept.secrets(tmp_path)["SECRET_KEY"] == "mine"
    assert set(kept.read(tmp_path / "secrets.env")) == {"TOKEN_KEYS"}


@pytest.mark.parametrize("damage", [b"SECRET_KEY\n", b"TOKEN_KEYS=\n", b"\xff\xfe"])
def test_damaged_keys_are_named_and_not_replaced(tmp_path: Path, damage: bytes) -> None:
    file = tmp_path / "secrets.env"
    file.write_bytes(damage)
    with pytest.raises(kept.SecretsUnreadable, match=str(file)):
        kept.secrets(tmp_path)
    assert file.read_bytes() == damage
