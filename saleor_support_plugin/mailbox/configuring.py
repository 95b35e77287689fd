"""The only writes to mailboxes: how a configuration's mails come in, and a mail that staff let in."""

import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction

from ..conversations.actions import knock
from ..conversations.rules import Limit
from ..files import storage
from ..mails.actions import Fault, TextRefused
from ..mails.providers import HOST
from ..stores.callers import Staff
from ..stores.models import NamedConfiguration
from ..stores.queries import sees
from . import queries, taking
from .fetching import IMAP
from .imap import Account, MailboxClosed, opened
from .models import Mailbox, ReceivedMail, State
from .parsing import MailUnreadable, parse

# Those that hand whole mails over (outbox.ways.providers.INBOUND).
PROVIDERS = ("mailgun", "mailjet", "postmark", "sparkpost")
# Each leads to a server that a merchant names.
TESTS = Limit(20, timedelta(hours=1))
WAYS = (IMAP, *PROVIDERS)
AUTHSERV_ID = re.compile(r"[a-z0-9._-]{1,253}", re.IGNORECASE)


class MailboxRefused(TextRefused):
    code = "MAILBOX_REFUSED"


@dataclass(frozen=True, slots=True)
class Given:
    """What a merchant fills in; an empty password stays as it was, where host and name do."""

    way: str
    host: str = ""
    username: str = ""
    password: str = ""
    authserv_id: str = ""


@transaction.atomic
def save(*, staff: Staff, number: int | None, given: Given, now: datetime) -> Mailbox | None:
    """Say how a configuration's mails come in; no way at all ends that. Raises MailboxRefused."""
    configuration = _configuration(staff, number)
    before = Mailbox.across_stores.select_for_update().filter(configuration=configuration).first()
    if not given.way:
        Mailbox.across_stores.filter(configuration=configuration).delete()
        return None
    is_same = before is not None and (before.way, before.host, before.username) == (
        given.way,
        given.host,
        given.username,
    )
    password = given.password or (before.password if before is not None and is_same else "")
    _check(given, password)
    values: dict[str, Any] = {
        "store": staff.store,
        "way": given.way,
        "host": given.host if given.way == IMAP else "",
        "username": given.username if given.way == IMAP else "",
        "password": password if given.way == IMAP else "",
        "authserv_id": given.authserv_id,
        "secret": before.secret if before else secrets.token_urlsafe(32),
        "problem": "",
        "updated_at": now,
    }
    if not is_same:
        values |= {"uid_validity": None, "last_uid": 0}
    mailbox, _ = Mailbox.across_stores.update_or_create(configuration=configuration, defaults=values)
    return mailbox


def _check(given: Given, password: str) -> None:
    faults = []
    if given.way not in WAYS:
        faults.append(Fault("way", "INVALID", f"Mails come in by one of {', '.join(WAYS)}."))
    if given.authserv_id and not AUTHSERV_ID.fullmatch(given.authserv_id):
        faults.append(Fault("authservId", "INVALID", "This is a server's name, such as mx.shop.com."))
    if given.way == IMAP:
        if not HOST.fullmatch(given.host):
            faults.append(Fault("host", "INVALID", "This is a server's name, such as imap.shop.com."))
        named = {"username": given.username, "password": password}
        faults += [Fault(name, "REQUIRED", f"IMAP needs a {name}.") for name, value in named.items() if not value]
        long = [name for name, value in named.items() if len(value) > 254 or not value.isprintable()]
        faults += [Fault(name, "INVALID", "This is one line of at most 254 characters.") for name in long]
    if faults:
        raise MailboxRefused(*faults)


def try_it(*, staff: Staff, number: int | None, now: datetime) -> None:
    """Log in and look into the mailbox. Raises MailboxRefused."""
    mailbox = Mailbox.across_stores.filter(configuration=_configuration(staff, number)).first()
    if mailbox is None or mailbox.way != IMAP:
        raise MailboxRefused(Fault("configuration", "NOT_IMAP", "No mailbox of this configuration is read by IMAP."))
    if not knock(store=staff.store, who="mailbox test", limit=TESTS, now=now):
        raise MailboxRefused(Fault("configuration", "LIMITED", "That was a lot of tests. Try again in an hour."))
    try:
        with opened(Account(mailbox.host, mailbox.username, mailbox.password)):
            return
    except MailboxClosed as closed:
        raise MailboxRefused(Fault("host", closed.code, str(closed))) from closed


def let_in(*, staff: Staff, mail_id: int | None, now: datetime) -> ReceivedMail:
    """Open a ticket for a mail that is held, as its sender's; twice opens one. Raises MailboxRefused."""
    mail = queries.mails(staff).filter(pk=mail_id).first() if mail_id is not None else None
    if mail is None:
        raise MailboxRefused(Fault("id", "NOT_FOUND", "There is no such mail."))
    read = _read_again(mail)
    with transaction.atomic():
        held = ReceivedMail.across_stores.select_for_update(of=("self",)).get(pk=mail.pk)
        if held.state == State.HELD:
            taking.open_ticket(mail=held, read=read, reason="LET_IN", is_proven=False, now=now)
        return held


def _read_again(mail: ReceivedMail) -> Any:
    try:
        read = parse(storage.read(mail.original))
    except (MailUnreadable, storage.NotThere, storage.OutOfReach) as error:
        raise MailboxRefused(Fault("id", "NOT_READABLE", "This mail cannot be read any more.")) from error
    if not read.sender:
        raise MailboxRefused(Fault("id", "NO_SENDER", "This mail names nobody who could be answered."))
    return read


def address(mailbox: Mailbox) -> str | None:
    """Return what a provider calls to hand mails over; to be kept secret."""
    if mailbox.way == IMAP:
        return None
    return f"{settings.PUBLIC_URL}/api/mail-in/{mailbox.store.key}/{mailbox.secret}"


def reseal(*, dry_run: bool) -> int:
    """Write what is kept of mailboxes anew, with the first of TOKEN_KEYS; return how many there were."""
    rows = Mailbox.across_stores.order_by("pk")
    if dry_run:
        return rows.count()
    with transaction.atomic():
        for one in rows.select_for_update():
            one.save(update_fields=["password", "secret"])  # read with any key, written with the first
        return rows.count()


def _configuration(staff: Staff, number: int | None) -> NamedConfiguration:
    row = staff.store.configurations.filter(pk=number).first() if number is not None else None
    if row is None or not (row.is_default or sees(staff, row.channels)):
        raise MailboxRefused(Fault("configuration", "NOT_FOUND", "There is no such configuration."))
    if staff.channels is not None and (row.is_default or not staff.channels.issuperset(row.channels)):
        message = "This configuration also holds in channels that you may not see."
        raise MailboxRefused(Fault("configuration", "CHANNEL_NOT_PERMITTED", message))
    return row
