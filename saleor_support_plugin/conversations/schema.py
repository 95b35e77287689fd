"""What was said, as staff see it."""

import graphene

from ..connections import Counted
from ..ids import own_id
from .models import Author, ConversationMessage, Happening

MessageAuthor = graphene.Enum.from_enum(Author, name="MessageAuthor")
MessageEvent = graphene.Enum.from_enum(
    Happening, name="MessageEvent", description=lambda value: value.label if value else "What happened, unspoken."
)


class Message(graphene.ObjectType):
    id = graphene.ID(required=True)
    author = graphene.Field(MessageAuthor, required=True, description="SYSTEM: nobody spoke, `event` happened.")
    author_name = graphene.String(required=True, description="A name or an e-mail; empty where none is known.")
    event = graphene.Field(MessageEvent, description="Only with SYSTEM; shown to staff alone.")
    text = graphene.String(required=True, description="Plain text. With an event: what it is about.")
    at = graphene.DateTime(required=True)

    @staticmethod
    def resolve_id(message: ConversationMessage, _: object) -> str:
        return own_id("Message", message.pk)

    @staticmethod
    def resolve_event(message: ConversationMessage, _: object) -> str | None:
        return message.event or None


class MessageConnection(Counted):
    class Meta:
        node = Message
