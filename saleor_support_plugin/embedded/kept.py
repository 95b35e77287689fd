"""What a data folder keeps so that the next start continues: the keys, and how to reach the running servers."""

import base64
import os
from collections.abc import Mapping
from pathlib import Path

from saleor_support_plugin.embedded.errors import CannotStart
from saleor_support_plugin.embedded.folders import write_private

_SECRETS = ("SECRET_KEY", "TOKEN_KEYS")


class SecretsUnreadable(CannotStart):
    """The file with the keys is damaged: new keys would make every stored token unreadable."""

    code = "secrets_unreadable"


def secrets(data: Path) -> dict[str, str]:
    """Return SECRET_KEY and TOKEN_KEYS: from the environment, else as kept in `data`/secrets.env, else new and kept."""
    file = data / "secrets.env"
    kept = read(file)
    missing = [name for name in _SECRETS if not kept.get(name) and not os.environ.get(name)]
    if missing:
        # 32 random bytes in this writing are what Fernet calls a key.
        kept |= {name: base64.urlsafe_b64encode(os.urandom(32)).decode() for name in missing}
        write(file, kept)
    return {name: os.environ.get(name) or kept[name] for name in _SECRETS}


def read(file: Path) -> dict[str, str]:
    """Read NAME=VALUE lines; an absent file has none. Raises SecretsUnreadable."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return {}
    except (UnicodeDecodeError, PermissionError) as error:
        raise _unreadable(file) from error
    pairs = [line.partition("=") for line in lines if line.strip() and not line.startswith("#")]
    if not all(sign and value for _, sign, value in pairs):
        raise _unreadable(file)
    return {name: value for name, _, value in pairs}


def write(file: Path, values: Mapping[str, str]) -> None:
    """Write NAME=VALUE lines that we alone may read."""
    write_private(file, "".join(f"{name}={value}\n" for name, value in values.items()))


def _unreadable(file: Path) -> SecretsUnreadable:
    return SecretsUnreadable(
        f"{file} cannot be read or holds something else than NAME=VALUE lines: restore it, "
        "or remove it, which makes new keys, after which every store has to install the app again."
    )
