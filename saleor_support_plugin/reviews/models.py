"""Reviews by people who received the product, and the requests for them."""

from django.db import models

from ..shop.models import Order
from ..stores.models import Store


class ReviewRequest(models.Model):
    """One order's request for a review, from its first delivered parcel on: one for each order, ever."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="review_requests")
    order = models.OneToOneField(Order, on_delete=models.CASCADE, related_name="review_request")
    # When to look whether to ask; null once it was decided.
    next_check_at = models.DateTimeField(null=True)
    asked_at = models.DateTimeField(null=True)
    # reviews.rules.Silence: why nobody was asked
    silence = models.CharField(max_length=32, blank=True)
    # Until when the link in the mail works, and when it was used: it is good for one answer.
    expires_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)

    across_stores = models.Manager["ReviewRequest"]()

    class Meta:
        indexes = [
            # reviews.actions.ask_next
            models.Index(
                fields=["next_check_at"],
                name="review_request_to_look_at",
                condition=models.Q(next_check_at__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"review of {self.order_id}"


class State(models.TextChoices):
    PENDING = "PENDING", "Nobody has decided about it."
    PUBLISHED = "PUBLISHED", "Everybody may read it."
    REJECTED = "REJECTED", "It is not shown; `rejectReason` says why."


class RejectReason(models.TextChoices):
    """Why a review is not shown. How many stars it gives is none: hiding the bad ones deceives who reads the rest."""

    SPAM = "SPAM", "It advertises, or repeats itself."
    OFFENSIVE = "OFFENSIVE", "It insults or threatens somebody, or breaks the law."
    PERSONAL_DATA = "PERSONAL_DATA", "It tells something private about a person."
    NOT_ABOUT_THE_PRODUCT = "NOT_ABOUT_THE_PRODUCT", "It says nothing about the product."


class Review(models.Model):
    """What a buyer said about one line of an order that arrived. Only staff publish it."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="reviews")
    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="reviews")
    # Saleor's ids: our own row of a line goes when Saleor takes the line out of the order, the review stays.
    order_line_id = models.CharField(max_length=128)
    product_id = models.CharField(max_length=128, blank=True)
    language = models.CharField(max_length=2)
    stars = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=120, blank=True)
    text = models.TextField(blank=True)
    author_name = models.CharField(max_length=80, blank=True)
    state = models.CharField(max_length=16, choices=State.choices, default=State.PENDING)
    reject_reason = models.CharField(max_length=32, choices=RejectReason.choices, blank=True)
    # Who decided last, and when; whoever puts it back among the pending ones decides as well.
    moderated_by = models.CharField(max_length=254, blank=True)
    moderated_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField()

    across_stores = models.Manager["Review"]()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["store", "order_line_id"], name="review_once"),
            models.CheckConstraint(condition=models.Q(stars__gte=1, stars__lte=5), name="review_stars"),
            models.CheckConstraint(
                condition=models.Q(state=State.REJECTED) ^ models.Q(reject_reason=""), name="review_rejected_why"
            ),
        ]
        indexes = [
            # reviews.queries.reviews, of one state and of all
            models.Index(fields=["store", "state", "-created_at", "-id"], name="review_newest_of_state"),
            models.Index(fields=["store", "-created_at", "-id"], name="review_newest"),
            # reviews.hot.published: the newest, and how many of each number of stars, without reading the others' rows
            models.Index(
                fields=["store", "product_id", "-created_at", "-id"],
                include=["stars"],
                condition=models.Q(state=State.PUBLISHED),
                name="review_published",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.stars} stars for {self.product_id}"
