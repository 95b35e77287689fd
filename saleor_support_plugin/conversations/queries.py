"""Reads about conversations."""

from datetime import datetime

from django.db.models import Q, QuerySet

from ..stores.models import Store
from .cards import WORDS
from .models import Author, Conversation, ConversationLink, ConversationMessage, LinkKind
from .rules import link_digest

# A widget is told so many messages at most; somebody who wrote more finds them all on the conversation's page.
MOST_MESSAGES = 200
# As cards.has_words has it.
MARKED = Q(card__kind=WORDS) | Q(card__has_key=WORDS)


def link_to_page(token: str, *, now: datetime) -> ConversationLink | None:
    """Return a mailed link, or a phone's; None where it is not ours, too old, or its store is gone."""
    return _link(ConversationLink.across_stores.exclude(kind=LinkKind.WIDGET), token, now)


def opened_by_widget(store: Store, token: str, *, now: datetime) -> Conversation | None:
    """Return the store's conversation that a widget's token opens, or None as for a mailed link."""
    of_store = ConversationLink.across_stores.filter(conversation__store=store)
    link = _link(of_store.filter(kind=LinkKind.WIDGET), token, now)
    return link.conversation if link else None


def open_chat(store: Store, channel: str, shopper_key: str) -> Conversation | None:
    """Return the chat of somebody who is known, as long as it has not ended."""
    chats = store.conversations.filter(channel_slug=channel, shopper_key=shopper_key, ended_at=None)
    return chats.first()


def begun_under(store: Store, digest: bytes) -> Conversation | None:
    return store.conversations.filter(form_digest=digest).first()


def _link(links: QuerySet[ConversationLink], token: str, now: datetime) -> ConversationLink | None:
    return (
        links.filter(digest=link_digest(token), expires_at__gt=now)
        .filter(conversation__store__removed_at=None, conversation__store__is_active=True)
        .select_related("conversation__store", "conversation__ticket")
        .first()
    )


def shown_to_shopper(conversation: Conversation) -> QuerySet[ConversationMessage]:
    """Return what people said to each other, the oldest first; what the system notes is for staff."""
    return conversation.messages.exclude(author=Author.SYSTEM)


def newest_shown(conversation: Conversation, *, after: int = 0) -> list[ConversationMessage]:
    """Return the newest of them, the oldest first; only what was said after that number."""
    newest = shown_to_shopper(conversation).filter(seq__gt=after).order_by("-seq")[:MOST_MESSAGES]
    return list(reversed(newest))
