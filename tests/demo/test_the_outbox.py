"""Every mail that the app wrote can be read, and can do nothing."""

from __future__ import annotations

import os
from email.message import EmailMessage
from pathlib import Path

import pytest

from saleor_support_plugin.demo.faces.surroundings import Surroundings
from saleor_support_plugin.demo.store import Store

from .visitor import Visitor


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "outbox"


@pytest.fixture
def visitor(store: Store, folder: Path) -> Visitor:
    return Visitor(store, Surroundings("https://app.example", outbox=folder))


def write(
    folder: Path, name: str, *, subject: str = "Sepetiniz sizi bekliyor", html: str | None = None, at: int = 0
) -> None:
    mail = EmailMessage()
    mail["From"] = "Demo mağaza <shop@example.com>"
    mail["To"] = "ayse@example.com"
    mail["Subject"] = subject
    mail["Date"] = "Sat, 21 Nov 2026 12:00:00 +0300"
    mail["List-Unsubscribe"] = "<https://app.example/u/abc>"
    mail.set_content("Sepet: https://shop.example/cart?checkout=1.\nİyi günler <Ayşe>")
    if html is not None:
        mail.add_alternative(html, subtype="html")
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(bytes(mail))
    os.utime(folder / name, (1_790_000_000 + at, 1_790_000_000 + at))


def test_an_empty_outbox_says_how_a_mail_comes_about(visitor: Visitor) -> None:
    assert "No mails yet" in visitor.see("/outbox/?language=en")
    assert "Henüz e-posta yok" in visitor.see("/outbox/", accept_language="tr")


def test_the_newest_mail_is_first_with_its_envelope(visitor: Visitor, folder: Path) -> None:
    write(folder, "a.eml", subject="First", at=1)
    write(folder, "b.eml", subject="Second", at=2)
    (folder / "half-written.tmp").write_text("x")
    page = visitor.see("/outbox/?language=tr")
    assert page.index("Second") < page.index("First")
    assert all(
        text in page for text in ("ayse@example.com", "Demo mağaza &lt;shop@example.com&gt;", "21 Kas 2026, 12:00")
    )
    assert '<span class="demo-count" data-mails>2</span>' in page
    assert visitor.see("/outbox/count") == "2"


def test_a_mail_shows_headers_text_and_clickable_links(visitor: Visitor, folder: Path) -> None:
    write(folder, "a.eml")
    page = visitor.see("/outbox/a.eml?language=en")
    assert "<h1>Sepetiniz sizi bekliyor</h1>" in page
    assert "<dt>List-Unsubscribe</dt>" in page
    link = "https://shop.example/cart?checkout=1"
    assert f'<a href="{link}" target="_blank" rel="noopener">{link}</a>.' in page
    assert "&lt;Ayşe&gt;" in page
    assert "<iframe" not in page


def test_a_mails_own_markup_runs_no_scripts_and_fetches_nothing_from_strangers(visitor: Visitor, folder: Path) -> None:
    write(folder, "a.eml", html="<p style='color:red'>Merhaba</p><script>alert(1)</script>")
    page = visitor.see("/outbox/a.eml")
    assert 'sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"' in page
    assert "<script>alert" not in page
    reply = visitor.ask("GET", "/outbox/a.eml/html")
    policy = reply.headers["content-security-policy"]
    assert "sandbox allow-same-origin allow-popups" in policy
    assert "allow-scripts" not in policy
    assert "default-src 'none'" in policy
    assert "Merhaba" in reply.body.decode()


@pytest.mark.parametrize("name", ["nothing.eml", "../secret.eml", "..%2Fsecret.eml", "%2Fetc%2Fpasswd"])
def test_only_mails_of_the_folder_can_be_asked_for(visitor: Visitor, folder: Path, name: str) -> None:
    write(folder, "a.eml")
    (folder.parent / "secret.eml").write_text("Subject: hush\n\nhush")
    reply = visitor.ask("GET", f"/outbox/{name}")
    assert reply.status == 404
    assert b"hush" not in reply.body


def test_an_odd_file_is_shown_as_far_as_it_can_be_read(visitor: Visitor, folder: Path) -> None:
    folder.mkdir()
    (folder / "odd.eml").write_bytes(b"Content-Type: text/plain; charset=nonsense\nDate: yesterday\n\n\xff<b>")
    assert "&lt;b&gt;" in visitor.see("/outbox/odd.eml")
    assert "odd.eml" in visitor.see("/outbox/")
