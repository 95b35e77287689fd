"""What a shop does not want to read is found however it is written, and nothing else is."""

import time

import pytest

from saleor_support_plugin.conversations.rules import TextWrong
from saleor_support_plugin.conversations.starter_words import STARTER_WORDS
from saleor_support_plugin.conversations.word_filter import word_filter
from saleor_support_plugin.stores.configuration import Configuration, ConfigurationWrong, from_data


def finds(text: str, *listed: str, starter: bool = False) -> bool:
    return word_filter(Configuration(blocked_words=listed, blocked_words_starter=starter)).finds(text)


@pytest.mark.parametrize("said", ["ISIRGAN", "ısırgan!", "İsirgan", "bu (ısırgan) ne", "ısırgan'ın", "a_isirgan_b"])
def test_a_word_is_found_in_whatever_letters(said: str) -> None:
    assert finds(said, "Isırgan")


@pytest.mark.parametrize("said", ["ısırganlar", "bısırgan", "ısır gan", ""])
def test_a_whole_word_is_not_found_in_another(said: str) -> None:
    assert not finds(said, "ısırgan")


def test_a_star_stands_for_any_ending_and_for_none() -> None:
    assert all(finds(said, "lamp*", "şu*") for said in ("lamp", "Lambs and LAMPS", "ŞUNU", "sundae"))
    assert not any(finds(said, "lamp*") for said in ("clamp", "lam", "la mp"))


def test_the_starters_are_off_until_a_merchant_wants_them() -> None:
    assert not finds("orospular", "lamp")
    assert finds("OROSPULAR", "lamp", starter=True)


@pytest.mark.parametrize(
    "said", ["amına", "Amina", "pic", "got it", "shitake", "sikke", "Scunthorpe", "amiral", "bastard sword", "yara"]
)
def test_the_starters_mean_nothing_else(said: str) -> None:
    assert not finds(said, starter=True)
    assert all(finds(word.rstrip("*"), starter=True) for word in STARTER_WORDS)


def test_it_is_refused_or_marked_as_the_merchant_says() -> None:
    refusing = word_filter(Configuration(blocked_words=("lamp",)))
    assert refusing.card("a chair") is None
    with pytest.raises(TextWrong) as refused:
        refusing.card("a lamp")
    assert refused.value.code == "WORDS"
    # By mail nobody can be asked to say it differently.
    assert (refusing.mark("a chair"), refusing.mark("a lamp")) == (None, {"kind": "words"})
    marking = word_filter(Configuration(blocked_words=("lamp",), blocked_words_act="mark"))
    assert (marking.card("a chair"), marking.card("a lamp")) == (None, {"kind": "words"})


def test_the_same_settings_are_compiled_once() -> None:
    assert word_filter(Configuration(blocked_words=("lamp",))) is word_filter(Configuration(blocked_words=("lamp",)))


def test_many_words_do_not_slow_a_message() -> None:
    """Of 500 words and as many characters of Turkish, a message's look costs far less than keeping it (260 µs)."""
    many = word_filter(Configuration(blocked_words=tuple(f"sözcük{n}{'*' * (n % 2)}" for n in range(500))))
    said = "Merhaba, bu lambanın abajuru değiştirilebiliyor mu, yoksa ayrıca mı almalıyım? " * 6

    def once() -> float:
        began = time.perf_counter()
        many.finds(said)
        return time.perf_counter() - began

    assert min(once() for _ in range(200)) < 0.000_5


@pytest.mark.parametrize("word", ["", "a", "two words", "a*b", "**", "x" * 61, 7, "lamp**"])
def test_a_line_that_is_no_word_is_named(word: object) -> None:
    with pytest.raises(ConfigurationWrong) as wrong:
        from_data({"blocked_words": [word]})
    assert [fault.field for fault in wrong.value.faults] == ["blocked_words"]
    with pytest.raises(ConfigurationWrong):
        from_data({"blocked_words_act": "shout"})
