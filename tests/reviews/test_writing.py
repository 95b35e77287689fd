"""What buyers write behind the link in the mail: without signing in, each line once, changed and taken back by them."""

import html
import json
import re
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.conf import LazySettings
from django.core import signing
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from saleor_support_plugin.files import actions as files
from saleor_support_plugin.files import redrawing
from saleor_support_plugin.files.locations import location
from saleor_support_plugin.reviews import form, languages, links
from saleor_support_plugin.reviews.attaching import owner_of
from saleor_support_plugin.reviews.form import Fault, Typed
from saleor_support_plugin.reviews.models import Review, ReviewPhoto, ReviewRequest, ReviewSummary
from saleor_support_plugin.stores.models import NamedConfiguration
from saleor_support_plugin.tickets.models import Ticket

from ..files.pictures import picture
from ..files.sent import send as send_file
from ..shops import NOON, Shop, global_id
from .forms import ASKED_AT, Reader, asked, path
from .parcels import BUYER, line_id

FIT = {
    "name": "fit",
    "question": {"en": "How does it fit?", "tr": "Kalıbı nasıl?"},
    "answers": [{"name": "small", "en": "Small", "tr": "Dar"}, {"name": "right", "tr": "Tam"}],
    "categories": [global_id("Category", 1)],
}


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(ASKED_AT, tick=False) as moved:
        yield moved


@pytest.fixture
def reader(aurora: Shop) -> Reader:
    return Reader(asked(aurora))


def configured(shop: Shop, **data: Any) -> None:
    NamedConfiguration.across_stores.create(store=shop.store, name="all", is_default=True, data=data)


def only_review() -> Review:
    return Review.across_stores.get()


# The fork, and the form


@pytest.mark.django_db
def test_the_link_asks_first_whether_all_is_fine(reader: Reader) -> None:
    page = reader.client.get(path(reader.request)).content.decode()
    assert "her şey yolunda mı?" in page
    assert "<form" not in page
    assert 'href="?f=fine"' in page
    assert 'href="?f=problem"' in page


@pytest.mark.django_db
@pytest.mark.parametrize("query", ["", "f=fine", "f=problem", "s=1&l=TOKEN", "e=1", "t=1"])
def test_opening_the_page_changes_nothing(reader: Reader, query: str) -> None:
    token = links.line_token("write", reader.request, line_id(0))
    with CaptureQueriesContext(connection) as asked_of:
        reader.open(query.replace("TOKEN", token))
    assert not [one["sql"] for one in asked_of if not one["sql"].startswith("SELECT")]


@pytest.mark.django_db
def test_the_stars_of_the_mail_are_chosen_in_the_form(reader: Reader) -> None:
    token = links.line_token("write", reader.request, line_id(1))
    page = reader.open(f"s=4&l={token}")
    assert re.findall(r'name="(stars-\d)" value="(\d)" checked', page) == [("stars-1", "4")]
    assert not Review.across_stores.exists()


@pytest.mark.django_db
def test_a_buyer_says_what_they_think_once_a_line(reader: Reader, aurora: Shop) -> None:
    answer = reader.send(stars_0="4", title_0=" Sağlam ", text_0="Kutusu güzeldi, çok beğendim.", author="Ada Y.")
    assert (answer.status_code, answer["Location"]) == (303, f"{path(reader.request)}?t=1")
    review = only_review()
    assert (review.stars, review.title, review.text) == (4, "Sağlam", "Kutusu güzeldi, çok beğendim.")
    assert (review.author_name, review.language, review.state, review.origin) == ("Ada Y.", "tr", "PENDING", "REQUEST")
    assert (review.order_line_id, review.product_id) == (line_id(0), aurora.store.variants.get().product_id)
    assert (review.channel_slug, review.order) == ("default-channel", reader.request.order)
    assert [change.kind for change in review.changes.all()] == ["WRITTEN"]
    page = reader.open("t=1")
    assert "Teşekkürler" in page
    assert "Kutusu güzeldi" in page
    assert len(reader.tokens("")) == 1, "the other line can still be written about"
    request = ReviewRequest.across_stores.get()
    assert (request.fork, request.answered_at) == ("FINE", None)
    reader.send(stars_0="5")
    assert ReviewRequest.across_stores.get().answered_at == ASKED_AT
    assert Review.across_stores.count() == 2


