"""What may come in as a file, and what it is called then."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saleor_support_plugin.files import rules
from saleor_support_plugin.files.rules import FileRefused, Kind, Picture, Refusal, cleaned_name, fitted, judged, kind_of

from . import pictures

MOST = 1_000_000


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP"])
def test_a_picture_is_known_by_what_it_is(kind: str) -> None:
    assert kind_of(pictures.picture(kind)[: rules.HEAD]) == kind


@pytest.mark.parametrize("not_one", [pictures.SVG, pictures.HTML, b"%PDF-1.7", b"PK\x03\x04", b"BM", b"II*\x00", b""])
def test_what_is_no_picture_is_refused(not_one: bytes) -> None:
    with pytest.raises(FileRefused) as refused:
        judged(not_one[: rules.HEAD], size=len(not_one), most_bytes=MOST, can_heic=True)
    assert refused.value.code is Refusal.FILE_NOT_AN_IMAGE


def test_a_file_has_so_many_bytes_and_not_one_more() -> None:
    head = pictures.picture()[: rules.HEAD]
    assert judged(head, size=MOST, most_bytes=MOST, can_heic=False) is Kind.JPEG
    with pytest.raises(FileRefused) as refused:
        judged(head, size=MOST + 1, most_bytes=MOST, can_heic=False)
    assert refused.value.code is Refusal.FILE_TOO_LARGE


def test_a_phones_own_pictures_come_in_where_they_can_be_read() -> None:
    head = pictures.HEIC_HEAD[: rules.HEAD]
    assert judged(head, size=100, most_bytes=MOST, can_heic=True) is Kind.HEIC
    with pytest.raises(FileRefused):
        judged(head, size=100, most_bytes=MOST, can_heic=False)


@pytest.mark.parametrize(
    ("given_name", "shown"),
    [
        ("lamp.jpg", "lamp.jpg"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\ada\\lamp.jpg", "lamp.jpg"),
        ("..", ""),
        (".htaccess", "htaccess"),
        ("lamp\r\nSet-Cookie: a=b.jpg", "lamp Set-Cookie: a=b.jpg"),
        ("lamp\0.php.jpg", "lamp .php.jpg"),
        ("\u202egpj.exe", "gpj.exe"),
        ("İstanbul ışığı.jpg", "İstanbul ışığı.jpg"),
        ("灯.jpg", "灯.jpg"),
        ("a" * 500, "a" * 120),
    ],
)
def test_a_name_is_words_for_a_person_and_no_path(given_name: str, shown: str) -> None:
    assert cleaned_name(given_name) == shown


@given(st.text(max_size=400))
def test_whatever_a_file_is_called_its_name_is_one_line(name: str) -> None:
    shown = cleaned_name(name)
    assert len(shown) <= rules.MOST_NAME
    assert shown.isprintable()
    assert not set("/\\\0") & set(shown)
    assert not shown.startswith(".")


@given(st.integers(1, 40_000), st.integers(1, 40_000), st.sampled_from(rules.SIZES))
def test_a_picture_fits_its_size_and_is_never_made_larger(width: int, height: int, size: int) -> None:
    shown = fitted(Picture(width, height), size)
    assert 1 <= shown.width <= min(width, size)
    assert 1 <= shown.height <= min(height, size)
    assert max(shown.width, shown.height) == min(size, max(width, height))
