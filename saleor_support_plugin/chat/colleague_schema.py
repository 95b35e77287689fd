"""Whom of the staff tickets can be given to, with whether they are there: that the chat knows."""

from typing import Any

import graphene
from django.utils import timezone

from ..tickets.schema import staff_of
from . import queries


class TicketColleague(graphene.ObjectType):
    """A member of staff who had the inbox open, has answered, or was given a ticket."""

    email = graphene.String(required=True)
    name = graphene.String(required=True, description="As shoppers see it in a chat; empty where they see none.")
    is_there = graphene.Boolean(required=True, description="They take chats, and a page of theirs is open.")


class ColleagueQueries:
    ticket_colleagues = graphene.List(
        graphene.NonNull(TicketColleague), required=True, description="Who is there comes first."
    )

    @staticmethod
    def resolve_ticket_colleagues(_: object, info: Any) -> list[queries.Colleague]:
        return queries.colleagues(staff_of(info), now=timezone.now())
