"""A carrier's file moves parcels, row by row; a bad row is named, and a file taken twice adds nothing."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from saleor_support_plugin.__main__ import cli
from saleor_support_plugin.csv_files import FileWrong
from saleor_support_plugin.parcels.importing import Report, take_over
from saleor_support_plugin.parcels.models import ParcelEvent

from ..shops import NOON, Shop
from .placed import days, parcel_of, place

pytestmark = pytest.mark.django_db

HEAD = "tracking_number,order,state,at,detail\n"
NOW = NOON + days(5)


@pytest.fixture
def take(aurora: Shop, tmp_path: Path):  # type: ignore[no-untyped-def]  # a function
    def taken(text: str) -> Report:
        file = tmp_path / "carrier.csv"
        file.write_bytes(text.encode("utf-8", "surrogateescape"))
        return take_over(store=aurora.store, path=file, now=NOW)

    return taken


def test_rows_move_parcels_by_number_and_by_order(aurora: Shop, take) -> None:  # type: ignore[no-untyped-def]
    one, two = place(aurora, "one", parcels=1), place(aurora, "two", parcels=2)
    report = take(
        HEAD
        + "ONE-1,,in_transit,2026-11-21T08:00:00+03:00,Tuzla\n"
        + "one-1,,DELIVERED,2026-11-23T15:10:00+03:00,\n"
        + ",#two,DELIVERED,2026-11-24T09:00:00+03:00,\n"
    )
    assert (report.rows, report.news, report.already, report.bad) == (3, 3, 0, [])
    assert [(event.state, event.detail) for event in parcel_of(one).parcel_events.all()] == [
        ("IN_TRANSIT", "Tuzla"),
        ("DELIVERED", "carrier.csv:3"),
    ]
    assert {parcel_of(two, number).delivered_source for number in (1, 2)} == {"csv"}


def test_a_file_taken_twice_adds_nothing(aurora: Shop, take) -> None:  # type: ignore[no-untyped-def]
    place(aurora, "one", parcels=1)
    file = HEAD + "one-1,,DELIVERED,2026-11-23T15:10:00+03:00,\n"
    assert take(file).news == 1
    again = take(file)
    assert (again.news, again.already) == (0, 1)
    assert ParcelEvent.across_stores.count() == 1


@pytest.mark.parametrize(
    ("row", "code", "column"),
    [
        (",,DELIVERED,2026-11-23T15:10:00+03:00,", "PARCEL_MISSING", "tracking_number"),
        ("nobodys,,DELIVERED,2026-11-23T15:10:00+03:00,", "PARCEL_UNKNOWN", "tracking_number"),
        (",99,DELIVERED,2026-11-23T15:10:00+03:00,", "PARCEL_UNKNOWN", "order"),
        ("b-1,,DELIVERED,2026-11-23T15:10:00+03:00,", "PARCEL_UNKNOWN", "tracking_number"),
        ("one-1,,LOST,2026-11-23T15:10:00+03:00,", "STATE_WRONG", "state"),
        ("one-1,,UNKNOWN,2026-11-23T15:10:00+03:00,", "STATE_WRONG", "state"),
        ("one-1,,DELIVERED,23.11.2026,", "TIME_WRONG", "at"),
        ("one-1,,DELIVERED,2026-11-23T15:10:00,", "TIME_WRONG", "at"),
        ("one-1,,DELIVERED,2027-11-23T15:10:00+03:00,", "TIME_AHEAD", "at"),
        ('one-1,,DELIVERED,"2026-11-23T15:10:00+03:00,', "CELLS_WRONG", ""),
        ("one-1,,DELIVERED,2026-11-23T15:10:00+03:00,x,y", "CELLS_WRONG", ""),
        ("one-1,,DELIVERED,2026-11-23T15:10:00+03:00,\udcff", "NOT_UTF8", "detail"),
    ],
)
def test_a_bad_row_is_named_and_leaves_the_others_alone(  # type: ignore[no-untyped-def]
    aurora: Shop, borealis: Shop, take, row: str, code: str, column: str
) -> None:
    place(aurora, "one", parcels=1)
    place(borealis, "b", parcels=1)
    report = take(HEAD + row + "\none-1,,DELIVERED,2026-11-23T15:10:00+03:00,\n")
    assert [(bad.line, bad.code, bad.column) for bad in report.bad] == [(2, code, column)]
    assert (report.rows, report.news) == (2, 1)


def test_a_file_without_its_columns_is_refused_whole(take) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(FileWrong, match="state"):
        take("tracking_number;at\n1;2\n")


def test_the_command_says_what_came_of_it(aurora: Shop, tmp_path: Path) -> None:
    place(aurora, "one", parcels=1)
    file = tmp_path / "carrier.csv"
    file.write_text(HEAD + "one-1,,DELIVERED,2026-11-20T15:10:00+03:00,\nx,,DELIVERED,2026-11-20T15:10:00+03:00,\n")
    arguments = ["parcels", "import", str(file), "--store", aurora.store.api_url, "--json"]
    done = CliRunner().invoke(cli, arguments)
    told = json.loads(done.stdout)
    assert done.exit_code == 1
    assert (told["rows"], told["news"], told["bad"][0]["line"]) == (2, 1, 3)
    elsewhere = CliRunner().invoke(cli, ["parcels", "import", str(file), "--store", "https://nowhere.example/"])
    assert elsewhere.exit_code == 2
