"""Any bytes are a mail or are not; a mail says what its reader sees, whatever its program got wrong."""

import time
from contextlib import suppress
from email.message import EmailMessage

import pytest
from hypothesis import example, given
from hypothesis import settings as properties
from hypothesis import strategies as st

from saleor_support_plugin.mailbox import html_text
from saleor_support_plugin.mailbox.automatic import Machine
from saleor_support_plugin.mailbox.parsing import MOST_BYTES, MailUnreadable, digest, parse

HEAD = b"From: Ada <ada@mail.example>\r\nSubject: Lamp\r\nMessage-ID: <1@mail.example>\r\n"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + b"0" * 100


def mail_of(charset: str, body: bytes, kind: str = "text/plain") -> bytes:
    return HEAD + f'Content-Type: {kind}; charset="{charset}"\r\n\r\n'.encode() + body


@pytest.mark.parametrize(
    ("said", "really"),
    [
        ("utf-8", "utf-8"),
        ("us-ascii", "utf-8"),
        ("iso-8859-1", "utf-8"),
        ("utf-8", "cp1254"),
        ("us-ascii", "cp1254"),
        ("iso-8859-9", "cp1254"),
        ("windows-1254", "cp1254"),
        ("no-such-thing", "cp1254"),
        ("x\0y", "utf-8"),
        ("utf-16", "utf-16"),
        ("hex", "utf-8"),
        ("utf-8", "iso-8859-9"),
    ],
)
def test_letters_are_what_they_were_whatever_their_mail_says(said: str, really: str) -> None:
    written = "Çok güzel şey: ışık ölçüsü Ğ İ"
    assert parse(mail_of(said, written.encode(really))).text == written


def test_quotes_and_signs_of_windows_are_read() -> None:
    assert parse(mail_of("iso-8859-9", "“Ada’nın” – 5 €".encode("cp1254"))).text == "“Ada’nın” – 5 €"


@pytest.mark.parametrize(
    "header",
    [
        b"=?utf-8?q?=C4=B0ade_i=C3=A7in?=",
        "İade için".encode(),
        b"=?iso-8859-9?q?=DDade_i=E7in?=",
        "İade için".encode("cp1254"),
        b"=?utf-8?b?xLBhZGU=?= =?utf-8?b?IGnDp2lu?=",
    ],
)
def test_a_subject_is_read(header: bytes) -> None:
    assert parse(HEAD.replace(b"Lamp", header) + b"\r\nx").subject == "İade için"


@pytest.mark.parametrize("header", [b"=?utf-8?b?!!!?=", b"=?nope?q?abc?=", b"=?utf-8?x?abc?=", b"=?utf-8?b?a?="])
def test_a_subject_that_cannot_be_read_is_no_end(header: bytes) -> None:
    assert parse(HEAD.replace(b"Lamp", header) + b"\r\nx").text == "x"


@pytest.mark.parametrize(
    ("sender", "read"),
    [
        (b"Ada <ADA@Mail.Example>", "ada@mail.example"),
        (b"ada@mail.example", "ada@mail.example"),
        (b"", ""),
        (b"Ada", ""),
        (b"ada@mail.example, bob@mail.example", ""),
        (b'"bob@evil.example" <ada@mail.example>', "ada@mail.example"),
        (b"=?utf-8?q?bob=40evil.example=2C?= <ada@mail.example>", "ada@mail.example"),
    ],
)
def test_a_sender_is_one_person(sender: bytes, read: str) -> None:
    assert parse(b"From: " + sender + b"\r\n\r\nx").sender == read


def test_two_senders_are_none() -> None:
    assert parse(b"From: ada@mail.example\r\nFrom: bob@mail.example\r\n\r\nx").sender == ""


def test_text_is_taken_before_html_and_html_where_there_is_no_text() -> None:
    mail = EmailMessage()
    mail["From"] = "ada@mail.example"
    mail.set_content("Plain")
    mail.add_alternative("<p>Rich</p>", subtype="html")
    assert parse(mail.as_bytes()).text == "Plain"
    assert parse(mail_of("utf-8", b"<p>Rich <b>text</b></p><p>&amp; more</p>", "text/html")).text == "Rich text\n& more"


