"""Whatever may happen to reviews, at random; and the recount, by plain Python, that every summary must equal."""

import random
import threading
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, transaction

from saleor_support_plugin.reviews import changes, moderating, summaries
from saleor_support_plugin.reviews.changes import Kind
from saleor_support_plugin.reviews.models import Origin, RejectReason, Review, ReviewSummary, State
from saleor_support_plugin.stores.callers import Staff
from saleor_support_plugin.stores.models import Store

# What an author may turn a review into.
REWRITTEN = {"stars": (1, 2, 3, 4, 5), "is_incentivised": (True, False)}
MOST_IN_A_BATCH = 5


@dataclass
class Editor:
    """One of many who change the reviews of the same few products, by a chance of their own."""

    staff: Staff
    products: Sequence[str]
    chance: random.Random
    now: datetime

    def edit(self) -> str:
        """Do one thing to reviews, in a transaction; return what."""
        acts: dict[Callable[[], Any], int] = {
            self.publish: 4,
            self.write: 4,
            self.rewrite: 3,
            self.reject: 2,
            self.reopen: 1,
            self.withdraw: 1,
            self.erase: 1,
        }
        act = self.chance.choices(list(acts), list(acts.values()))[0]
        self.now += timedelta(seconds=1)
        try:
            act()
        except moderating.Refused as refused:  # another has withdrawn or erased it in the meantime
            return refused.code
        return act.__name__

    def publish(self) -> None:
        moderating.publish(staff=self.staff, review_ids=self.some(), now=self.now)

    def reject(self) -> None:
        reason = self.chance.choice(list(RejectReason))
        moderating.reject(staff=self.staff, review_ids=self.some(), reason=reason, now=self.now)

    def reopen(self) -> None:
        moderating.reopen(staff=self.staff, review_ids=self.some(), now=self.now)

    @transaction.atomic
    def write(self) -> None:
        review = Review.across_stores.create(
            store=self.staff.store,
            origin=self.chance.choice(list(Origin)),
            product_id=self.chance.choice(self.products),
            language="en",
            stars=self.chance.randint(1, 5),
            state=self.chance.choice([State.PENDING, State.PUBLISHED]),
            created_at=self.now,
        )
        changes.note(review=review, kind=Kind.WRITTEN, now=self.now)
        self.keep(review.product_id)

    @transaction.atomic
    def rewrite(self) -> None:
        """What an author changes, and what becomes of a product's reviews that is another's from now on."""
        review = self.one()
        before = review.product_id
        for name, values in REWRITTEN.items():
            setattr(review, name, self.chance.choice(values))
        review.product_id = self.chance.choice(self.products)
        review.save(update_fields=[*REWRITTEN, "product_id"])
        changes.note(review=review, kind=Kind.EDITED, now=self.now)
        self.keep(before, review.product_id)

    @transaction.atomic
    def withdraw(self) -> None:
        review = self.one()
        review.state, review.reject_reason = State.WITHDRAWN, ""
        review.save(update_fields=["state", "reject_reason"])
        changes.note(review=review, kind=Kind.WITHDRAWN, now=self.now)
        self.keep(review.product_id)

    @transaction.atomic
    def erase(self) -> None:
        review = self.one()
        review.delete()
        self.keep(review.product_id)

    def keep(self, *products: str) -> None:
        summaries.keep(store=self.staff.store, product_ids=products, now=self.now)

    def some(self) -> list[int]:
        """Return the ids of a few of the newest reviews of some product, of whatever state."""
        product = self.chance.choice(self.products)
        mine = self.staff.store.reviews.filter(product_id=product).exclude(state=State.WITHDRAWN)
        newest = list(mine.order_by("-created_at", "-id").values_list("pk", flat=True)[:50])
        return self.chance.sample(newest, min(len(newest), self.chance.randint(1, MOST_IN_A_BATCH)))

    def one(self) -> Review:
        """Return one of them, held. Raises Refused where somebody else has just erased it."""
        ids = self.some()
        held = Review.across_stores.select_for_update(no_key=True).filter(pk__in=ids[:1]).first()
        if held is None:
            raise moderating.Refused("id", "NOT_FOUND", "There is no such review.")
        return held


def edit_at_once(
    staff: Staff, products: Sequence[str], *, edits: int, editors: int, seed: int, now: datetime
) -> Counter[str]:
    """Let so many editors do so many things between them, all at once; return how often what was done."""
    begin = threading.Barrier(editors)

    def one(number: int) -> Counter[str]:
        editor = Editor(staff, products, random.Random(seed * 1000 + number), now)
        begin.wait(timeout=20)
        try:
            return Counter(editor.edit() for _ in range(edits // editors))
        finally:
            connection.close()

    with ThreadPoolExecutor(editors) as pool:
        return sum(pool.map(one, range(editors)), Counter())


def recounted(store: Store, products: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Return what the reviews of these products come to, one after the other."""
    found: dict[str, list[Review]] = defaultdict(list)
    for review in Review.across_stores.filter(store=store, product_id__in=products).defer("text"):
        found[review.product_id].append(review)
    return {product: _counted(found[product]) for product in products}


def _counted(reviews: Sequence[Review]) -> dict[str, Any]:
    shown = [review for review in reviews if review.state == State.PUBLISHED]
    return {
        "count": len(shown),
        "total": sum(review.stars for review in shown),
        **{f"stars{stars}": sum(review.stars == stars for review in shown) for stars in range(1, 6)},
        "verified": sum(review.origin == Origin.REQUEST for review in shown),
        "incentivised": sum(review.is_incentivised for review in shown),
        "photos": sum(review.has_photos for review in shown),
        "rejected": dict(Counter(review.reject_reason for review in reviews if review.state == State.REJECTED)),
        "newest_at": max((review.created_at for review in shown), default=None),
    }


def kept(store: Store, products: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Return what the summaries of these products say; what nobody ever counted says nothing."""
    names = list(_counted([]))
    rows = ReviewSummary.across_stores.filter(store=store, product_id__in=products).values("product_id", *names)
    return {row.pop("product_id"): row for row in rows}


def mismatches(store: Store, products: Sequence[str]) -> list[str]:
    """Return the products whose summary is not their recount."""
    true, said = recounted(store, products), kept(store, products)
    return [product for product in products if said.get(product, _counted([])) != true[product]]
