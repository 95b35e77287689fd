"""The only writes to conversations."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.crypto import salted_hmac

from ..realtime.payload import NOT_RECOGNISED
from ..stores.models import Store
from . import cards, frames, queries, rules, saying
from .frames import room_of, shoppers_room
from .here import Here
from .identity import Visitor
from .models import (
    Author,
    Conversation,
    ConversationLink,
    ConversationMessage,
    ConversationPhoto,
    ConversationRating,
    Happening,
    Knocking,
    LinkKind,
    Medium,
)
from .statement import Line

KEEP_KNOCKING = timedelta(days=1)
# Of what an event is about.
MOST_ABOUT = 1_000


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
    shopper_key: str = "",
    whatsapp: str = "",
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
        shopper_key=shopper_key,
        whatsapp=whatsapp,
    )


@transaction.atomic
def say(
    *,
    conversation: Conversation,
    author: Author,
    author_name: str,
    text: str,
    now: datetime,
    key: str = "",
    card: Mapping[str, Any] | None = None,
    only_live: bool = False,
    channel: Medium | None = None,
) -> Said | Already:
    """Add a message of a person; `text` is as rules.text returns it. The same `key` twice is one message.

    `channel` is how it came, where that is not plain: in a live chat by that, else by a page. With `only_live` it
    raises ChatOver where no chat goes on.
    """
    via = channel or (Medium.CHAT if conversation.is_live else Medium.WIDGET)
    line = Line(
        conversation.pk,
        author.value,
        author_name[:254],
        text,
        now,
        key=key,
        card=card,
        only_live=only_live,
        channel=via.value,
    )
    was = saying.keep(line)
    message = saying.message(was)
    if not was.is_new:
        return Already(message)
    conversation.last_message, conversation.last_seq = message, was.seq
    return Said(message)


@transaction.atomic
def jot(
    *,
    conversation: Conversation,
    by: str,
    text: str,
    now: datetime,
    key: str = "",
    event: Happening = Happening.NOTE,
    card: Mapping[str, Any] | None = None,
) -> tuple[int, bool]:
    """Add words for staff alone; `text` is as rules.text returns it. Return their number, and whether they are new."""
    line = Line(conversation.pk, Author.SYSTEM.value, by[:254], text, now, event.value, key, card=card)
    was = saying.keep(line)
    conversation.last_seq = max(conversation.last_seq, was.seq)
    return was.seq, was.is_new


@transaction.atomic
def note(
    *,
    conversation: Conversation,
    event: Happening,
    by: str = "",
    about: str = "",
    now: datetime,
    key: str = "",
    card: Mapping[str, Any] | None = None,
) -> None:
    """Add what happened, for staff to see. What was said last stays the last message; the same `key` is noted once."""
    line = Line(
        conversation.pk, Author.SYSTEM.value, by[:254], about[:MOST_ABOUT], now, event=event.value, key=key, card=card
    )
    conversation.last_seq = max(conversation.last_seq, saying.keep(line).seq)


@transaction.atomic
def say_again(*, messages: Sequence[ConversationMessage], conversation: Conversation) -> None:
    """Say in another conversation what was said in one, by whom and when it was, with its pictures."""
    for one in messages:
        again = Line(
            conversation.pk,
            one.author,
            one.author_name,
            one.text,
            one.at,
            key=f"again {one.pk}",
            card=one.card,
            channel=one.channel,
        )
        was = saying.keep(again)
        conversation.last_message, conversation.last_seq = saying.message(was), was.seq
        photos = [ConversationPhoto(message_id=was.message_id, file_id=photo.file_id) for photo in one.photos.all()]
        ConversationPhoto.across_stores.bulk_create(photos)


@dataclass(frozen=True, slots=True)
class Session:
    """A way into a chat for one page; `said` is where the message that came along stands."""

    conversation: Conversation
    token: str
    said: int | None


@transaction.atomic
def open_chat(
    *,
    store: Store,
    channel: str,
    visitor: Visitor,
    language: str,
    text: str,
    key: str,
    now: datetime,
    card: Mapping[str, Any] | None = None,
) -> Session | None:
    """Go on with the visitor's chat, or begin one with what they say; None where there is none and they say nothing.

    The same `key` again is the same message, and of somebody unknown the same chat.
    """
    # One at a time, so that of two tabs the second finds the first one's chat.
    Store.across_stores.select_for_update(no_key=True).get(pk=store.pk)
    digest = None if visitor.is_known else rules.chat_digest(key)
    found = queries.begun_under(store, digest) if digest else queries.open_chat(store, channel, visitor.key)
    if found is None and not text:
        return None
    conversation = found or begin(
        store=store,
        channel=channel,
        language=language,
        email=visitor.email,
        name=visitor.name,
        is_confirmed=visitor.is_known and bool(visitor.email),
        form_digest=digest,
        shopper_key=visitor.key,
        now=now,
    )
    said = None
    if text:
        name = conversation.name
        told: dict[str, Any] = {"author": Author.SHOPPER, "author_name": name, "channel": Medium.CHAT}
        added = say(conversation=conversation, text=text, key=key, card=card, now=now, **told)
        said = added.message.seq
    return Session(conversation, widget_token(conversation=conversation, now=now), said)


def resume(*, conversation: Conversation) -> None:
    """Let sockets write in a chat: somebody waits in it, or somebody came."""
    _set_live(conversation, True)


def pause(*, conversation: Conversation) -> None:
    """Let sockets write no more in a chat; who comes back resumes it."""
    _set_live(conversation, False)


@transaction.atomic
def stand(*, conversation: Conversation, here: Here | None) -> None:
    """Remember on which page the shopper is, and tell staff."""
    Conversation.across_stores.filter(pk=conversation.pk).update(here=here)
    conversation.here = here
    saying.tell([(room_of(conversation.pk), frames.here(conversation.pk, here))])


@transaction.atomic
def open_card(*, conversation: Conversation, seq: int, now: datetime) -> bool:
    """The shopper tapped what staff showed them: the first time is kept on its card, and told. Say whether it was."""
    shown = conversation.messages.filter(seq=seq, author=Author.STAFF, card__kind__in=cards.SHOWN)
    message = shown.select_for_update(no_key=True).first()
    if message is None or message.card is None or cards.OPENED in message.card:
        return False
    message.card |= {cards.OPENED: now.isoformat()}
    message.save(update_fields=["card"])
    told = frames.opened(conversation.pk, seq, message.card[cards.OPENED])
    saying.tell([(room_of(conversation.pk), told)])
    return True


@transaction.atomic
def rate(*, conversation: Conversation, score: int, text: str, now: datetime) -> None:
    """Keep how the shopper liked it, as rules.rating returns it; who says it anew changes it. Staff are told."""
    before = ConversationRating.across_stores.filter(conversation=conversation).first()
    if before is not None and (before.score, before.text) == (score, text):
        return
    ConversationRating.across_stores.update_or_create(
        conversation=conversation, defaults={"score": score, "text": text, "at": now}
    )
    said = f"{score} {text}".strip()
    line = Line(conversation.pk, Author.SYSTEM.value, conversation.name, said, now, Happening.RATED.value)
    conversation.last_seq = saying.keep(line).seq


@transaction.atomic
def give_email(*, conversation: Conversation, email: str, name: str) -> bool:
    """Remember where somebody is answered who had left no address; False where there is another one already."""
    row = Conversation.across_stores.select_for_update(no_key=True).get(pk=conversation.pk)
    if row.email:
        return row.email == email
    row.email, row.name = email, name or row.name
    row.save(update_fields=["email", "name"])
    conversation.email, conversation.name = row.email, row.name
    return True


def _set_live(conversation: Conversation, is_live: bool) -> None:
    Conversation.across_stores.filter(pk=conversation.pk).exclude(is_live=is_live).update(is_live=is_live)
    conversation.is_live = is_live


def end(*, conversation: Conversation, now: datetime) -> None:
    """End a chat for good: whoever writes again begins another one."""
    pause(conversation=conversation)
    Conversation.across_stores.filter(pk=conversation.pk, ended_at=None).update(ended_at=now)


def link_to(*, conversation: Conversation, now: datetime) -> str:
    """Return a new address of the conversation's page. Whoever has it may read and answer: it goes to one mailbox."""
    return f"{settings.PUBLIC_URL}/c/{_new_token(conversation, LinkKind.MAIL, now)}"


