"""What was said, as staff see it."""

import graphene

from ..connections import Counted
from ..ids import own_id
from .models import Author, ConversationMessage, Happening, Medium

MessageAuthor = graphene.Enum.from_enum(Author, name="MessageAuthor")
MessageEvent = graphene.Enum.from_enum(
    Happening, name="MessageEvent", description=lambda value: value.label if value else "What happened, unspoken."
)

MessageChannel = graphene.Enum.from_enum(
    Medium,
    name="MessageChannel",
    description=lambda value: value.label if value else "How a message came, or left.",
)


class Message(graphene.ObjectType):
    id = graphene.ID(required=True)
    seq = graphene.Int(required=True, description="Counted in its conversation from 1, without gaps.")
    author = graphene.Field(MessageAuthor, required=True, description="SYSTEM: nobody spoke, `event` happened.")
    author_name = graphene.String(required=True, description="A name or an e-mail; empty where none is known.")
    event = graphene.Field(MessageEvent, description="Only with SYSTEM; shown to staff alone.")
    text = graphene.String(required=True, description="Plain text. With an event: what it is about.")
    card = graphene.JSONString(
        description="Pictures, a product, quick replies and the like: docs/chat-protocol.md. Null where there is none."
    )
    at = graphene.DateTime(required=True)
    channel = graphene.Field(MessageChannel, description="Null of an event, and of what was said in older times.")
    conversation_id = graphene.ID(required=True, description="As on the socket; `seq` is counted in it.")
    ticket_number = graphene.Int(description="By which ticket it came that was merged; null of the ticket's own.")

    @staticmethod
    def resolve_id(message: ConversationMessage, _: object) -> str:
        return own_id("Message", message.pk)

    @staticmethod
    def resolve_channel(message: ConversationMessage, _: object) -> str | None:
        return message.channel or None

    @staticmethod
    def resolve_conversation_id(message: ConversationMessage, _: object) -> str:
        return own_id("Conversation", message.conversation_id)

    @staticmethod
    def resolve_ticket_number(message: ConversationMessage, _: object) -> int | None:
        return message.__dict__.get("of_ticket")

    @staticmethod
    def resolve_event(message: ConversationMessage, _: object) -> str | None:
        return message.event or None


class Rating(graphene.ObjectType):
    """How the shopper liked it."""

    score = graphene.Int(required=True, description="1 to 5.")
    text = graphene.String(required=True)
    at = graphene.DateTime(required=True)


class MessageConnection(Counted):
    class Meta:
        node = Message
