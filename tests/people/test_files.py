"""Files of consents: every row is taken over or named with what is wrong, twice is once, and İYS gets its columns."""

import csv
import json
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from saleor_support_plugin.__main__ import cli
from saleor_support_plugin.csv_files import RowWrong
from saleor_support_plugin.people import actions, csv_rows, iys
from saleor_support_plugin.people.addresses import address_hash
from saleor_support_plugin.people.importing import FileWrong, Report, take_over
from saleor_support_plugin.people.models import Consent, Person, Source
from saleor_support_plugin.people.queries import mailbox_consents

from ..shops import NOON, Shop

HEAD = "email,phone,country,medium,purpose,state,at,text_version,shelf"
AYSE = "ayse@shopper.dev,,,email,commercial,given,2026-01-02T10:00:00+03:00,v1,A7"
FATMA = ",0532 123 45 67,TR,sms,commercial,withdrawn,2026-01-02T10:00:00Z,,"
LONG_AGO = datetime(2026, 1, 2, 7, tzinfo=UTC)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "consents.csv"


def take(shop: Shop, file: Path, *lines: str, **changed: Any) -> Report:
    file.write_text("\n".join([HEAD, *lines]), encoding="utf-8")
    return take_over(store=shop.store, path=file, now=NOON, **changed)


def bad(report: Report) -> list[tuple[int, str, str]]:
    return [(one.line, one.code, one.column) for one in report.bad]


@pytest.mark.django_db
def test_a_row_is_taken_over_with_everything_it_says(aurora: Shop, file: Path) -> None:
    report = take(aurora, file, AYSE, FATMA)
    assert (report.rows, report.given, report.withdrawn, report.already, report.bad) == (2, 1, 1, 0, [])
    given_, withdrawn = Consent.across_stores.order_by("pk")
    assert (given_.at, given_.source, given_.basis, given_.text_version) == (LONG_AGO, "CSV", "consent", "v1")
    assert given_.proof == {"file": "consents.csv", "line": 2, "shelf": "A7"}
    assert (withdrawn.medium, withdrawn.state) == ("sms", "WITHDRAWN")
    assert withdrawn.person.country == "TR"
    assert withdrawn.person.keys.get().value == "+905321234567"


@pytest.mark.django_db
def test_the_same_file_again_adds_nothing(aurora: Shop, file: Path) -> None:
    take(aurora, file, AYSE, FATMA)
    report = take(aurora, file, AYSE, FATMA, AYSE)
    assert (report.given, report.withdrawn, report.already) == (0, 0, 3)
    assert Consent.across_stores.count() == Person.across_stores.count() == 2


@pytest.mark.django_db
def test_an_old_file_does_not_undo_what_was_withdrawn_since(aurora: Shop, file: Path) -> None:
    person = actions.person_at(store=aurora.store, email="ayse@shopper.dev", now=NOON)
    actions.withdraw(person=person, medium="email", purpose="commercial", source=Source.ONE_CLICK, at=NOON)
    assert take(aurora, file, AYSE).given == 1
    assert mailbox_consents(store=aurora.store, email="ayse@shopper.dev").is_withdrawn("email", "commercial")


