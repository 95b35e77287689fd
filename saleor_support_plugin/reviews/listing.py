"""Reviews as staff look for them: only those of channels that Saleor lets them see."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from ..shop.models import Order, OrderLine, Variant
from ..stores.callers import Staff
from ..stores.models import Store
from .crisis_rules import Subject
from .models import Crisis, Review, State

# Languages are those of so many of the newest reviews: enough to choose one from.
LOOKED_AT = 1000


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which reviews to list; what is empty or None lets all through."""

    state: State | None = None
    stars: Sequence[int] = ()
    product_id: str = ""
    language: str = ""
    signal: str = ""
    with_photos: bool = False
    unanswered: bool = False


def seen_by(staff: Staff) -> QuerySet[Review]:
    """Return the reviews that a member of staff may see, each with order and ticket; an imported one has no channel."""
    seen = staff.store.reviews.select_related("order", "ticket")
    return seen if staff.channels is None else seen.filter(channel_slug__in=["", *staff.channels])


def reviews(staff: Staff, wanted: Wanted) -> QuerySet[Review]:
    """Return them with the newest first. Of those that wait, what worries most comes first, then what waits longest."""
    found = seen_by(staff).filter(_matches(wanted))
    if wanted.state == State.PENDING:
        return found.order_by("-concern", "created_at", "id")
    return found.order_by("-created_at", "-id")


def _matches(wanted: Wanted) -> Q:
    holds = Q(state=wanted.state) if wanted.state is not None else Q()
    if wanted.stars:
        holds &= Q(stars__in=wanted.stars)
    if wanted.product_id:
        holds &= Q(product_id=wanted.product_id)
    if wanted.language:
        holds &= Q(language=wanted.language)
    if wanted.signal:
        holds &= Q(signals__contains=[wanted.signal])
    if wanted.with_photos:
        holds &= Q(has_photos=True)
    if wanted.unanswered:
        holds &= Q(reply="")
    return holds


def review(staff: Staff, pk: int | None) -> Review | None:
    return None if pk is None else seen_by(staff).filter(pk=pk).first()


def languages(staff: Staff) -> list[str]:
    """Return the languages in which reviews were lately written, for a list to choose from."""
    newest = seen_by(staff).order_by("-created_at", "-id").values_list("language", flat=True)[:LOOKED_AT]
    return sorted({language for language in newest if language})


def crises(staff: Staff) -> list[Crisis]:
    """Return what is going wrong now, the newest first."""
    return list(staff.store.review_crises.filter(ended_at=None).order_by("-began_at", "-id"))


def name_of(store: Store, crisis: Crisis) -> str:
    """Return what staff call the thing that a crisis is about; its id where the shop has it no longer."""
    if crisis.kind == Subject.PRODUCT:
        return product_names(store, [crisis.about]).get(crisis.about, crisis.about)
    if crisis.kind == Subject.WAREHOUSE:
        names = store.warehouses.filter(saleor_id=crisis.about).values_list("name", flat=True)
        return names.first() or crisis.about
    return crisis.about


def product_names(store: Store, product_ids: Iterable[str]) -> Mapping[str, str]:
    """Return the names of products as the shop has them now."""
    found = Variant.across_stores.filter(store=store, product_id__in=set(product_ids))
    return dict(found.values_list("product_id", "product_name"))


def line_of(review: Review, lines: Iterable[OrderLine]) -> OrderLine | None:
    return next((line for line in lines if line.saleor_id == review.order_line_id), None)


def bought_as(review: Review, order: Order) -> str:
    """Return what the product is called in its order; where it is in it no longer, as the shop has it now."""
    line = line_of(review, order.lines.all())
    names = {} if line else product_names(review.store, [review.product_id])
    return line.shown_name if line else names.get(review.product_id, "")
