"""Reads about conversations."""

from datetime import datetime

from django.db.models import QuerySet

from ..stores.models import Store
from .models import Author, Conversation, ConversationLink, ConversationMessage, LinkKind
from .rules import link_digest

# A widget is told so many messages at most; somebody who wrote more finds them all on the conversation's page.
MOST_MESSAGES = 200


def opened_by_mail(token: str, *, now: datetime) -> Conversation | None:
    """Return the conversation that a mailed link opens; None where it is not ours, too old, or its store is gone."""
    return _opened(ConversationLink.across_stores.filter(kind=LinkKind.MAIL), token, now)


def opened_by_widget(store: Store, token: str, *, now: datetime) -> Conversation | None:
    """Return the store's conversation that a widget's token opens, or None as for a mailed link."""
    of_store = ConversationLink.across_stores.filter(conversation__store=store)
    return _opened(of_store.filter(kind=LinkKind.WIDGET), token, now)


def _opened(links: QuerySet[ConversationLink], token: str, now: datetime) -> Conversation | None:
    link = (
        links.filter(digest=link_digest(token), expires_at__gt=now)
        .filter(conversation__store__removed_at=None, conversation__store__is_active=True)
        .select_related("conversation__store", "conversation__ticket")
        .first()
    )
    return link.conversation if link else None


def shown_to_shopper(conversation: Conversation) -> QuerySet[ConversationMessage]:
    """Return what people said to each other, the oldest first; what the system notes is for staff."""
    return conversation.messages.exclude(author=Author.SYSTEM)


def newest_shown(conversation: Conversation, *, after: int = 0) -> list[ConversationMessage]:
    """Return the newest of them, the oldest first; only what came after that message, where one is given."""
    newest = shown_to_shopper(conversation).filter(pk__gt=after).order_by("-pk")[:MOST_MESSAGES]
    return list(reversed(newest))
