"""Sending a file and looking at it, by the web process itself."""

import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import pytest
import requests
from django.conf import LazySettings
from django.utils import timezone

from saleor_support_plugin.api import upload_door
from saleor_support_plugin.files import permits, redrawing, storage
from saleor_support_plugin.files.models import State, StoredFile

from ..service import Service
from ..shops import Shop
from . import pictures
from .pictures import picture
from .sent import OWNER, lying

SHOP_PAGE = {"origin": "https://shop.example"}


def permitted(shop: Shop, owner: str = OWNER, most: int = 5) -> dict[str, str]:
    return {"authorization": f"Bearer {permits.permit(store=shop.store, owner=owner, most=most)}"}


def send(service: Service, headers: dict[str, str], content: Any = b"", **more: str) -> requests.Response:
    return requests.post(f"{service.url}/f", data=content or picture(), headers=headers | more, timeout=30)


@pytest.fixture
def ready(committed: Service, open_aurora: Shop, folder: Path) -> str:
    """The token of a picture that is shown."""
    token: str = send(committed, permitted(open_aurora), pictures.telling()).json()["file"]
    assert redrawing.redraw_due(now=timezone.now()) == 1
    return token


def test_a_picture_is_sent_drawn_and_shown(committed: Service, open_aurora: Shop, folder: Path) -> None:
    name = quote("Ayşe'nin lambası.jpg")
    sent = send(committed, permitted(open_aurora), **{"x-file-name": name} | SHOP_PAGE)
    assert sent.status_code == 201
    assert sent.headers["access-control-allow-origin"] == "*"
    token = sent.json()["file"]
    waiting = {"file": token, "state": "WAITING", "code": None, "width": None, "height": None, "sizes": {}}
    assert sent.json() == waiting
    assert requests.get(f"{committed.url}/f/{token}", timeout=20).json() == waiting
    assert requests.get(f"{committed.url}/f/{token}/320.webp", timeout=20).status_code == 404
    assert StoredFile.across_stores.get().name == "Ayşe'nin lambası.jpg"
    redrawing.redraw_due(now=timezone.now())
    told = requests.get(f"{committed.url}/f/{token}", timeout=20)
    assert told.headers["cache-control"] == "no-store"
    assert (told.json()["state"], told.json()["width"], told.json()["height"]) == ("READY", 1200, 900)
    for size, address in told.json()["sizes"].items():
        shown = requests.get(committed.url + urlsplit(address).path, timeout=20)
        assert shown.content == storage.read(storage.shown(token, int(size)))


def test_what_is_shown_is_a_picture_and_can_be_nothing_else(committed: Service, ready: str) -> None:
    shown = requests.get(f"{committed.url}/f/{ready}/800.webp", timeout=20)
    assert shown.status_code == 200
    assert shown.content.startswith(b"RIFF")
    assert pictures.SCRIPT not in shown.content
    assert b"Ada" not in shown.content
    headers = shown.headers
    assert headers["content-type"] == "image/webp"
    assert headers["content-disposition"] == "inline"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["content-security-policy"] == "default-src 'none'; sandbox"
    assert headers["cross-origin-resource-policy"] == "cross-origin"
    assert headers["cache-control"] == "public, max-age=2592000, immutable"
    asked = requests.head(f"{committed.url}/f/{ready}/800.webp", timeout=20)
    assert (asked.status_code, asked.content) == (200, b"")


def test_nothing_else_is_under_a_files_address(committed: Service, ready: str) -> None:
    elsewhere = ["/", "/320.png", "/5000.webp", "/320.webp/", "/original", "/../incoming", "/320.webp%00", "/%2e%2e/x"]
    for path in [f"{ready}x", ready[:-1], *(ready + path for path in elsewhere)]:
        asked = requests.Request("GET", committed.url).prepare()
        asked.url = f"{committed.url}/f/{path}"  # as it is: requests would take the dots out
        assert requests.Session().send(asked, timeout=20).status_code == 404, path


def test_the_file_as_it_came_is_under_no_address(committed: Service, open_aurora: Shop, folder: Path) -> None:
    token = send(committed, permitted(open_aurora)).json()["file"]
    original = StoredFile.across_stores.get().original
    for path in (original, f"f/{original}", f"f/{original.removeprefix('incoming/')}", f"f/{token}/{original}"):
        assert requests.get(f"{committed.url}/{path}", timeout=20).status_code == 404


