"""The only way to a person, and the only writes to what went there."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction

from ..stores.models import Store
from . import rules
from .kinds import PURPOSES, UnknownKind
from .links import unsubscribe_link
from .models import Message, State
from .rules import Purpose

# What a caller may add; everything else is the outbox's to say.
ADDED_HEADERS = frozenset({"In-Reply-To", "References", "Reply-To"})


class AddressWrong(Exception):
    """The address cannot be written to."""

    code = "ADDRESS_WRONG"


class NoWayOut(Exception):
    """A message that is not transactional must hold its unsubscribe link, as text and as HTML."""

    code = "NO_WAY_OUT"


@dataclass(frozen=True, slots=True)
class Waiting:
    message: Message


@dataclass(frozen=True, slots=True)
class Already:
    """The store has a message for this occasion, whatever became of it."""

    message: Message


def send(
    *,
    store: Store,
    kind: str,
    purpose: Purpose,
    to: str,
    subject: str,
    text: str,
    html: str,
    dedupe_key: str,
    now: datetime,
    channel: str = "",
    about: str = "",
    headers: Mapping[str, str] | None = None,
    due_at: datetime | None = None,
) -> Waiting | Already:
    """Keep a message to be sent as soon as its time comes and its kind still finds it right.

    Returns Already where the store has one with this `dedupe_key`. Raises UnknownKind for a kind or purpose that is not
    in outbox.kinds, AddressWrong, NoWayOut, and ValueError for a header that is not the caller's to set.
    """
    if PURPOSES.get(kind) != purpose:
        raise UnknownKind(f"`{kind}` is not a {purpose} kind of message.")
    if not rules.ADDRESS.fullmatch(to):
        raise AddressWrong("This address cannot be written to.")
    values = {
        "kind": kind,
        "purpose": purpose,
        "channel_slug": channel,
        "about": about,
        "to_email": to,
        "subject": rules.one_line(subject),
        "text": text,
        "html": html,
        "headers": _headers(store, to, purpose, text, html, headers or {}),
        "message_id": f"<{secrets.token_hex(16)}@{urlsplit(settings.PUBLIC_URL).hostname}>",
        "created_at": now,
        "due_at": due_at or now,
    }
    message, is_new = store.messages.get_or_create(dedupe_key=dedupe_key, defaults=values)
    return Waiting(message) if is_new else Already(message)


def _headers(store: Store, to: str, purpose: Purpose, text: str, html: str, added: Mapping[str, str]) -> dict[str, str]:
    if not ADDED_HEADERS.issuperset(added):
        raise ValueError(f"Only {', '.join(sorted(ADDED_HEADERS))} may be added, not {', '.join(sorted(added))}.")
    headers = {name: rules.one_line(value, 900) for name, value in added.items()}
    headers["Auto-Submitted"] = "auto-generated"
    if purpose != "transactional":
        link = unsubscribe_link(store=store, email=to, purpose=purpose)
        path = link.rsplit(":", 2)[0]  # without time and signature, which differ from second to second
        if path not in text or path not in html:
            raise NoWayOut("Text and HTML must hold outbox.links.unsubscribe_link.")
        headers |= {"List-Unsubscribe": f"<{link}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    return headers


@transaction.atomic
def unsubscribe(*, store: Store, email_hash: str, purpose: str, now: datetime) -> bool:
    """Send this address no more of this purpose, also of what waits already; say whether that was news."""
    _, is_new = store.unsubscribed.get_or_create(email_hash=email_hash, purpose=purpose, defaults={"at": now})
    return is_new


def take_next(*, now: datetime) -> Message | None:
    """Claim the oldest message that is due, for this worker alone; the claim is committed by whoever asks.

    Call within a transaction: the row stays locked until it is marked.
    """
    due = Message.across_stores.select_for_update(skip_locked=True, of=("self",)).select_related("store")
    return due.filter(state=State.WAITING, due_at__lte=now).order_by("due_at", "id").first()


def mark_sending(*, message: Message, now: datetime) -> None:
    """From here on, only an answer of the mail server takes it out of this state, or the lease's end."""
    message.state, message.taken_at = State.SENDING, now
    message.attempts += 1
    message.save(update_fields=["state", "taken_at", "attempts"])


def postpone(*, message: Message, reason: str, at: datetime) -> None:
    message.state, message.reason, message.due_at, message.taken_at = State.WAITING, reason[:500], at, None
    message.save(update_fields=["state", "reason", "due_at", "taken_at", "attempts"])


def finish(*, message: Message, state: State, reason: str = "", now: datetime) -> None:
    message.state, message.reason, message.finished_at, message.taken_at = state, reason[:500], now, None
    message.sent_at = now if state is State.SENT else None
    message.save(update_fields=["state", "reason", "finished_at", "taken_at", "sent_at", "attempts"])


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
    if rules.may_repeat(message.purpose) and isinstance(after, rules.TryAgain):
        postpone(message=message, reason=reason, at=after.at)
    else:
        finish(message=message, state=State.IN_DOUBT, reason=reason, now=now)


def forget_words(*, now: datetime) -> int:
    """Empty what was written to whom, long after it was; the occasion stays known, so that it is never repeated."""
    old = Message.across_stores.filter(finished_at__lt=now - rules.KEEP_WORDS).exclude(to_email="")
    return old.update(to_email="", subject="", text="", html="", headers={})