@pytest.mark.django_db
def test_what_cannot_be_kept_is_marked_and_nothing_typed_is_lost(reader: Reader) -> None:
    answer = reader.send(text_1="Yalnızca sözler <b>", title_1="x")
    page = answer.content.decode()
    assert (answer.status_code, Review.across_stores.count()) == (422, 0)
    assert "Yalnızca sözler &lt;b&gt;" in page
    assert "Bu ürüne yıldız verin." in page
    assert "En az bir ürüne yıldız verin." in reader.send().content.decode()
    assert "Bu fazla uzun." in reader.send(stars_0="5", text_0="x" * 5001).content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The lamp is lovely and stands on my desk.", "en"),
        ("Sehr schöne Lampe, sie steht jetzt im Wohnzimmer.", "de"),
        ("Çok güzel bir lamba, her akşam yakıyorum.", "tr"),
        ("👍👍", "tr"),
        ("", "tr"),
    ],
)
def test_the_language_is_the_texts_own_where_it_tells(reader: Reader, text: str, language: str) -> None:
    reader.send(stars_0="5", text_0=text)
    assert only_review().language == language


@pytest.mark.parametrize("otherwise", ["tr", "en"])
def test_too_few_letters_tell_no_language(otherwise: str) -> None:
    assert languages.spoken("ok!!! 10/10", otherwise=otherwise) == otherwise


# Tokens


@pytest.mark.django_db
def test_a_wrong_line_is_answered_the_same_whatever_is_wrong_with_it(
    reader: Reader, aurora: Shop, borealis: Shop, clock: time_machine.Traveller
) -> None:
    mine, elsewhere = reader.request, Reader(asked(borealis)).request
    other = asked(aurora, name="another")
    with time_machine.travel(ASKED_AT - timedelta(days=61), tick=False):
        old = links.line_token("write", mine, line_id(1))
    used = links.line_token("write", mine, line_id(0))
    reader.send(line_0=used, stars_0="5")
    wrong = {
        "other line": links.line_token("write", mine, "T3JkZXJMaW5lOjk5"),
        "other order": links.line_token("write", other, line_id(1)),
        "other shop": links.line_token("write", elsewhere, line_id(1)),
        "used": used,
        "expired": old,
        "forged": used[:-2] + ("AA" if used[-2:] != "AA" else "BB"),
        "for another deed": links.line_token("change", mine, line_id(1)),
        "none": "",
    }
    answers = {}
    for name, token in wrong.items():
        with CaptureQueriesContext(connection) as asked_of:
            answer = reader.send(line_0=token, stars_0="1", text_0="taken?")
        answers[name] = (answer.status_code, answer.content, len(asked_of))
    assert set(answers.values()) == {answers["used"]}
    assert answers["used"][0] == 409
    assert "Belki daha önce gönderilmişti" in answers["used"][1].decode()
    assert Review.across_stores.get().stars == 5


@pytest.mark.django_db
def test_a_wrong_link_takes_as_long_as_one_that_ended(reader: Reader, clock: time_machine.Traveller) -> None:
    good = path(reader.request)
    forged = good[:-2] + ("AA" if good[-2:] != "AA" else "BB")
    unknown = "/r/" + signing.Signer(salt="review").sign_object(10**9)
    clock.shift(timedelta(days=61))
    addresses = (good, forged, unknown)
    answers = {}
    for address in addresses:
        with CaptureQueriesContext(connection) as asked_of:
            answer = reader.client.get(address)
        answers[address] = (answer.status_code, answer.content, len(asked_of))
    assert set(answers.values()) == {(404, answers[forged][1], 1)}
    # In turns, and the fastest of each: what a busy machine adds is nothing that a stranger could learn from.
    rounds = [[_seconds(reader.client, address) for address in addresses] for _ in range(30)]
    fastest = [min(each) for each in zip(*rounds, strict=True)]
    assert max(fastest) < 2 * min(fastest)


