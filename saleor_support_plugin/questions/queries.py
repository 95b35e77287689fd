"""Reads about questions: as staff see them, and whom their answers can be asked of."""

from collections.abc import Iterable
from enum import StrEnum

from django.db.models import Q, QuerySet

from ..people.addresses import is_email, normal_email
from ..people.models import KeyKind
from ..shop.models import FulfillmentLine, Order, OrderLine, Variant
from ..stores.callers import Shopper, Staff
from ..stores.models import Store
from . import links
from .models import Answer, Question, State

# Parcels that a person has: what was sent back or cancelled taught them less than the rest.
THEIRS = ("FULFILLED",)
# As many as somebody reads who came for another reason.
MOST_TO_ANSWER = 5


class Shelf(StrEnum):
    """Where a question stands for staff."""

    UNANSWERED = "UNANSWERED"
    TO_CHECK = "TO_CHECK"
    ANSWERED = "ANSWERED"
    REJECTED = "REJECTED"


def seen_by(staff: Staff) -> QuerySet[Question]:
    """Return the questions that a member of staff may see: those asked in channels they may see."""
    seen = staff.store.product_questions.all()
    return seen if staff.channels is None else seen.filter(channel_slug__in=staff.channels)


def answers_seen_by(staff: Staff) -> QuerySet[Answer]:
    seen = staff.store.product_answers.select_related("question")
    return seen if staff.channels is None else seen.filter(question__channel_slug__in=staff.channels)


def questions(staff: Staff, *, shelf: Shelf, product_id: str = "") -> QuerySet[Question]:
    """Return those of one shelf: who waits longest comes first, and of what is done the newest."""
    seen = seen_by(staff).filter(product_id=product_id) if product_id else seen_by(staff)
    if shelf == Shelf.UNANSWERED:
        return _unanswered(seen).order_by("created_at", "id")
    if shelf == Shelf.TO_CHECK:
        waiting = Answer.across_stores.filter(store=staff.store, state=State.PENDING).values("question")
        return seen.filter(pk__in=waiting).order_by("created_at", "id")
    done = Q(state=State.REJECTED) if shelf == Shelf.REJECTED else Q(state=State.PUBLISHED, answers__gt=0)
    return seen.filter(done).order_by("-created_at", "-id")


def _unanswered(seen: QuerySet[Question]) -> QuerySet[Question]:
    return seen.filter(state__in=(State.PENDING, State.PUBLISHED), answers=0)


def open_count(staff: Staff, product_id: str) -> int:
    """Return how many questions about a product wait for an answer."""
    return _unanswered(seen_by(staff)).filter(product_id=product_id).count()


def product_of(store: Store, product_id: str) -> Variant | None:
    """Return one of a product's variants, which know its name; None for a product that the store does not have."""
    return store.variants.filter(product_id=product_id, is_deleted=False).order_by("id").first()


def names_of(store: Store, product_ids: Iterable[str]) -> dict[str, str]:
    named = store.variants.filter(product_id__in=set(product_ids)).order_by("-id")
    return dict(named.values_list("product_id", "product_name"))


def orders_of(shopper: Shopper) -> QuerySet[Order]:
    """Return the orders of a shopper whom Saleor vouches for; a guest of ours has none that we could know."""
    kind, _, user = shopper.key.partition(":")
    if kind != "user":
        return shopper.store.orders.none()
    theirs = Q(customer_id=user) | (Q(customer_email__iexact=shopper.email) if shopper.email else Q())
    return shopper.store.orders.filter(theirs)


def received(orders: QuerySet[Order]) -> QuerySet[Variant]:
    """Return the variants that arrived with these orders."""
    arrived = FulfillmentLine.across_stores.filter(
        fulfillment__order__in=orders, fulfillment__delivered_at__isnull=False, fulfillment__status__in=THEIRS
    )
    lines = OrderLine.across_stores.filter(order__in=orders, saleor_id__in=arrived.values("order_line_id"))
    bought = lines.exclude(variant_id="").values("variant_id")
    return Variant.across_stores.filter(store__in=orders.values("store"), saleor_id__in=bought)


def to_answer(order: Order) -> str:
    """Return where its buyer answers what was asked about what arrived; nothing where nobody asked about it."""
    return links.answering(order) if open_to(order) else ""


def open_to(order: Order) -> list[Question]:
    """Return what whoever received this order may know about and has not answered: with the fewest answers first."""
    if not is_email(order.customer_email):
        return []
    arrived = received(Order.across_stores.filter(pk=order.pk)).values("product_id")
    buyer = order.store.person_keys.filter(kind=KeyKind.EMAIL, value=normal_email(order.customer_email))
    answered = order.store.product_answers.filter(person__in=buyer.values("person")).values("question")
    asked = order.store.product_questions.filter(state=State.PUBLISHED, product_id__in=arrived)
    return list(asked.exclude(pk__in=answered).order_by("answers", "-created_at", "-id")[:MOST_TO_ANSWER])
