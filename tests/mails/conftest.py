from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import LazySettings

from .fake_postmark import FakePostmark


@pytest.fixture
def folder(tmp_path: Path, settings: LazySettings) -> Path:
    """The file outbox of this test."""
    settings.OUTBOX_DIR = tmp_path / "outbox"
    settings.EMAIL = {"way": "file", "folder": ""}
    return tmp_path / "outbox"


@pytest.fixture
def postmark(settings: LazySettings) -> Iterator[FakePostmark]:
    fake = FakePostmark()
    settings.ANYMAIL = {"POSTMARK_API_URL": fake.url}
    yield fake
    fake.stop()
