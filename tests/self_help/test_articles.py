"""The shop's own help pages, for who begins to write and for who answers."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from saleor_support_plugin.api import self_help_doors
from saleor_support_plugin.conversations import actions as conversations
from saleor_support_plugin.conversations.models import Author, Medium
from saleor_support_plugin.conversations.rules import Limit
from saleor_support_plugin.demo import page_fields
from saleor_support_plugin.demo.catalogue_records import Page
from saleor_support_plugin.demo.data_pages import PAGES
from saleor_support_plugin.ids import own_id
from saleor_support_plugin.self_help.models import ArticleHelp
from saleor_support_plugin.stores import callers
from saleor_support_plugin.tickets.models import Ticket

from ..desks import ask_as
from ..known_staff import FakeSaleor
from ..shops import NOON, Shop
from .conftest import ORIGIN, Storefront

TICKET = "query Ticket($id: ID!) { ticket(id: $id) { articles { id title excerpt url } } }"
HELPED = "{ articlesHelped { title times } }"


def test_who_begins_to_write_is_shown_what_may_help(storefront: Storefront) -> None:
    [found] = storefront.articles("I want to return my lamp")
    assert found["title"] == "Returns and refunds"
    assert found["url"] == f"{ORIGIN}/help/returns-and-refunds"
    assert found["excerpt"].startswith("You may send anything back")
    [turkish] = storefront.articles("lambayı iade edeceğim", "tr-TR")
    assert (turkish["id"], turkish["title"]) == (found["id"], "İade ve para iadesi")
    assert storefront.articles("Do you sell bicycles?") == []


def test_the_store_is_asked_once_as_anybody_may_ask_it(storefront: Storefront) -> None:
    tokens = []
    posted = storefront.egress.post

    def post(url: str, **given: object) -> object:
        tokens.append(given.get("headers"))
        return posted(url, **given)  # type: ignore[arg-type]

    storefront.egress.post = post  # type: ignore[method-assign, assignment]
    for text in ("return", "refund", "tracking"):
        assert storefront.articles(text)
    assert storefront.egress.asked == ["PublishedPages"]
    assert tokens == [{}]


def test_a_page_without_words_is_suggested_to_nobody(storefront: Storefront, monkeypatch: pytest.MonkeyPatch) -> None:
    """Saleor keeps the reasons of a refund as published pages that have a title only."""
    reason = Page(pk="99", slug="damaged-item", title="Damaged item", text="", titles={}, texts={})
    monkeypatch.setattr(page_fields, "PAGES", [*PAGES, reason])
    assert storefront.articles("The lamp came damaged") == []


def test_nobody_waits_for_a_suggestion_where_the_store_does_not_answer(storefront: Storefront) -> None:
    storefront.egress.cut = {"PublishedPages"}
    assert storefront.articles("return") == []
    asked = len(storefront.egress.asked)
    assert storefront.articles("return") == []
    assert len(storefront.egress.asked) == asked  # it is left alone for a while


def test_a_shop_without_an_address_of_such_pages_suggests_none(storefront: Storefront) -> None:
    row = storefront.shop.store.configurations.get()
    row.data["links"] = {"product": f"{ORIGIN}/p"}
    row.save()
    assert storefront.articles("return") == []
    assert storefront.egress.asked == []


def test_what_helped_is_counted_by_day_and_nothing_else_is_kept(storefront: Storefront, saleor: FakeSaleor) -> None:
    [found] = storefront.articles("return")
    for _ in range(2):
        assert storefront.post("articles/helped", {"article": found["id"]}).status_code == 200
    row = ArticleHelp.across_stores.get()
    assert (row.store, row.channel_slug, row.title, row.times) == (
        storefront.shop.store,
        "tr",
        "Returns and refunds",
        2,
    )
    answer = ask_as(storefront.shop.staff_token("MANAGE_ORDERS"), HELPED)
    assert answer["data"]["articlesHelped"] == [{"title": "Returns and refunds", "times": 2}]
    callers.forget_sessions()
    saleor.channels = ["eu"]
    assert ask_as(storefront.shop.staff_token("MANAGE_ORDERS"), HELPED)["data"]["articlesHelped"] == []


def test_what_helped_in_another_store_is_not_told(storefront: Storefront, borealis: Shop, saleor: FakeSaleor) -> None:
    [found] = storefront.articles("return")
    storefront.post("articles/helped", {"article": found["id"]})
    assert ask_as(borealis.staff_token("MANAGE_ORDERS"), HELPED)["data"]["articlesHelped"] == []


@pytest.mark.parametrize("body", [{"article": "UGFnZTo5OQ=="}, {"article": ""}, {}])
def test_a_page_that_there_is_not_helps_nobody(storefront: Storefront, body: dict[str, str]) -> None:
    assert storefront.post("articles/helped", body).status_code == 404
    assert not ArticleHelp.across_stores.exists()


@pytest.mark.parametrize("body", [{"text": 1}, {"text": "x", "locale": []}, [1]])
def test_a_question_that_cannot_be_read_is_refused(storefront: Storefront, body: object) -> None:
    assert storefront.post("articles", body).status_code == 400


def test_a_foreign_page_is_told_nothing(storefront: Storefront) -> None:
    answer = storefront.post("articles", {"text": "return"}, origin="https://elsewhere.example")
    assert answer.status_code == 403
    assert storefront.egress.asked == []


def test_who_asks_too_often_is_told_so(storefront: Storefront, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(self_help_doors, "SUGGESTIONS", Limit(1, timedelta(hours=1)))
    assert storefront.post("articles", {"text": "return"}).status_code == 200
    refused = storefront.post("articles", {"text": "return"})
    assert (refused.status_code, refused.headers["retry-after"]) == (429, "3600")


def written(shop: Shop, *texts: str, language: str = "en") -> Ticket:
    begun = conversations.begin(
        store=shop.store, channel="tr", language=language, email="ada@mail.example", name="Ada", now=NOON
    )
    for text in texts:
        conversations.say(
            conversation=begun, text=text, author=Author.SHOPPER, author_name="Ada", channel=Medium.FORM, now=NOON
        )
    return Ticket.across_stores.create(
        store=shop.store, conversation=begun, number=77, subject="A lamp", created_at=NOON, updated_at=NOON
    )


def articles_of(shop: Shop, ticket: Ticket) -> list[dict[str, str]]:
    answer = ask_as(shop.staff_token("MANAGE_ORDERS"), TICKET, id=own_id("Ticket", ticket.pk))
    assert "errors" not in answer, answer
    found: list[dict[str, str]] = answer["data"]["ticket"]["articles"]
    return found


def test_staff_see_what_may_help_in_the_conversations_language(storefront: Storefront, saleor: FakeSaleor) -> None:
    ticket = written(storefront.shop, "Merhaba", "Lambayı iade etmek istiyorum", language="tr")
    [found] = articles_of(storefront.shop, ticket)
    assert (found["title"], found["url"]) == ("İade ve para iadesi", f"{ORIGIN}/help/returns-and-refunds")


def test_staff_answer_without_where_the_store_does_not_say(storefront: Storefront, saleor: FakeSaleor) -> None:
    storefront.egress.cut = {"PublishedPages"}
    assert articles_of(storefront.shop, written(storefront.shop, "I want to return it")) == []


def test_suggesting_writes_nothing_but_that_somebody_asked(storefront: Storefront) -> None:
    storefront.articles("return")
    with CaptureQueriesContext(
        connection,
    ) as asked:
        storefront.articles("where is my secret parcel tracking")
    assert [one["sql"] for one in asked if "secret" in one["sql"]] == []