@pytest.mark.parametrize(
    "html",
    [
        '<div dir="ltr">New</div><br><div class="gmail_quote"><div class="gmail_attr">On x wrote:</div>'
        "<blockquote>Old</blockquote></div>",
        '<body><div>New</div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>From:</b> a</div><p>Old</p>',
        '<div>New</div><div id="ydp1" class="yahoo_quoted"><div>On Friday, wrote:</div><div>Old</div></div>',
        '<p>New</p><blockquote type="cite"><div>Old</div></blockquote>',
        '<p class="MsoNormal">New</p><div style="border-top:solid"><p><b>Kimden:</b> a<br><b>Gönderildi:</b> b<br>'
        "<b>Kime:</b> c<br><b>Konu:</b> d</p></div><p>Old</p>",
    ],
)
def test_what_a_program_quoted_in_html_is_not_said(html: str) -> None:
    read = parse(mail_of("utf-8", html.encode(), "text/html"))
    assert read.text == "New"
    assert "Old" in read.quoted


def test_what_nobody_sees_is_not_read() -> None:
    html = "<head><title>t</title></head><style>p{}</style><script>if (a<b) {}</script><!-- c --><p>Seen</p>"
    assert html_text.as_text(html) == "Seen"


def test_files_are_known_by_what_they_are() -> None:
    mail = EmailMessage()
    mail["From"] = "ada@mail.example"
    mail.set_content("See them")
    for name, content in {
        "broken lamp.pdf": PNG,
        "bill.pdf": b"%PDF-1.7",
        "winmail.dat": b"\x78\x9f\x3e\x22rest",
    }.items():
        mail.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    mail.add_attachment("notes", filename="../../etc/passwd")
    read = parse(mail.as_bytes())
    assert [(one.name, one.kind) for one in read.attachments] == [
        ("broken lamp.pdf", "PNG"), ("bill.pdf", "PDF"), ("winmail.dat", "TNEF"), ("passwd", "FILE"),
    ]  # fmt: skip
    assert read.text == "See them"


def test_a_mail_in_a_mail_is_a_file_of_it() -> None:
    inner, outer = EmailMessage(), EmailMessage()
    inner["From"], outer["From"] = "carrier@x.example", "ada@mail.example"
    inner.set_content("It is lost.")
    outer.set_content("See the mail")
    outer.add_attachment(inner)
    read = parse(outer.as_bytes())
    assert read.text == "See the mail"
    assert [one.kind for one in read.attachments] == ["MAIL"]


BROKEN = {
    "no boundary": b"Content-Type: multipart/mixed\r\n\r\n--x\r\n\r\nHello\r\n",
    "an end that is missing": b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n\r\nHello\r\n',
    "base64 that is none": b"Content-Transfer-Encoding: base64\r\n\r\nHello\r\n",
    "a header in the middle of nothing": b"Subject\r\n\r\nHello\r\n",
    "no blank line": b"Hello\r\n",
}


@pytest.mark.parametrize("rest", BROKEN.values(), ids=BROKEN)
def test_a_broken_mail_is_read_as_far_as_it_goes(rest: bytes) -> None:
    assert parse(HEAD + rest).sender == "ada@mail.example"


def test_too_large_a_mail_is_refused() -> None:
    with pytest.raises(MailUnreadable) as refused:
        parse(HEAD + b"\r\n" + b"a" * MOST_BYTES)
    assert refused.value.code == "TOO_LARGE"


