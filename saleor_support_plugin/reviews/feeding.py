"""The published reviews of a store as a feed takes them: as many as fit into one file."""

from collections.abc import Iterator, Mapping
from urllib.parse import quote

from django.conf import settings
from django.db.models import Prefetch, Q

from ..files.models import State as FileState
from ..files.rules import SIZES, shown_at
from ..ids import own_id
from ..stores.models import Store
from .google_feed import FeedProduct, FeedReview
from .models import Origin, Review, ReviewPhoto, State

# Google takes files of 100 MB at most; this many have some 30.
IN_A_PART = 20_000


def feed_reviews(store: Store, *, product_page: str, part: int) -> Iterator[FeedReview]:
    """Return the reviews of the feed's part, the first being 1; none past its end.

    `product_page` is the address that a product's slug is put behind. Reviews of products that we do not know are left
    out, and those without a word: the feed's schema has no place for them.
    """
    first = (part - 1) * IN_A_PART
    photos = ReviewPhoto.across_stores.filter(is_hidden=False, file__state=FileState.READY)
    shown = photos.select_related("file").order_by("position", "pk")
    said = store.reviews.filter(~Q(title="", text=""), state=State.PUBLISHED).exclude(product_id="")
    rows = list(said.order_by("pk").prefetch_related(Prefetch("photos", shown))[first : first + IN_A_PART])
    products = _products(store, {row.product_id for row in rows}, product_page)
    return (_said(row, products[row.product_id]) for row in rows if row.product_id in products)


def _products(store: Store, ids: set[str], product_page: str) -> Mapping[str, FeedProduct]:
    variants = store.variants.filter(product_id__in=ids, is_deleted=False).order_by("pk")
    found: dict[str, FeedProduct] = {}
    for product, name, slug, sku in variants.values_list("product_id", "product_name", "product_slug", "sku"):
        known = found.get(product)
        skus = [*(known.skus if known else ()), *([sku] if sku else ())]
        found[product] = FeedProduct(name, f"{product_page.rstrip('/')}/{quote(slug)}", skus)
    return found


def _said(review: Review, product: FeedProduct) -> FeedReview:
    return FeedReview(
        id=own_id("Review", review.pk),
        author=review.author_name,
        is_verified=review.origin == Origin.REQUEST,
        is_incentivised=review.is_incentivised,
        created_at=review.created_at,
        title=review.title,
        content=review.text or review.title,
        language=review.language,
        stars=review.stars,
        pictures=[shown_at(settings.FILES_ORIGIN, photo.file.token, SIZES[-1]) for photo in review.photos.all()],
        product=product,
    )
