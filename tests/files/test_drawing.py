"""Pictures drawn anew by the program, as the worker runs it."""

import io
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from saleor_support_plugin.files import redrawing, rules
from saleor_support_plugin.files.rules import Kind, Picture, Refusal

from . import pictures
from .pictures import picture


def drawn(folder: Path, content: bytes, kind: str = "JPEG") -> Picture | Refusal:
    source = folder / "original"
    source.write_bytes(content)
    return redrawing.drawn(source, kind, folder)


def shown(folder: Path, size: int) -> Image.Image:
    return Image.open(folder / f"{size}.webp")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP"])
def test_a_picture_is_drawn_in_three_sizes(tmp_path: Path, kind: str) -> None:
    assert drawn(tmp_path, picture(kind, (2400, 1800)), kind) == Picture(2400, 1800)
    for size in rules.SIZES:
        with shown(tmp_path, size) as image:
            assert image.format == "WEBP"
            assert image.size == (size, size * 3 // 4)
            left, right = image.getpixel((2, 2)), image.getpixel((size - 3, 2))
            assert left[0] > 200 > 60 > left[2], left  # type: ignore[index]
            assert right[2] > 200 > 60 > right[0], right  # type: ignore[index]


def test_a_small_picture_stays_as_small(tmp_path: Path) -> None:
    assert drawn(tmp_path, picture("PNG", (1, 1)), "PNG") == Picture(1, 1)
    for size in rules.SIZES:
        with shown(tmp_path, size) as image:
            assert image.size == (1, 1)


def test_a_picture_is_shown_the_way_the_phone_was_held(tmp_path: Path) -> None:
    """Held upright, the phone writes the picture lying: what is left there is up for who looks at it."""
    held = picture(size=(1200, 900), exif=pictures.exif(orientation=6))
    assert drawn(tmp_path, held) == Picture(900, 1200)
    with shown(tmp_path, 800) as image:
        assert image.size == (600, 800)
        assert image.getpixel((300, 3))[0] > 200  # type: ignore[index]
        assert image.getpixel((300, 796))[2] > 200  # type: ignore[index]


def test_nothing_but_pixels_is_left(tmp_path: Path) -> None:
    told = pictures.telling()
    for said in (b"Camera of Ada", b"Ada lives here", b"comment of Ada", pictures.SCRIPT):
        assert said in told
    assert drawn(tmp_path, told) == Picture(1200, 900)
    for size in rules.SIZES:
        written = (tmp_path / f"{size}.webp").read_bytes()
        assert b"Ada" not in written
        assert pictures.SCRIPT not in written
        with shown(tmp_path, size) as image:
            assert not image.getexif()
            assert not {"exif", "xmp", "icc_profile", "comment"} & image.info.keys()


def test_a_zip_behind_the_pixels_stays_behind(tmp_path: Path) -> None:
    assert drawn(tmp_path, pictures.ZIP_BEHIND) == Picture(1200, 900)
    assert b"PK" not in (tmp_path / "320.webp").read_bytes()[-200:]


def test_transparency_stays(tmp_path: Path) -> None:
    image = Image.new("RGBA", (400, 400), (255, 0, 0, 0))
    written = io.BytesIO()
    image.save(written, "PNG")
    drawn(tmp_path, written.getvalue(), "PNG")
    with shown(tmp_path, 320) as small:
        assert small.mode == "RGBA"
        assert small.getpixel((10, 10))[3] == 0  # type: ignore[index]


@pytest.mark.parametrize(("kind", "mode"), [("JPEG", "L"), ("JPEG", "CMYK"), ("PNG", "P"), ("PNG", "LA"), ("PNG", "1")])
def test_however_colours_are_written_they_are_seen(tmp_path: Path, kind: str, mode: str) -> None:
    assert drawn(tmp_path, picture(kind, (64, 64), mode), kind) == Picture(64, 64)
    with shown(tmp_path, 320) as image:
        assert image.mode in ("RGB", "RGBA")


def test_a_scan_of_16_bits_is_not_white(tmp_path: Path) -> None:
    written = io.BytesIO()
    Image.new("I;16", (64, 64), 128 * 256).save(written, "PNG")
    drawn(tmp_path, written.getvalue(), "PNG")
    with shown(tmp_path, 320) as image:
        assert abs(image.getpixel((5, 5))[0] - 128) < 4  # type: ignore[index]


def test_colours_of_another_screen_are_turned_into_everybodys(tmp_path: Path) -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert drawn(tmp_path, picture(icc_profile=lab)) == Picture(1200, 900)
    with shown(tmp_path, 320) as image:
        assert image.getpixel((3, 3))[0] > 200  # type: ignore[index]


def test_a_broken_profile_does_not_cost_the_picture(tmp_path: Path) -> None:
    assert drawn(tmp_path, picture(icc_profile=b"no profile" * 40)) == Picture(1200, 900)


def test_of_a_moving_picture_the_first_is_shown(tmp_path: Path) -> None:
    frames = [Image.new("RGB", (40, 40), colour) for colour in ("red", "blue")]
    written = io.BytesIO()
    frames[0].save(written, "GIF", save_all=True, append_images=frames[1:])
    drawn(tmp_path, written.getvalue(), "GIF")
    with shown(tmp_path, 320) as image:
        assert getattr(image, "n_frames", 1) == 1
        assert image.getpixel((20, 20))[0] > 200  # type: ignore[index]


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (picture()[:-4000], "JPEG"),
        (picture("PNG")[:-60], "PNG"),
        (picture("WEBP")[:-60], "WEBP"),
        (picture()[:24], "JPEG"),
        (pictures.HTML_AS_PNG, "PNG"),
        (pictures.GIF_WITH_SCRIPT, "GIF"),
        (pictures.png_of(0, 10), "PNG"),
        (picture("PNG"), "JPEG"),  # what it says it is decides which reader reads it, and no other does
    ],
    ids=["cut jpeg", "cut png", "cut webp", "head", "html as png", "script as gif", "no pixel", "another kind"],
)
def test_what_cannot_be_read_to_its_end_is_broken(tmp_path: Path, content: bytes, kind: str) -> None:
    assert drawn(tmp_path, content, kind) is Refusal.FILE_BROKEN
    assert not list(tmp_path.glob("*.webp"))


