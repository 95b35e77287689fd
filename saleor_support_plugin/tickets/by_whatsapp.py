"""The only writes of what shoppers say by WhatsApp, and of what becomes of the answers.

A wrong merge shows a stranger's words to a shopper, or theirs to a stranger; a split costs staff a click.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from django.db import transaction

from ..conversations import actions as conversations
from ..conversations.folding import fold
from ..conversations.models import Author, Conversation, ConversationMessage, Happening, Medium
from ..conversations.rules import MOST_TEXT, UNSEEN
from ..conversations.word_filter import word_filter
from ..outbox.models import Message
from ..people import actions as people
from ..people.addresses import AddressWrong
from ..people.queries import proven_email
from ..stores.models import Store
from ..stores.queries import configuration
from . import actions, finding, rules
from .models import State, Ticket
from .opening import add

# What was closed for longer is another matter, and the number perhaps another's.
JOINED_WITHIN = timedelta(days=3)
MOST_NAME = 100
# What we do not show, as the thread says it in the language of the shop.
KINDS: Mapping[str, Mapping[str, str]] = {
    "image": {"en": "a photo", "tr": "fotoğraf"},
    "video": {"en": "a video", "tr": "video"},
    "audio": {"en": "a voice message", "tr": "sesli mesaj"},
    "document": {"en": "a file", "tr": "dosya"},
    "sticker": {"en": "a sticker", "tr": "çıkartma"},
    "location": {"en": "a place", "tr": "konum"},
    "contacts": {"en": "a contact", "tr": "kişi"},
    "order": {"en": "a basket from the catalogue", "tr": "katalogdan bir sepet"},
}
ANOTHER_KIND = {"en": "a message of another kind", "tr": "başka türden bir mesaj"}
NOT_SHOWN = {
    "en": "[By WhatsApp: {kind}, which is not shown here.]",
    "tr": "[WhatsApp’tan: {kind}; burada gösterilmez.]",
}


@dataclass(frozen=True, slots=True)
class Spoken:
    """What somebody wrote with a number, as E.164; `id` is Meta's of the message, `kind` what it is beside its text.

    `language` is the shop's.
    """

    number: str
    name: str
    id: str
    kind: str
    text: str
    language: str

    @property
    def key(self) -> str:
        return f"whatsapp {sha256(self.id.encode('utf-8', 'replace')).hexdigest()[:48]}"

    @property
    def who(self) -> str:
        return " ".join(_clean(self.name).split())[:MOST_NAME]

    @property
    def words(self) -> str:
        """Return it as a message holds it: as much as fits."""
        kind = KINDS.get(self.kind, ANOTHER_KIND)[self.language] if self.kind else ""
        shown = NOT_SHOWN[self.language].format(kind=kind) if kind else ""
        said = "\n".join(filter(None, (shown, _clean(self.text).strip()))) or "…"
        return said if len(said) <= MOST_TEXT else said[: MOST_TEXT - 1].rstrip() + "…"


def _clean(said: str) -> str:
    return UNSEEN.sub("", said).encode("utf-8", "ignore").decode()


@transaction.atomic
def take(*, store: Store, channel: str, spoken: Spoken, now: datetime) -> None:
    """Add what somebody wrote to their conversation, or open a ticket for it; told twice it is one.

    It goes on in a conversation that began by WhatsApp with this very number and name, while its ticket is open or was
    closed lately.
    """
    # One at a time, so that of two calls of Meta's the second finds what the first one opened.
    Store.across_stores.select_for_update(no_key=True).get(pk=store.pk)
    theirs = Conversation.across_stores.filter(store=store, whatsapp=spoken.number)
    if ConversationMessage.across_stores.filter(conversation__in=theirs, key=spoken.key).exists():
        return
    language = _know(store, spoken, now)
    newest = theirs.filter(channel_slug=channel).order_by("-ticket__updated_at", "-pk")
    conversation = next((one for one in newest if _goes_on(one, spoken, now)), None)
    if conversation is None:
        _open(store, channel, spoken, language, now)
        return
    told: dict[str, Any] = {"key": spoken.key, "channel": Medium.WHATSAPP, "in_any_words": True, "now": now}
    try:
        actions.answer(conversation=conversation, given=spoken.words, **told)
    except actions.TooOften:
        kept: dict[str, Any] = {"text": spoken.words, "key": spoken.key, "event": Happening.WHATSAPP_KEPT}
        conversations.jot(conversation=conversation, by=spoken.who, now=now, **kept)


def _know(store: Store, spoken: Spoken, now: datetime) -> str:
    """Have a person for the number, for the window is theirs; return their language, or the shop's."""
    try:
        person = people.person_at(store=store, phone=spoken.number, now=now)
    except AddressWrong:  # Meta has numbers that are no telephone's
        return spoken.language
    return rules.language(person.language) if person.language else spoken.language


def _goes_on(conversation: Conversation, spoken: Spoken, now: datetime) -> bool:
    ticket = actions.worked_on(conversation)
    is_there = ticket.state != State.CLOSED or (ticket.closed_at is not None and now - ticket.closed_at < JOINED_WITHIN)
    return is_there and fold(conversation.name) == fold(spoken.who)


def _open(store: Store, channel: str, spoken: Spoken, language: str, now: datetime) -> None:
    before = store.conversations.filter(whatsapp=spoken.number).values_list("name", flat=True)
    # A number that went by another name has a new owner, perhaps, and what was proven was the old one's.
    email = proven_email(store=store, phone=spoken.number) if {*map(fold, before)} <= {fold(spoken.who)} else ""
    conversation = conversations.begin(
        store=store,
        channel=channel,
        language=language,
        email=email,
        name=spoken.who,
        is_confirmed=bool(email),
        whatsapp=spoken.number,
        now=now,
    )
    card = word_filter(configuration(store, channel)).mark(spoken.words)
    subject = spoken.who or rules.UNSAID if card else rules.first_line(spoken.words)
    ticket = add(store, conversation, subject[: rules.MOST_SUBJECT], None, State.OPEN, now, medium=Medium.WHATSAPP)
    told: dict[str, Any] = {"author": Author.SHOPPER, "author_name": spoken.who, "channel": Medium.WHATSAPP}
    conversations.say(conversation=conversation, text=spoken.words, key=spoken.key, card=card, now=now, **told)
    finding.remember(ticket_ids=[ticket.pk])


@transaction.atomic
def lost(message: Message, now: datetime) -> None:
    """Tell staff of an answer that did not arrive by WhatsApp; its ticket waits for them again."""
    if message.medium != "whatsapp":
        return
    answered = Ticket.across_stores.filter(store=message.store, pk=int(message.about or 0))
    ticket = answered.select_related("conversation").first()
    if ticket is None:
        return
    mine = actions.reopen_alone(ticket=ticket, by="", now=now)
    told: dict[str, Any] = {"about": message.reason, "key": f"undelivered {message.pk}"}
    conversations.note(conversation=mine.conversation, event=Happening.UNDELIVERED, now=now, **told)
