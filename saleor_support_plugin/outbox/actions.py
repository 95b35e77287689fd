"""The only way to a person, and the only writes to what went there."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Protocol
from urllib.parse import urlsplit

from django.conf import settings
from django.db import IntegrityError, connection, transaction

from ..mails.text import one_line
from ..people.actions import hold
from ..people.addresses import normal_email, normal_phone
from ..people.models import Person
from ..people.rules import Basis, Medium, Purpose
from ..stores.models import Store
from . import queries, rules
from .deciding import Send, Silence, Wait, decide
from .headers import headers as headers_of
from .headers import way_out_in
from .kinds import KINDS, UnknownKind, lost
from .models import Message, State
from .ways import Template


class Words(Protocol):
    @property
    def subject(self) -> str: ...

    @property
    def text(self) -> str: ...

    @property
    def html(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Waiting:
    """It goes out when its time comes, if it is still right then."""

    message: Message


@dataclass(frozen=True, slots=True)
class Withheld:
    """It does not go out; the message says why."""

    message: Message


@dataclass(frozen=True, slots=True)
class Already:
    """The store has a message for this occasion, whatever became of it."""

    message: Message


Decision = Waiting | Withheld | Already


@transaction.atomic
def send(
    *,
    store: Store,
    person: Person,
    kind: str,
    purpose: Purpose,
    to: str,
    words: Words,
    dedupe_key: str,
    now: datetime,
    medium: Medium = "email",
    channel: str = "",
    about: str = "",
    headers: Mapping[str, str] | None = None,
    due_at: datetime | None = None,
    expires_at: datetime | None = None,
    template: Template | None = None,
    link: str = "",
    copies: Sequence[str] = (),
) -> Decision:
    """Decide about a message to a person and keep it either way, with the reason where it is not to go out.

    `to` is one of the person's addresses of that medium; of a push, the name of one of their browsers, and `link` is
    what it opens. By WhatsApp a `template` goes out at any time, words only within a day of the person's own. `copies`
    are mailboxes of people of the store who get the same mail, as far as they may be mailed. Returns
    Already where the store has a message with this `dedupe_key`. Raises UnknownKind for a kind or purpose that is not
    in outbox.kinds, AddressWrong, NoWayOut, and ValueError for a header that is not the caller's to set.
    """
    known = KINDS.get(kind)
    if known is None or known.purpose != purpose:
        raise UnknownKind(f"`{kind}` is not a {purpose} kind of message.")
    message = Message(
        store=store,
        person=hold(person),
        kind=kind,
        purpose=purpose,
        medium=medium,
        priority=known.priority,
        channel_slug=channel,
        about=about,
        address=_address(medium, to),
        subject=one_line(words.subject),
        text=words.text,
        html=words.html,
        template=asdict(template) if template else {},
        link=link,
        dedupe_key=dedupe_key,
        message_id=f"<{secrets.token_hex(16)}@{urlsplit(settings.PUBLIC_URL).hostname}>",
        created_at=now,
        due_at=due_at or now,
        expires_at=expires_at or (due_at or now) + known.lasts,
    )
    if medium == "email":
        message.headers = headers_of(message, added=headers or {})
        message.copies = queries.copied(message, copies, now)
    elif medium == "sms" and purpose != "transactional":
        way_out_in(message, message.text)
    return _keep(message, now)


@transaction.atomic
def reword(*, store: Store, dedupe_key: str, words: Words) -> None:
    """Give a mail that has not left yet other words, for what it is about has changed; one that has left stays."""
    message = store.messages.select_for_update().filter(dedupe_key=dedupe_key, state=State.WAITING).first()
    if message is not None:
        _write(message, subject=one_line(words.subject), text=words.text, html=words.html)


def _address(medium: Medium, to: str) -> str:
    if medium == "email":
        normal_email(to)
        return to.strip()
    return normal_phone(to) if medium in ("sms", "whatsapp") else to


def _keep(message: Message, now: datetime) -> Decision:
    """Keep a message with the first decision about it, unless its occasion has one."""
    before = message.store.messages.filter(dedupe_key=message.dedupe_key).first()
    if before is not None:
        return Already(before)
    decision = decide(queries.facts(message, _person(message)), message.due_at)
    if isinstance(decision, Send):
        message.basis = decision.basis
    elif isinstance(decision, Wait):
        message.silence, message.due_at = decision.reason, decision.until
    else:
        message.state, message.silence, message.finished_at = State.WITHHELD, decision.reason, now
    try:
        with transaction.atomic():
            message.save(force_insert=True)
    except IntegrityError:  # somebody else was quicker
        return Already(message.store.messages.get(dedupe_key=message.dedupe_key))
    return Waiting(message) if message.state == State.WAITING else Withheld(message)


def _person(message: Message) -> Person:
    assert message.person is not None  # noqa: S101  only what was settled long ago has none
    return message.person


# The most urgent message of a store that is due, with its person: both stay locked until this transaction ends, and one
# whose person somebody else decides about is left for later. So two decisions about one person never cross, and nobody
# waits. Nothing while the store is paused, or sent as many in the last minute as it may.
TAKE = """select taken.id from (values (3), (2), (1), (0)) as level (priority), lateral (
        select m.id from support_message m join support_person p on p.id = m.person_id
        where m.store_id = %(store)s and m.state = 0 and m.priority = level.priority and m.due_at <= %(now)s
        order by m.due_at, m.id limit 1 for update of m skip locked for no key update of p skip locked) taken
    where (select outbox_paused_at is null from support_store where id = %(store)s)
    and (%(most)s = 0 or %(most)s > (select count(*) from support_message
         where store_id = %(store)s and sent_at > %(now)s - interval '1 minute'))
    limit 1"""


def take_next(*, store: int, now: datetime) -> Message | None:
    """Claim a store's most urgent message that is due, for this worker alone; whoever asks commits the claim.

    Call within a transaction: message and person stay locked until it ends.
    """
    with connection.cursor() as cursor:
        cursor.execute(TAKE, {"store": store, "now": now, "most": settings.MESSAGES_PER_MINUTE})
        found = cursor.fetchone()
    return Message.across_stores.select_related("store", "person").get(pk=found[0]) if found else None


def mark_sending(*, message: Message, basis: Basis, now: datetime) -> None:
    """From here on, only an answer of the provider takes it out of this state, or the lease's end."""
    attempts = message.attempts + 1
    _write(message, state=State.SENDING, basis=basis, silence="", reason="", taken_at=now, attempts=attempts)


