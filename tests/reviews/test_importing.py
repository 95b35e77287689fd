"""Reviews from elsewhere: every row is taken, left out with a reason, or handed back to be mended; twice is once."""

import csv
import json
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from saleor_support_plugin.__main__ import cli
from saleor_support_plugin.csv_files import FileWrong, RowWrong, guarded, unguarded
from saleor_support_plugin.reviews import csv_rows, importing, summaries
from saleor_support_plugin.reviews.csv_row import Form
from saleor_support_plugin.reviews.exporting import export
from saleor_support_plugin.reviews.importing import Report, Wanted, take_over
from saleor_support_plugin.reviews.models import Origin, Review, ReviewChange, ReviewSummary, State
from saleor_support_plugin.shop.models import Variant

from ..shops import NOON, Shop, global_id

LAMP = global_id("Product", 1)
OURS = "id,product,stars,title,text,author,language,created_at,state,reject_reason,incentivised,reply,answers"
GOOD = f'a1,{LAMP},5,Bright,"Bright, and warm.",Ada L.,en,2026-01-02T10:00:00Z,PUBLISHED,,no,Thank you!,'
BAD_LAMP = f"a2,{LAMP},1,,Kırık geldi.,Ece,tr,2026-02-03,PUBLISHED,,yes,,"
JUDGE_ME = (
    "title,body,rating,review_date,source,curated,reviewer_name,reviewer_email,product_id,product_handle,"
    "reply,reply_date,picture_urls,ip_address,location"
)
YOTPO = "Review Title;Review Content;Review Score;Date;Product ID;Product URL;Display Name;Email"
SHOPIFY = "product_handle,state,rating,title,author,email,location,body,reply,created_at,replied_at"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "reviews.csv"


def take(shop: Shop, file: Path, *lines: str, **wanted: Any) -> Report:
    file.write_text("\n".join(lines), encoding="utf-8")
    given = {name: wanted.pop(name) for name in ("dry_run", "errors") if name in wanted}
    return take_over(store=shop.store, path=file, wanted=Wanted(**{"language": "en"} | wanted), now=NOON, **given)


def bad(report: Report) -> list[tuple[int, str, str]]:
    return [(one.line, one.code, one.column) for one in report.first_bad]


@pytest.mark.django_db
def test_our_own_rows_come_in_whole_and_labelled(aurora: Shop, file: Path) -> None:
    report = take(aurora, file, OURS, GOOD, BAD_LAMP, publish=True)
    assert (report.form, report.rows, report.taken, report.published, report.bad) == (Form.OURS, 2, 2, 2, 0)
    good, broken = aurora.store.reviews.order_by("created_at")
    assert (good.origin, good.external_id, good.product_id, good.order_id) == (Origin.IMPORT, "a1", LAMP, None)
    assert (good.title, good.text, good.author_name) == ("Bright", "Bright, and warm.", "Ada L.")
    assert (good.reply, good.replied_at, good.created_at) == ("Thank you!", good.created_at, good.created_at)
    assert (broken.stars, broken.language, broken.is_incentivised) == (1, "tr", True)
    assert broken.created_at == datetime(2026, 2, 3, tzinfo=UTC)
    assert {change.kind for change in ReviewChange.across_stores.all()} == {"IMPORTED"}
    summary = aurora.store.review_summaries.get()
    assert (summary.count, summary.total, summary.verified, summary.incentivised) == (2, 6, 0, 1)


@pytest.mark.django_db
def test_unless_the_file_is_believed_staff_decide_about_all_whatever_the_stars(aurora: Shop, file: Path) -> None:
    report = take(aurora, file, OURS, GOOD, BAD_LAMP)
    assert (report.taken, report.published) == (2, 0)
    assert set(aurora.store.reviews.values_list("state", flat=True)) == {State.PENDING}
    assert not ReviewSummary.across_stores.filter(count__gt=0).exists()


@pytest.mark.django_db
def test_what_was_not_public_there_is_not_public_here(aurora: Shop, file: Path) -> None:
    rows = [GOOD.replace("a1", f"r{n}").replace("PUBLISHED,", said) for n, said in enumerate(STATES)]
    report = take(aurora, file, OURS, *rows, publish=True)
    assert (report.taken, report.published, report.left_out) == (3, 1, 1)
    kept = dict(aurora.store.reviews.values_list("external_id", "state"))
    assert kept == {"r0": State.PUBLISHED, "r1": State.PENDING, "r2": State.REJECTED}
    assert aurora.store.reviews.get(state=State.REJECTED).reject_reason == "SPAM"


STATES = ("PUBLISHED,", "PENDING,", "REJECTED,SPAM", "WITHDRAWN,")


