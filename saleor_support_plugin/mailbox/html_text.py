"""The text of a mail's HTML. Each step looks at every letter once, so that no mail can make it slow."""

import re
from html import unescape

MOST = 500_000
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:]*)([^<>]*)>")
UNSEEN = frozenset({"style", "script", "head", "title", "template"})
LINES = re.compile("p|div|tr|li|h[1-6]|table|ul|ol|blockquote|pre|hr|section|article")
# Around, or right before, what a program quotes: Gmail, Yahoo, Outlook on the web and on phones, Thunderbird, Proton.
QUOTES = re.compile(
    r"""(?:class|id)\s*=\s*["']?[^"'<>]*\b(?:gmail_quote|gmail_extra|yahoo_quoted|protonmail_quote|zmail_extra"""
    r"""|ymail_android_signature_quote)\b""",
    re.IGNORECASE,
)
QUOTES_FOLLOW = re.compile(r"""id\s*=\s*["']?(?:x_)?(?:divRplyFwdMsg|appendonsend|mail-editor-reference)""", re.I)
CITED = re.compile(r"""type\s*=\s*["']?cite""", re.IGNORECASE)
FORWARDED = re.compile(r"forwarded message|iletilen mesaj|yönlendirilen ileti|iletilmiş", re.IGNORECASE)


def as_text(html: str) -> str:
    """Return what a reader sees; lines that a program quoted begin with `> `."""
    html = _without_comments(html[:MOST])
    out = _Text()
    at = 0
    for tag in TAG.finditer(html):
        out.say(html[at : tag.start()])
        out.tag(tag[2].lower(), tag[3], is_end=bool(tag[1]))
        at = tag.end()
    out.say(html[at:])
    return out.text()


def _without_comments(html: str) -> str:
    kept, at = [], 0
    while (begins := html.find("<!--", at)) >= 0:
        kept.append(html[at:begins])
        ends = html.find("-->", begins + 4)
        if ends < 0:
            return "".join(kept)
        at = ends + 3
    return "".join([*kept, html[at:]])


class _Text:
    def __init__(self) -> None:
        self._lines: list[str] = []
        self._line: list[str] = []
        self._skipped = ""
        # One entry for each open element that can hold a quote: whether it does.
        self._open: list[tuple[str, bool]] = []
        self._depth = 0
        self._is_rest = False

    def say(self, piece: str) -> None:
        if not self._skipped:
            self._line.append(piece)

    def tag(self, name: str, rest: str, *, is_end: bool) -> None:
        if self._skipped:
            self._skipped = "" if is_end and name == self._skipped else self._skipped
            return
        if name in UNSEEN:
            self._skipped = "" if is_end or rest.rstrip().endswith("/") else name
            return
        if name == "br":
            self._end_line()
        elif LINES.fullmatch(name):
            self._end_block()
        elif name in ("td", "th"):
            self._line.append(" ")
        if name in ("div", "blockquote", "section", "article"):
            self._close(name) if is_end else self._enter(name, rest)
        elif QUOTES_FOLLOW.search(rest):
            self._is_rest = True

    def _enter(self, name: str, rest: str) -> None:
        if QUOTES_FOLLOW.search(rest):
            self._is_rest = True
        is_quote = bool(QUOTES.search(rest)) or (name == "blockquote" and bool(CITED.search(rest)))
        self._open.append((name, is_quote))
        self._depth += is_quote

    def _close(self, name: str) -> None:
        if self._open and self._open[-1][0] == name:
            self._depth -= self._open.pop()[1]

    def _end_block(self) -> None:
        """End a line that something stands on, be it a space that keeps it open."""
        if "".join(self._line).strip(" \t\r\n"):
            self._end_line()
        else:
            self._line = []

    def _end_line(self) -> None:
        line = " ".join(unescape("".join(self._line)).split())
        self._line = []
        self._lines.append(("> " if self._depth or self._is_rest else "") + line)

    def text(self) -> str:
        self._end_block()
        lines = [line[2:] if FORWARDED.search(line) and line.startswith("> ") else line for line in self._lines]
        return "\n".join(lines).strip()
