"""By which way an answer reaches the shopper of a ticket now."""

from dataclasses import dataclass
from datetime import datetime

from django.db import models

from ..conversations.folding import fold
from ..conversations.models import Author, Conversation, ConversationMessage, Medium
from ..outbox.ways import WINDOW
from ..people.queries import heard_at


class Kind(models.TextChoices):
    CHAT = "CHAT", "It is said in the chat that goes on."
    WHATSAPP = "WHATSAPP", "It is sent by WhatsApp, until `until`: a day after the shopper last wrote there."
    MAIL = "MAIL", "It is mailed."
    PAGE = "PAGE", "They left no address: it stands on the page where they wrote."
    NONE = "NONE", "Nothing reaches them: it was too long ago that they wrote by WhatsApp, or another has their number."


@dataclass(frozen=True, slots=True)
class ReplyWay:
    kind: Kind
    until: datetime | None = None


def reply_way(conversation: Conversation, now: datetime) -> ReplyWay:
    """Return the way of an answer that is given now."""
    if conversation.is_live:
        return ReplyWay(Kind.CHAT)
    if not conversation.whatsapp:
        return ReplyWay(Kind.MAIL if conversation.email else Kind.PAGE)
    heard = heard_at(store=conversation.store, phone=conversation.whatsapp)
    if heard is not None and now < heard + WINDOW and is_whose_it_was(conversation):
        return ReplyWay(Kind.WHATSAPP, heard + WINDOW)
    return ReplyWay(Kind.MAIL if conversation.email_confirmed_at else Kind.NONE)


def is_whose_it_was(conversation: Conversation) -> bool:
    """Say whether who last wrote with the number goes by the name of who began this: numbers get new owners."""
    theirs = {"conversation__store": conversation.store, "conversation__whatsapp": conversation.whatsapp}
    said = ConversationMessage.across_stores.filter(**theirs, author=Author.SHOPPER, channel=Medium.WHATSAPP)
    last = said.order_by("-at", "-pk").values_list("author_name", flat=True).first()
    return last is None or fold(last) == fold(conversation.name)
