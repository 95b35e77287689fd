"""What a merchant's file tells of a store's parcels, for the command."""

from pathlib import Path

from django.utils import timezone

from ..csv_files import FileWrong
from ..parcels.importing import Report
from ..parcels.importing import take_over as take
from ..stores.models import Store
from .consent_files import StoreUnknown, store_at

__all__ = ["FileWrong", "StoreUnknown", "take_over"]


def take_over(*, api_url: str, path: Path) -> Report:
    """Take a file over. Raises StoreUnknown, FileWrong."""
    store: Store = store_at(api_url)
    return take(store=store, path=path, now=timezone.now())
