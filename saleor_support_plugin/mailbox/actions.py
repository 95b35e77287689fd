"""The only writes to mails that came: kept as they are, then read by a worker, and forgotten."""

import io
import logging
from datetime import datetime
from hashlib import sha256

from django.db import IntegrityError, transaction

from ..files import storage
from ..logs import store_id
from . import queries, rules, taking
from .models import Mailbox, ReceivedMail, State
from .parsing import MOST_BYTES, MailUnreadable, parse

log = logging.getLogger(__name__)


def receive(*, mailbox: Mailbox, raw: bytes, now: datetime, size: int = 0) -> ReceivedMail | None:
    """Keep a mail as it came, to be read by a worker; None where the very same bytes came before.

    `size` is that of the whole mail, where only its head was fetched. Raises storage.OutOfReach.
    """
    mail = ReceivedMail(
        store=mailbox.store,
        mailbox=mailbox,
        digest=sha256(raw).digest(),
        bytes=max(size, len(raw)),
        original=storage.mail(),
        received_at=now,
        due_at=now + rules.LEASE,
    )
    try:
        with transaction.atomic():
            mail.save(force_insert=True)
    except IntegrityError:
        return None
    # The row is there first: whatever happens now, it says what to clear away.
    storage.put(mail.original, io.BytesIO(raw[:MOST_BYTES]))
    ReceivedMail.across_stores.filter(pk=mail.pk).update(due_at=now)
    return mail


def read_due(*, now: datetime, most: int = 20) -> int:
    """Read mails that wait; return how many."""
    for done in range(most):
        mail = _take_next(now)
        if mail is None:
            return done
        token = store_id.set(mail.store_id)
        try:
            _read(mail, now)
        except Exception:  # one mail's trouble must not stop the others; it is tried again, and then staff see it
            log.exception("a mail could not be taken")
            if mail.attempts >= rules.MOST_TRIES:
                taking.settle(mail, State.HELD, "FAILED")
        finally:
            store_id.reset(token)
    return most


@transaction.atomic
def _take_next(now: datetime) -> ReceivedMail | None:
    """Claim the mail that waited longest, for this worker alone; it is due again after the lease."""
    due = ReceivedMail.across_stores.select_for_update(skip_locked=True, of=("self",)).filter(due_at__lte=now)
    mail = due.select_related("store", "mailbox__configuration").order_by("due_at").first()
    if mail is not None:
        mail.attempts, mail.due_at = mail.attempts + 1, now + rules.LEASE
        mail.save(update_fields=["attempts", "due_at"])
    return mail


def _read(mail: ReceivedMail, now: datetime) -> None:
    raw = storage.read(mail.original)
    try:
        read = parse(raw)
    except MailUnreadable as unreadable:
        return taking.settle(mail, State.HELD, unreadable.code)
    if mail.bytes > MOST_BYTES:
        return taking.hold(mail=mail, read=read, reason="TOO_LARGE")
    return taking.take(mail=mail, raw=raw, read=read, now=now)


def forget(*, now: datetime) -> int:
    """Remove mails as they came, and from whom, long after that; and all of stores that are to be erased."""
    old = ReceivedMail.across_stores.filter(received_at__lt=now - rules.KEEP, due_at=None)
    forgotten = sum(map(_remove, old.exclude(original="")[:10_000]))
    for mail in queries.leaving(now)[:10_000]:
        if not mail.original or _remove(mail):
            mail.delete()
            forgotten += 1
    return forgotten


def _remove(mail: ReceivedMail) -> bool:
    token = store_id.set(mail.store_id)
    try:
        storage.remove(mail.original)
    except storage.OutOfReach:  # its row stays, and says where to look the next night
        log.exception("a mail could not be removed")
        return False
    finally:
        store_id.reset(token)
    ReceivedMail.across_stores.filter(pk=mail.pk).update(original="", sender="", subject="")
    return True