@pytest.mark.django_db
def test_the_same_file_again_adds_nothing(aurora: Shop, file: Path) -> None:
    take(aurora, file, OURS, GOOD, BAD_LAMP, publish=True)
    report = take(aurora, file, OURS, GOOD, BAD_LAMP, GOOD, publish=True)
    assert (report.taken, report.already) == (0, 3)
    assert aurora.store.reviews.count() == 2


@pytest.mark.django_db
def test_a_file_that_was_cut_off_goes_on_where_it_ended(
    aurora: Shop, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "A_BATCH", 2)
    rows = [GOOD.replace("a1", f"r{number}") for number in range(5)]
    keep, calls = summaries.keep, list[int]()

    def dies(**given: Any) -> None:
        calls.append(1)
        if len(calls) == 2:
            raise KeyboardInterrupt
        keep(**given)

    monkeypatch.setattr(summaries, "keep", dies)
    with pytest.raises(KeyboardInterrupt):
        take(aurora, file, OURS, *rows, publish=True)
    assert aurora.store.reviews.count() == 2
    report = take(aurora, file, OURS, *rows, publish=True)
    assert (report.already, report.taken) == (2, 3)
    assert aurora.store.review_summaries.get().count == 5


@pytest.mark.django_db
def test_a_dry_run_counts_and_keeps_nothing(aurora: Shop, file: Path) -> None:
    report = take(aurora, file, OURS, GOOD, GOOD, BAD_LAMP.replace(LAMP, "unheard-of"), publish=True, dry_run=True)
    assert (report.taken, report.already, report.published) == (1, 1, 1)
    assert bad(report) == [(4, "PRODUCT_UNKNOWN", "product")]
    assert not Review.across_stores.exists()
    assert not ReviewSummary.across_stores.exists()


@pytest.mark.django_db
def test_bad_rows_come_back_in_a_file_that_is_mended_and_taken(aurora: Shop, file: Path, tmp_path: Path) -> None:
    errors = tmp_path / "errors.csv"
    six, text = BAD_LAMP.replace(",1,", ",6,"), '"Two lines,\nand a ""quotation"" mark."'
    report = take(aurora, file, OURS, GOOD, six.replace("Kırık geldi.", text), errors=errors)
    assert bad(report) == [(3, "STARS_WRONG", "stars")]
    with errors.open(encoding="utf-8-sig", newline="") as written:
        [row] = csv.DictReader(written)
    assert (row["error_line"], row["error_code"], row["stars"]) == ("3", "STARS_WRONG", "6")
    errors.write_text(errors.read_text(encoding="utf-8-sig").replace(",6,", ",1,"), encoding="utf-8")
    mended = take_over(store=aurora.store, path=errors, wanted=Wanted("en"), now=NOON)
    assert (mended.taken, mended.bad) == (1, 0)
    assert aurora.store.reviews.get(external_id="a2").text == 'Two lines,\nand a "quotation" mark.'


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("column", "cell", "code"),
    [
        ("stars", "4.5", "STARS_WRONG"),
        ("stars", "0", "STARS_WRONG"),
        ("stars", "sNaN", "STARS_WRONG"),
        ("stars", "five", "STARS_WRONG"),
        ("created_at", "03/05/2026", "TIME_WRONG"),
        ("created_at", "0001-01-01", "TIME_WRONG"),
        ("created_at", "2026-11-21", "TIME_AHEAD"),
        ("product", "", "PRODUCT_MISSING"),
        ("product", "lamp of another", "PRODUCT_UNKNOWN"),
        ("title", "x" * 121, "TOO_LONG"),
        ("text", "x" * 5001, "TOO_LONG"),
        ("author", "x" * 81, "TOO_LONG"),
        ("id", "x" * 129, "TOO_LONG"),
        ("language", "english", "LANGUAGE_WRONG"),
        ("state", "GOOD", "STATE_WRONG"),
        ("reject_reason", "SPAM", "REASON_WRONG"),
        ("incentivised", "maybe", "INCENTIVISED_WRONG"),
        ("answers", "[1]", "ANSWERS_WRONG"),
    ],
)
def test_a_bad_cell_is_named_and_harms_its_own_row_only(
    aurora: Shop, file: Path, column: str, cell: str, code: str
) -> None:
    names = OURS.split(",")
    cells = next(csv.reader([BAD_LAMP]))
    cells[names.index(column)] = cell
    report = take(aurora, file, OURS, ",".join(f'"{one}"' for one in cells), GOOD)
    assert bad(report) == [(2, code, column)]
    assert report.taken == 1


