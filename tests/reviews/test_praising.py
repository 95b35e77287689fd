"""What buyers praise are words that many good reviews have in common, counted by their stems."""

import pytest

from saleor_support_plugin.reviews import praising, summaries

from ..desks import add_review
from ..shops import NOON, Shop, global_id

pytestmark = pytest.mark.django_db

LAMP = global_id("Product", 1)
TURKISH = ["Işığı yumuşak, çok sağlam.", "Sağlam bir lamba", "Sağlamdı. Işığı güzel", "Işığı tam yetti"]
ENGLISH = ["Sturdy, soft light", "A soft light.", "The light is warm", "Lights up the room"]


def published(shop: Shop, texts: list[str], language: str, *, start: int, stars: int = 5) -> None:
    for number, text in enumerate(texts, start):
        add_review(shop, number, text=text, title="", language=language, stars=stars, state="PUBLISHED")
    summaries.keep(store=shop.store, product_ids=[LAMP], now=NOON)


def praise(shop: Shop) -> dict[str, int]:
    praising.count_due(now=NOON)
    return {one["word"]: one["reviews"] for one in shop.store.review_summaries.get().praise}


def test_words_are_counted_by_stem_in_both_languages(aurora: Shop) -> None:
    published(aurora, TURKISH, "tr", start=1)
    published(aurora, ENGLISH, "en", start=10)
    assert praise(aurora) == {"light": 4, "sağlam": 3, "ışığı": 3}
    words = aurora.store.review_summaries.get().praise
    assert [one["language"] for one in words] == ["en", "tr", "tr"]
    said = aurora.store.reviews.filter(pk__in=words[0]["ids"]).values_list("text", flat=True)
    assert sorted(said) == sorted(ENGLISH)


def test_what_the_unhappy_say_is_no_praise_and_few_are_none(aurora: Shop) -> None:
    published(aurora, ENGLISH, "en", start=1)
    assert praise(aurora) == {}  # four reviews are too few
    published(aurora, ["The lid rattles"] * 4, "en", start=10, stars=2)
    assert praise(aurora) == {"light": 4}


def test_it_is_counted_anew_only_after_a_change(aurora: Shop) -> None:
    published(aurora, ENGLISH * 2, "en", start=1)
    assert praising.count_due(now=NOON) == 1
    assert praising.count_due(now=NOON) == 0
    summaries.keep(store=aurora.store, product_ids=[LAMP], now=NOON)
    assert praising.count_due(now=NOON) == 1