@pytest.mark.django_db
def test_a_dry_run_counts_and_keeps_nothing(aurora: Shop, file: Path) -> None:
    report = take(aurora, file, AYSE, FATMA, "x,,,email,,,2026-01-02T10:00:00Z,,", dry_run=True)
    assert (report.given, report.withdrawn, bad(report)) == (1, 1, [(4, "ADDRESS_WRONG", "email")])
    assert not Consent.across_stores.exists()
    assert not Person.across_stores.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("row", "code", "column"),
    [
        ("ayse,,,email,,,2026-01-02T10:00:00Z,,", "ADDRESS_WRONG", "email"),
        (",0532 123 45 67,,sms,,,2026-01-02T10:00:00Z,,", "ADDRESS_WRONG", "phone"),
        ("ayse@shopper.dev,,,sms,,,2026-01-02T10:00:00Z,,", "ADDRESS_MISSING", "phone"),
        ("ayse@shopper.dev,,,push,,,2026-01-02T10:00:00Z,,", "MEDIUM_WRONG", "medium"),
        ("ayse@shopper.dev,,,,,,2026-01-02T10:00:00Z,,", "MEDIUM_WRONG", "medium"),
        ("ayse@shopper.dev,,,email,transactional,,2026-01-02T10:00:00Z,,", "PURPOSE_WRONG", "purpose"),
        ("ayse@shopper.dev,,,email,,perhaps,2026-01-02T10:00:00Z,,", "STATE_WRONG", "state"),
        ("ayse@shopper.dev,,,email,,,,,", "TIME_WRONG", "at"),
        ("ayse@shopper.dev,,,email,,,2026-01-02T10:00:00,,", "TIME_WRONG", "at"),
        ("ayse@shopper.dev,,,email,,,02.01.2026,,", "TIME_WRONG", "at"),
        ("ayse@shopper.dev,,,email,,,2027-01-02T10:00:00Z,,", "TIME_AHEAD", "at"),
        ("ayse@shopper.dev,,Turkey,email,,,2026-01-02T10:00:00Z,,", "COUNTRY_WRONG", "country"),
        ("ayse@shopper.dev,,,email,,,2026-01-02T10:00:00Z,v\0,", "TEXT_WRONG", "text_version"),
        (f"ayse@shopper.dev,,,email,,,2026-01-02T10:00:00Z,,{'x' * 501}", "TEXT_WRONG", "shelf"),
        ("ayse@shopper.dev,,,email,,,2026-01-02T10:00:00Z,,,more", "CELLS_WRONG", ""),
        ('"ayse@shopper.dev,,,email,,,2026-01-02T10:00:00Z,,', "CELLS_WRONG", ""),
        ("x" * 200_000, "CELLS_WRONG", ""),
    ],
)
def test_a_bad_row_is_named_and_leaves_the_others_alone(
    aurora: Shop, file: Path, row: str, code: str, column: str
) -> None:
    report = take(aurora, file, AYSE, "", row, FATMA)
    assert bad(report) == [(4, code, column)]
    assert report.bad[0].message.endswith(".")
    assert (report.rows, report.given, report.withdrawn) == (3, 1, 1)


@pytest.mark.django_db
def test_bytes_that_are_not_utf_8_harm_their_own_row_only(aurora: Shop, file: Path) -> None:
    file.write_bytes(b"\n".join([HEAD.encode(), AYSE.encode().replace(b"A7", b"\xfe"), FATMA.encode()]))
    report = take_over(store=aurora.store, path=file, now=NOON)
    assert (bad(report), report.withdrawn) == ([(2, "NOT_UTF8", "shelf")], 1)


@pytest.mark.django_db
def test_what_a_spreadsheet_writes_is_read(aurora: Shop, file: Path) -> None:
    text = "\ufeffE-posta;Email;Medium;At\r\nx;ayse@shopper.dev;EMAIL;2026-01-02T10:00:00+03:00\r\n"
    file.write_bytes(text.encode())
    report = take_over(store=aurora.store, path=file, now=NOON)
    assert (report.given, report.bad) == (1, [])
    assert Consent.across_stores.get().proof["e-posta"] == "x"


@pytest.mark.django_db
@pytest.mark.parametrize("text", ["", "email,at\n", "email,medium\n", "\n\n"])
def test_a_file_without_its_columns_is_refused_whole(aurora: Shop, file: Path, text: str) -> None:
    file.write_text(text)
    with pytest.raises(FileWrong, match="medium, at"):
        take_over(store=aurora.store, path=file, now=NOON)
    with pytest.raises(FileWrong, match="cannot be read"):
        take_over(store=aurora.store, path=file / "none", now=NOON)


@given(st.dictionaries(st.sampled_from([*csv_rows.COLUMNS, "more"]), st.text(max_size=30)))
def test_any_cells_are_a_row_or_refused(cells: dict[str, str]) -> None:
    for read in (csv_rows.read, iys.read):
        with suppress(RowWrong):
            row = read(cells, NOON)
            assert bool(row.email) != bool(row.phone)


# İYS


def say(
    shop: Shop, *, at: datetime = NOON, is_given: bool = True, source: Source = Source.FORM, **address: str
) -> None:
    country = address.pop("country", "")
    person = actions.person_at(store=shop.store, now=NOON, country=country, **address)  # type: ignore[arg-type]
    told: Any = {"person": person, "purpose": "commercial", "source": source, "at": at}
    told["medium"] = "email" if "email" in address else "sms"
    if is_given:
        actions.give_consent(**told)
    else:
        actions.withdraw(**told)


def told_to_iys(shop: Shop, file: Path) -> list[list[str]]:
    iys.FileRegistry(file).push(iys.permissions(shop.store))
    with file.open(newline="", encoding="utf-8") as rows:
        return list(csv.reader(rows))