@pytest.mark.django_db
def test_judge_mes_file_is_read_as_it_leaves(aurora: Shop, file: Path) -> None:
    report = take(
        aurora,
        file,
        JUDGE_ME,
        'Top,"<p>Very <b>bright</b>.</p><p>Warm &amp; small</p>",5,2025-03-02 10:12:00 UTC,web,ok,Camille Rousseau,'
        "c@shopper.dev,7012,lamp,Thanks,2025-03-03 08:00:00 UTC,,1.1.1.1,FR",
        "Meh,It broke after a week.,2,2025-01-10,web,ok,marc@shopper.dev,m@shopper.dev,7012,lamp,,,,,",
        "Hm,Not looked at yet.,3,2025-01-10,web,not-yet,Ada,a@shopper.dev,7012,lamp,,,,,",
        "Buy,Cheap watches here!,5,2025-01-10,web,spam,Bot,b@shopper.dev,1,x,,,,,",
        publish=True,
    )
    assert (report.form, report.taken, report.published, report.left_out, report.bad) == (Form.JUDGE_ME, 3, 2, 1, 0)
    top = aurora.store.reviews.get(stars=5)
    assert (top.text, top.author_name, top.product_id) == ("Very bright.\nWarm & small", "Camille R.", LAMP)
    assert top.replied_at == datetime(2025, 3, 3, 8, tzinfo=UTC)
    assert aurora.store.reviews.get(stars=2).author_name == ""
    assert aurora.store.reviews.get(stars=3).state == State.PENDING
    assert "@shopper.dev" not in json.dumps(list(aurora.store.reviews.values()), default=str)


@pytest.mark.django_db
def test_yotpos_file_finds_products_by_their_page_or_by_what_the_merchant_says(aurora: Shop, file: Path) -> None:
    rows = (
        'Super;"Buy it again ; truly ""top""";5;2025-03-15;999;https://shop.dev/products/lamp?variant=1;Ana L.;a@b.c',
        "Fine;Does what it should;4;2025-03-16;1000;;Bo;b@b.c",
    )
    report = take(aurora, file, YOTPO, *rows)
    assert (report.form, report.taken) == (Form.YOTPO, 1)
    assert bad(report) == [(3, "PRODUCT_UNKNOWN", "product")]
    assert aurora.store.reviews.get().text == 'Buy it again ; truly "top"'
    report = take(aurora, file, YOTPO, *rows, products={"1000": "lamp"})
    assert (report.taken, report.already) == (1, 1)


@pytest.mark.django_db
def test_shopifys_file_keeps_hidden_what_was_hidden(aurora: Shop, file: Path) -> None:
    report = take(
        aurora,
        file,
        SHOPIFY,
        "lamp,published,4,Nice,Ines Kaya,i@b.c,,Warm light.,,2023-06-01T10:00:00-04:00,",
        "lamp,unpublished,1,No,Ann,a@b.c,,Never came.,,2023-06-02 10:00:00 -0400,",
        publish=True,
    )
    assert (report.form, report.taken, report.published) == (Form.SHOPIFY, 2, 1)
    hidden = aurora.store.reviews.get(stars=1)
    assert (hidden.state, hidden.created_at) == (State.PENDING, datetime(2023, 6, 2, 14, tzinfo=UTC))


@pytest.mark.django_db
def test_a_file_of_nobodys_columns_says_which_there_are(aurora: Shop, file: Path) -> None:
    with pytest.raises(FileWrong, match=r"ours: stars, created_at.*judge\.me.*yotpo.*shopify"):
        take(aurora, file, "email,first_name", "a@b.c,Ada")
    with pytest.raises(FileWrong, match="cannot be read"):
        take_over(store=aurora.store, path=file / "none", wanted=Wanted("en"), now=NOON)


@pytest.mark.django_db
def test_another_stores_product_is_none_of_ours(aurora: Shop, borealis: Shop, file: Path) -> None:
    Variant.across_stores.create(
        store=borealis.store, saleor_id="v9", product_id="p9", product_name="Rug", product_slug="rug", issued_at=NOON
    )
    report = take(aurora, file, OURS, GOOD.replace(LAMP, "rug"))
    assert bad(report) == [(2, "PRODUCT_UNKNOWN", "product")]


@pytest.mark.django_db
def test_a_row_names_its_product_by_slug_or_by_the_variants_number_in_stock(aurora: Shop, file: Path) -> None:
    aurora.store.variants.update(sku="LAMP-1", name="Brass")
    head = OURS.replace("product,", "product_slug,sku,")
    slug, sku = GOOD.replace(LAMP, "lamp,LAMP-1"), BAD_LAMP.replace(LAMP, ",LAMP-1")
    assert take(aurora, file, head, slug, sku).taken == 2
    assert set(aurora.store.reviews.values_list("product_id", "variant_name")) == {(LAMP, "Brass")}


@pytest.mark.django_db
def test_a_text_that_says_its_language_is_believed(aurora: Shop, file: Path) -> None:
    said = BAD_LAMP.replace("Kırık geldi.", "Ürün çok güzel ama kargo yavaştı ve lamba kırık geldi.").replace(
        ",tr,", ",,"
    )
    take(aurora, file, OURS, said)
    assert aurora.store.reviews.get().language == "tr"


