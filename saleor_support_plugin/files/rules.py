"""What may come in as a file: by what it is, never by what it is called."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

# The longer edge of what is shown, in pixels; nothing is made larger than it came.
SIZES = (320, 800, 1600)
# As many first bytes as say what a file is.
HEAD = 32
MOST_NAME = 120
# A file that nothing refers to by then is nobody's.
ORPHAN_AFTER = timedelta(days=1)
# Longer than a run of the worker may take; what a worker died with is due again after this.
LEASE = timedelta(minutes=10)
# Where files are kept is out of reach.
PAUSE = timedelta(minutes=1)
# Whoever takes the worker along three times is no picture.
MOST_TRIES = 3


class Kind(StrEnum):
    JPEG = "JPEG"
    PNG = "PNG"
    GIF = "GIF"
    WEBP = "WEBP"
    HEIC = "HEIC"


class Refusal(StrEnum):
    FILE_TOO_LARGE = "FILE_TOO_LARGE"
    FILE_NOT_AN_IMAGE = "FILE_NOT_AN_IMAGE"
    FILE_BROKEN = "FILE_BROKEN"
    FILE_TOO_MANY_PIXELS = "FILE_TOO_MANY_PIXELS"
    FILE_TOO_MANY = "FILE_TOO_MANY"


SAID = {
    Refusal.FILE_TOO_LARGE: "The file is too large.",
    Refusal.FILE_NOT_AN_IMAGE: "This is no picture: JPEG, PNG, WebP and GIF are.",
    Refusal.FILE_BROKEN: "The picture cannot be read to its end.",
    Refusal.FILE_TOO_MANY_PIXELS: "The picture has too many pixels.",
    Refusal.FILE_TOO_MANY: "Those were too many files.",
}


class FileRefused(Exception):
    """The file is not taken."""

    def __init__(self, code: Refusal) -> None:
        super().__init__(SAID[code])
        self.code = code


@dataclass(frozen=True, slots=True)
class Picture:
    """Its edges in pixels, as it is looked at."""

    width: int
    height: int


def fitted(picture: Picture, size: int) -> Picture:
    """Return a picture's edges with the longer one at most `size`."""
    longer = max(picture.width, picture.height, size)
    return Picture(max(1, round(picture.width * size / longer)), max(1, round(picture.height * size / longer)))


def shown_at(origin: str, token: str, size: int) -> str:
    """Return the address of a file that is ready, its longer edge at most `size` pixels: one of SIZES."""
    if size not in SIZES:
        raise ValueError(f"files are shown at {SIZES}")
    return f"{origin}/f/{token}/{size}.webp"


MAGIC = {
    Kind.JPEG: re.compile(rb"\xff\xd8\xff"),
    Kind.PNG: re.compile(rb"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", re.DOTALL),
    Kind.GIF: re.compile(rb"GIF8[79]a"),
    Kind.WEBP: re.compile(rb"RIFF....WEBPVP8[ LX]", re.DOTALL),
    # The brands of ISO 23008-12 for pictures made of HEVC.
    Kind.HEIC: re.compile(rb"....ftyp(?:heic|heix|heim|heis|mif1|msf1)", re.DOTALL),
}


def kind_of(head: bytes) -> Kind | None:
    """Return what the first bytes say that a file is; None for what we do not take."""
    return next((kind for kind, magic in MAGIC.items() if magic.match(head)), None)


def judged(head: bytes, *, size: int, most_bytes: int, can_heic: bool) -> Kind:
    """Return what a file is that may come in. Raises FileRefused."""
    if size > most_bytes:
        raise FileRefused(Refusal.FILE_TOO_LARGE)
    kind = kind_of(head)
    if kind is None or (kind is Kind.HEIC and not can_heic):
        raise FileRefused(Refusal.FILE_NOT_AN_IMAGE)
    return kind


def cleaned_name(given: str) -> str:
    """Return a file's name for a person to read, as one word of a line; it never becomes a path."""
    last = re.split(r"[/\\]", given)[-1]
    shown = "".join(letter if unicodedata.category(letter)[0] not in "CZ" else " " for letter in last)
    return " ".join(shown.split()).lstrip(".")[:MOST_NAME]
