"""Which articles fit what somebody writes, and by what products can be narrowed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from saleor_support_plugin.demo.data_pages import PAGES
from saleor_support_plugin.money import Money
from saleor_support_plugin.saleor.public import Named, OfferedProduct
from saleor_support_plugin.saleor.visiting import plain
from saleor_support_plugin.self_help.rules import (
    MOST_ARTICLES,
    Article,
    AskedWrong,
    attributes,
    fitting,
    narrowed,
    wish,
)

ENGLISH = [Article(one.slug, one.title, one.text, f"/{one.slug}") for one in PAGES]
TURKISH = [Article(one.slug, one.titles["TR"], one.texts["TR"], f"/{one.slug}") for one in PAGES]


@pytest.mark.parametrize(
    ("said", "first"),
    [
        ("Where is the tracking number?", "delivery-and-tracking"),
        ("Hello, I would like to return the shoes", "returns-and-refunds"),
        ("When do I get my REFUND", "returns-and-refunds"),
        ("is the shirt true to size", "choosing-a-size"),
        ("My card was declined twice", "ways-to-pay"),
        ("Which size?", "choosing-a-size"),
        ("how do I wash the woolen blanket? Is copper different", "caring-for-wool-and-copper"),
    ],
)
def test_an_article_is_found_by_the_words_of_a_message(said: str, first: str) -> None:
    assert next(iter(fitting(ENGLISH, said, language="en"))).id == first


@pytest.mark.parametrize(
    ("said", "first"),
    [
        ("KARGOM NEREDE", "delivery-and-tracking"),
        ("ürünü iade etmek istiyorum", "returns-and-refunds"),
        ("Hangi bedeni almalıyım?", "choosing-a-size"),
        ("odeme yapamadim, kartim reddedildi", "ways-to-pay"),
        ("Bakır cezvenin bakımını nasıl yaparım", "caring-for-wool-and-copper"),
    ],
)
def test_turkish_words_are_found_with_any_ending_and_without_their_dots(said: str, first: str) -> None:
    assert next(iter(fitting(TURKISH, said, language="tr"))).id == first


@pytest.mark.parametrize(
    "said", ["", "Hello!", "Merhaba, nasılsınız?", "12345", "Do you sell bicycles?", "thank you very much", "٣ 🙂"]
)
def test_nothing_is_suggested_where_nothing_fits(said: str) -> None:
    assert fitting(ENGLISH, said, language="en") == []
    assert fitting(TURKISH, said, language="tr") == []


@given(some.text(max_size=200))
def test_whatever_is_written_at_most_three_are_suggested(said: str) -> None:
    assert len(fitting(TURKISH, said, language="tr")) <= MOST_ARTICLES


def test_an_articles_first_words_end_with_a_word() -> None:
    whole = Article("1", "Short", "Two words.", "")
    long = Article("2", "Long", "word " * 100, "")
    assert whole.excerpt == "Two words."
    assert (long.excerpt[-5:], len(long.excerpt) <= 141) == ("word…", True)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('{"blocks": [{"type": "paragraph", "data": {"text": "A <b>bold</b> &amp; <a>word</a>"}}]}', "A bold & word"),
        ('{"blocks": [{"data": {"text": "<b>30 days</b>, new<br>with <i>label</i>."}}]}', "30 days, new with label."),
        ('{"blocks": [{"data": {"items": ["one", {"content": "two", "items": ["three"]}]}}]}', "one two three"),
        ('{"blocks": [{"type": "image", "data": {"file": {"url": "https://x"}}}]}', ""),
        ('{"blocks": [1]}', ""),
        ("[]", ""),
        ("no json", ""),
        (None, ""),
        ('{"blocks": 3}', ""),
    ],
)  # fmt: skip
def test_a_pages_words_are_those_of_its_blocks(content: str | None, said: str) -> None:
    assert plain(content) == said


def product(name: str, **chosen: str) -> OfferedProduct:
    its = tuple((Named(slug, slug.title(), ""), (Named(value, value, ""),)) for slug, value in chosen.items())
    return OfferedProduct(name, name, name, "", "", Money(Decimal(1), "TRY"), False, None, its)


SHIRTS = [
    product("a", material="linen", fit="wide"),
    product("b", material="cotton", fit="wide"),
    product("c", material="linen", fit="wide", washing="cold"),
    product("d", material="wool", fit="slim"),
]


def test_products_are_narrowed_by_what_they_share_and_differ_in() -> None:
    offered = attributes(SHIRTS, {})
    assert [(one.key, [(each.named.key, each.count) for each in values]) for one, values in offered] == [
        ("material", [("linen", 2), ("cotton", 1), ("wool", 1)]),
        ("fit", [("wide", 3), ("slim", 1)]),
    ]
    left = narrowed(SHIRTS, {"material": "linen"})
    assert [one.name for one in left] == ["a", "c"]
    assert attributes(left, {"material": "linen"}) == []  # what all of them are says nothing


def test_no_more_than_two_attributes_are_chosen() -> None:
    assert attributes(SHIRTS, {"one": "1", "two": "2"}) == []
    with pytest.raises(AskedWrong):
        wish("", "", ["a:1", "b:2", "c:3"])


@pytest.mark.parametrize(
    ("category", "chosen"), [("a b", []), ("x" * 65, []), ("", ["a"]), ("", [":b"]), ("", ["a:\0"])]
)
def test_a_wish_that_cannot_be_read_is_refused(category: str, chosen: list[str]) -> None:
    with pytest.raises(AskedWrong):
        wish("", category, chosen)