def phone_link(*, conversation: Conversation, now: datetime) -> str:
    """Return an address of the conversation's page for its shopper's phone; it must be opened soon."""
    token = _new_token(conversation, LinkKind.PHONE, now, lasts=rules.PHONE_LINK_LASTS)
    return f"{settings.PUBLIC_URL}/c/{token}"


def keep_open(*, link: ConversationLink, now: datetime) -> None:
    """A phone opened its link in time: from now on it lasts as others do."""
    ConversationLink.across_stores.filter(pk=link.pk, kind=LinkKind.PHONE).update(expires_at=now + rules.LINK_LASTS)


def widget_token(*, conversation: Conversation, now: datetime) -> str:
    """Return a new token with which the page that began a conversation reads and writes on."""
    return _new_token(conversation, LinkKind.WIDGET, now)


def _new_token(conversation: Conversation, kind: LinkKind, now: datetime, lasts: timedelta = rules.LINK_LASTS) -> str:
    token = secrets.token_urlsafe(16)  # 128 bits
    conversation.links.create(kind=kind, digest=rules.link_digest(token), expires_at=now + lasts)
    return token


@transaction.atomic
def confirm_email(*, conversation: Conversation, now: datetime) -> None:
    """Remember that who reads mail to the address wrote themselves; the first time stands.

    From then on it is their conversation: the token of the page that began it ends, for anybody may have typed the
    address there. Where Saleor had vouched for it at the form, the page keeps its token.
    """
    mine = Conversation.across_stores.filter(pk=conversation.pk, email_confirmed_at=None)
    if mine.update(email_confirmed_at=now):
        conversation.links.exclude(kind=LinkKind.MAIL).delete()
        saying.close(shoppers_room(conversation.pk), NOT_RECOGNISED)


def refer_to(*, conversation: Conversation, mail_id: str) -> None:
    """Remember which mail of the shopper's an answer by mail names as the one before it."""
    Conversation.across_stores.filter(pk=conversation.pk).update(mail_id=mail_id)
    conversation.mail_id = mail_id


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
