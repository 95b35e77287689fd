"""A store's reviews as a file in our own columns, which the import reads."""

import csv
import json
from itertools import batched
from pathlib import Path

from ..csv_files import guarded
from ..files import queries as files
from ..files.models import State as FileState
from ..stores.models import Store
from .csv_rows import OUR_COLUMNS
from .finding import exported_as
from .models import Origin, Review

A_BATCH = 500


def export(*, store: Store, path: Path) -> int:
    """Write all of them, the oldest first; return how many. The file says nothing of orders or addresses."""
    count = 0
    mine = store.reviews.order_by("pk").prefetch_related("photos__file")
    # With its mark a spreadsheet knows that this is UTF-8.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, OUR_COLUMNS)
        writer.writeheader()
        for batch in batched(mine.iterator(chunk_size=A_BATCH), A_BATCH):
            called = _names(store, batch)
            writer.writerows(_row(store, review, called) for review in batch)
            count += len(batch)
    return count


def _names(store: Store, batch: tuple[Review, ...]) -> dict[str, str]:
    """Return the slugs of products by their ids, and the numbers in stock of variants by theirs."""
    products, variants = {one.product_id for one in batch}, {one.variant_id for one in batch}
    slugs = store.variants.filter(product_id__in=products).values_list("product_id", "product_slug")
    skus = store.variants.filter(saleor_id__in=variants).values_list("saleor_id", "sku")
    return dict(slugs) | dict(skus)


def _row(store: Store, review: Review, called: dict[str, str]) -> dict[str, str]:
    shown = [one.file for one in review.photos.all() if not one.is_hidden and one.file.state == FileState.READY]
    told = {
        "id": review.external_id or exported_as(store, review.pk),
        "product": review.product_id,
        "product_slug": called.get(review.product_id, ""),
        "sku": called.get(review.variant_id, ""),
        "stars": str(review.stars),
        "title": review.title,
        "text": review.text,
        "author": review.author_name,
        "language": review.language,
        "created_at": review.created_at.isoformat(),
        "state": review.state,
        "reject_reason": review.reject_reason,
        "incentivised": "yes" if review.is_incentivised else "no",
        "verified": "yes" if review.origin == Origin.REQUEST else "no",
        "reply": review.reply,
        "replied_at": review.replied_at.isoformat() if review.replied_at else "",
        "answers": json.dumps(review.answers, ensure_ascii=False) if review.answers else "",
        "pictures": " ".join(files.address(one, 1600) for one in shown),
    }
    return {name: guarded(cell) for name, cell in told.items()}
