"""The outbox's pages: the list of mails, one mail, and its HTML as a document that can do nothing."""

from __future__ import annotations

import re
from html import escape
from urllib.parse import quote, urlencode

from ..store import Store
from ..visits import Asked, Reply
from ..visits import html as reply_html
from .bar import bar
from .markup import Html, fill, html, joined
from .outbox import Mail, count, mail, mails
from .outbox_words import WORDS
from .safety import mail_policy
from .surroundings import Surroundings
from .writing import moment

_LINK = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)\]]")
_LANGUAGES = (("en", "English"), ("tr", "Türkçe"))


def reply_to(store: Store, around: Surroundings, asked: Asked, rest: str, language: str) -> Reply:
    if rest == "count":
        return Reply(200, str(count(around.outbox)).encode())
    if rest == "":
        return reply_html(_page(store, around, asked, language, WORDS[language]["title"], _list(around, language)))
    name, _, part = rest.partition("/")
    found = mail(around.outbox, name)
    if found is None:
        body = fill("outbox/missing.html", WORDS[language])
        return reply_html(_page(store, around, asked, language, WORDS[language]["missing"], body), 404)
    if part == "html":
        return _own_markup(store, around, found)
    body = _one(found, language)
    return reply_html(_page(store, around, asked, language, found.header("Subject"), body))


def _list(around: Surroundings, language: str) -> Html:
    words = WORDS[language]
    rows = [_row(one, language) for one in mails(around.outbox)]
    if not rows:
        return fill("outbox/empty.html", words)
    return fill("outbox/list.html", words, rows=joined(rows))


def _row(one: Mail, language: str) -> Html:
    return html(
        '<li><a href="/outbox/$name?language=$language"><strong>$subject</strong><span class="to">$to</span>'
        '<span class="from">$sender</span><time>$when</time></a></li>',
        name=quote(one.name),
        language=language,
        subject=one.header("Subject") or "—",
        to=one.header("To"),
        sender=one.header("From"),
        when=moment(one.sent_at, language),
    )


def _one(one: Mail, language: str) -> Html:
    words = WORDS[language]
    plain, marked = one.part("plain"), one.part("html")
    # `get_all` shows a header that came twice twice.
    headers = [(name, value) for name, value in one.message.items()]
    return fill(
        "outbox/mail.html",
        words,
        back=f"/outbox/?{urlencode({'language': language})}",
        subject=one.header("Subject") or "—",
        sender=one.header("From"),
        to=one.header("To"),
        when=moment(one.sent_at, language),
        shown=_frame(one, words) if marked is not None else "",
        plain=_plain(plain, words, alone=marked is None),
        headers=joined(html("<div><dt>$name</dt><dd>$value</dd></div>", name=n, value=v) for n, v in headers),
    )


def _frame(one: Mail, words: dict[str, str]) -> Html:
    return html(
        '<iframe class="mail-frame" src="/outbox/$name/html" title="$title" '
        'sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"></iframe>',
        name=quote(one.name),
        title=words["as_shown"],
    )


def _plain(text: str | None, words: dict[str, str], *, alone: bool) -> Html:
    if text is None:
        return Html("")
    return html(
        '<details class="plain"$open><summary>$word</summary><pre>$text</pre></details>',
        open=Html(" open") if alone else "",
        word=words["as_text"],
        text=_with_links(text),
    )


def _with_links(text: str) -> Html:
    pieces: list[str] = []
    at = 0
    for found in _LINK.finditer(text):
        link = escape(found[0])
        pieces += [escape(text[at : found.start()]), f'<a href="{link}" target="_blank" rel="noopener">{link}</a>']
        at = found.end()
    return Html("".join([*pieces, escape(text[at:])]))


def _own_markup(store: Store, around: Surroundings, one: Mail) -> Reply:
    """The HTML part as it was written, with one thing more: its links open beside the outbox."""
    marked = one.part("html") or ""
    policy = mail_policy(around.app_origin, store.origin)
    return reply_html(f'<base target="_blank">{marked}', content_security_policy=policy)


def _page(store: Store, around: Surroundings, asked: Asked, language: str, title: str, body: Html) -> str:
    return fill(
        "outbox/page.html",
        WORDS[language],
        lang=language,
        page_title=title,
        bar=bar(
            store,
            around,
            language=language,
            place="outbox",
            back=f"{quote(asked.path)}?{urlencode({'language': language})}",
            note=asked.query.get("note", ""),
        ),
        languages=joined(
            html(
                '<a href="$path?language=$code" lang="$code" hreflang="$code"$current>$name</a>',
                path=quote(asked.path),
                code=code,
                current=Html(' aria-current="true"') if code == language else "",
                name=name,
            )
            for code, name in _LANGUAGES
        ),
        body=body,
    )
