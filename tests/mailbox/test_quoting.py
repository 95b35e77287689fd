"""What somebody wrote just now stays; what their program added goes, in Turkish and English."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saleor_support_plugin.mailbox.quoting import split

OLD = "Your parcel left today.\nThe shop"
MARKED = "> Your parcel left today.\n> The shop"
ATTRIBUTIONS = {
    "Gmail, English": "On Fri, Nov 20, 2026 at 12:00 PM Aurora Lights <help@aurora.example> wrote:",
    "Gmail, English, broken": "On Fri, Nov 20, 2026 at 12:00 PM Aurora Lights <\nhelp@aurora.example> wrote:",
    "Gmail, Turkish": "Aurora Lights <help@aurora.example>, 20 Kas 2026 Cum, 12:00 tarihinde şunu yazdı:",
    "Gmail, Turkish, broken": "Aurora Lights <help@aurora.example>, 20 Kas 2026 Cum, 12:00 tarihinde şunu\nyazdı:",
    "Apple, English": "On 20 Nov 2026, at 12:00, Aurora Lights <help@aurora.example> wrote:",
    "Apple, Turkish": "Aurora Lights <help@aurora.example> şunları yazdı (20 Kas 2026 12:00):",
    "Thunderbird, English": "On 11/20/26 12:00 PM, Aurora Lights wrote:",
    "Thunderbird, Turkish": "20.11.2026 12:00 tarihinde Aurora Lights yazdı:",
    "Yahoo, English": "On Friday, November 20, 2026 at 12:00:00 PM GMT+3, Aurora <help@aurora.example> wrote:",
    "Yahoo, Turkish": "20 Kasım 2026 Cuma 12:00:00 GMT+3 tarihinde Aurora <help@aurora.example> şunu yazdı:",
}
COPIED_HEADS = {
    "Outlook, English": (
        "From: Aurora <help@aurora.example>\nSent: Friday, November 20, 2026 12:00\nTo: Ada\nSubject: Your parcel"
    ),
    "Outlook, Turkish": (
        "Kimden: Aurora <help@aurora.example>\nGönderildi: 20 Kasım 2026 Cuma 12:00\nKime: Ada\nKonu: Koliniz"
    ),
    "Outlook on a phone": (
        "________________________________\nFrom: Aurora <help@aurora.example>\nSent: Friday\nTo: Ada\nSubject: Parcel"
    ),
    "Outlook, older": "-----Original Message-----\nFrom: Aurora\nSent: Friday\nTo: Ada\nSubject: Parcel",
    "Outlook, older, Turkish": "-----Özgün İleti-----\nKimden: Aurora\nGönderilme: Cuma\nKime: Ada\nKonu: Koli",
    "Outlook, in bold": "*From:* Aurora\n*Sent:* Friday\n*To:* Ada\n*Subject:* Parcel",
}


@pytest.mark.parametrize("said", ["Thank you!", "Teşekkürler, gün içinde bakarım.\n\nAda", "1) yes\n2) no"])
@pytest.mark.parametrize("attribution", ATTRIBUTIONS.values(), ids=ATTRIBUTIONS)
def test_an_answer_above_what_it_answers(attribution: str, said: str) -> None:
    parts = split(f"{said}\n\n{attribution}\n\n{MARKED}\n")
    assert parts.new == said
    assert "Your parcel left today." in parts.quoted


@pytest.mark.parametrize("attribution", ATTRIBUTIONS.values(), ids=ATTRIBUTIONS)
def test_what_is_not_marked_goes_as_well(attribution: str) -> None:
    assert split(f"Thank you!\n\n{attribution}\n{OLD}\n").new == "Thank you!"


@pytest.mark.parametrize("attribution", ATTRIBUTIONS.values(), ids=ATTRIBUTIONS)
def test_an_answer_right_above_the_attribution_stays_whole(attribution: str) -> None:
    assert split(f"I will be home at noon\n{attribution}\n{MARKED}").new == "I will be home at noon"


@pytest.mark.parametrize("attribution", ATTRIBUTIONS.values(), ids=ATTRIBUTIONS)
def test_an_answer_below_what_it_answers(attribution: str) -> None:
    assert split(f"{attribution}\n{MARKED}\n\nThank you!").new == "Thank you!"


@pytest.mark.parametrize("head", COPIED_HEADS.values(), ids=COPIED_HEADS)
def test_an_answer_above_a_copied_head(head: str) -> None:
    parts = split(f"Thank you!\n\n{head}\n\n{OLD}")
    assert parts.new == "Thank you!"
    assert OLD in parts.quoted


def test_answers_between_what_they_answer() -> None:
    said = "> Which one is broken?\nThe left one.\n> Do you want a new one?\nYes."
    assert split(f"{ATTRIBUTIONS['Gmail, English']}\n{said}").new == "The left one.\nYes."


@pytest.mark.parametrize(
    "line", ["Sent from my iPhone", "iPhone'umdan gönderildi", "iPhone’umdan gönderildi", "Get Outlook for Android",
    "Android için Outlook’u edinin", "Samsung Galaxy cihazımdan gönderildi", "-- \nAda Yılmaz\n0532 000 00 00"],
)  # fmt: skip
def test_what_a_program_or_a_signature_adds_is_not_said(line: str) -> None:
    assert split(f"Thank you!\n\n{line}").new == "Thank you!"


@pytest.mark.parametrize(
    "marker",
    ["---------- Forwarded message ---------", "---------- İletilen mesaj ---------", "Begin forwarded message:"],
)
def test_what_is_passed_on_is_what_the_mail_is_about(marker: str) -> None:
    parts = split(
        f"See below\n\n{marker}\nFrom: Carrier <no-reply@carrier.example>\nSubject: Parcel\nTo: Ada\n\nIt is lost."
    )
    assert parts.new.startswith("See below")
    assert parts.new.endswith("It is lost.")


@pytest.mark.parametrize(
    "said",
    [
        "Ali wrote: it is broken\nPlease help.",
        "From: my sister\nThe lamp is a present.",
        "Konu: lamba kırık geldi",
        ">",
        "Siz de bana şunu yazdınız: yarın gelir\nGelmedi.",
    ],
)
def test_what_a_person_typed_stays(said: str) -> None:
    assert split(said).new == said


def test_where_all_would_go_all_stays() -> None:
    said = f"{ATTRIBUTIONS['Gmail, English']}\n{MARKED}"
    assert split(said).new == said


@given(st.text(alphabet="> \n:-_*@aşı20Fromwrote,yazdı<.", max_size=400))
def test_nothing_is_lost_and_something_always_stays(text: str) -> None:
    parts = split(text)
    assert bool(parts.new) == bool(text.strip())
    words = "".join(text.split())
    assert sorted("".join((parts.new + parts.quoted).split())) == sorted(words)
