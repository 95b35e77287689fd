"""Consents of one store from and to a file, for the commands."""

from pathlib import Path

from django.utils import timezone

from ..people import importing, iys
from ..people.importing import FileWrong, Report
from ..people.models import Source
from ..stores.models import Store

__all__ = ["FileWrong", "StoreUnknown", "export", "store_at", "take_over"]


class StoreUnknown(Exception):
    """No store has this address."""

    code = "STORE_UNKNOWN"


def take_over(*, api_url: str, path: Path, in_iys: bool, dry_run: bool) -> Report:
    """Take a file over, in our own columns or in those of İYS. Raises StoreUnknown, FileWrong."""
    store, now = store_at(api_url), timezone.now()
    if in_iys:
        return importing.take_over(
            store=store, path=path, now=now, dry_run=dry_run, source=Source.IYS, read=iys.read, needs=iys.NEEDS
        )
    return importing.take_over(store=store, path=path, now=now, dry_run=dry_run)


def export(*, api_url: str, path: Path) -> int:
    """Write what İYS is to be told into a file; return how many rows. Raises StoreUnknown."""
    return iys.FileRegistry(path).push(iys.permissions(store_at(api_url)))


def store_at(api_url: str) -> Store:
    """Return the store with this address. Raises StoreUnknown."""
    store = Store.across_stores.filter(api_url=api_url, removed_at=None).first()
    if store is None:
        known = Store.across_stores.filter(removed_at=None).values_list("api_url", flat=True)
        raise StoreUnknown(f"The app is in no store with this address. It is in: {', '.join(known) or 'none'}.")
    return store