def _seconds(client: Client, address: str) -> float:
    begun = time.perf_counter()
    client.get(address)
    return time.perf_counter() - begun


@pytest.mark.django_db
def test_of_two_tabs_the_second_keeps_only_what_is_new(reader: Reader) -> None:
    first, second = reader.tokens()
    reader.send(line_0=first, stars_0="5", text_0="the first tab")
    answer = reader.send(line_0=first, stars_0="1", line_1=second, stars_1="3", text_1="the second tab")
    assert answer.status_code == 409
    assert sorted(Review.across_stores.values_list("stars", "text")) == [(3, "the second tab"), (5, "the first tab")]


@pytest.mark.django_db
def test_a_page_asks_the_database_the_same_for_one_line_and_twenty(aurora: Shop, borealis: Shop) -> None:
    counts = []
    for shop, lines in ((aurora, 2), (borealis, 20)):
        reader = Reader(asked(shop, lines=lines))
        with CaptureQueriesContext(connection) as asked_of:
            reader.open()
        counts.append(len(asked_of))
    assert counts[0] == counts[1]


# Drafts


@pytest.mark.django_db
def test_what_was_typed_is_there_on_another_device(reader: Reader) -> None:
    answer = reader.send("draft", stars_0="3", title_0="Yarım", text_1="sonra", author="A.")
    assert (answer.status_code, answer.content) == (204, b"")
    page = reader.client.get(path(reader.request)).content.decode()
    assert 'name="stars-0" value="3" checked' in page
    assert 'value="Yarım"' in page
    assert ">sonra</textarea>" in page
    assert 'value="A."' in page
    assert not Review.across_stores.exists()


@pytest.mark.django_db
def test_a_draft_ends_with_its_review_and_never_comes_after_it(reader: Reader) -> None:
    first, second = reader.tokens()
    reader.send("draft", line_0=first, stars_0="3", line_1=second, text_1="sonra")
    reader.send(line_0=first, stars_0="3")
    assert list(ReviewRequest.across_stores.get().draft["lines"]) == [line_id(1)]
    reader.send("draft", line_0=first, stars_0="1", text_0="late", line_1=second, text_1="daha sonra")
    assert ReviewRequest.across_stores.get().draft["lines"][line_id(1)]["text"] == "daha sonra"
    assert line_id(0) not in ReviewRequest.across_stores.get().draft["lines"]


@pytest.mark.django_db
def test_a_draft_is_bounded(reader: Reader) -> None:
    reader.send("draft", stars_0="9", title_0="t" * 999, text_0="x" * 100_000, author="a" * 500)
    kept = ReviewRequest.across_stores.get().draft
    assert (len(kept["author"]), kept["lines"][line_id(0)]["stars"]) == (80, 0)
    assert len(json.dumps(kept)) < 6_000


# Changing and taking back


@pytest.mark.django_db
def test_an_author_changes_their_review_and_staff_look_again(reader: Reader) -> None:
    reader.send(stars_0="5", text_0="Good.", author="Ada")
    Review.across_stores.update(state="PUBLISHED")
    review = only_review()
    reader.change(review.pk, stars_0="3", text_0="Good, but it broke.", author="Ada Y.")
    review.refresh_from_db()
    assert (review.stars, review.text, review.author_name) == (3, "Good, but it broke.", "Ada Y.")
    assert (review.state, review.edited_at) == ("PENDING", ASKED_AT)
    edited = review.changes.get(kind="EDITED")
    assert (edited.before["stars"], edited.before["text"], edited.before["author"]) == (5, "Good.", "Ada")


@pytest.mark.django_db
def test_saving_without_a_change_leaves_it_published(reader: Reader) -> None:
    reader.send(stars_0="5", text_0="Good.", author="Ada")
    Review.across_stores.update(state="PUBLISHED")
    reader.change(only_review().pk, stars_0="5", text_0="Good.", author="Ada")
    assert only_review().state == "PUBLISHED"
    assert [change.kind for change in only_review().changes.all()] == ["WRITTEN"]