def postpone(*, message: Message, silence: Silence, reason: str = "", at: datetime) -> None:
    values = {"silence": silence, "reason": reason[:500], "due_at": at, "taken_at": None, "attempts": message.attempts}
    _write(message, state=State.WAITING, **values)


def finish(
    *,
    message: Message,
    state: State,
    silence: Silence | None = None,
    reason: str = "",
    provider_id: str = "",
    now: datetime,
) -> None:
    _write(
        message,
        state=state,
        silence=silence or "",
        reason=reason[:500],
        finished_at=now,
        taken_at=None,
        sent_at=now if state is State.SENT else None,
        provider_id=provider_id,
        attempts=message.attempts,
    )
    if state in (State.FAILED, State.IN_DOUBT):
        lost(message, now)


def _write(message: Message, **values: Any) -> None:
    """Keep what became of a message; one that was erased meanwhile stays erased."""
    for name, value in values.items():
        setattr(message, name, value)
    Message.across_stores.filter(pk=message.pk).update(**values)


@transaction.atomic
def settle_left_behind(*, now: datetime) -> int:
    """Settle what a crash left half sent: transactional waits again with its Message-ID, the rest is in doubt for good.

    Returns how many there were.
    """
    left = Message.across_stores.select_for_update(skip_locked=True).filter(
        state=State.SENDING, taken_at__lte=now - rules.LEASE
    )
    messages = list(left.order_by("taken_at")[:100])
    for message in messages:
        doubt(message=message, reason="the service ended while it was being sent", now=now)
    return len(messages)


def doubt(*, message: Message, reason: str, now: datetime) -> None:
    """Nobody knows whether it went out."""
    after = rules.after_failure(message.attempts, now)
    if rules.may_repeat(message.purpose, message.medium) and isinstance(after, rules.TryAgain):
        postpone(message=message, silence=Silence.IN_DOUBT, reason=reason, at=after.at)
    else:
        finish(message=message, state=State.IN_DOUBT, silence=Silence.IN_DOUBT, reason=reason, now=now)


def try_again(*, message: Message, reason: str, now: datetime) -> None:
    """It failed for now, and surely did not go out."""
    after = rules.after_failure(message.attempts, now)
    if isinstance(after, rules.GiveUp):
        finish(message=message, state=State.FAILED, silence=Silence.REFUSED, reason=reason, now=now)
    else:
        postpone(message=message, silence=Silence.REFUSED, reason=reason, at=after.at)


def pause(*, store: Store, paused: bool, now: datetime) -> None:
    """Hold back everything that a store sends, or let it go again; what waits is then decided about anew."""
    other = Store.across_stores.filter(pk=store.pk, outbox_paused_at__isnull=paused)
    other.update(outbox_paused_at=now if paused else None)


def forget_words(*, now: datetime) -> int:
    """Empty what was written to whom, long after it was; the occasion stays known, so that it is never repeated."""
    old = Message.across_stores.filter(finished_at__lt=now - rules.KEEP_WORDS).exclude(address="")
    return old.update(address="", copies=[], subject="", text="", html="", headers={}, template={}, link="")


@transaction.atomic
def undelivered(*, store: Store, provider_id: str, reason: str, now: datetime) -> bool:
    """Keep what a provider says of a message that it had taken: it never arrived. Say whether we know the message."""
    sent = store.messages.select_for_update().filter(provider_id=provider_id, state=State.SENT).first()
    if sent is None or not provider_id:
        return False
    finish(message=sent, state=State.FAILED, silence=Silence.REFUSED, reason=reason, provider_id=provider_id, now=now)
    return True