def test_a_file_of_a_store_that_left_is_nobodys(committed: Service, open_aurora: Shop, ready: str) -> None:
    headers = permitted(open_aurora)
    open_aurora.store.removed_at = timezone.now()
    open_aurora.store.save()
    for path in (f"/f/{ready}", f"/f/{ready}/320.webp"):
        assert requests.get(committed.url + path, timeout=20).status_code == 404
    assert send(committed, headers).status_code == 403


@pytest.mark.parametrize(
    "held", [{}, {"authorization": "Bearer x"}, {"authorization": "Bearer " + "İ".encode().decode("latin-1")}]
)
def test_who_has_no_permit_sends_nothing(committed: Service, folder: Path, held: dict[str, str]) -> None:
    answer = send(committed, held)
    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "NOT_PERMITTED")
    assert not StoredFile.across_stores.exists()


@pytest.mark.parametrize(
    ("content", "status", "code"),
    [
        (pictures.SVG, 422, "FILE_NOT_AN_IMAGE"),
        (pictures.HTML, 422, "FILE_NOT_AN_IMAGE"),
        (b" ", 422, "FILE_NOT_AN_IMAGE"),
        (b"\xff\xd8\xff" + b"x" * 12_000_000, 413, "FILE_TOO_LARGE"),
    ],
)
def test_what_may_not_come_in_is_refused_with_its_code(
    committed: Service, open_aurora: Shop, folder: Path, content: bytes, status: int, code: str
) -> None:
    answer = send(committed, permitted(open_aurora), content, **{"content-type": "image/png"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)
    assert not StoredFile.across_stores.exists()
    assert not folder.exists()


def test_a_page_is_told_why_its_picture_is_not_shown(committed: Service, open_aurora: Shop, folder: Path) -> None:
    token = send(committed, permitted(open_aurora), pictures.HTML_AS_PNG).json()["file"]
    redrawing.redraw_due(now=timezone.now())
    told = requests.get(f"{committed.url}/f/{token}", timeout=20).json()
    assert (told["state"], told["code"], told["sizes"]) == ("REFUSED", "FILE_BROKEN", {})
    assert requests.get(f"{committed.url}/f/{token}/320.webp", timeout=20).status_code == 404


def test_a_permit_ends_with_its_number(committed: Service, open_aurora: Shop, folder: Path) -> None:
    headers = permitted(open_aurora, most=2)
    answers = [send(committed, headers, picture(size=(edge, 1))) for edge in (1, 2, 3)]
    assert [one.status_code for one in answers] == [201, 201, 429]
    assert answers[2].json()["error"]["code"] == "FILE_TOO_MANY"


def test_twenty_at_once_are_no_more_than_they_may_be(committed: Service, open_aurora: Shop, folder: Path) -> None:
    headers = permitted(open_aurora, most=3)
    with ThreadPoolExecutor(20) as senders:
        answers = list(senders.map(lambda edge: send(committed, headers, picture(size=(edge, 1))), range(1, 21)))
    assert {one.status_code for one in answers} <= {201, 429, 503}
    assert [one.status_code for one in answers].count(201) == StoredFile.across_stores.count() <= 3
    assert lying(folder) == ["incoming"] * StoredFile.across_stores.count()


def test_a_page_of_the_shop_may_send_and_ask(committed: Service) -> None:
    asked = requests.options(
        f"{committed.url}/f", headers=SHOP_PAGE | {"access-control-request-method": "POST"}, timeout=20
    )
    assert asked.status_code == 204
    assert asked.headers["access-control-allow-origin"] == "*"
    assert {"authorization", "x-file-name"} <= set(asked.headers["access-control-allow-headers"].split(", "))
    assert requests.get(f"{committed.url}/f", timeout=20).status_code == 405
    assert requests.post(f"{committed.url}/f/{'a' * 22}", timeout=20).status_code == 405


def connected(service: Service) -> socket.socket:
    place = urlsplit(service.url)
    return socket.create_connection((str(place.hostname), int(place.port or 0)), timeout=20)


def head(headers: dict[str, str]) -> bytes:
    lines = ["POST /f HTTP/1.1", "host: support.example.com"] + [f"{name}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode()


def chunks(size: int, most: int) -> Iterator[bytes]:
    part = b"x" * size
    framed = f"{size:x}\r\n".encode() + part + b"\r\n"
    for _ in range(most // size):
        yield framed


def test_ten_gigabytes_in_chunks_end_at_the_limit(
    committed: Service, open_aurora: Shop, folder: Path, settings: LazySettings
) -> None:
    with connected(committed) as line:
        line.sendall(head(permitted(open_aurora) | {"transfer-encoding": "chunked"}))
        sent = 0
        with pytest.raises(OSError):  # noqa: PT012  the connection ends within the loop
            for chunk in chunks(65_536, 10_000_000_000):
                line.sendall(chunk)
                sent += len(chunk)
        assert settings.FILE_MAX_BYTES < sent < 4 * settings.FILE_MAX_BYTES
    assert not StoredFile.across_stores.exists()


def test_who_has_no_permit_is_not_listened_to_for_long(committed: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upload_door, "HEARD_OUT_SECONDS", 0.1)
    with connected(committed) as line:
        line.sendall(head({"authorization": "Bearer x", "content-length": "10000000000"}))
        answer = line.recv(4096)
        assert answer.startswith(b"HTTP/1.1 403")
        assert b"connection: close" in answer
        while line.recv(4096):
            pass


def test_who_sent_too_much_reads_why(committed: Service, open_aurora: Shop) -> None:
    """They send all of it before they look: the answer must not be lost with the connection."""
    with connected(committed) as line:
        line.sendall(head(permitted(open_aurora) | {"content-length": "20000000"}) + b"\xff\xd8\xff" * 4_000_000)
        time.sleep(0.2)
        line.sendall(b"x" * 8_000_000)
        assert line.recv(4096).startswith(b"HTTP/1.1 413")


def test_a_file_that_says_it_is_too_large_is_not_read(
    committed: Service, open_aurora: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upload_door, "HEARD_OUT_SECONDS", 0.1)
    with connected(committed) as line:
        line.sendall(head(permitted(open_aurora) | {"content-length": "12000001"}))
        assert line.recv(4096).startswith(b"HTTP/1.1 413")


def test_who_breaks_off_leaves_nothing(committed: Service, open_aurora: Shop, folder: Path) -> None:
    with connected(committed) as line:
        line.sendall(head(permitted(open_aurora) | {"content-length": "500000"}) + picture()[:400])
    assert send(committed, permitted(open_aurora)).status_code == 201
    assert StoredFile.across_stores.count() == 1


def test_who_falls_silent_is_let_go(
    committed: Service, open_aurora: Shop, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upload_door, "SILENT_SECONDS", 0.2)
    monkeypatch.setattr(upload_door, "HEARD_OUT_SECONDS", 0.1)
    with connected(committed) as line:
        line.sendall(head(permitted(open_aurora) | {"content-length": "500000"}))
        assert line.recv(4096).startswith(b"HTTP/1.1 408")


def test_slow_senders_keep_nobody_else_waiting(committed: Service, open_aurora: Shop, folder: Path) -> None:
    """One owner's lines are counted: six hold theirs open, the seventh is sent away, and another's file comes in."""
    slow = [connected(committed) for _ in range(upload_door.MOST_OF_ONE)]
    held = permitted(open_aurora)
    for line in slow:
        line.sendall(head(held | {"content-length": "500000"}) + b"\xff\xd8\xff")
    give_up = time.monotonic() + 10
    while (refused := send(committed, held)).status_code != 503 and time.monotonic() < give_up:
        time.sleep(0.02)
    assert (refused.status_code, refused.headers["retry-after"]) == (503, "2")
    assert send(committed, permitted(open_aurora, owner="review_request:2")).status_code == 201
    for line in slow:
        line.close()
    while (sent := send(committed, held)).status_code == 503 and time.monotonic() < give_up:
        time.sleep(0.02)
    assert sent.status_code == 201


def test_a_bucket_out_of_reach_is_said(
    committed: Service, open_aurora: Shop, ready: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> bytes:
        raise storage.OutOfReach("ConnectionError")

    monkeypatch.setattr(storage, "read", fail)
    monkeypatch.setattr(storage, "put", fail)
    shown = requests.get(f"{committed.url}/f/{ready}/320.webp", timeout=20)
    assert (shown.status_code, shown.json()["error"]["code"]) == (503, "FILES_OUT_OF_REACH")
    assert shown.headers["cache-control"] == "no-store"
    sent = send(committed, permitted(open_aurora), picture(size=(2, 2)))
    assert (sent.status_code, sent.json()["error"]["code"]) == (503, "FILES_OUT_OF_REACH")
    assert StoredFile.across_stores.filter(state=State.WAITING).count() == 1