@pytest.mark.parametrize("edges", [(10_000, 4_001), (10_000, 10_000), (65_000, 65_000), (2_000_000_000, 2)])
def test_too_many_pixels_are_refused_before_they_are_read(tmp_path: Path, edges: tuple[int, int]) -> None:
    assert drawn(tmp_path, pictures.png_of(*edges), "PNG") is Refusal.FILE_TOO_MANY_PIXELS


def test_a_bomb_of_100_megapixels_is_refused(tmp_path: Path) -> None:
    packed = pictures.bomb(100_000_000)
    assert len(packed) < 400_000
    assert drawn(tmp_path, packed, "PNG") is Refusal.FILE_TOO_MANY_PIXELS


def test_a_bomb_of_text_is_refused(tmp_path: Path) -> None:
    assert drawn(tmp_path, pictures.bomb_of_text(), "PNG") is Refusal.FILE_BROKEN


def test_who_wants_more_memory_than_there_may_be_is_refused(tmp_path: Path) -> None:
    """The bound is the program's own: the picture says nothing wrong of itself, and is only too large for it."""
    source = tmp_path / "original"
    source.write_bytes(picture("PNG", (6000, 6000)))
    script = (
        "from pathlib import Path; from saleor_support_plugin.files import drawing; drawing.keep_within_bounds(1);"
        f"drawing.draw(Path({str(source)!r}), drawing.Kind.PNG, Path({str(tmp_path)!r}), 10**9)"
    )
    done = subprocess.run([sys.executable, "-I", "-c", script], capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    assert "MemoryError" in done.stderr


def test_a_program_that_dies_has_found_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(redrawing, "PROGRAM", "antigravity_that_is_not_there")
    assert drawn(tmp_path, picture()) is Refusal.FILE_BROKEN


def test_the_program_sees_none_of_our_variables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[object] = []

    def run(command: list[str], **told: object) -> "subprocess.CompletedProcess[bytes]":
        seen.append(told["env"])
        return subprocess.CompletedProcess(command, 0, b'{"width": 1, "height": 1}')

    monkeypatch.setattr(subprocess, "run", run)
    assert drawn(tmp_path, picture(), Kind.JPEG) == Picture(1, 1)
    assert seen == [{}]
