"""How a shop answers, as staff see it."""

from datetime import datetime
from typing import Any

import graphene
from django.utils import timezone
from graphql import GraphQLError

from .reporting import By, Report, Span, report
from .schema import staff_of

TicketReportBy = graphene.Enum.from_enum(
    By,
    name="TicketReportBy",
    description=lambda value: None if value else "What a report is divided by. MEDIUM: how the first message came.",
)


class TicketTimes(graphene.ObjectType):
    """Minutes in which somebody was there."""

    many = graphene.Int(required=True, description="Of how many.")
    p50 = graphene.Float(description="Half of them took no longer; null of none.")
    p90 = graphene.Float(description="Nine of ten of them took no longer; null of none.")


class TicketFigures(graphene.ObjectType):
    """What became of the tickets of one group that were opened in a span."""

    name = graphene.String(description="Null for all of them; empty for those of none.")
    opened = graphene.Int(required=True)
    asked = graphene.Int(required=True, description="Begun by shoppers; without chats that go on.")
    answered = graphene.Int(required=True, description="Of those asked: by staff, at least once.")
    unanswered = graphene.Int(required=True, description="Not closed, and nobody has answered yet.")
    oldest_at = graphene.DateTime(description="Since when the oldest of the unanswered waits.")
    first_reply = graphene.Field(TicketTimes, required=True)
    kept = graphene.Int(required=True, description="Clocks that did their work in time.")
    breached = graphene.Int(required=True, description="Clocks whose time was over before.")
    resolution = graphene.Field(TicketTimes, required=True, description="Of those that are closed.")
    reopened = graphene.Int(required=True, description="Waited for staff again after they had been closed.")


class TicketReport(graphene.ObjectType):
    total = graphene.Field(TicketFigures, required=True)
    groups = graphene.List(
        graphene.NonNull(TicketFigures), required=True, description="The largest first, at most a hundred."
    )


class TicketReportQueries:
    ticket_report = graphene.Field(
        TicketReport,
        required=True,
        since=graphene.DateTime(required=True, name="from"),
        until=graphene.DateTime(required=True, name="to", description="Not included; within 366 days of `from`."),
        by=graphene.Argument(TicketReportBy, required=True),
        channel=graphene.String(),
        description="How tickets that were opened in a span were answered, in the caller's channels.",
    )

    @staticmethod
    def resolve_ticket_report(
        _: object, info: Any, since: datetime, until: datetime, by: By, channel: str | None = None
    ) -> Report:
        staff, span = staff_of(info), Span(since, until, channel)
        if since.tzinfo is None or until.tzinfo is None or not span.is_right:
            raise GraphQLError("`to` is after `from`, by 366 days at most.", extensions={"code": "INVALID"})
        return report(staff, span, by=by, now=timezone.now())
