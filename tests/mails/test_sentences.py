"""The language of texts: it says what it should, and nothing that somebody types can run, hang, grow or look around."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saleor_support_plugin.mails import catalogue, sentences
from saleor_support_plugin.mails.rendering import plural
from saleor_support_plugin.mails.sentences import MOST_SAID, MOST_TEXT, TextBroken, names, parse, say


def said(text: str, language: str = "en", as_html: bool = False, **values: str | int) -> str:
    return say(text, values, language=language, plural=plural(language), as_html=as_html)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ shop }}, hello", "Aurora, hello"),
        ("{{shop}}{{ nothing }}!", "Aurora!"),
        ("{% if shop %}yes{% else %}no{% endif %}", "yes"),
        ("{% if nothing %}yes{% else %}no{% endif %}", "no"),
        ("{% if zero %}some{% endif %}", ""),
        ("{% plural two %}{% one %}{{ two }} item{% other %}{{ two }} items{% endplural %}", "2 items"),
        ("{% plural single %} {% one %}one{% other %}many{% endplural %}", "one"),
        ("{% plural shop %}{% one %}one{% other %}many{% endplural %}", "many"),
        ("**{{ shop }}**", "Aurora"),
        ("{% if shop %}{% if two %}both{% endif %}{% endif %}", "both"),
    ],
)
def test_what_is_said(text: str, expected: str) -> None:
    assert said(text, shop="Aurora", two=2, single=1, zero=0) == expected


def test_turkish_letters_keep_their_dots() -> None:
    assert said(
        "{{ item | capital }} {{ item | upper }} {{ big | lower }}", "tr", item="ipek ışık", big="IŞIK İPEK"
    ) == ("İpek ışık İPEK IŞIK ışık ipek")
    assert said("{{ item | upper }}", "en", item="ipek") == "IPEK"


@pytest.mark.parametrize(
    "text",
    [
        "{{ shop",
        "shop }}",
        "{% if shop %}",
        "{% endif %}",
        "{% else %}",
        "{% for a in b %}{% endfor %}",
        "{% if shop.name %}x{% endif %}",
        "{{ shop.__class__ }}",
        "{{ shop['x'] }}",
        "{{ shop | safe }}",
        "{{ 7 * 7 }}",
        "{% include 'x' %}",
        "{% plural n %}{% one %}x{% endplural %}",
        "{% plural n %}words{% one %}x{% other %}y{% endplural %}",
        "{% if a %}" * 6 + "{% endif %}" * 6,
    ],
)
def test_what_is_not_the_language_is_refused_and_named(text: str) -> None:
    with pytest.raises(TextBroken) as refused:
        parse(text)
    assert len(str(refused.value)) > 20


@pytest.mark.parametrize("length", [MOST_TEXT + 1, 10_000_000])
def test_a_text_that_is_too_long_is_refused_unread(length: int) -> None:
    with pytest.raises(TextBroken, match=str(MOST_TEXT)):
        parse("{" * length)


def test_a_text_cannot_grow_without_end() -> None:
    with pytest.raises(TextBroken, match=str(MOST_SAID)):
        said("{{a}}" * 700, a="x" * 10_000)


def test_nothing_takes_long() -> None:
    started = time.perf_counter()
    for hostile in ("{{" * 2000, "{%" * 2000, "{{ a }}" * 571, "*" * 4000, "**a" * 1333, "{% if a %}" * 400):
        try:
            said(hostile, a="*" * 400, as_html=True)
        except TextBroken:
            continue
    assert time.perf_counter() - started < 1


@given(st.text(max_size=400), st.text(max_size=100))
def test_whatever_is_typed_is_said_or_refused(text: str, value: str) -> None:
    try:
        html = said(text + "{{ shop }}", shop=value, as_html=True)
    except TextBroken:
        return
    for tag in ("<strong>", "</strong>", "<bdi>", "</bdi>"):
        html = html.replace(tag, "")
    assert "<" not in html
    assert ">" not in html


def test_values_are_words_and_never_markup() -> None:
    html = said("{{ a }} **{{ b }}**", a="<b>*x*</b> {{ b }}", b="A & B", as_html=True)
    assert html == "&lt;b&gt;&#42;x&#42;&lt;/b&gt; {{ b }} <strong>A &amp; B</strong>"


def test_a_right_to_left_name_does_not_turn_the_sentence() -> None:
    assert said("{{ a }}!", a="متجر", as_html=True) == "<bdi>متجر</bdi>!"


@pytest.mark.parametrize("language", catalogue.LANGUAGES)
@pytest.mark.parametrize("kind", catalogue.VALUES)
def test_our_own_texts_are_in_the_language_and_name_only_what_is_known(kind: str, language: str) -> None:
    texts = catalogue.built(kind, language).texts
    assert set(catalogue.BLOCKS) <= set(texts)
    assert {name for text in texts.values() for name in names(sentences.parse(text))} <= set(catalogue.VALUES[kind])


def test_both_languages_say_the_same_things() -> None:
    for kind in catalogue.VALUES:
        english, turkish = (set(catalogue.built(kind, language).texts) for language in catalogue.LANGUAGES)
        assert english == turkish
    assert set(catalogue.shared("en")) == set(catalogue.shared("tr"))
