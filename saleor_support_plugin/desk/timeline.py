"""Everything that happened to an order, or with a person, in one list: one statement, however long it is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, overload

from django.db.models import BigIntegerField, Case, F, Q, QuerySet, TextField, Value, When
from django.db.models.functions import Cast, Concat, Left

from ..beside.models import CartAct
from ..carts.models import CartCase
from ..compensation.models import OrderActStep
from ..conversations.models import Author, ConversationMessage, Happening
from ..conversations.queries import MARKED
from ..outbox.models import Message
from ..outbox.models import State as Sending
from ..parcels.models import FrozenPromise, ParcelEvent
from ..people.models import Consent
from ..questions.models import Question
from ..reviews.models import Review, ReviewRequest
from ..surveys.models import Survey
from ..tickets.rules import UNSAID
from .models import SaleorEvent
from .scopes import Scope

MOST_TEXT = 300
# What these mails say stands in the thread itself.
IN_THREAD = ("ticket_received", "ticket_reply", "transcript")


class Source(StrEnum):
    """Where something is known from."""

    ORDER = "ORDER"
    SALEOR_EVENT = "SALEOR_EVENT"
    MESSAGE = "MESSAGE"
    EVENT = "EVENT"
    PROMISE = "PROMISE"
    PARCEL = "PARCEL"
    ACT = "ACT"
    REVIEW_REQUEST = "REVIEW_REQUEST"
    REVIEW = "REVIEW"
    SURVEY = "SURVEY"
    MAIL = "MAIL"
    CART = "CART"
    CART_ACT = "CART_ACT"
    CONSENT = "CONSENT"
    QUESTION = "QUESTION"


@dataclass(frozen=True)
class Moment:
    """One thing that happened. `code` is its source's own word, `who` a name or an e-mail, `text` what is said of it.

    `order_id` is Saleor's; `ticket` our row's.
    """

    source: Source
    row: int
    at: datetime
    code: str
    who: str
    text: str
    order_id: str | None
    order_number: str | None
    ticket: int | None


class Timeline(Sequence[Moment]):
    """A scope's moments, the newest first; a part of them is one statement, and so is how many there are."""

    def __init__(self, scope: Scope) -> None:
        first, *others = _sources(scope)
        self._rows = first.union(*others, all=True)

    def __len__(self) -> int:
        return self._rows.count()

    @overload
    def __getitem__(self, wanted: int) -> Moment: ...

    @overload
    def __getitem__(self, wanted: slice) -> Sequence[Moment]: ...

    def __getitem__(self, wanted: int | slice) -> Moment | Sequence[Moment]:
        rows = self._rows.order_by("-m_at", "m_source", "-m_row")[wanted]
        if isinstance(wanted, int):
            return _moment(rows)
        return [_moment(row) for row in rows]

    def __iter__(self) -> Iterator[Moment]:
        return (_moment(row) for row in self._rows.order_by("-m_at", "m_source", "-m_row"))


def _moment(row: Any) -> Moment:
    source, number, at, code, who, text, order_id, order_number, ticket = row
    return Moment(Source(source), number, at, code, who, text, order_id, order_number, ticket)


def _sources(scope: Scope) -> list[QuerySet[Any, Any]]:
    whole = [*_of_orders(scope), *_of_conversations(scope), _mails(scope), _carts(scope)]
    return [*whole, _orders(scope), _consents(scope), _questions(scope)] if scope.is_person else whole


def _rows(
    rows: QuerySet[Any],
    source: Source | Any,
    at: str,
    code: Any,
    *,
    who: Any = "",
    text: Any = "",
    order: str | None = None,
    ticket: str | None = None,
) -> QuerySet[Any, Any]:
    """Return rows of a table as moments; `order` and `ticket` lead to theirs."""
    order = f"{order}__" if order else order  # "": the row is the order
    told: QuerySet[Any, Any] = (
        rows.order_by()
        .annotate(
            m_source=_text(str(source)),
            m_row=F("pk"),
            m_at=F(at),
            m_code=_text(code),
            m_who=_text(who),
            m_text=Left(_text(text), MOST_TEXT),
            m_order=_nothing() if order is None else _text(F(f"{order}saleor_id")),
            m_number=_nothing() if order is None else _text(F(f"{order}number")),
            m_ticket=Cast(Value(None) if ticket is None else F(ticket), BigIntegerField()),
        )
        .values_list("m_source", "m_row", "m_at", "m_code", "m_who", "m_text", "m_order", "m_number", "m_ticket")
    )
    return told


def _text(given: Any) -> Any:
    return Cast(Value(given) if isinstance(given, str) else given, TextField())


def _nothing() -> Any:
    return Cast(Value(None), TextField())


def _joined(*parts: Any) -> Any:
    return Concat(*(_text(part) for part in parts))


def _money(amount: str, currency: str) -> Any:
    return _joined(F(amount), " ", F(currency))


