"""The worker's part: what came in is drawn anew by a program of its own, and shown from then on."""

import json
import logging
import subprocess
import sys
import threading
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings

from ..logs import store_id
from . import actions, rules, storage
from .models import StoredFile
from .rules import Picture, Refusal

log = logging.getLogger(__name__)

PROGRAM = "saleor_support_plugin.files.drawing"
# It ends itself after half of that in processor time; a machine that is busy may need the rest.
MOST_SECONDS = 60
# So many take no longer than their leases, whatever is in them; the next run takes more.
MOST_AT_ONCE = 5
# One program at a time in each worker: how much memory it may take is known, and no more than that is taken.
_drawing = threading.Lock()


def redraw_due(*, now: datetime, most: int = MOST_AT_ONCE) -> int:
    """Draw anew what is due, unless this worker is at it already; return how many files were looked at."""
    if not _drawing.acquire(blocking=False):
        return 0
    try:
        for done in range(most):
            file = actions.take_next(now=now)
            if file is None:
                return done
            _redraw(file, now)
        return most
    finally:
        _drawing.release()


def _redraw(file: StoredFile, now: datetime) -> None:
    token = store_id.set(file.store_id)
    try:
        if file.attempts > rules.MOST_TRIES:
            actions.refuse(file=file, refusal=Refusal.FILE_BROKEN)
            return
        with TemporaryDirectory(prefix="support-file-") as folder:
            outcome = _in_folder(file, Path(folder))
        if isinstance(outcome, Picture):
            actions.ready(file=file, picture=outcome)
        else:
            actions.refuse(file=file, refusal=outcome)
    except storage.NotThere:  # whoever sent it broke off
        actions.refuse(file=file, refusal=Refusal.FILE_BROKEN)
    except (storage.OutOfReach, OSError):  # nor is a full disk of this machine the picture's fault
        log.exception("a picture could not be drawn now")
        actions.try_again(file=file, at=now + rules.PAUSE)
    except subprocess.TimeoutExpired:
        log.warning("a picture took too long")
    finally:
        store_id.reset(token)


def _in_folder(file: StoredFile, folder: Path) -> Picture | Refusal:
    """Draw a file anew in an empty folder, and keep what came of it."""
    source = folder / "original"
    source.write_bytes(storage.read(file.original))
    outcome = drawn(source, file.kind, folder)
    if isinstance(outcome, Picture):
        for size in rules.SIZES:
            with (folder / f"{size}.webp").open("rb") as rendition:
                storage.put(storage.shown(file.token, size), rendition)
    return outcome


def drawn(source: Path, kind: str, folder: Path) -> Picture | Refusal:
    """Run the program; one that ended itself or was ended by its bounds has found nothing that can be shown."""
    command = [sys.executable, "-I", "-m", PROGRAM, str(source), kind, str(folder), str(settings.FILE_MAX_PIXELS)]
    # None of our variables: they hold keys, and a picture that takes the program over is to find none.
    done = subprocess.run(
        command,
        env={},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        timeout=MOST_SECONDS,
    )
    if done.returncode:
        log.warning("a picture ended its program", extra={"facts": {"status": done.returncode}})
        return Refusal.FILE_BROKEN
    said = json.loads(done.stdout)
    return Refusal(said["refused"]) if "refused" in said else Picture(said["width"], said["height"])
