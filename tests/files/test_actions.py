"""Files come in, are drawn anew, are shown, and are forgotten."""

import io
import subprocess
import threading
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.core.files.storage import storages
from django.db import connection, models
from django.utils import timezone

from saleor_support_plugin.files import actions, queries, redrawing, rules, storage
from saleor_support_plugin.files.models import State, StoredFile
from saleor_support_plugin.files.rules import FileRefused, Picture, Refusal
from saleor_support_plugin.stores import actions as stores
from saleor_support_plugin.stores.models import Store

from ..shops import NOON, Shop
from . import pictures
from .pictures import picture
from .sent import OWNER, lying, send

SHOWN = ["1600.webp", "320.webp", "800.webp"]
DAY = timedelta(days=1)


@pytest.fixture
def out_of_reach(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Any:
    """The bucket answers nobody."""

    def fail(*_: object, **__: object) -> None:
        raise ConnectionError("the bucket does not answer")

    with monkeypatch.context() as broken:
        for act in ("save", "open", "delete", "exists"):
            broken.setattr(storages["files"], act, fail)
        yield


@pytest.mark.django_db
def test_a_picture_waits_out_of_everybodys_reach_and_is_shown_once_it_is_drawn(aurora: Shop, folder: Path) -> None:
    file = send(aurora, name="../Ada's lamp.jpg")
    file.refresh_from_db()
    assert (file.state, file.kind, file.name, file.bytes) == (State.WAITING, "JPEG", "Ada's lamp.jpg", len(picture()))
    assert lying(folder) == ["incoming"]
    assert file.token not in file.original
    assert redrawing.redraw_due(now=NOON) == 1
    file.refresh_from_db()
    assert (file.state, file.width, file.height, file.original) == (State.READY, 1200, 900, "")
    assert lying(folder) == SHOWN
    assert queries.address(file, 800) == f"https://support.example.com/f/{file.token}/800.webp"
    assert queries.picture(file, 800) == Picture(800, 600)
    assert queries.counts() == {"waiting": 0, "ready": 1, "refused": 0}


@pytest.mark.django_db
def test_a_file_is_read_by_the_service_alone(aurora: Shop, folder: Path) -> None:
    send(aurora)
    (kept,) = [path for path in folder.rglob("*") if path.is_file()]
    assert kept.stat().st_mode & 0o777 == 0o600
    assert kept.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("content", "why"),
    [
        (pictures.HTML_AS_PNG, Refusal.FILE_BROKEN),
        (picture()[:-4000], Refusal.FILE_BROKEN),
        (pictures.png_of(20_000, 20_000), Refusal.FILE_TOO_MANY_PIXELS),
    ],
)
def test_what_cannot_be_shown_is_refused_and_gone(aurora: Shop, folder: Path, content: bytes, why: Refusal) -> None:
    file = send(aurora, content)
    redrawing.redraw_due(now=NOON)
    file.refresh_from_db()
    assert (file.state, file.refusal, file.original) == (State.REFUSED, why, "")
    assert lying(folder) == []


@pytest.mark.django_db
@pytest.mark.parametrize("content", [pictures.SVG, pictures.HTML, b"", pictures.HEIC_HEAD])
def test_what_is_no_picture_leaves_nothing(aurora: Shop, folder: Path, content: bytes) -> None:
    with pytest.raises(FileRefused):
        actions.receive(store=aurora.store, owner=OWNER, most=5, content=io.BytesIO(content), name="lamp.png", now=NOON)
    assert not StoredFile.across_stores.exists()
    assert not folder.exists()


@pytest.mark.django_db
def test_a_file_that_is_too_large_leaves_nothing(aurora: Shop, folder: Path, settings: LazySettings) -> None:
    settings.FILE_MAX_BYTES = len(picture()) - 1
    with pytest.raises(FileRefused) as refused:
        send(aurora)
    assert refused.value.code is Refusal.FILE_TOO_LARGE
    assert not StoredFile.across_stores.exists()


@pytest.mark.django_db
def test_somebody_sends_as_many_files_as_they_may(aurora: Shop, borealis: Shop, folder: Path) -> None:
    for number in range(1, 4):
        send(aurora, picture(size=(number, 1)), most=3)
    with pytest.raises(FileRefused) as refused:
        send(aurora, picture(size=(9, 9)), most=3)
    assert refused.value.code is Refusal.FILE_TOO_MANY
    assert send(aurora, owner="review_request:2", most=3), "another's are not counted"
    assert send(borealis, most=3), "nor are another shop's"


