"""Pictures, and what only looks like one, made for tests."""

import io
import struct
import zlib
from typing import Any

from PIL import Image

SCRIPT = b"<script>alert(document.domain)</script>"


def picture(kind: str = "JPEG", size: tuple[int, int] = (1200, 900), mode: str = "RGB", **saved: Any) -> bytes:
    """Return a picture whose left half is red and whose right half is blue."""
    image = Image.new("RGB", size, "blue")
    image.paste("red", (0, 0, size[0] // 2, size[1]))
    written = io.BytesIO()
    image.convert(mode).save(written, kind, **saved)
    return written.getvalue()


def exif(**told: Any) -> Image.Exif:
    """Return what a camera says beside the pixels: where it was, and how it was held."""
    said = Image.Exif()
    said[0x010F] = "Camera of Ada"
    said[0x0112] = told.get("orientation", 1)
    said.get_ifd(0x8825).update({1: "N", 2: (41.0, 0.0, 49.0), 3: "E", 4: (28.0, 58.0, 42.0)})
    return said


def telling() -> bytes:
    """Return a JPEG that tells all that a picture can: EXIF with a position, XMP, a comment, and a script."""
    xmp = b"<x:xmpmeta>Ada lives here</x:xmpmeta>"
    return picture(exif=exif(), xmp=xmp, comment=b"a comment of Ada's") + SCRIPT


def png_of(width: int, height: int, rows: bytes = b"") -> bytes:
    """Return a PNG that says it is so large, whatever is in it."""
    said = _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + said + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")


def bomb(pixels: int) -> bytes:
    """Return a PNG of a few kilobytes that becomes three bytes for each of so many pixels."""
    packer = zlib.compressobj(9)
    row = b"\x00" * (3 * 10_000 + 1)
    rows = b"".join(packer.compress(row) for _ in range(pixels // 10_000)) + packer.flush()
    return png_of(10_000, pixels // 10_000, rows)


def bomb_of_text() -> bytes:
    """Return a PNG whose text becomes fifty megabytes."""
    packed = zlib.compress(b"a" * 50_000_000, 9)
    small = picture("PNG", (4, 4))
    head, rest = small[:33], small[33:]
    return head + _chunk(b"zTXt", b"Comment\x00\x00" + packed) + rest


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!doctype html><html><body>" + SCRIPT + b"</body></html>"
HTML_AS_PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + HTML
GIF_WITH_SCRIPT = b"GIF89a/*" + b"\x00" * 20 + b"*/=1;alert(1)"
# A ZIP may begin anywhere, so a picture can be one as well.
ZIP_BEHIND = picture() + b"PK\x03\x04" + b"\x00" * 26 + b"PK\x05\x06" + b"\x00" * 18
HEIC_HEAD = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + b"\x00" * 64
