"""The only writes to conversations."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils.crypto import salted_hmac

from ..stores.models import Store
from . import rules
from .models import Author, Conversation, ConversationLink, ConversationMessage, Happening, Knocking, LinkKind

KEEP_KNOCKING = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Said:
    message: ConversationMessage


@dataclass(frozen=True, slots=True)
class Already:
    """This very message was said before, under the same key."""

    message: ConversationMessage


def begin(
    *,
    store: Store,
    channel: str,
    language: str,
    email: str,
    name: str,
    now: datetime,
    is_confirmed: bool = False,
    form_digest: bytes | None = None,
) -> Conversation:
    """Begin a thread with somebody; `is_confirmed` says that nobody else can have typed the address for them."""
    return Conversation.across_stores.create(
        store=store,
        channel_slug=channel,
        language=language,
        email=email,
        email_confirmed_at=now if is_confirmed else None,
        name=name,
        created_at=now,
        form_digest=form_digest,
    )


@transaction.atomic
def say(
    *, conversation: Conversation, author: Author, author_name: str, text: str, now: datetime, key: str = ""
) -> Said | Already:
    """Add a message of a person; `text` is as rules.text returns it. The same `key` twice is one message."""
    if key:
        # One at a time, so that of two clicks the second finds the first one's message.
        Conversation.across_stores.select_for_update(no_key=True).get(pk=conversation.pk)
        before = conversation.messages.filter(key=key).first()
        if before is not None:
            return Already(before)
    message = conversation.messages.create(author=author, author_name=author_name[:254], text=text, at=now, key=key)
    conversation.last_message = message
    conversation.save(update_fields=["last_message"])
    return Said(message)


def note(*, conversation: Conversation, event: Happening, by: str = "", about: str = "", now: datetime) -> None:
    """Add what happened, for staff to see. What was said last stays the last message."""
    conversation.messages.create(author=Author.SYSTEM, author_name=by[:254], event=event, text=about[:254], at=now)


def link_to(*, conversation: Conversation, now: datetime) -> str:
    """Return a new address of the conversation's page. Whoever has it may read and answer: it goes to one mailbox."""
    return f"{settings.PUBLIC_URL}/c/{_new_token(conversation, LinkKind.MAIL, now)}"


def widget_token(*, conversation: Conversation, now: datetime) -> str:
    """Return a new token with which the page that began a conversation reads and writes on."""
    return _new_token(conversation, LinkKind.WIDGET, now)


def _new_token(conversation: Conversation, kind: LinkKind, now: datetime) -> str:
    token = secrets.token_urlsafe(16)  # 128 bits
    conversation.links.create(kind=kind, digest=rules.link_digest(token), expires_at=now + rules.LINK_LASTS)
    return token


@transaction.atomic
def confirm_email(*, conversation: Conversation, now: datetime) -> None:
    """Remember that who reads mail to the address wrote themselves; the first time stands.

    From then on it is their conversation: the token of the page that began it ends, for anybody may have typed the
    address there. Where Saleor had vouched for it at the form, the page keeps its token.
    """
    mine = Conversation.across_stores.filter(pk=conversation.pk, email_confirmed_at=None)
    if mine.update(email_confirmed_at=now):
        conversation.links.filter(kind=LinkKind.WIDGET).delete()


@transaction.atomic
def knock(*, store: Store, who: str, limit: rules.Limit, now: datetime) -> bool:
    """Count one use of an open door by somebody; False where that was too often. `who` is kept as a keyed hash only."""
    digest = salted_hmac("knocking", who, algorithm="sha256").digest()
    row, _ = Knocking.across_stores.select_for_update().get_or_create(
        store=store, digest=digest, defaults={"last_at": now}
    )
    times = rules.still_counting(row.at, limit, now)
    if times is None:
        return False
    row.at, row.last_at = times, now
    row.save(update_fields=["at", "last_at"])
    return True


def forget_old(*, now: datetime) -> int:
    """Delete who knocked more than a day ago, and links that open nothing any more; return how many rows."""
    old, _ = Knocking.across_stores.filter(last_at__lt=now - KEEP_KNOCKING).delete()
    expired, _ = ConversationLink.across_stores.filter(expires_at__lt=now).delete()
    return old + expired
