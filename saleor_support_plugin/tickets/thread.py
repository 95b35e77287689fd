"""All that was said in a matter, whichever of the tickets that were put together it was said in."""

from ..connections import related
from ..conversations.models import ConversationMessage
from .models import Ticket


def messages(ticket: Ticket) -> list[ConversationMessage]:
    """Return them in the order in which they were said; those of a merged ticket know its number as `of_ticket`.

    One that was split off and taken back said again what stands here, and nothing else.
    """
    own: list[ConversationMessage] = related(ticket, "conversation", "messages")
    merged: list[Ticket] = [one for one in related(ticket, "merged") if one.split_from_id != ticket.pk]
    if not merged:
        return own
    said = list(own)
    for one in merged:
        for message in related(one, "conversation", "messages"):
            message.__dict__["of_ticket"] = one.number
            said.append(message)
    return sorted(said, key=lambda message: (message.at, message.pk))