@pytest.mark.django_db
def test_an_author_takes_their_review_back_and_may_write_it_again(reader: Reader) -> None:
    reader.send(stars_0="4", text_0="Good.")
    Review.across_stores.update(state="PUBLISHED")
    review = only_review()
    token = links.line_token("change", reader.request, line_id(0))
    reader.send("withdraw", line_0=token)
    assert only_review().state == "WITHDRAWN"
    assert ReviewSummary.across_stores.get(product_id=review.product_id).count == 0
    assert "Geri aldınız" in reader.open("")
    reader.change(review.pk, stars_0="4", text_0="Good.")
    assert [change.kind for change in review.changes.order_by("pk")] == ["WRITTEN", "WITHDRAWN", "EDITED"]
    assert only_review().state == "PENDING"


@pytest.mark.django_db
def test_after_thirty_days_a_review_stands(reader: Reader, clock: time_machine.Traveller) -> None:
    reader.send(stars_0="4", text_0="Good.")
    token = links.line_token("change", reader.request, line_id(0))
    clock.shift(timedelta(days=30))
    assert f'href="?e={only_review().pk}"' not in reader.open("")
    assert reader.send("change", line_0=token, stars_0="1").status_code == 409
    assert reader.send("withdraw", line_0=token).status_code == 409
    assert (only_review().stars, only_review().state) == (4, "PENDING")


@pytest.mark.django_db
def test_nobody_changes_anothers_review(reader: Reader, aurora: Shop) -> None:
    reader.send(stars_0="4")
    other = Reader(asked(aurora, name="another"))
    token = links.line_token("change", other.request, line_id(0))
    assert reader.send("change", line_0=token, stars_0="1").status_code == 409
    assert reader.send("withdraw", line_0=token).status_code == 409
    assert (only_review().stars, only_review().state) == (4, "PENDING")


@pytest.mark.django_db
def test_a_rejected_review_says_why_to_its_author(reader: Reader) -> None:
    reader.send(stars_0="4", text_0="Good.")
    Review.across_stores.update(state="REJECTED", reject_reason="PERSONAL_DATA")
    assert "Bir kişi hakkında özel bilgi veriyor." in reader.open("")
    reader.change(only_review().pk, stars_0="4", text_0="Better.")
    assert (only_review().state, only_review().reject_reason) == ("PENDING", "")


# A problem


@pytest.mark.django_db
def test_a_problem_becomes_a_ticket_and_the_review_stays_possible(reader: Reader) -> None:
    page = reader.open("f=problem")
    assert page.count('type="checkbox"') == 2
    answer = reader.client.post(path(reader.request), {"deed": "problem", "about": "1", "text": "Cam kırık."})
    ticket = Ticket.across_stores.get()
    assert f"Numarası {ticket.number}" in answer.content.decode()
    assert (ticket.order, ticket.subject) == (reader.request.order, "Lamba 1 ile ilgili sorun")
    assert (ticket.conversation.email, ticket.conversation.messages.get().text) == (BUYER, "Lamba 1\n\nCam kırık.")
    request = ReviewRequest.across_stores.get()
    assert (request.fork, request.ticket) == ("PROBLEM", ticket)
    assert reader.send(stars_0="5", text_0="The rest is good.").status_code == 303
    assert Review.across_stores.count() == 1


@pytest.mark.django_db
def test_the_only_line_is_chosen_already(aurora: Shop) -> None:
    page = Reader(asked(aurora, lines=1)).open("f=problem")
    assert re.search(r'name="about" value="0" checked', page)


@pytest.mark.django_db
def test_a_second_problem_goes_to_the_same_ticket(reader: Reader) -> None:
    for text in ("Cam kırık.", "Cam kırık.", "Ampul de yok."):
        reader.client.post(path(reader.request), {"deed": "problem", "text": text})
    assert [one.text for one in Ticket.across_stores.get().conversation.messages.order_by("pk")] == [
        "Cam kırık.",
        "Ampul de yok.",
    ]


@pytest.mark.django_db
def test_a_problem_without_words_is_asked_for_them(reader: Reader) -> None:
    answer = reader.client.post(path(reader.request), {"deed": "problem", "about": "0", "text": "  "})
    assert (answer.status_code, Ticket.across_stores.count()) == (422, 0)
    assert "birkaç sözle" in answer.content.decode()
    assert re.search(r'name="about" value="0" checked', answer.content.decode())


