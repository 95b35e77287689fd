"""Which of many products are asked about first, and which of the merchant's questions a product is asked."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saleor_support_plugin.reviews.aspects import asked_of, chosen, said
from saleor_support_plugin.reviews.steering import Known, steered
from saleor_support_plugin.stores.aspects import Aspect, AspectAnswer
from saleor_support_plugin.stores.configuration import ConfigurationWrong, as_data, from_data

from ..shops import NOON

DAY = timedelta(days=1)
LINES = [("a", "P-a"), ("b", "P-b"), ("c", "P-c"), ("d", "P-d")]


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({}, "abcd"),
        ({"P-a": Known(5, NOON)}, "bcda"),
        ({"P-a": Known(4, NOON)}, "abcd"),
        ({"P-a": Known(9, NOON), "P-b": Known(9, NOON - 181 * DAY)}, "cdba"),
        ({"P-a": Known(9, NOON - 180 * DAY), "P-b": Known(9, NOON - 181 * DAY)}, "cdba"),
        ({f"P-{name}": Known(9, NOON) for name in "abcd"}, "abcd"),
    ],
)
def test_what_others_know_least_of_comes_first(known: dict[str, Known], expected: str) -> None:
    assert "".join(steered(LINES, known, now=NOON)) == expected


knowns = st.builds(Known, st.integers(0, 10), st.none() | st.integers(0, 400).map(lambda days: NOON - days * DAY))


@given(st.dictionaries(st.sampled_from([product for _, product in LINES]), knowns))
def test_nothing_is_left_out_by_steering(known: dict[str, Known]) -> None:
    assert sorted(steered(LINES, known, now=NOON)) == ["a", "b", "c", "d"]


FIT = Aspect(
    "fit",
    {"en": "How does it fit?", "tr": "Kalıbı nasıl?"},
    (AspectAnswer("small", "Small", "Dar"), AspectAnswer("right", "", "Tam")),
    ("shirts",),
)
TOUCH = Aspect("touch", {"tr": "Dokusu nasıl?"}, (AspectAnswer("soft", "Soft"), AspectAnswer("hard", "Hard")))


@pytest.mark.parametrize(("category", "names"), [("shirts", ["fit", "touch"]), ("mugs", ["touch"]), ("", ["touch"])])
def test_questions_are_those_of_the_category_and_of_all(category: str, names: list[str]) -> None:
    assert [one.name for one in asked_of(category, [FIT, TOUCH])] == names


def test_only_answers_that_there_are_count() -> None:
    assert chosen({"fit": "small", "touch": "wet", "other": "x"}, [FIT, TOUCH]) == {"fit": "small"}


def test_names_are_said_in_words_of_the_language_else_of_the_other() -> None:
    answers = {"fit": "right", "touch": "soft", "gone": "x"}
    assert said(answers, [FIT, TOUCH], "en") == [("How does it fit?", "Tam"), ("Dokusu nasıl?", "Soft")]
    assert said(answers, [FIT], "tr") == [("Kalıbı nasıl?", "Tam")]


GIVEN = {
    "name": "fit",
    "question": {"en": "How does it fit?"},
    "answers": [{"name": "small", "en": "Small"}, {"name": "large", "tr": "Bol"}],
    "categories": ["Q2F0"],
}


def test_what_a_merchant_asks_is_read_again_as_it_was_saved() -> None:
    data = {"review_aspects": [GIVEN]}
    assert as_data(from_data(data)) == data


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"name": "How it fits"}, "0.name"),
        ({"name": ""}, "0.name"),
        ({"question": {}}, "0.question"),
        ({"question": {"de": "Wie?"}}, "0.question"),
        ({"question": {"en": "x" * 81}}, "0.question"),
        ({"answers": []}, "0.answers"),
        ({"answers": [{"name": "a", "en": "A"}]}, "0.answers"),
        ({"answers": [{"name": str(n), "en": "A"} for n in range(6)]}, "0.answers"),
        ({"answers": [{"name": "a", "en": "A"}, {"name": "a", "en": "B"}]}, "0.answers.1.name"),
        ({"answers": [{"name": "a", "en": "A"}, {"name": "b"}]}, "0.answers.1.en"),
        ({"categories": "Q2F0"}, "0.categories"),
        ({"stars": 5}, "0.stars"),
    ],
)
def test_what_cannot_be_asked_is_named_with_its_field(changed: dict[str, object], field: str) -> None:
    with pytest.raises(ConfigurationWrong) as caught:
        from_data({"review_aspects": [GIVEN | changed]})
    assert [fault.field for fault in caught.value.faults] == [f"review_aspects.{field}"]


def test_two_questions_have_two_names() -> None:
    with pytest.raises(ConfigurationWrong) as caught:
        from_data({"review_aspects": [GIVEN, GIVEN]})
    assert [fault.field for fault in caught.value.faults] == ["review_aspects.1.name"]