@pytest.mark.django_db
def test_iys_is_told_what_holds_in_its_own_columns(aurora: Shop, borealis: Shop, file: Path) -> None:
    say(aurora, email="ayse@shopper.dev", source=Source.CHECKOUT)
    say(aurora, phone="+905321234567", source=Source.STAFF)
    say(aurora, phone="+905321234567", source=Source.ONE_CLICK, is_given=False, at=NOON + timedelta(hours=10))
    say(borealis, email="fatma@shopper.dev")
    assert told_to_iys(aurora, file) == [
        ["consentDate", "source", "recipient", "recipientType", "status", "type"],
        ["2026-11-20 15:00:00", "HS_WEB", "ayse@shopper.dev", "BIREYSEL", "ONAY", "EPOSTA"],
        ["2026-11-21 01:00:00", "HS_MESAJ", "+905321234567", "BIREYSEL", "RET", "MESAJ"],
    ]


@pytest.mark.django_db
def test_iys_is_told_of_who_unsubscribed_by_a_link(aurora: Shop, file: Path) -> None:
    say(aurora, email="ayse@shopper.dev")
    actions.withdraw_at(
        store=aurora.store,
        medium="email",
        purpose="commercial",
        value_hash=address_hash("ayse@shopper.dev"),
        source=Source.ONE_CLICK,
        at=NOON + timedelta(days=1),
    )
    assert [row[1:5:3] for row in told_to_iys(aurora, file)[1:]] == [["HS_EPOSTA", "RET"]]


@pytest.mark.django_db
def test_iys_is_not_told_of_other_countries_nor_what_it_told_us(aurora: Shop, file: Path) -> None:
    say(aurora, phone="+4930901820")
    say(aurora, email="hans@shopper.dev", country="DE")
    say(aurora, email="fatma@shopper.dev", source=Source.IYS)
    say(aurora, email="ayse@shopper.dev", country="TR")
    assert [row[2] for row in told_to_iys(aurora, file)[1:]] == ["ayse@shopper.dev"]


@pytest.mark.django_db
def test_what_iys_tells_is_taken_over(aurora: Shop, file: Path) -> None:
    say(aurora, email="ayse@shopper.dev", at=NOON - timedelta(days=9))
    file.write_text(
        "consentDate,source,recipient,recipientType,status,type\n"
        "2026-11-20 09:00:00,HS_WEB,ayse@shopper.dev,BIREYSEL,RET,EPOSTA\n"
        "2026-11-20 09:00:00,HS_WEB,+905321234567,BIREYSEL,ONAY,MESAJ\n"
        "2026-11-20 09:00:00,HS_WEB,+905321234567,BIREYSEL,ONAY,ARAMA\n"
        "20.11.2026,HS_WEB,+905321234567,BIREYSEL,ONAY,MESAJ\n"
    )
    report = take_over(store=aurora.store, path=file, now=NOON, source=Source.IYS, read=iys.read, needs=iys.NEEDS)
    assert (report.given, report.withdrawn) == (1, 1)
    assert bad(report) == [(4, "TYPE_WRONG", "type"), (5, "TIME_WRONG", "consentdate")]
    said = mailbox_consents(store=aurora.store, email="ayse@shopper.dev").word("email", "commercial")
    assert said is not None
    assert (said.is_given, said.source, said.at) == (False, "IYS", datetime(2026, 11, 20, 6, tzinfo=UTC))


# The commands


@pytest.mark.django_db
def test_the_commands_take_over_and_write(aurora: Shop, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("saleor_support_plugin.__main__._django", lambda: None)
    run = CliRunner().invoke
    file.write_text("\n".join([HEAD, AYSE, "x,,,email,,,2026-01-02T10:00:00Z,,"]))
    store = ["--store", aurora.store.api_url]
    dry = run(cli, ["consents", "import", str(file), *store, "--dry-run", "--json"])
    assert (dry.exit_code, Consent.across_stores.count()) == (1, 0)
    done = run(cli, ["consents", "import", str(file), *store, "--json"])
    assert json.loads(done.stdout) | {"bad": []} == {
        "dry_run": False, "rows": 2, "given": 1, "withdrawn": 0, "already": 0, "bad": [],
    }  # fmt: skip
    assert json.loads(done.stdout)["bad"][0] | {"message": ""} == {
        "line": 3, "code": "ADDRESS_WRONG", "column": "email", "message": "",
    }  # fmt: skip
    written = run(cli, ["consents", "export", str(file), *store, "--iys", "--json"])
    assert (written.exit_code, json.loads(written.stdout)["rows"]) == (0, 1)
    assert "ayse@shopper.dev" in file.read_text()
    nowhere = run(cli, ["consents", "import", str(file), "--store", "https://nowhere.example/graphql/"])
    assert (nowhere.exit_code, aurora.store.api_url in nowhere.stderr) == (2, True)
