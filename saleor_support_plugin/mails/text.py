"""Text that people typed, made fit for a mail: one line for a header, no control characters, letters cased as read."""

import re
import unicodedata

_BREAKS = "\n\t"
_TURKISH_UPPER = str.maketrans("iı", "İI")
_TURKISH_LOWER = str.maketrans("Iİ", "ıi")


def clean(text: str) -> str:
    """Return a text of whole characters: line breaks are `\\n`, control characters are gone."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(letter for letter in text if letter in _BREAKS or _is_character(letter))


def _is_character(letter: str) -> bool:
    # What XML 1.0 allows: no control characters, no lone surrogates, not the last two code points of a plane.
    return unicodedata.category(letter) not in ("Cc", "Cs") and ord(letter) & 0xFFFE != 0xFFFE


def one_line(text: str, most: int = 200) -> str:
    """Return a text fit for a header: no line breaks, no control characters."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())[:most]


def clipped(text: str, most: int) -> str:
    """Return one line of at most so many characters, cut at a word where one ends near."""
    line = one_line(text, most + 1)
    if len(line) <= most:
        return line
    return re.sub(r"\s+\S{0,20}$", "", line[: most - 1]).rstrip(" .,;:") + "…"


def upper(text: str, language: str) -> str:
    return text.translate(_TURKISH_UPPER).upper() if language == "tr" else text.upper()


def lower(text: str, language: str) -> str:
    return text.translate(_TURKISH_LOWER).lower() if language == "tr" else text.lower()


def capital(text: str, language: str) -> str:
    """Return the text with its first letter upper, the others as they are: `ipek şal` is `İpek şal` in Turkish."""
    return upper(text[:1], language) + text[1:]


def language_of(code: str) -> str:
    """Return `tr` or `en` for any code that Saleor or a browser has: `TR`, `tr-TR`, `EN_GB`, `de`."""
    return "tr" if code[:2].lower() == "tr" else "en"
