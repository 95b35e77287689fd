"""Files that shoppers sent."""

import io
from datetime import datetime
from pathlib import Path
from typing import Any

from saleor_support_plugin.files import actions
from saleor_support_plugin.files.models import StoredFile

from ..shops import NOON, Shop
from .pictures import picture

OWNER = "review_request:1"


def send(
    shop: Shop,
    content: bytes = b"",
    *,
    owner: str = OWNER,
    most: int = 5,
    name: str = "lamp.jpg",
    now: datetime = NOON,
) -> StoredFile:
    given: Any = {"store": shop.store, "owner": owner, "most": most, "name": name, "now": now}
    return actions.receive(content=io.BytesIO(content or picture()), **given)


def lying(folder: Path) -> list[str]:
    """Return all that lies there, without what is random in the names."""
    found = [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]
    return sorted("incoming" if one.startswith("incoming/") else one.rpartition("-")[2] for one in found)
