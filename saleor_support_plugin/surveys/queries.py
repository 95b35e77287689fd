"""Reads of surveys: whom to ask, and what people said."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, F, Q, QuerySet, Sum

from ..conversations.models import ConversationRating
from ..people.models import Person
from ..stores.callers import Staff
from ..stores.models import Store
from ..tickets.models import State, Ticket
from . import rules
from .models import Survey

# What a report may reach over, and how many of those who wrote something it shows.
LONGEST = timedelta(days=366)
MOST_WORDS = 10


def closed_between(store: Store, channel: str, after: datetime, until: datetime) -> QuerySet[Ticket]:
    """Return the tickets of a channel that were closed then and about which nobody was asked."""
    closed = store.tickets.filter(state=State.CLOSED, closed_at__gt=after, closed_at__lte=until, merged_into=None)
    # Closing touched them: that is what the index of a state goes by.
    found = closed.filter(updated_at__gt=after, survey=None, conversation__channel_slug=channel)
    return found.select_related("conversation", "store").order_by("closed_at", "pk")


def was_rated(ticket: Ticket) -> bool:
    return ConversationRating.across_stores.filter(conversation=ticket.conversation_id).exists()


def asked_lately(person: Person) -> datetime | None:
    """Return when somebody was last asked about any of their matters."""
    return Survey.across_stores.filter(person=person).order_by("-asked_at").values_list("asked_at", flat=True).first()


@dataclass(frozen=True, slots=True)
class Share:
    """What people said of the tickets of one department or member of staff; empty: of nobody's."""

    name: str
    answered: int
    content: int


@dataclass(frozen=True, slots=True)
class Scored:
    """How many gave a score, on one scale."""

    scale: int
    score: int
    many: int


@dataclass(frozen=True, slots=True)
class Report:
    """`average` is on a scale of 100, so that both scales count alike; None while nobody answered."""

    asked: int
    answered: int
    content: int
    bad: int
    average: float | None
    departments: list[Share]
    staff: list[Share]
    scores: list[Scored]
    newest: list[Survey]


def seen_by(staff: Staff) -> QuerySet[Survey]:
    seen = Survey.across_stores.filter(store=staff.store)
    return seen if staff.channels is None else seen.filter(ticket__conversation__channel_slug__in=staff.channels)


def report(staff: Staff, *, since: datetime, until: datetime, channel: str | None = None) -> Report:
    """Return what came of the surveys that were asked in a span, in the channels that a member of staff may see."""
    asked = seen_by(staff).filter(asked_at__gte=since, asked_at__lt=until)
    if channel is not None:
        asked = asked.filter(ticket__conversation__channel_slug=channel)
    content, bad = _where(rules.CONTENT, "gte"), _where(rules.BAD, "lte")
    total = asked.aggregate(
        asked=Count("pk"),
        answered=Count("score"),
        content=Count("pk", filter=content),
        bad=Count("pk", filter=bad),
        points=Sum((F("score") - 1) * 100.0 / (F("scale") - 1)),
    )
    answered = asked.exclude(score=None)
    counted = {"answered": Count("pk"), "content": Count("pk", filter=content)}
    shares = {
        name: [Share(row[name], row["answered"], row["content"]) for row in rows]
        for name, rows in (
            (name, answered.values(name).annotate(**counted).order_by("-answered", name))
            for name in ("ticket__department", "assigned_email")
        )
    }
    return Report(
        asked=total["asked"],
        answered=total["answered"],
        content=total["content"],
        bad=total["bad"],
        average=total["points"] / total["answered"] if total["answered"] else None,
        departments=shares["ticket__department"],
        staff=shares["assigned_email"],
        scores=[
            Scored(scale, score or 0, many)
            for scale, score, many in answered.values_list("scale", "score").annotate(many=Count("pk")).order_by()
        ],
        newest=list(answered.exclude(words="").select_related("ticket").order_by("-answered_at", "-pk")[:MOST_WORDS]),
    )


def _where(bounds: dict[int, int], way: str) -> Q:
    found = Q(pk=None)
    for scale, bound in bounds.items():
        found |= Q(**{"scale": scale, f"score__{way}": bound})
    return found