@pytest.mark.django_db
def test_what_looks_wrong_is_sorted_to_the_front_and_hidden_from_nobody(aurora: Shop, file: Path) -> None:
    take(aurora, file, OURS, GOOD.replace("and warm", "see https://cheap.xyz"), publish=True)
    review = aurora.store.reviews.get()
    assert (review.signals, review.state) == (["LINK"], State.PUBLISHED)


@pytest.mark.django_db
def test_what_was_exported_is_what_was_there_and_adds_nothing_to_its_own_store(
    aurora: Shop, borealis: Shop, file: Path
) -> None:
    take(aurora, file, OURS, GOOD, BAD_LAMP.replace("Kırık geldi.", "=1+1"), publish=True)
    written = Review.across_stores.create(
        store=aurora.store,
        product_id=LAMP,
        language="en",
        stars=3,
        text="-20 °C\nand it works.",
        answers={"fit": "small"},
        state=State.REJECTED,
        reject_reason="SPAM",
        created_at=NOON,
    )
    assert export(store=aurora.store, path=file) == 3
    with file.open(encoding="utf-8-sig", newline="") as kept:
        rows = list(csv.DictReader(kept))
    assert [row["verified"] for row in rows] == ["no", "no", "yes"]
    assert (rows[1]["text"], rows[2]["text"]) == ("'=1+1", "'-20 °C\nand it works.")
    again = take_over(store=aurora.store, path=file, wanted=Wanted("en", publish=True), now=NOON)
    assert (again.taken, again.already, again.bad) == (0, 3, 0)
    there = take_over(store=borealis.store, path=file, wanted=Wanted("en", publish=True), now=NOON)
    assert (there.taken, there.published, there.bad) == (3, 2, 0)
    same = (
        "product_id",
        "stars",
        "title",
        "text",
        "author_name",
        "language",
        "created_at",
        "state",
        "answers",
        "reply",
    )
    assert list(aurora.store.reviews.order_by("pk").values(*same)) == list(
        borealis.store.reviews.order_by("pk").values(*same)
    )
    assert borealis.store.reviews.get(stars=3).external_id == f"{aurora.store.key}:{written.pk}"


@pytest.mark.django_db
def test_two_hundred_rows_are_as_many_queries_as_one(aurora: Shop, file: Path) -> None:
    rows = [GOOD.replace("a1", f"r{number}") for number in range(200)]
    with CaptureQueriesContext(connection) as for_one:
        take(aurora, file, OURS, rows[0])
    with CaptureQueriesContext(connection) as for_all:
        take(aurora, file, OURS, *rows)
    assert len(for_one) == len(for_all) < 20


CLIENT = CliRunner()


def run(*arguments: str) -> tuple[int, dict[str, Any]]:
    result = CLIENT.invoke(cli, ["reviews", *arguments, "--json"])
    return result.exit_code, json.loads(result.stdout) if result.stdout.startswith("{") else {"said": result.stderr}


@pytest.mark.django_db
def test_the_command_says_what_became_of_a_file(aurora: Shop, file: Path) -> None:
    file.write_text("\n".join([OURS, GOOD, BAD_LAMP.replace(",1,", ",9,")]))
    store = ("--store", aurora.store.api_url)
    code, facts = run("import", str(file), *store, "--dry-run", "--publish")
    assert (code, facts["taken"], facts["bad"], facts["dry_run"]) == (1, 1, 1, True)
    assert facts["first_bad"][0]["code"] == "STARS_WRONG"
    file.write_text("\n".join([OURS, GOOD]))
    assert run("import", str(file), *store)[0] == 0
    assert run("export", str(file), *store) == (0, {"rows": 1, "file": str(file)})
    assert run("import", str(file), "--store", "https://nowhere.example/graphql/")[0] == 2
    file.write_text("a,b\n1,2")
    assert run("import", str(file), *store)[0] == 2


@given(st.text())
def test_a_cell_that_a_spreadsheet_would_run_comes_back_as_it_was(text: str) -> None:
    assert unguarded(guarded(text)) == text or text.startswith("'")


COLUMNS = sorted(
    {*csv_rows.OUR_COLUMNS, *JUDGE_ME.split(","), *SHOPIFY.split(","), *map(csv_rows.column, YOTPO.split(";"))}
)


@given(st.dictionaries(st.sampled_from(COLUMNS), st.text(max_size=20)), st.sampled_from(list(Form)))
def test_whatever_stands_in_a_row_it_is_read_or_refused(cells: dict[str, str], form: Form) -> None:
    with suppress(RowWrong):
        row = csv_rows.read(form, cells, NOON)
        assert row.products
        assert row.stars in (1, 2, 3, 4, 5)
        assert row.created_at <= NOON