def _of_orders(scope: Scope) -> list[QuerySet[Any, Any]]:
    mine = scope.orders.values("pk")
    events = SaleorEvent.across_stores.filter(order__in=mine)
    promises = FrozenPromise.across_stores.filter(order__in=mine)
    parcels = ParcelEvent.across_stores.filter(fulfillment__order__in=mine)
    acts = OrderActStep.across_stores.filter(act__order__in=mine)
    asked = ReviewRequest.across_stores.filter(order__in=mine, asked_at__isnull=False)
    reviews = Review.across_stores.filter(order__in=mine)
    days = _joined(F("first"), "/", F("last"))
    act = _joined(F("act__kind"), " ", F("state"))
    given = _money("act__amount", "act__currency")
    said = _joined(F("title"), "\n", F("text"))
    return [
        _rows(events, Source.SALEOR_EVENT, "at", F("type"), who=F("app_name"), text=F("message"), order="order"),
        _rows(promises, Source.PROMISE, "made_at", F("reason"), text=days, order="order"),
        _rows(parcels, Source.PARCEL, "at", F("state"), who=F("source"), text=F("detail"), order="fulfillment__order"),
        _rows(acts, Source.ACT, "at", act, who=F("by_email"), text=given, order="act__order", ticket="act__ticket"),
        _rows(asked, Source.REVIEW_REQUEST, "asked_at", F("silence"), order="order"),
        _rows(reviews, Source.REVIEW, "created_at", F("stars"), who=F("author_name"), text=said, order="order"),
    ]


def _of_conversations(scope: Scope) -> list[QuerySet[Any, Any]]:
    mine = scope.conversations.values("pk")
    said = ConversationMessage.across_stores.filter(conversation__in=mine)
    spoken = said.exclude(author=Author.SYSTEM)
    # An act is told by its own steps.
    happened = said.filter(author=Author.SYSTEM).exclude(event=Happening.ORDER_ACT)
    answered = Survey.across_stores.filter(ticket__conversation__in=mine, answered_at__isnull=False)
    acts = CartAct.across_stores.filter(conversation__in=mine)
    where = {"order": "conversation__ticket__order", "ticket": "conversation__ticket"}
    score = _joined(F("score"), "/", F("scale"))
    # Nothing that is covered until somebody asks for it.
    words = Case(When(MARKED, then=Value(UNSAID)), default=F("text"), output_field=TextField())
    return [
        _rows(spoken, Source.MESSAGE, "at", F("author"), who=F("author_name"), text=words, **where),
        _rows(happened, Source.EVENT, "at", F("event"), who=F("author_name"), text=words, **where),
        _rows(
            answered, Source.SURVEY, "answered_at", score, text=F("words"), order="ticket__order", ticket="ticket_id"
        ),
        _rows(acts, Source.CART_ACT, "at", F("deed"), who=F("by_email"), text=F("name"), **where),
    ]


def _mails(scope: Scope) -> QuerySet[Any, Any]:
    sent = Message.across_stores.filter(store=scope.staff.store, state=Sending.SENT, sent_at__isnull=False)
    seen = sent.filter(person__in=scope.people).exclude(kind__in=IN_THREAD)
    if scope.about:
        seen = seen.filter(about__in=scope.about)
    if scope.staff.channels is not None:
        seen = seen.filter(channel_slug__in=scope.staff.channels)
    return _rows(seen, Source.MAIL, "sent_at", F("kind"), who=F("medium"), text=F("subject"))


def _carts(scope: Scope) -> QuerySet[Any, Any]:
    left = CartCase.across_stores.filter(store=scope.staff.store, abandoned_at__isnull=False)
    by_cart = scope.staff.store.carts.filter(saleor_id__in=scope.carts, case__isnull=False).values("case")
    seen = left.filter(Q(pk__in=by_cart) | Q(person__in=scope.people) if scope.is_person else Q(pk__in=by_cart))
    if scope.staff.channels is not None:
        seen = seen.filter(channel_slug__in=scope.staff.channels)
    return _rows(seen, Source.CART, "abandoned_at", F("state"), who=F("cause"), text=_money("value", "currency"))


def _orders(scope: Scope) -> QuerySet[Any, Any]:
    return _rows(scope.orders, Source.ORDER, "created", F("status"), text=_money("total_gross", "currency"), order="")


def _consents(scope: Scope) -> QuerySet[Any, Any]:
    said = Consent.across_stores.filter(person__in=scope.people)
    what = _joined(F("medium"), " ", F("purpose"))
    return _rows(said, Source.CONSENT, "at", F("state"), who=F("source"), text=what)


def _questions(scope: Scope) -> QuerySet[Any, Any]:
    asked = Question.across_stores.filter(person__in=scope.people)
    if scope.staff.channels is not None:
        asked = asked.filter(channel_slug__in=scope.staff.channels)
    return _rows(asked, Source.QUESTION, "created_at", F("state"), who=F("author_name"), text=F("text"))
