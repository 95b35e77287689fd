"""What stands around the demo store and is none of its own: the app, its mails, and what the visitor was told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from secrets import token_hex
from urllib.parse import urlsplit

_MOST_NOTES = 50


@dataclass
class Surroundings:
    """`key` is the store's key in the app, which a merchant pastes into their pages; `key_file` may hold it instead.

    `outbox` is the folder that the app writes its mails to. `age_app` is the command that makes what the app knows of
    this store older by so many seconds; empty where there is none.
    """

    app_url: str = ""
    key: str = ""
    key_file: Path | None = None
    outbox: Path | None = None
    age_app: Sequence[str] = ()
    _notes: dict[str, tuple[str, bool]] = field(default_factory=dict)

    @property
    def app_origin(self) -> str:
        parts = urlsplit(self.app_url)
        return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""

    @property
    def store_key(self) -> str:
        """Empty as long as nobody has said it: then the pages go without the widget."""
        if self.key or self.key_file is None:
            return self.key
        try:
            return self.key_file.read_text(encoding="utf-8").strip()
        except (FileNotFoundError, UnicodeDecodeError):
            return ""

    def note(self, text: str, *, well: bool) -> str:
        """Keep what is to be said on the next page and return the name it is asked for by."""
        name = token_hex(4)
        self._notes[name] = (text, well)
        for old in list(self._notes)[:-_MOST_NOTES]:
            del self._notes[old]
        return name

    def noted(self, name: str) -> tuple[str, bool] | None:
        """What was to be said, and whether all went well."""
        return self._notes.get(name)
