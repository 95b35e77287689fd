"""Reads about conversations."""

from datetime import datetime

from .models import Author, Conversation, ConversationLink, ConversationMessage
from .rules import link_digest


def opened_by(token: str, *, now: datetime) -> Conversation | None:
    """Return the conversation that a link opens; None where it is not ours, too old, or of a store that is gone."""
    link = (
        ConversationLink.across_stores.filter(digest=link_digest(token), expires_at__gt=now)
        .filter(conversation__store__removed_at=None, conversation__store__is_active=True)
        .select_related("conversation__store", "conversation__ticket")
        .first()
    )
    return link.conversation if link else None


def shown_to_shopper(conversation: Conversation) -> list[ConversationMessage]:
    """Return what people said to each other, the oldest first; what the system notes is for staff."""
    return list(conversation.messages.exclude(author=Author.SYSTEM))
