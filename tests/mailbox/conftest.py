from pathlib import Path

import pytest
from django.conf import LazySettings

from saleor_support_plugin.files.locations import location


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings: LazySettings) -> Path:
    """Where this test's mails and files lie."""
    place = tmp_path / "files"
    settings.STORAGES = {"files": location(place.as_uri())}
    return place
