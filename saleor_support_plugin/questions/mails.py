"""Telling who asked that there is an answer: once, with the first one that everybody may read."""

from datetime import datetime, timedelta
from urllib.parse import quote

from ..mails.rendering import Words
from ..mails.writing import write
from ..outbox import actions as outbox
from ..outbox.models import Message
from ..outbox.models import State as MessageState
from ..outbox.rules import No, NotYet, Yes
from ..people.models import KeyKind
from ..stores.configuration import Configuration
from ..stores.queries import configuration
from . import queries
from .models import Answer, Question, State

KIND = "question_answered"
# Staff take an answer back within seconds or hardly ever: before that nobody is told of it.
SETTLES_AFTER = timedelta(seconds=30)


def tell(*, question: Question, answer: Answer, now: datetime) -> None:
    """Have who asked hear of an answer, unless they heard of one before, or gave no address."""
    address = _address(question)
    if question.person is None or question.told_at is not None or not address:
        return
    outbox.send(
        store=question.store,
        person=question.person,
        kind=KIND,
        purpose="transactional",
        to=address,
        words=_words(question, answer),
        dedupe_key=_occasion(answer),
        channel=question.channel_slug,
        about=str(answer.pk),
        due_at=now + SETTLES_AFTER,
        now=now,
    )
    question.told_at = now
    question.save(update_fields=["told_at"])


def retell(*, question: Question, answer: Answer) -> None:
    """Have the mail that has not left yet say what the answer says now."""
    outbox.reword(store=question.store, dedupe_key=_occasion(answer), words=_words(question, answer))


def untell(*, question: Question, answer: Answer) -> None:
    """Forget that somebody is to hear of an answer that is taken back before they did."""
    waits = question.store.messages.filter(dedupe_key=_occasion(answer), state=MessageState.WAITING)
    if waits.exists():
        question.told_at = None
        question.save(update_fields=["told_at"])


def _words(question: Question, answer: Answer) -> Words:
    settings = configuration(question.store, question.channel_slug)
    names = queries.names_of(question.store, [question.product_id])
    return write(
        KIND,
        store=question.store,
        channel=question.channel_slug,
        language=question.language,
        settings=settings,
        values={"product": names.get(question.product_id, ""), "question": question.text},
        quote=answer.text,
        link=product_page(question, settings),
    )


def _occasion(answer: Answer) -> str:
    return f"{KIND}:{answer.pk}"


def _address(question: Question) -> str:
    if question.person is None:
        return ""
    key = question.person.keys.filter(kind=KeyKind.EMAIL).order_by("-verified_at", "id").first()
    return key.value if key else ""


def product_page(question: Question, settings: Configuration) -> str:
    """Return the shop's page of the product, else the shop's; nothing where the merchant gave no address of it."""
    variant = queries.product_of(question.store, question.product_id)
    page = settings.links.get("product", "")
    if not page or ("{slug}" in page and variant is None):
        return settings.storefront_url
    return page.replace("{slug}", quote(variant.product_slug, safe="") if variant else "")


def still_right(message: Message, now: datetime) -> Yes | No | NotYet:
    """Look at the answer once more: it may have been taken back, or be hidden by now."""
    answer = Answer.across_stores.filter(pk=message.about, store=message.store_id).select_related("question").first()
    if answer is None or answer.state != State.PUBLISHED or answer.question.state != State.PUBLISHED:
        return No("the answer is not shown any more")
    return Yes()
