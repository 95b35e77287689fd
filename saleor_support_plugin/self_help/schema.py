"""The shop's own help pages, beside what staff write; and what they spared them from writing."""

from datetime import timedelta
from typing import Any

import graphene
from django.utils import timezone

from ..conversations.models import Author, Conversation
from ..stores.callers import Staff
from ..tickets.models import Ticket
from . import articles, queries
from .queries import Helped
from .rules import Article
from .visiting import Busy

READING = "MANAGE_ORDERS"
# What somebody said last is what they want to know.
MOST_MESSAGES = 3
MOST_DAYS = 90


class ArticleType(graphene.ObjectType):
    """A page that the shop published in Saleor, in the language of the conversation."""

    class Meta:
        name = "Article"

    id = graphene.ID(required=True, description="Saleor's.")
    title = graphene.String(required=True)
    excerpt = graphene.String(required=True, description="Its first words.")
    url = graphene.String(required=True, description="Its page in the shop.")


class ArticleHelped(graphene.ObjectType):
    """A page after which shoppers said that they did not have to write."""

    title = graphene.String(required=True)
    times = graphene.Int(required=True)


class SelfHelpQueries:
    articles_helped = graphene.List(
        graphene.NonNull(ArticleHelped),
        required=True,
        days=graphene.Int(default_value=28, description=f"1 to {MOST_DAYS}."),
        channel=graphene.String(),
        description="What helped most, at most twenty.",
    )

    @staticmethod
    def resolve_articles_helped(_: object, info: Any, days: int, channel: str | None = None) -> list[Helped]:
        staff: Staff = info.context.staff
        staff.must_have(READING)
        since = timezone.now() - timedelta(days=min(max(days, 1), MOST_DAYS))
        return queries.articles_that_helped(staff, since=since.date(), channel=channel)


def _articles(ticket: Ticket, _: object) -> list[Article]:
    conversation = ticket.conversation
    said = _said(conversation) or ticket.subject
    try:
        return articles.suggested(ticket.store, conversation.channel_slug, said=said, language=conversation.language)
    except Busy:
        return []  # staff answer without


def _said(conversation: Conversation) -> str:
    by_shopper = conversation.messages.filter(author=Author.SHOPPER).exclude(text="").order_by("-seq")
    return "\n".join(by_shopper.values_list("text", flat=True)[:MOST_MESSAGES])


# Given to the ticket's type by the schema that knows both rooms.
TICKET_ARTICLES = graphene.Field(
    graphene.NonNull(graphene.List(graphene.NonNull(ArticleType))),
    resolver=_articles,
    description="The shop's pages that fit what its shopper said last, at most three.",
)
