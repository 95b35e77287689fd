"""What people said of how their matters were solved, as staff see it."""

from datetime import datetime
from typing import Any

import graphene
from graphql import GraphQLError

from ..connections import held
from ..ids import own_id
from ..stores.callers import Staff
from ..tickets.models import Ticket
from . import queries
from .models import Survey
from .queries import Report


class SurveyType(graphene.ObjectType):
    class Meta:
        name = "Survey"

    scale = graphene.Int(required=True, description="The best that could be said: 5 or 10.")
    score = graphene.Int(description="Null while they have not answered.")
    words = graphene.String(required=True)
    asked_at = graphene.DateTime(required=True)
    answered_at = graphene.DateTime()


class CsatShare(graphene.ObjectType):
    name = graphene.String(required=True, description="Empty: of none.")
    answered = graphene.Int(required=True)
    content = graphene.Int(required=True)


class CsatScore(graphene.ObjectType):
    scale = graphene.Int(required=True, description="The best that could be said: 5 or 10.")
    score = graphene.Int(required=True)
    many = graphene.Int(required=True)


class CsatWords(graphene.ObjectType):
    """What somebody wrote with their score."""

    ticket = graphene.ID(required=True)
    number = graphene.Int(required=True, description="The ticket's.")
    score = graphene.Int(required=True)
    scale = graphene.Int(required=True)
    words = graphene.String(required=True)
    answered_at = graphene.DateTime(required=True)

    @staticmethod
    def resolve_ticket(survey: Survey, _: object) -> str:
        return own_id("Ticket", survey.ticket_id)

    @staticmethod
    def resolve_number(survey: Survey, _: object) -> int:
        return survey.ticket.number


class CsatReport(graphene.ObjectType):
    """Of what was asked in a span; content is 4 and 5 of 5 or 8 to 10 of 10, bad is 1 and 2 of 5 or 1 to 5 of 10."""

    asked = graphene.Int(required=True)
    answered = graphene.Int(required=True)
    content = graphene.Int(required=True)
    bad = graphene.Int(required=True)
    scores = graphene.List(graphene.NonNull(CsatScore), required=True, description="How many gave which score.")
    newest = graphene.List(
        graphene.NonNull(CsatWords), required=True, description="Who wrote something with it last, at most ten."
    )
    average = graphene.Float(description="From 0, the worst, to 100, on both scales; null while nobody answered.")
    departments = graphene.List(graphene.NonNull(CsatShare), required=True)
    staff = graphene.List(
        graphene.NonNull(CsatShare), required=True, description="By the address of whose the ticket was."
    )


class SurveyQueries:
    csat = graphene.Field(
        CsatReport,
        required=True,
        since=graphene.DateTime(required=True, name="from"),
        until=graphene.DateTime(required=True, name="to", description="Not included; within 366 days of `from`."),
        channel=graphene.String(),
        description="How people liked the way in which their matters were solved, in the caller's channels.",
    )

    @staticmethod
    def resolve_csat(_: object, info: Any, since: datetime, until: datetime, channel: str | None = None) -> Report:
        staff: Staff = info.context.staff
        staff.must_have("MANAGE_ORDERS")
        if since.tzinfo is None or until.tzinfo is None or not since < until <= since + queries.LONGEST:
            raise GraphQLError("`to` is after `from`, by 366 days at most.", extensions={"code": "INVALID"})
        return queries.report(staff, since=since, until=until, channel=channel)


def _survey(ticket: Ticket, _: object) -> Survey | None:
    found: Survey | None = held(ticket, "survey")
    return found


# Given to the ticket's type by the schema that knows both rooms.
TICKET_SURVEY = graphene.Field(
    SurveyType, resolver=_survey, description="What its shopper was asked once it was solved; null: nothing."
)
