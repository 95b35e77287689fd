"""Bytes as letters, whatever their mail says that they are: what it says is often wrong."""

import re
from binascii import Error as Base64Wrong
from codecs import lookup
from email.errors import HeaderParseError
from email.header import decode_header

MOST_HEADER = 10_000
# As Windows has them: each is the same letters, and more. Turkish ones stand where Western Europe has Icelandic ones,
# which few write, while many programs call Turkish letters Western Europe's.
WIDER = dict.fromkeys(("iso8859-9", "iso8859-1", "cp1252", "ascii"), "cp1254")
ENCODED = re.compile(r"=\?[^?\s]{1,40}\?[bqBQ]\?")


def letters(raw: bytes, said: str = "") -> str:
    """Return bytes as text. UTF-8 that is whole is UTF-8, whatever is said; Turkish letters are what is most likely."""
    try:
        if not _is_wide(said):
            return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return raw.decode(_codec(said))
    except (UnicodeError, ValueError):
        return raw.decode("cp1254", "replace")


def _is_wide(said: str) -> bool:
    """Say whether it would pass for UTF-8 without being any: UTF-7 and the Japanese of mail are plain bytes."""
    return said.strip().lower().replace("_", "-").startswith(("utf-16", "utf-32", "utf-7", "iso-2022", "hz"))


def _codec(said: str) -> str:
    try:
        found = lookup(said.strip().strip("\"'") or "cp1254")
    except (LookupError, ValueError):  # also of a name that holds a NUL
        return "cp1254"
    return WIDER.get(found.name, found.name) if found._is_text_encoding else "cp1254"


def header(raw: str) -> str:
    """Return a header as it is read: one line, encoded words decoded, bytes that should not be there as letters."""
    text = letters(raw[:MOST_HEADER].encode("utf-8", "surrogateescape"))
    if ENCODED.search(text):
        text = _decoded(text)
    return " ".join("".join(one if one.isprintable() else " " for one in text).split())


def _decoded(text: str) -> str:
    try:
        parts = decode_header(text)
    except (HeaderParseError, Base64Wrong, ValueError):
        return text
    return "".join(one if isinstance(one, str) else letters(one, charset or "") for one, charset in parts)
