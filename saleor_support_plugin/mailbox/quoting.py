"""What somebody wrote just now, apart from what their program quoted below, above or between; Turkish and English.

Line by line, and a line that is too long for a quote's head is none: no mail can make it slow.
"""

import re
from dataclasses import dataclass

MOST_LINE = 400
# How many lines a program breaks an attribution into.
ATTRIBUTION_LINES = 4
HEADS = (
    r"from|sent|date|to|subject|cc|kimden|gönderen|gönderildi|gönderilme|gönderme tarihi|tarih|kime|alıcı|konu|bilgi"
)
HEAD = re.compile(rf"[>\s*]*(?P<name>{HEADS})\*?\s*:\*?\s*\S", re.IGNORECASE)
BEGINS_HEAD = re.compile(r"[>\s*]*(?:from|kimden|gönderen)\*?\s*:\*?\s*\S", re.IGNORECASE)
SEPARATOR = re.compile(
    r"\s*[-_]{2,}\s*(?:original message|original appointment|reply message"
    r"|özgün (?:ileti|mesaj)|orijinal (?:ileti|mesaj|e-posta)|yanıtlanan ileti)\s*[-_]{2,}\s*",
    re.IGNORECASE,
)
FORWARD = re.compile(
    r"\s*(?:[-_]{2,}\s*(?:forwarded message|(?:iletilen|yönlendirilen|iletilmiş) (?:ileti|mesaj))\s*[-_]{2,}"
    r"|begin forwarded message:|yönlendirilen ileti başlangıcı:)\s*",
    re.IGNORECASE,
)
# Words with which programs say who wrote what follows, at an attribution's end.
WROTE = re.compile(
    r"(?:wrote|writes|şunu yazdı|şunları yazdı|yazdı|tarihinde şunu yazmış|yazmış)"
    r"(?:\s*\([^()]{4,60}\))?\s*:\s*$",
    re.IGNORECASE,
)
# The line with which one that is broken begins.
BEGINS = re.compile(r"on\s|.{0,120}(?:@|\b20\d\d\b|\d[:.]\d\d)", re.IGNORECASE)
# What tells it from a person's own "Ali wrote:": an address, or a date with a clock.
DATED = re.compile(r"@|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{4}.{0,40}\d{1,2}[:.]\d{2}|\d{1,2}[:.]\d{2}.{0,40}\d{4}")
SIGNED = re.compile(r"--\s?")
DEVICE = re.compile(
    r"(?:sent from (?:my|outlook|mail|yahoo|proton)|get outlook for|sent with|"
    r"(?:\S+ )?(?:iphone|ipad)['’]?\S* gönderildi"
    r"|(?:samsung|huawei|xiaomi|android|ios|yahoo|windows)\S*(?: \S+){0,4} (?:gönderildi|gönderilmiştir|edinin)"
    r"|(?:android|ios) için outlook).{0,80}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Parts:
    new: str
    quoted: str


def split(text: str) -> Parts:
    """Return what is new and what is not. Where all would be quoted, as in a bare forward, all is new."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    passed_on = _passed_on(lines)
    own = lines[:passed_on]
    ends = _end(own)
    new, quoted = _without_marked(own[:ends])
    new, signature = _without_signature(new)
    parts = Parts(_joined([*new, *lines[passed_on:]]), _joined([*quoted, *signature, *own[ends:]]))
    return parts if parts.new else Parts(_joined(lines), "")


def _passed_on(lines: list[str]) -> int:
    """Return the line from which on another's mail is forwarded: that is what the mail is about, and stays."""
    found = (at for at, line in enumerate(lines) if len(line) <= MOST_LINE and FORWARD.fullmatch(line))
    return next(found, len(lines))


def _end(lines: list[str]) -> int:
    """Return the line from which on everything is quoted without marks."""
    for at, line in enumerate(lines):
        if len(line) > MOST_LINE:
            continue
        if SEPARATOR.fullmatch(line) or _is_header_block(lines, at):
            return at - 1 if at and re.fullmatch(r"\s*_{10,}\s*", lines[at - 1]) else at
        tall = _attribution(lines, at)
        if tall and not _is_marked(lines, at + tall) and _is_dated(lines, at, tall):
            return at
    return len(lines)


def _is_header_block(lines: list[str], at: int) -> bool:
    """Say whether a mail's head is copied here: its sender first, and two more of its fields right below."""
    if not BEGINS_HEAD.match(lines[at]):
        return False
    below = [one for one in lines[at + 1 : at + 9] if one.strip(" >*")][:6]
    named = {match["name"].lower() for one in below if len(one) <= MOST_LINE and (match := HEAD.match(one))}
    return len(named) >= 2


def _attribution(lines: list[str], at: int) -> int:
    """Return of how many lines the attribution is that begins here; none where none does."""
    if not BEGINS.match(lines[at].strip()) and not WROTE.search(lines[at][-160:]):
        return 0
    joined = ""
    for tall in range(1, ATTRIBUTION_LINES + 1):
        if at + tall > len(lines) or len(joined) > MOST_LINE:
            return 0
        one = lines[at + tall - 1].strip()
        if not one:
            return 0
        joined = f"{joined} {one}".strip()
        if WROTE.search(joined[-160:]):
            return tall if tall == 1 or DATED.search(joined[:MOST_LINE]) else 0
    return 0


def _is_dated(lines: list[str], at: int, tall: int) -> bool:
    return bool(DATED.search(" ".join(lines[at : at + tall])[:MOST_LINE]))


def _is_marked(lines: list[str], at: int) -> bool:
    """Say whether the next line that says something is marked as quoted."""
    following = next((one for one in lines[at : at + 4] if one.strip()), "")
    return following.startswith(">")


def _without_marked(lines: list[str]) -> tuple[list[str], list[str]]:
    """Part lines that are marked as quoted, and what says whose they are, from the others: answers stand between."""
    new: list[str] = []
    quoted: list[str] = []
    at = 0
    while at < len(lines):
        tall = _attribution(lines, at) if len(lines[at]) <= MOST_LINE else 0
        if tall and _is_marked(lines, at + tall):
            quoted += lines[at : at + tall]
            at += tall
            continue
        (quoted if lines[at].startswith(">") else new).append(lines[at])
        at += 1
    return new, quoted


def _without_signature(lines: list[str]) -> tuple[list[str], list[str]]:
    for at, line in enumerate(lines):
        if SIGNED.fullmatch(line) and any(one.strip() for one in lines[:at]):
            return lines[:at], lines[at:]
    end = len(lines)
    while end and (not lines[end - 1].strip() or DEVICE.fullmatch(lines[end - 1].strip()[:200])):
        end -= 1
    return lines[:end], [one for one in lines[end:] if one.strip()]


def _joined(lines: list[str]) -> str:
    text = "\n".join(line.rstrip() for line in lines)
    return re.sub(r"\n{3,}", "\n\n", text).strip()