@pytest.mark.django_db
def test_a_problem_in_words_that_the_shop_does_not_take_is_to_be_said_differently(aurora: Shop) -> None:
    configured(aurora, blocked_words=["ısırgan"])
    reader = Reader(asked(aurora))
    for told in range(2):
        answer = reader.client.post(path(reader.request), {"deed": "problem", "text": "Bu ISIRGAN kırık."})
        page = answer.content.decode()
        assert (answer.status_code, Ticket.across_stores.count()) == (422, told)
        assert "başka türlü yazın" in page
        assert "Bu ISIRGAN kırık." in page, "what was typed stays"
        reader.client.post(path(reader.request), {"deed": "problem", "text": "Cam kırık."})


# The merchant's own questions


@pytest.mark.django_db
def test_a_merchants_question_is_asked_about_products_of_its_category(aurora: Shop) -> None:
    configured(aurora, review_aspects=[FIT, FIT | {"name": "size", "categories": ["T3RoZXI="]}])
    aurora.store.variants.update(category_id=global_id("Category", 1))
    reader = Reader(asked(aurora))
    page = reader.open()
    assert page.count("Kalıbı nasıl?") == 2, "once for each line, and the other category's not at all"
    assert "aspect-0-size" not in page
    reader.send(stars_0="5", aspect_0_fit="small", aspect_0_size="small")
    assert only_review().answers == {"fit": "small"}
    aurora.store.variants.update(category_id="T3RoZXI=")
    assert "aspect-0-fit" not in Reader(reader.request).open("t=1")


@pytest.mark.django_db
def test_an_answer_that_there_is_not_is_left_out(aurora: Shop) -> None:
    configured(aurora, review_aspects=[FIT | {"categories": []}])
    Reader(asked(aurora)).send(stars_0="5", aspect_0_fit="huge")
    assert only_review().answers == {}


# Photos


@pytest.fixture
def folder(tmp_path: Path, settings: LazySettings) -> Path:
    settings.STORAGES = {"files": location((tmp_path / "files").as_uri())}
    return tmp_path


def uploaded(shop: Shop, request: ReviewRequest, many: int = 1) -> list[str]:
    """Send pictures as the form's script does; return their tokens."""
    return [
        send_file(shop, picture(size=(40 + number, 40)), owner=owner_of(request), most=20).token
        for number in range(many)
    ]


def photos(**of: Any) -> list[str]:
    return list(ReviewPhoto.across_stores.filter(**of).order_by("position").values_list("file__token", flat=True))


@pytest.mark.django_db
def test_photos_go_with_their_review_in_their_order(reader: Reader, aurora: Shop, folder: Path) -> None:
    first, second = uploaded(aurora, reader.request, 2)
    reader.send("draft", photo_0=[second, first], text_0="half")
    assert photos(request=reader.request, order_line_id=line_id(0)) == [second, first]
    reader.send(stars_0="5", photo_0=[second, first])
    review = only_review()
    assert (photos(review=review), photos(request=reader.request), review.has_photos) == ([second, first], [], True)
    assert photos(usage_right_at__isnull=False) == []


@pytest.mark.django_db
def test_five_photos_are_the_most(reader: Reader, aurora: Shop, folder: Path) -> None:
    tokens = uploaded(aurora, reader.request, 6)
    reader.send(stars_0="5", photo_0=tokens)
    assert photos(review=only_review()) == tokens[:5]


@pytest.mark.django_db
def test_nobody_attaches_anothers_photo(reader: Reader, aurora: Shop, borealis: Shop, folder: Path) -> None:
    other = asked(aurora, name="another")
    elsewhere = asked(borealis)
    tokens = [*uploaded(aurora, other), *uploaded(borealis, elsewhere), "unknown"]
    reader.send(stars_0="5", photo_0=tokens)
    assert ReviewPhoto.across_stores.count() == 0


