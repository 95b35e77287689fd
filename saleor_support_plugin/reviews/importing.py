"""Files with reviews from elsewhere, taken over in batches; a file taken twice adds nothing, so one that was cut off is
simply taken again."""

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import datetime
from itertools import batched
from pathlib import Path
from typing import Any

from django.db import transaction

from ..csv_files import BadRow, FileWrong, RowWrong, WholeRow, whole_rows
from ..stores.models import Store
from . import changes, csv_rows, finding, pictures, signals, summaries
from .changes import Kind
from .csv_row import Form, Row, Told
from .languages import spoken
from .models import Origin, Review, State

A_BATCH = 500
MOST_SHOWN = 20
ERROR_COLUMNS = ("error_line", "error_code", "error_column", "error_message")

__all__ = ["FileWrong", "Report", "take_over"]


@dataclass(slots=True)
class Report:
    """How many rows became what; every row is in exactly one of `taken`, `already`, `left_out` and `bad`."""

    dry_run: bool
    form: Form = Form.OURS
    rows: int = 0
    taken: int = 0
    # Of those, how many everybody may read at once; staff decide about the others.
    published: int = 0
    already: int = 0
    left_out: int = 0
    # Fetched, and such as could not be had.
    pictures: int = 0
    pictures_lost: int = 0
    bad: int = 0
    first_bad: list[BadRow] = field(default_factory=list)

    def facts(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True)
class Wanted:
    """`publish` believes the file about what was public there, whatever the stars; else staff decide about all of it.

    `pictures` are to be fetched. `language` is for texts that do not tell; `products` are what the file calls products,
    and their names here.
    """

    language: str
    publish: bool = False
    pictures: bool = False
    products: Mapping[str, str] = field(default_factory=dict)


def take_over(
    *, store: Store, path: Path, wanted: Wanted, now: datetime, dry_run: bool = False, errors: Path | None = None
) -> Report:
    """Take a file over, each batch of rows in a transaction; with `dry_run` say what would come of it.

    Bad rows go into the file `errors` as they stand, with what is wrong: mended there, that file is taken over next.
    Raises FileWrong where the file cannot be read, or its columns are nobody's.
    """
    rows = whole_rows(path)
    head = next(rows, WholeRow(1, ()))
    columns = [csv_rows.column(name) for name in head.cells]
    form = csv_rows.form_of(columns)
    if form is None:
        known = "; ".join(f"{form}: {', '.join(needs)}" for form, needs in csv_rows.KNOWN_BY.items())
        raise FileWrong(f"The first line must name the columns of one of these. {known}.")
    report, seen = Report(dry_run, form), set[str]()
    with errors.open("w", encoding="utf-8-sig", newline="") if errors else nullcontext() as file:
        refused = _refusing(report, csv.writer(file) if file else None, head)
        for batch in batched(rows, A_BATCH):
            read = list(_read(form, columns, batch, report, refused, now))
            with transaction.atomic():
                _take(store, read, wanted, report, seen, refused, now)
                transaction.set_rollback(dry_run)
            if wanted.pictures and not dry_run:
                _fetch(store, [row for _, row in read if row.pictures], report, now)
    return report


Refused = Callable[[WholeRow, RowWrong], None]


def _refusing(report: Report, writer: Any, head: WholeRow) -> Refused:
    if writer:
        writer.writerow([*ERROR_COLUMNS, *head.cells])

    def refuse(row: WholeRow, wrong: RowWrong) -> None:
        report.bad += 1
        if len(report.first_bad) < MOST_SHOWN:
            report.first_bad.append(BadRow(row.line, wrong.code, wrong.column, str(wrong)))
        if writer:
            cells = [cell.encode(errors="surrogateescape").decode(errors="replace") for cell in row.cells]
            writer.writerow([row.line, wrong.code, wrong.column, str(wrong), *cells])

    return refuse


def _read(
    form: Form, columns: Sequence[str], batch: Sequence[WholeRow], report: Report, refused: Refused, now: datetime
) -> Iterator[tuple[WholeRow, Row]]:
    for row in batch:
        report.rows += 1
        try:
            if row.problem:
                raise RowWrong("CELLS_WRONG", "", f"This row cannot be read: {row.problem}.")
            if len(row.cells) > len(columns):
                raise RowWrong("CELLS_WRONG", "", "This row has more cells than there are columns.")
            yield row, csv_rows.read(form, dict(zip(columns, row.cells, strict=False)), now)
        except RowWrong as wrong:
            refused(row, wrong)


def _take(
    store: Store,
    read: Sequence[tuple[WholeRow, Row]],
    wanted: Wanted,
    report: Report,
    seen: set[str],
    refused: Refused,
    now: datetime,
) -> None:
    # One import at a time: two of the same file would trip over each other's rows.
    Store.across_stores.select_for_update(no_key=True).get(pk=store.pk)
    known = seen | finding.known(store=store, ids=[row.external_id for _, row in read])
    goods = finding.goods(store=store, rows=[row for _, row in read], names=wanted.products)
    fresh: list[Review] = []
    for whole, row in read:
        if row.told is Told.LEFT_OUT:
            report.left_out += 1
        elif row.external_id in known:
            report.already += 1
        elif (found := goods.of(row)) is None:
            why = f"No product is called {' or '.join(row.products)}."
            refused(whole, RowWrong("PRODUCT_UNKNOWN", "product", why))
        else:
            fresh.append(_review(store, row, found, wanted, now))
            known.add(row.external_id)
    seen |= {one.external_id for one in fresh}
    Review.across_stores.bulk_create(fresh)
    changes.note_all(reviews=fresh, kind=Kind.IMPORTED, now=now)
    summaries.keep(store=store, product_ids={one.product_id for one in fresh}, now=now)
    report.taken += len(fresh)
    report.published += sum(one.state == State.PUBLISHED for one in fresh)


def _fetch(store: Store, rows: Sequence[Row], report: Report, now: datetime) -> None:
    """Outside of the transaction, for it takes its time; reviews that were imported without theirs get them now."""
    addresses = {row.external_id: row.pictures for row in rows}
    for review in store.reviews.filter(external_id__in=addresses, origin=Origin.IMPORT, photos=None).order_by("pk"):
        review.store = store
        wanted = addresses[review.external_id]
        had = pictures.fetch(review=review, addresses=wanted, now=now)
        report.pictures += had
        report.pictures_lost += len(wanted) - had


def _review(store: Store, row: Row, found: finding.Found, wanted: Wanted, now: datetime) -> Review:
    signs = signals.find(row.title, row.text)
    state = _state(row, wanted)
    return Review(
        store=store,
        origin=Origin.IMPORT,
        external_id=row.external_id,
        product_id=found.product_id,
        variant_id=found.variant_id,
        variant_name=found.variant_name,
        language=row.language or spoken(f"{row.title}\n{row.text}", otherwise=wanted.language),
        stars=row.stars,
        title=row.title,
        text=row.text,
        answers=dict(row.answers),
        author_name=row.author,
        is_incentivised=row.is_incentivised,
        state=state,
        reject_reason=row.reject_reason if state == State.REJECTED else "",
        signals=signs.names,
        concern=signs.concern,
        reply=row.reply,
        replied_at=(row.replied_at or row.created_at) if row.reply else None,
        created_at=row.created_at,
    )


def _state(row: Row, wanted: Wanted) -> State:
    if row.told is Told.REJECTED:
        return State.REJECTED
    return State.PUBLISHED if wanted.publish and row.told is Told.SHOWN else State.PENDING
