"""An answer on its way to a ticket's shopper: by mail, or by WhatsApp where they wrote there."""

from datetime import datetime

from ..conversations.models import Conversation, ConversationMessage, Medium
from ..conversations.photos import pictures
from ..mails.rendering import Words
from ..outbox import actions as outbox
from ..people.actions import person_at
from . import mails
from .models import Ticket
from .refusing import TicketRefused
from .reply_ways import Kind, ReplyWay, reply_way

# Meta's, of one message.
MOST_BY_WHATSAPP = 4_096


def way_to(conversation: Conversation, now: datetime) -> ReplyWay:
    """Return by which way an answer goes. Raises TicketRefused where none reaches them."""
    way = reply_way(conversation, now)
    if way.kind is Kind.NONE:
        raise TicketRefused(
            "id",
            "WINDOW_CLOSED",
            "WhatsApp carries answers for 24 hours after they last wrote there. Wait until they write again.",
        )
    return way


def medium_of(way: ReplyWay) -> Medium | None:
    """Return how the answer leaves as its message names it; None in a chat, which knows it."""
    if way.kind is Kind.CHAT:
        return None
    return Medium.WHATSAPP if way.kind is Kind.WHATSAPP else Medium.MAIL


def bring(*, ticket: Ticket, message: ConversationMessage, way: ReplyWay, now: datetime) -> None:
    """Bring a member of staff's message to the shopper. Raises TicketRefused."""
    if way.kind is not Kind.WHATSAPP:
        return mails.answer(ticket=ticket, message=message, now=now)
    conversation = ticket.conversation
    # Pictures go as their addresses: they may not be drawn yet.
    text = "\n".join(filter(None, (message.text, *(one.large for one in pictures(message.card)))))
    if len(text) > MOST_BY_WHATSAPP:
        raise TicketRefused("text", "TOO_LONG", f"At most {MOST_BY_WHATSAPP} characters fit into a WhatsApp message.")
    sent = outbox.send(
        store=ticket.store,
        person=person_at(store=ticket.store, phone=conversation.whatsapp, now=now),
        kind="ticket_reply",
        purpose="transactional",
        medium="whatsapp",
        to=conversation.whatsapp,
        words=Words(ticket.subject, text, ""),
        dedupe_key=f"ticket_reply:{message.pk}",
        channel=conversation.channel_slug,
        about=str(ticket.pk),
        expires_at=way.until,
        now=now,
    )
    if isinstance(sent, outbox.Withheld):
        raise TicketRefused("id", "UNREACHABLE", "Nothing can be sent by WhatsApp now: see its settings, and Contacts.")
    return None