@pytest.mark.django_db
def test_a_tick_lets_the_shop_use_photos_and_the_next_one_takes_it_back(
    reader: Reader, aurora: Shop, folder: Path
) -> None:
    configured(aurora, sender_name="Aurora Lights")
    tokens = uploaded(aurora, reader.request, 2)
    assert not re.search(r'name="use-0"[^>]*checked', reader.open())
    reader.send(stars_0="5", photo_0=tokens, use_0="1")
    words = ReviewPhoto.across_stores.values_list("usage_right_at", "usage_right_text")
    assert set(words) == {(ASKED_AT, html.unescape(_right_in(reader)))}
    assert "Aurora Lights" in words[0][1]
    reader.change(only_review().pk, stars_0="5", photo_0=tokens)
    assert set(words.all()) == {(None, "")}


def _right_in(reader: Reader) -> str:
    found = re.search(r'name="use-1"[^>]*><span>([^<]+)', reader.open("t=1")) or re.search(
        r'name="use-0"[^>]*><span>([^<]+)', reader.open("t=1")
    )
    assert found
    return found[1]


@pytest.mark.django_db
def test_a_photo_that_was_taken_back_is_forgotten_and_others_stay(reader: Reader, aurora: Shop, folder: Path) -> None:
    first, second = uploaded(aurora, reader.request, 2)
    redrawing.redraw_due(now=NOON)
    reader.send(stars_0="5", photo_0=[first, second])
    reader.change(only_review().pk, stars_0="5", photo_0=[second])
    files.forget(now=ASKED_AT + timedelta(days=2))
    assert list(aurora.store.files.values_list("token", flat=True)) == [second]
    assert only_review().changes.get(kind="EDITED").before["photos"] == [first, second]


@pytest.mark.django_db
@pytest.mark.parametrize(("stars", "is_asked"), [("5", True), ("4", True), ("3", False), ("1", False)])
def test_who_is_content_is_asked_for_a_photo(reader: Reader, stars: str, is_asked: bool) -> None:
    reader.send(stars_0=stars)
    assert ("Fotoğraf ekle</a>" in reader.open("t=1")) is is_asked


# What stands in the form


@given(
    st.dictionaries(
        st.sampled_from(["stars-0", "stars-1", "title-0", "text-1", "author", "photo-0", "aspect-0-fit", "line-0"]),
        st.lists(st.text(max_size=200), max_size=7),
    )
)
def test_whatever_is_posted_is_clean_or_left_out(posted: dict[str, list[str]]) -> None:
    for number in (0, 1):
        line = form.typed(posted, number, ())
        assert line.stars in range(6)
        assert not form.CONTROL.search(line.title + line.text + form.author(posted))
        assert len(line.photos) <= form.MOST_PHOTOS
        assert form.from_draft(json.loads(json.dumps(form.as_draft(line)))).stars == line.stars


@pytest.mark.parametrize(
    ("lines", "author", "expected"),
    [
        ({0: Typed(stars=4)}, "", {}),
        ({0: Typed(stars=4), 1: Typed()}, "", {}),
        ({}, "", {"form": Fault.NO_STARS}),
        ({0: Typed()}, "", {"form": Fault.NO_STARS}),
        ({0: Typed(stars=5), 1: Typed(text="words")}, "", {"1": Fault.STARS_MISSING}),
        ({0: Typed(photos=("a",))}, "", {"0": Fault.STARS_MISSING}),
        ({0: Typed(stars=5, text="x" * 5001)}, "", {"0": Fault.TOO_LONG}),
        ({0: Typed(stars=5, title="x" * 121)}, "", {"0": Fault.TOO_LONG}),
        ({0: Typed(stars=5)}, "x" * 81, {"author": Fault.TOO_LONG}),
    ],
)
def test_what_is_wrong_with_a_form(lines: dict[int, Typed], author: str, expected: dict[str, Fault]) -> None:
    assert form.faults(lines, author) == expected


@pytest.mark.parametrize(
    ("name", "shown"), [("Ayşe Yılmaz", "Ayşe Y."), ("Ada", "Ada"), ("", ""), ("Jean Luc de Vries", "Jean V.")]
)
def test_a_name_is_shown_to_strangers_in_part(name: str, shown: str) -> None:
    assert form.public_name(name) == shown
