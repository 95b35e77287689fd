"""The only writes of surveys: who is asked, and what they say."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from ..alerts import actions as alerts
from ..conversations import actions as conversations
from ..conversations.models import Author, Happening, Medium
from ..people.actions import person_at
from ..people.addresses import is_email
from ..stores.configuration import Configuration
from ..stores.models import Store
from ..stores.queries import settings_of_channels
from ..tickets import actions as tickets
from ..tickets import announcing, finding
from ..tickets.models import State, Ticket
from . import mails, queries, rules
from .models import Survey

# Of what was written, what stands in the thread's event; all of it is with the survey.
MOST_NOTED = 240


class TooLate(Exception):
    """It was answered more than a day ago."""

    code = "TOO_LATE"


def ask_due(store: Store, cursor: dict[str, Any], now: datetime) -> dict[str, Any]:
    """Ask about what was closed since the last look, each channel after its own wait; return where to go on."""
    looked = datetime.fromisoformat(cursor["until"]) if "until" in cursor else now
    of, asked = settings_of_channels(store), 0
    for channel in store.channels.values_list("slug", flat=True):
        settings = of(channel)
        wait = timedelta(hours=settings.survey_wait_hours)
        after = max(looked, now - rules.ASKED_WITHIN) - wait
        if settings.survey_scale:
            for ticket in queries.closed_between(store, channel, after, now - wait).iterator(chunk_size=200):
                asked += ask(ticket=ticket, settings=settings, now=now) is None
    return {"until": now.isoformat(), "asked": asked}


@transaction.atomic
def ask(*, ticket: Ticket, settings: Configuration, now: datetime) -> rules.Silence | None:
    """Ask how a ticket was solved; return why not, or None where the question goes out."""
    conversation = ticket.conversation
    has_email = is_email(conversation.email)
    facts: dict[str, Any] = {
        "scale": settings.survey_scale,
        "every": timedelta(days=settings.survey_days),
        "has_email": has_email,
        "is_closed": ticket.state == State.CLOSED,
        "was_answered": ticket.first_replied_at is not None,
        "was_rated": queries.was_rated(ticket),
    }
    if (why := rules.silence(rules.Facts(**facts, asked_at=None), now)) is not None:
        return why
    person = person_at(store=ticket.store, email=conversation.email, language=conversation.language, now=now)
    if (why := rules.silence(rules.Facts(**facts, asked_at=queries.asked_lately(person)), now)) is not None:
        return why
    survey = Survey.across_stores.create(
        store=ticket.store,
        ticket=ticket,
        person=person,
        scale=settings.survey_scale,
        asked_at=now,
        assigned_email=ticket.assigned_email,
    )
    if not mails.send(survey=survey, settings=settings, now=now):
        survey.delete()  # the outbox keeps why
        return rules.Silence.NOT_ALLOWED
    return None


@transaction.atomic
def answer(*, survey: Survey, score: int, words: str, now: datetime) -> Survey:
    """Keep what somebody says; for a day it may be something else. Raises TooLate.

    A bad score opens the matter again, once, and tells whose it is; what they wrote with it stands in the thread.
    """
    row = Survey.across_stores.select_for_update(of=("self",)).select_related("store").get(pk=survey.pk)
    if not rules.may_change(answered_at=row.answered_at, now=now):
        raise TooLate("This was answered more than a day ago.")
    if (row.score, row.words) == (score, words):
        return row
    was_bad = row.score is not None and rules.is_bad(row.score, row.scale)
    had_words = row.words
    row.score, row.words, row.answered_at = score, words, row.answered_at or now
    row.save(update_fields=["score", "words", "answered_at"])
    said = f"{score}/{row.scale} {words}".strip()[:MOST_NOTED]
    conversation = survey.ticket.conversation
    conversations.note(conversation=conversation, event=Happening.SURVEYED, by=conversation.name, about=said, now=now)
    announcing.surveyed(ticket=survey.ticket, score=score, scale=row.scale, now=now)
    if rules.is_bad(score, row.scale):
        _hear(survey, row, is_first=not was_bad, has_new_words=bool(words) and words != had_words, now=now)
    return row


def _hear(survey: Survey, row: Survey, *, is_first: bool, has_new_words: bool, now: datetime) -> None:
    """Have somebody of the shop look at what went wrong."""
    conversation = survey.ticket.conversation
    if has_new_words:
        conversations.say(
            conversation=conversation,
            author=Author.SHOPPER,
            author_name=conversation.name,
            text=row.words,
            channel=Medium.SURVEY,
            now=now,
        )
    if not is_first:
        return
    ticket = tickets.reopen_alone(ticket=survey.ticket, by=conversation.name, now=now)
    finding.remember(ticket_ids=[ticket.pk])
    score = row.score or 0
    alerts.tell_of_score(ticket=ticket, score=score, best=row.scale, words=row.words, now=now)
