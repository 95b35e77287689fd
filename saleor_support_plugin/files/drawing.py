"""Draws a picture anew from its pixels, and nothing but these: a program of its own, for a stranger made what it reads.

`python -m saleor_support_plugin.files.drawing FILE KIND FOLDER PIXELS` writes FOLDER/320.webp and so on, and says on
its output what came of it, as JSON: {"width": …, "height": …}, or {"refused": "FILE_…"}. Whoever runs it ends it when
it takes too long; how much memory and processor it may take, it says itself before it looks at anything.
"""

import io
import json
import resource
import sys
import warnings
from contextlib import suppress
from pathlib import Path
from typing import Any

from .rules import SIZES, FileRefused, Kind, Picture, Refusal, fitted

# Four bytes a pixel, which WebP's own reader holds five times; and what the program takes by itself.
MEMORY_OF_A_PIXEL = 25
MEMORY_OF_ITS_OWN = 200_000_000
MOST_SECONDS = 30
MOST_WRITTEN = 20_000_000
READERS = {Kind.JPEG: "JPEG", Kind.PNG: "PNG", Kind.GIF: "GIF", Kind.WEBP: "WEBP", Kind.HEIC: "HEIF"}
# Turned by 90 degrees (Exif 2.32, 4.6.4).
ON_ITS_SIDE = (5, 6, 7, 8)
ORIENTATION = 0x0112


def keep_within_bounds(most_pixels: int) -> None:
    bounds = {
        resource.RLIMIT_AS: MEMORY_OF_ITS_OWN + most_pixels * MEMORY_OF_A_PIXEL,
        resource.RLIMIT_CPU: MOST_SECONDS,
        resource.RLIMIT_FSIZE: MOST_WRITTEN,
        resource.RLIMIT_CORE: 0,
    }
    for bound, most in bounds.items():
        with suppress(ValueError, OSError):  # macOS knows no bound of memory, and a narrower one stays
            resource.setrlimit(bound, (most, most))


def draw(file: Path, kind: Kind, folder: Path, most_pixels: int) -> Picture:
    """Write the picture in every size; return its edges as it is looked at. Raises FileRefused."""
    from PIL import Image

    warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # we count the pixels ourselves
    Image.MAX_IMAGE_PIXELS = most_pixels
    if kind is Kind.HEIC:
        from pillow_heif import register_heif_opener

        register_heif_opener()
    try:
        with Image.open(file, formats=[READERS[kind]]) as image:
            return _drawn(image, folder, most_pixels)
    except Image.DecompressionBombError as error:
        raise FileRefused(Refusal.FILE_TOO_MANY_PIXELS) from error
    except (FileRefused, MemoryError):
        raise
    except Exception as error:  # a reader that meets what it does not expect raises whatever comes
        raise FileRefused(Refusal.FILE_BROKEN) from error


def _drawn(image: Any, folder: Path, most_pixels: int) -> Picture:
    width, height = image.size
    if width * height > most_pixels:
        raise FileRefused(Refusal.FILE_TOO_MANY_PIXELS)
    image.draft(None, (SIZES[-1], SIZES[-1]))  # a JPEG is read at a half, a quarter or an eighth of its size
    image.load()
    upright = _upright(image)
    picture = Picture(height, width) if _is_on_its_side(image) else Picture(width, height)
    smaller = _plain(upright)
    for size in reversed(SIZES):
        edges = fitted(picture, size)
        smaller = _at_most(smaller, edges)
        _pixels(smaller, image.info.get("icc_profile")).save(folder / f"{size}.webp", "WEBP", quality=80, method=4)
    return picture


def _is_on_its_side(image: Any) -> bool:
    with suppress(Exception):  # what is said beside the pixels may be broken where they are not
        return image.getexif().get(ORIENTATION) in ON_ITS_SIDE
    return False


def _upright(image: Any) -> Any:
    from PIL import ImageOps

    with suppress(Exception):  # what is said beside the pixels may be broken where they are not
        return ImageOps.exif_transpose(image)
    return image


def _plain(image: Any) -> Any:
    """Return the picture in a form that can be made smaller; of one with a palette, its colours."""
    if image.mode in ("RGB", "RGBA", "CMYK"):
        return image
    if image.mode.startswith("I;16"):  # of 16 bits the upper half is seen
        return image.point(lambda grey: grey / 256, "L").convert("RGB")
    return image.convert("RGBA" if image.has_transparency_data else "RGB")


def _at_most(image: Any, edges: Picture) -> Any:
    from PIL import Image

    if image.size == (edges.width, edges.height):
        return image
    return image.resize((edges.width, edges.height), Image.Resampling.LANCZOS, reducing_gap=2.0)


def _pixels(image: Any, profile: bytes | None) -> Any:
    """Return the pixels alone, in the colours of every screen: profile, position and camera stay behind."""
    from PIL import Image

    seen = _in_srgb(image, profile) if profile else image
    if seen.mode == "CMYK":
        seen = seen.convert("RGB")
    return Image.frombytes(seen.mode, seen.size, seen.tobytes())


def _in_srgb(image: Any, profile: bytes) -> Any:
    from PIL import ImageCms

    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    with suppress(ImageCms.PyCMSError, OSError, ValueError):  # a profile that is broken, or another kind of colours'
        return ImageCms.profileToProfile(
            image, ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB"), outputMode=mode
        )
    return image


def main(file: str, kind: str, folder: str, pixels: str) -> None:
    keep_within_bounds(int(pixels))
    try:
        picture = draw(Path(file), Kind(kind), Path(folder), int(pixels))
        said: dict[str, object] = {"width": picture.width, "height": picture.height}
    except FileRefused as refused:
        said = {"refused": refused.code}
    except MemoryError:
        said = {"refused": Refusal.FILE_BROKEN}
    print(json.dumps(said))


if __name__ == "__main__":
    main(*sys.argv[1:])
