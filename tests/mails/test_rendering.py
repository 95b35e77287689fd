"""A mail is whole whatever is missing, odd or hostile in it, in both languages, as HTML and as text."""

import re
from datetime import UTC, datetime
from html.parser import HTMLParser
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saleor_support_plugin.mails import catalogue
from saleor_support_plugin.mails.colours import DARK_SHEET, SHEET, accent, contrast
from saleor_support_plugin.mails.rendering import Brand, Letter, Line, Words, day, render

LINK = "https://shop.dev/cart?checkout=1&x=2"
OUT = "https://support.dev/u/token"
GMAIL_CUTS_AT = 102_000


class Reader(HTMLParser):
    """Collects what a mailbox would make of a mail."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def mail(kind: str = "cart_reminder", language: str = "en", **told: object) -> Words:
    letter = Letter(kind, language, **({"brand": Brand("Aurora"), "link": LINK} | told))  # type: ignore[arg-type]
    return render(letter, catalogue.built(kind, language).texts)


def test_a_reminder_says_what_was_left_in_both_parts() -> None:
    lines = (Line("Blanket", "Blue", 2, "₺10.00", "https://shop.dev/a.png"), Line("Mug", quantity=1, price="₺1.00"))
    made = mail(lines=lines, total="₺11.00", unsubscribe=OUT, preferences="https://support.dev/p/token")
    read = Reader(made.html)
    assert made.subject == "Blanket is still in your basket"
    for part in (made.text, " ".join(read.words)):
        for word in ("Blanket", "Blue", "Mug", "₺11.00", "No more reminders", "Choose what we may send you"):
            assert word in part
    assert {LINK, OUT, "https://shop.dev/a.png"} <= set(read.links)
    assert made.text.count(LINK) == 1
    assert "script" not in read.tags


@pytest.mark.parametrize(
    ("language", "hello"), [("en", "Hello Ayşe O’Neill-Yılmaz,"), ("tr", "Merhaba Ayşe O’Neill-Yılmaz,")]
)
def test_somebody_with_a_name_is_greeted_by_it_in_their_language(language: str, hello: str) -> None:
    made = mail("order_summary", language, name=" Ayşe  O’Neill-Yılmaz ", values={"number": "41"})
    for part in (made.text, " ".join(Reader(made.html).words)):
        assert part.count(hello) == 1


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Win at shop.dev",
        "www.win.com/",
        "<b>Ada</b>",
        "a" * 41,
        "Call 0900",
        "one two three four five six",
    ],
)
def test_what_may_be_more_than_a_name_greets_nobody(name: str) -> None:
    made = mail("order_summary", name=name, values={"number": "41"})
    assert "Hello" not in made.text + made.html


def test_more_lines_than_are_read_are_counted_in_the_languages_plural() -> None:
    for count, english, turkish in (
        (9, "and 1 more item", "ve 1 ürün daha"),
        (10, "and 2 more items", "ve 2 ürün daha"),
    ):
        lines = tuple(Line(f"Mug {number}") for number in range(count))
        assert english in mail(lines=lines).text
        assert turkish in mail(language="tr", lines=lines).html


@pytest.mark.parametrize("language", catalogue.LANGUAGES)
@pytest.mark.parametrize("kind", catalogue.VALUES)
def test_a_mail_with_nothing_in_it_still_reads(kind: str, language: str) -> None:
    made = mail(kind, language, link="")
    assert made.subject
    assert "{{" not in made.html + made.text + made.subject
    assert "None" not in made.html + made.text
    assert f'lang="{language}"' in made.html


def test_a_mail_stays_below_what_gmail_cuts_off() -> None:
    lines = tuple(Line("x" * 200, "y" * 200, 9, "₺1.000.000,00", f"https://shop.dev/{'p' * 1500}") for _ in range(40))
    made = mail(lines=lines, total="₺1", brand=Brand("A" * 100, "https://shop.dev/logo.png", "#ff0000", "a\n" * 10))
    assert len(made.html.encode()) < GMAIL_CUTS_AT


def test_the_shops_looks_are_in_it() -> None:
    html = mail(brand=Brand("Aurora & Co", "https://shop.dev/l.png?a=1&b=2", "#7a2e5d", "Street 1\n<City>")).html
    assert 'src="https://shop.dev/l.png?a=1&amp;b=2"' in html
    assert 'alt="Aurora &amp; Co"' in html
    assert "#7a2e5d" in html
    assert "&lt;City&gt;" in html


def test_a_button_without_words_says_where_it_leads() -> None:
    letter = Letter("ticket_received", "en", Brand("Aurora"), link=LINK)
    made = render(letter, {"subject": "S", "heading": "H", "button": "{{ nothing }}"})
    assert LINK in Reader(made.html).words
    assert made.text.count(LINK) == 1
    assert ":\n" not in made.text


def test_a_mail_calls_nobody_but_the_shop() -> None:
    html = mail(lines=(Line("Mug", picture="https://shop.dev/m.png"),), brand=Brand("A", "https://shop.dev/l.png")).html
    hosts = set(re.findall(r"(?:https?:)?//([\w.-]+)", html)) - {"www.w3.org"}  # a namespace, not an address
    assert hosts == {"shop.dev"}


def test_only_web_addresses_become_links() -> None:
    for bad in ("javascript:alert(1)", "data:text/html,x", "http://[", "//shop.dev", "https"):
        assert not [link for link in Reader(mail(link=bad).html).links if "alert" in link or link == bad]


def test_a_header_cannot_be_smuggled_in_by_a_name() -> None:
    made = mail(lines=(Line("Mug\r\nBcc: all@shop.dev"),))
    assert made.subject == "Mug Bcc: all@shop.dev is still in your basket"


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.text(max_size=200), st.text(max_size=40))
def test_whatever_is_in_a_name_the_mail_is_made(name: str, quote: str, shop: str) -> None:
    made = mail("ticket_reply", quote=quote, brand=Brand(shop), values={"subject": name, "number": "1"})
    made.html.encode()
    made.text.encode()
    assert made.subject.isprintable()
    assert not {"script", "iframe", "form"} & set(Reader(made.html).tags)


def test_lone_surrogates_and_control_characters_are_left_out() -> None:
    made = mail("ticket_reply", quote="a\ud800b\x00c\x0b\nd", values={"subject": "\udfff!", "number": "1"})
    assert "abc\nd" in made.text
    assert made.subject == "! (no. 1)"


def test_what_a_person_wrote_is_shown_as_written() -> None:
    html = mail("ticket_reply", quote="Hello,\n\n<b>1 < 2</b>", values={"subject": "S", "number": "1"}).html
    assert "Hello,\n\n&lt;b&gt;1 &lt; 2&lt;/b&gt;" in html


def test_a_day_is_the_one_on_the_shops_clock() -> None:
    late = datetime(2026, 11, 20, 22, 30, tzinfo=UTC)
    assert day(late, "tr", ZoneInfo("Europe/Istanbul")) == "21 Kasım 2026"
    assert day(late, "en", ZoneInfo("UTC")) == "20 November 2026"


@given(st.integers(0, 0xFFFFFF))
def test_any_colour_of_a_shop_is_readable(colour: int) -> None:
    found = accent(f"#{colour:06x}")
    assert contrast(found.fill, SHEET) >= 3
    assert contrast(found.link, SHEET) >= 4.5
    assert contrast(found.on_fill, found.fill) >= 4.5
    assert contrast(found.dark_fill, DARK_SHEET) >= 3
    assert contrast(found.dark_on_fill, found.dark_fill) >= 4.5
