"""Mails fetched from the mailboxes that are read by IMAP: each at least once, and taken once (actions.receive)."""

from datetime import datetime
from typing import Any

from ..stores.models import Store
from . import queries
from .actions import receive
from .imap import Account, MailboxClosed, Reader, opened
from .models import Mailbox
from .parsing import MOST_BYTES

# A run's share: the next minute brings the next ones.
MOST = 50
IMAP = "imap"


def fetch(store: Store, now: datetime) -> dict[str, Any]:
    """Fetch what is new in a store's mailboxes; one that is closed is said so, and the others are read."""
    read = [_fetch_one(mailbox, now) for mailbox in queries.mailboxes(store) if mailbox.way == IMAP]
    return {"mailboxes": len(read), "mails": sum(read)}


def _fetch_one(mailbox: Mailbox, now: datetime) -> int:
    try:
        with opened(Account(mailbox.host, mailbox.username, mailbox.password)) as reader:
            many = _new_ones(mailbox, reader, now)
    except MailboxClosed as closed:
        _keep(mailbox, problem=f"{closed.code}: {closed}"[:300])
        return 0
    _keep(mailbox, problem="", checked_at=now)
    return many


def _new_ones(mailbox: Mailbox, reader: Reader, now: datetime) -> int:
    if mailbox.uid_validity != reader.folder.validity:
        # Of a mailbox that is new to us, or was made anew, what lay there before is not news.
        _keep(mailbox, uid_validity=reader.folder.validity, last_uid=reader.folder.next - 1)
        return 0
    newer = reader.after(mailbox.last_uid, MOST)
    for uid, size in newer:
        raw = reader.read(uid, only_head=size > MOST_BYTES)
        if raw:
            receive(mailbox=mailbox, raw=raw, size=size, now=now)
        _keep(mailbox, last_uid=uid)
    return len(newer)


def _keep(mailbox: Mailbox, **values: Any) -> None:
    """Remember how far it was read, unless somebody set it up anew meanwhile."""
    for name, value in values.items():
        setattr(mailbox, name, value)
    Mailbox.across_stores.filter(pk=mailbox.pk, updated_at=mailbox.updated_at).update(**values)
