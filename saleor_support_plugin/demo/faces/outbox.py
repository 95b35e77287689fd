"""The outbox: every mail that the app wrote, read from the folder it leaves them in. Nothing leaves the machine."""

from __future__ import annotations

import email
import email.policy
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from pathlib import Path

_MOST_SHOWN = 200
_LARGEST_BYTES = 5_000_000


@dataclass(frozen=True)
class Mail:
    """One file of the folder; `name` is the file's."""

    name: str
    message: EmailMessage
    written_at: datetime

    def header(self, name: str) -> str:
        """A header in readable letters; an odd one as it stands."""
        return str(self.message.get(name, ""))

    @property
    def sent_at(self) -> datetime:
        try:
            said = parsedate_to_datetime(self.header("Date"))
        except (ValueError, TypeError):
            return self.written_at
        return said if said.tzinfo else said.replace(tzinfo=UTC)

    def part(self, kind: str) -> str | None:
        """The part of kind "plain" or "html" as text."""
        found = self.message.get_body((kind,))
        if not isinstance(found, EmailMessage):
            return None
        try:
            return str(found.get_content())
        except (LookupError, KeyError):  # a charset that Python does not know
            raw = found.get_payload(decode=True)
            return raw.decode("utf-8", errors="replace") if isinstance(raw, bytes) else ""


def count(folder: Path | None) -> int:
    return len(_files(folder))


def mails(folder: Path | None) -> list[Mail]:
    """The newest first."""
    newest_first = sorted(_files(folder), key=lambda file: (file.stat().st_mtime_ns, file.name), reverse=True)
    return [_read(file) for file in newest_first[:_MOST_SHOWN]]


def mail(folder: Path | None, name: str) -> Mail | None:
    """The mail in the file of this name. Only files that are there can be named, so no path leads out."""
    return next((_read(file) for file in _files(folder) if file.name == name), None)


def _files(folder: Path | None) -> list[Path]:
    if folder is None or not folder.is_dir():
        return []
    return [file for file in folder.glob("*.eml") if file.is_file()]


def _read(file: Path) -> Mail:
    with file.open("rb") as stream:
        raw = stream.read(_LARGEST_BYTES)
    message = email.message_from_bytes(raw, policy=email.policy.default)
    return Mail(file.name, message, datetime.fromtimestamp(file.stat().st_mtime, UTC))