@pytest.mark.django_db
def test_the_same_file_sent_again_is_the_one_that_is_there(aurora: Shop, borealis: Shop, folder: Path) -> None:
    first = send(aurora, most=1)
    assert send(aurora, most=1, now=NOON + timedelta(seconds=1)) == first
    redrawing.redraw_due(now=NOON)
    assert send(aurora, most=1, now=NOON + timedelta(minutes=1)) == first
    assert lying(folder) == SHOWN
    assert send(aurora, owner="review_request:2").token != first.token
    assert send(borealis).token != first.token


@pytest.mark.django_db
def test_a_file_that_could_not_be_kept_is_kept_at_the_second_try(
    aurora: Shop, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(storages["files"], "save", lambda *_, **__: 1 / 0)
        with pytest.raises(storage.OutOfReach):
            send(aurora, most=1)
    assert redrawing.redraw_due(now=NOON) == 0
    file = send(aurora, most=1, now=NOON + timedelta(minutes=1))
    assert redrawing.redraw_due(now=NOON + timedelta(minutes=1)) == 1
    file.refresh_from_db()
    assert file.state == State.READY


@pytest.mark.django_db
def test_a_file_that_never_arrived_is_refused(aurora: Shop, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(storages["files"], "save", lambda *_, **__: 1 / 0)
        with pytest.raises(storage.OutOfReach):
            send(aurora)
    redrawing.redraw_due(now=NOON + rules.LEASE)
    assert StoredFile.across_stores.get().refusal == Refusal.FILE_BROKEN


@pytest.mark.django_db
def test_an_outage_costs_nobody_their_picture(
    aurora: Shop, folder: Path, out_of_reach: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storage, "put", lambda *_: None)
    file, now = send(aurora), NOON
    for _ in range(10):
        assert redrawing.redraw_due(now=now) == 1
        now += rules.PAUSE
    file.refresh_from_db()
    assert (file.state, file.attempts, file.due_at) == (State.WAITING, 0, now)


@pytest.mark.django_db
def test_a_full_disk_of_the_worker_costs_nobody_their_picture(
    aurora: Shop, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = send(aurora)

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(Path, "write_bytes", full)
        redrawing.redraw_due(now=NOON)
    redrawing.redraw_due(now=NOON + rules.PAUSE)
    file.refresh_from_db()
    assert file.state == State.READY


def test_a_run_takes_no_more_than_its_leases_last() -> None:
    assert timedelta(seconds=redrawing.MOST_AT_ONCE * redrawing.MOST_SECONDS) < rules.LEASE


@pytest.mark.django_db
def test_a_picture_that_takes_the_worker_along_is_given_up(
    aurora: Shop, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It hangs each time until it is ended; a worker that dies with it looks the same to the next one."""

    def hang(command: list[str], **_: object) -> None:
        raise subprocess.TimeoutExpired(command, 60)

    monkeypatch.setattr(subprocess, "run", hang)
    file, now = send(aurora), NOON
    for _ in range(rules.MOST_TRIES):
        assert redrawing.redraw_due(now=now) == 1
        assert redrawing.redraw_due(now=now) == 0, "nobody else takes it meanwhile"
        now += rules.LEASE
    redrawing.redraw_due(now=now)
    file.refresh_from_db()
    assert (file.state, file.refusal) == (State.REFUSED, Refusal.FILE_BROKEN)
    assert lying(folder) == []


def test_a_worker_draws_one_picture_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    began, may_end, inside = threading.Event(), threading.Event(), list[int]()

    def take_next(**_: object) -> None:
        inside.append(1)
        began.set()
        may_end.wait(10)

    monkeypatch.setattr(actions, "take_next", take_next)
    first = threading.Thread(target=redrawing.redraw_due, kwargs={"now": NOON})
    first.start()
    began.wait(10)
    assert redrawing.redraw_due(now=NOON) == 0
    may_end.set()
    first.join(10)
    assert inside == [1]


@pytest.mark.django_db
def test_only_who_sent_a_file_attaches_it(aurora: Shop, borealis: Shop, folder: Path) -> None:
    mine, second = send(aurora), send(aurora, picture(size=(3, 3)))
    others, elsewhere = send(aurora, owner="review_request:2"), send(borealis)
    named = [second.token, others.token, elsewhere.token, "nothing", mine.token, second.token]
    assert queries.uploaded(store=aurora.store, owner=OWNER, tokens=named) == [second, mine]


def referred_by() -> type[models.Model]:
    """Return a table of another room that refers to files, as those of reviews and messages do."""

    class Attachment(models.Model):
        file = models.ForeignKey(StoredFile, on_delete=models.CASCADE, related_name="+")

        class Meta:
            app_label = "support"

    return Attachment


@pytest.fixture
def attachments() -> Any:
    from django.apps import apps

    made = referred_by()
    with connection.schema_editor() as editor:
        editor.create_model(made)
    yield made._base_manager
    del apps.all_models["support"]["attachment"]
    apps.clear_cache()


@pytest.mark.django_db
def test_what_nobody_refers_to_is_forgotten_after_a_day(aurora: Shop, folder: Path, attachments: Any) -> None:
    kept, orphan = send(aurora), send(aurora, picture(size=(3, 3)))
    attached = attachments.create(file=kept)
    redrawing.redraw_due(now=NOON)
    assert actions.forget(now=NOON + DAY - timedelta(seconds=1)) == 0
    assert actions.forget(now=NOON + DAY) == 1
    assert list(StoredFile.across_stores.all()) == [kept]
    assert lying(folder) == SHOWN
    attached.delete()
    assert actions.forget(now=NOON + DAY) == 1
    assert lying(folder) == []
    assert orphan.pk != kept.pk


@pytest.mark.django_db
def test_a_file_that_cannot_be_removed_keeps_its_row(
    aurora: Shop, folder: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    send(aurora)
    request.getfixturevalue("out_of_reach")
    assert actions.forget(now=NOON + DAY) == 0
    monkeypatch.undo()
    assert StoredFile.across_stores.count() == 1


@pytest.mark.django_db
def test_a_file_as_it_came_is_removed_at_night_where_that_failed(
    aurora: Shop, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = send(aurora)
    with monkeypatch.context() as broken:
        broken.setattr(storages["files"], "delete", lambda *_: 1 / 0)
        redrawing.redraw_due(now=NOON)
    file.refresh_from_db()
    assert file.state == State.READY
    assert "incoming" in lying(folder)
    actions.forget(now=NOON)
    file.refresh_from_db()
    assert (file.original, lying(folder)) == ("", SHOWN)


@pytest.mark.django_db
def test_files_go_with_their_store(aurora: Shop, borealis: Shop, folder: Path, attachments: Any) -> None:
    for shop in (aurora, borealis):
        attachments.create(file=send(shop, now=timezone.now()))
    now = timezone.now() + timedelta(minutes=1)
    redrawing.redraw_due(now=now)
    aurora.store.removed_at = now
    aurora.store.save()
    assert actions.forget(now=now + timedelta(days=29)) == stores.erase_removed(now=now + timedelta(days=29)) == 0
    assert actions.forget(now=now + timedelta(days=30)) == stores.erase_removed(now=now + timedelta(days=30)) == 1
    assert list(Store.across_stores.all()) == [borealis.store]
    assert lying(folder) == SHOWN


@pytest.mark.django_db
def test_a_store_waits_for_its_files_to_be_gone(
    aurora: Shop, borealis: Shop, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    send(aurora)
    for shop in (aurora, borealis):
        shop.store.removed_at = NOON
        shop.store.save()
    assert stores.erase_removed(now=NOON + timedelta(days=30)) == 1
    assert list(Store.across_stores.all()) == [aurora.store]
    assert "a store could not be erased" in caplog.text


@pytest.mark.django_db
def test_a_file_can_be_removed_at_once(aurora: Shop, folder: Path) -> None:
    file = send(aurora)
    redrawing.redraw_due(now=NOON)
    file.refresh_from_db()
    actions.remove(file=file)
    assert (lying(folder), StoredFile.across_stores.exists()) == ([], False)


@pytest.mark.django_db
def test_how_many_there_are_does_not_matter_to_the_questions(
    aurora: Shop, folder: Path, django_assert_num_queries: Any
) -> None:
    for number in range(1, 20):
        send(aurora, picture(size=(number, 1)), most=50)
    tokens = list(aurora.store.files.values_list("token", flat=True))
    with django_assert_num_queries(1):
        found = queries.uploaded(store=aurora.store, owner=OWNER, tokens=tokens)
        assert [queries.address(file, 320) for file in found]
    with django_assert_num_queries(1):
        assert list(queries.to_forget(now=NOON + DAY))
