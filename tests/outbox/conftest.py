from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import LazySettings

from .mail_server import MailServer


@pytest.fixture
def folder(tmp_path: Path, settings: LazySettings) -> Path:
    """The file outbox of this test."""
    settings.OUTBOX_DIR = tmp_path / "outbox"
    settings.EMAIL = {"way": "file", "folder": ""}
    return tmp_path / "outbox"


@pytest.fixture
def server(folder: Path, settings: LazySettings) -> Iterator[MailServer]:
    with MailServer() as running:
        settings.EMAIL = running.settings
        yield running