HOSTILE = {
    "lines": HEAD + b"\r\n" + b"\n" * 2_000_000,
    "nested": HEAD
    + b"".join(b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (n, n) for n in range(900)),
    "tags": mail_of("utf-8", b"<a" * 200_000, "text/html"),
    "comments": mail_of("utf-8", b"<!--" * 100_000, "text/html"),
    "quotes": mail_of("utf-8", b"<blockquote type=cite>" * 20_000, "text/html"),
    "heads": mail_of("utf-8", b"From: a\r\n" * 20_000),
    "attributions": mail_of("utf-8", b"On 2026 12:00 x\r\n" * 20_000),
    "one line": mail_of("utf-8", b"wrote 12:00 2026 @ " * 30_000),
    "references": HEAD + b"References: " + b"<a@b> " * 200_000 + b"\r\n\r\nx",
    "words": HEAD + b"X-A: b\r\nSubject: " + b"=?utf-8?q?a?= " * 50_000 + b"\r\n\r\nx",
    "people": b"From: " + b"a@b.example, " * 100_000 + b"\r\n\r\nx",
    "comments in people": b"From: " + b"(" * 9_000 + b"\r\n\r\nx",
}


@pytest.mark.parametrize("raw", HOSTILE.values(), ids=HOSTILE)
def test_no_mail_takes_long(raw: bytes) -> None:
    began = time.process_time()
    with suppress(MailUnreadable):
        parse(raw)
    assert time.process_time() - began < 5


@properties(max_examples=300)
@given(st.binary(max_size=2_000))
@example(b"Content-Type: text/plain; charset=idna\r\n\r\n" + b"a" * 70)
@example(b"Content-Type: text/html; charset=unicode_escape\r\n\r\n\\x")
@example(b"From: a@[\r\nTo: \xff\r\n\r\n")
def test_any_bytes_are_a_mail_or_are_not(raw: bytes) -> None:
    for given_ in (raw, HEAD + raw, HEAD + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n" + raw):
        try:
            read = parse(given_)
        except MailUnreadable:
            continue
        assert len(digest(given_, read)) == 32
        assert read.subject.isprintable()


@properties(max_examples=200)
@given(
    st.lists(
        st.sampled_from(
            [
                b"From: ada@x.example\r\n",
                b"Content-Type: multipart/alternative; boundary=b\r\n",
                b"\r\n",
                b"--b\r\n",
                b"--b--\r\n",
                b"Content-Type: message/rfc822\r\n",
                b"Content-Transfer-Encoding: base64\r\n",
                b"<div>",
                b"\xff\xfe",
                b"=?utf-8?b?=?=",
                b"Content-Disposition: attachment; filename*=utf-8''%FF\r\n",
                b"Content-Type: text/html; charset=utf-7\r\n",
            ]
        ),
        max_size=25,
    )
)
def test_any_pieces_of_mails_are_a_mail_or_are_not(pieces: list[bytes]) -> None:
    with suppress(MailUnreadable):
        assert parse(b"".join(pieces)).subject == ""


MACHINES = {
    "Auto-Submitted: auto-replied": Machine.AUTO_REPLY,
    "Auto-Submitted: auto-generated (failure)": Machine.AUTO_REPLY,
    "Precedence: auto_reply": Machine.AUTO_REPLY,
    "X-Autoreply: yes": Machine.AUTO_REPLY,
    "X-Autorespond: on holiday": Machine.AUTO_REPLY,
    "Subject: Otomatik yanıt: Lamba": Machine.AUTO_REPLY,
    "Subject: Automatic reply: Lamp": Machine.AUTO_REPLY,
    "Subject: Out of office": Machine.AUTO_REPLY,
    "Precedence: bulk": Machine.LIST,
    "List-Id: <news.x.example>": Machine.LIST,
    "Return-Path: <>": Machine.BOUNCE,
    "Content-Type: multipart/report; report-type=delivery-status": Machine.BOUNCE,
    "Subject: Undelivered Mail Returned to Sender": Machine.BOUNCE,
    "From: MAILER-DAEMON@mx.example": Machine.BOUNCE,
    "X-Spam-Flag: YES": Machine.SPAM,
    "Auto-Submitted: no": None,
    "Subject: Re: Automatic lamp": None,
    "X-Auto-Response-Suppress: All": None,
}


@pytest.mark.parametrize(("header", "machine"), MACHINES.items(), ids=MACHINES)
def test_a_machine_is_known_by_its_headers(header: str, machine: Machine | None) -> None:
    usual = b"" if header.startswith("From:") else b"From: ada@mail.example\r\n"
    assert parse(usual + header.encode() + b"\r\n\r\nHello").machine is machine
