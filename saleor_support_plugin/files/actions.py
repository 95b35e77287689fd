"""The only writes to files, and to what is kept of them."""

import logging
import secrets
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from importlib.util import find_spec
from typing import IO

from django.conf import settings
from django.db import transaction

from ..logs import store_id
from ..stores.models import Store
from . import queries, rules, storage
from .models import State, StoredFile
from .rules import FileRefused, Kind, Picture, Refusal

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Incoming:
    kind: Kind
    bytes: int
    sha256: str


def receive(*, store: Store, owner: str, most: int, content: IO[bytes], name: str, now: datetime) -> StoredFile:
    """Take a file in, of which there may be `most` for its owner; it can be shown once a worker has drawn it anew.

    The very same file again, by a second try, is the one that is there. Raises FileRefused, storage.OutOfReach.
    """
    file = _enter(store, owner, most, _looked_at(content), name, now)
    if file.attempts == 0 and file.due_at is not None and file.due_at > now:
        storage.put(file.original, content)
        StoredFile.across_stores.filter(pk=file.pk, attempts=0).update(due_at=now)
    return file


def _looked_at(content: IO[bytes]) -> Incoming:
    size = content.seek(0, 2)
    content.seek(0)
    head = content.read(rules.HEAD)
    can_heic = find_spec("pillow_heif") is not None
    kind = rules.judged(head, size=size, most_bytes=settings.FILE_MAX_BYTES, can_heic=can_heic)
    content.seek(0)
    digest = sha256()
    while part := content.read(1_000_000):
        digest.update(part)
    return Incoming(kind, size, digest.hexdigest())


@transaction.atomic
def _enter(store: Store, owner: str, most: int, incoming: Incoming, name: str, now: datetime) -> StoredFile:
    """Write the row before the file lies anywhere: whatever happens then, the row says what to clear away."""
    # One at a time, so that nobody has more than they may.
    Store.across_stores.select_for_update(no_key=True).get(pk=store.pk)
    mine = store.files.filter(owner=owner)
    before = mine.filter(sha256=incoming.sha256).exclude(state=State.REFUSED).first()
    if before is not None:
        return before
    if mine.count() >= most:
        raise FileRefused(Refusal.FILE_TOO_MANY)
    return StoredFile.across_stores.create(
        store=store,
        token=secrets.token_urlsafe(16),
        owner=owner,
        kind=incoming.kind,
        bytes=incoming.bytes,
        sha256=incoming.sha256,
        name=rules.cleaned_name(name),
        original=storage.original(),
        due_at=now + rules.LEASE,
        created_at=now,
    )


@transaction.atomic
def take_next(*, now: datetime) -> StoredFile | None:
    """Claim the file that has waited longest, for this worker alone; it is due again after the lease."""
    due = StoredFile.across_stores.select_for_update(skip_locked=True, of=("self",)).filter(due_at__lte=now)
    file = due.order_by("due_at").first()
    if file is not None:
        file.attempts, file.due_at = file.attempts + 1, now + rules.LEASE
        file.save(update_fields=["attempts", "due_at"])
    return file


def ready(*, file: StoredFile, picture: Picture) -> None:
    """Let a file be shown: it lies there in every size."""
    _settle(file, state=State.READY, width=picture.width, height=picture.height)


def refuse(*, file: StoredFile, refusal: Refusal) -> None:
    _settle(file, state=State.REFUSED, refusal=refusal)


def try_again(*, file: StoredFile, at: datetime) -> None:
    """Let a file wait for what was no fault of its own; this try does not count."""
    mine = StoredFile.across_stores.filter(pk=file.pk, state=State.WAITING)
    mine.update(due_at=at, attempts=file.attempts - 1)


def _settle(file: StoredFile, **values: object) -> None:
    StoredFile.across_stores.filter(pk=file.pk, state=State.WAITING).update(due_at=None, **values)
    _drop_original(file)


def _drop_original(file: StoredFile) -> None:
    """Remove the file as it came, with all that it told beside its pixels; at night again, where that fails."""
    try:
        storage.remove(file.original)
    except storage.OutOfReach:
        log.exception("a file as it came could not be removed")
        return
    StoredFile.across_stores.filter(pk=file.pk).update(original="")


def forget(*, now: datetime, most: int = 10_000) -> int:
    """Delete what is nobody's any more, and what belongs to stores that are to be erased; return how many files."""
    for file in StoredFile.across_stores.filter(due_at=None).exclude(original="")[:most]:
        _drop_original(file)
    forgotten = 0
    for file in queries.to_forget(now=now)[:most]:
        token = store_id.set(file.store_id)
        try:
            remove(file=file)
            forgotten += 1
        except storage.OutOfReach:  # its row stays, and says where to look the next night
            log.exception("a file could not be removed")
        finally:
            store_id.reset(token)
    return forgotten


def remove(*, file: StoredFile) -> None:
    """Delete a file at once, and whatever refers to it. Raises storage.OutOfReach."""
    if file.original:
        storage.remove(file.original)
    for size in rules.SIZES:
        storage.remove(storage.shown(file.token, size))
    file.delete()
