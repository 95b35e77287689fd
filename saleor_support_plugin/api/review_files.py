"""A store's reviews from and to a file, and into its Saleor, for the commands."""

import csv
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.utils import timezone

from ..csv_files import FileWrong
from ..reviews import exporting, importing, writing_back
from ..reviews.importing import Report, Wanted
from ..stores.models import Store
from .consent_files import StoreUnknown, store_at

__all__ = ["FileWrong", "StoreUnknown", "export", "products_waiting", "resync", "take_over"]


def take_over(
    *,
    api_url: str,
    path: Path,
    language: str,
    publish: bool,
    pictures: bool,
    products: Path | None,
    errors: Path | None,
    dry_run: bool,
) -> Report:
    """Take a file over. Raises StoreUnknown, FileWrong."""
    store = store_at(api_url)
    wanted = Wanted(language, publish, pictures, _names(products) if products else {})
    return importing.take_over(
        store=store, path=path, wanted=wanted, now=timezone.now(), dry_run=dry_run, errors=errors
    )


def _names(path: Path) -> dict[str, str]:
    """Return what a file of two columns says that products are called there, and here."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return {row[0].strip(): row[1].strip() for row in csv.reader(file) if len(row) == 2}
    except (OSError, ValueError, csv.Error) as error:
        raise FileWrong(f"The file of products cannot be read: {error}.") from error


def export(*, api_url: str, path: Path) -> int:
    """Write all reviews of a store into a file; return how many. Raises StoreUnknown, OSError."""
    return exporting.export(store=store_at(api_url), path=path)


def products_waiting(*, api_url: str) -> tuple[Store, int]:
    """Return the store, and of how many products a resync writes the figures. Raises StoreUnknown."""
    store = store_at(api_url)
    return store, store.review_summaries.count()


def resync(store: Store, told: Callable[[int], None]) -> dict[str, Any]:
    """Compare every product with Saleor and write what differs. Raises SaleorError."""
    return asdict(writing_back.write_all(store, told=told))
