"""The mail that asks how a matter was solved, and whether it is still right to send it."""

from datetime import datetime

from ..mails.letter import Way
from ..mails.links import preferences_link
from ..mails.rendering import Words
from ..mails.writing import write
from ..outbox import actions as outbox
from ..outbox.links import unsubscribe_link
from ..outbox.models import Message
from ..outbox.rules import No, Yes
from ..stores.configuration import Configuration
from ..tickets.models import State
from .links import survey_link
from .models import Survey

KIND = "survey"


def send(*, survey: Survey, settings: Configuration, now: datetime) -> bool:
    """Ask; say whether the mail may go out."""
    conversation = survey.ticket.conversation
    sent = outbox.send(
        store=survey.store,
        person=survey.person,
        kind=KIND,
        purpose="service",
        to=conversation.email,
        words=_words(survey, settings),
        # Of this closing: who was not to be asked then may be another time.
        dedupe_key=f"{KIND}:{survey.ticket_id}:{survey.ticket.closed_at:%Y%m%dT%H%M%S}",
        channel=conversation.channel_slug,
        about=str(survey.ticket_id),
        now=now,
    )
    return isinstance(sent, outbox.Waiting)


def _words(survey: Survey, settings: Configuration) -> Words:
    ticket, conversation = survey.ticket, survey.ticket.conversation
    link = survey_link(survey)
    return write(
        KIND,
        store=survey.store,
        channel=conversation.channel_slug,
        language=conversation.language,
        settings=settings,
        name=conversation.name,
        values={"number": str(ticket.number), "subject": ticket.subject, "best": survey.scale},
        answers=tuple(Way(str(score), f"{link}?s={score}") for score in range(1, survey.scale + 1)),
        unsubscribe=unsubscribe_link(store=survey.store, address=conversation.email, purpose="service"),
        preferences=preferences_link(store=survey.store, email=conversation.email),
    )


def still_right(message: Message, now: datetime) -> Yes | No:
    """Nobody is asked about what is open again."""
    survey = Survey.across_stores.filter(store=message.store_id, ticket=int(message.about)).first()
    if survey is None:
        return No("there is no such survey")
    if survey.ticket.state != State.CLOSED:
        return No("the matter is open again")
    return No("they have answered") if survey.score is not None else Yes()
