"""Reviews by people who received the product: the requests for them, what was said and shown, and what became of it."""

from django.db import models

from ..files.models import StoredFile
from ..shop.models import Order
from ..stores.models import Store
from ..tickets.models import Ticket


class ReviewRequest(models.Model):
    """One order's request for a review, from its first delivered parcel on: one for each order, ever."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="review_requests")
    order = models.OneToOneField(Order, on_delete=models.CASCADE, related_name="review_request")
    # When to look whether to ask, or to remind; null once nothing is to be looked at.
    next_check_at = models.DateTimeField(null=True)
    # How we know of the delivery: parcels.rules.Source, or ESTIMATE where nobody said so.
    delivery_source = models.CharField(max_length=16, blank=True)
    asked_at = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)
    # reviews.rules.Silence: why nobody was asked, or reminded
    silence = models.CharField(max_length=32, blank=True)
    # Until when the links in the mail work.
    expires_at = models.DateTimeField(null=True)
    # What they said first: FINE or PROBLEM; empty before.
    fork = models.CharField(max_length=8, blank=True)
    # What they had a problem with became this.
    ticket = models.ForeignKey(Ticket, null=True, on_delete=models.SET_NULL, related_name="+")
    # When every line that was asked about had its review.
    answered_at = models.DateTimeField(null=True)
    # Typed and not sent, but for photos: {author, lines: {order line id: {stars, title, text, answers}}}.
    draft = models.JSONField(default=dict)

    across_stores = models.Manager["ReviewRequest"]()

    class Meta:
        indexes = [
            # reviews.requesting.ask_next
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
    WITHDRAWN = "WITHDRAWN", "Its author took it back."


class RejectReason(models.TextChoices):
    """Why a review is not shown. How many stars it gives is none: hiding the bad ones deceives who reads the rest."""

    SPAM = "SPAM", "It advertises, or repeats itself."
    OFFENSIVE = "OFFENSIVE", "It insults or threatens somebody, or breaks the law."
    PERSONAL_DATA = "PERSONAL_DATA", "It tells something private about a person."
    NOT_ABOUT_THE_PRODUCT = "NOT_ABOUT_THE_PRODUCT", "It says nothing about the product."


class Origin(models.TextChoices):
    REQUEST = "REQUEST", "Asked for after the delivery; verified."
    IMPORT = "IMPORT", "From another tool's file; labelled."


class Review(models.Model):
    """What a buyer said about one line of an order that arrived, or what a file said. Only staff publish it."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="reviews")
    origin = models.CharField(max_length=8, choices=Origin.choices, default=Origin.REQUEST)
    # Null where it was imported.
    order = models.ForeignKey(Order, null=True, on_delete=models.CASCADE, related_name="reviews")
    # Saleor's ids: our own row of a line goes when Saleor takes the line out of the order, the review stays.
    order_line_id = models.CharField(max_length=128, blank=True)
    # What an imported one was called where it came from, so that a file read twice imports once.
    external_id = models.CharField(max_length=128, blank=True)
    product_id = models.CharField(max_length=128, blank=True)
    variant_id = models.CharField(max_length=128, blank=True)
    variant_name = models.CharField(max_length=250, blank=True)
    channel_slug = models.CharField(max_length=255, blank=True)
    language = models.CharField(max_length=2)
    stars = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=120, blank=True)
    text = models.TextField(blank=True)
    # Answers to the product's own questions: {its name: the answer's name} (reviews.aspects).
    answers = models.JSONField(default=dict)
    author_name = models.CharField(max_length=80, blank=True)
    # They received something for it, whatever they wrote.
    is_incentivised = models.BooleanField(default=False)
    state = models.CharField(max_length=16, choices=State.choices, default=State.PENDING)
    reject_reason = models.CharField(max_length=32, choices=RejectReason.choices, blank=True)
    # Why it is worth a look: reviews.signals; they sort the queue and hide nothing.
    signals = models.JSONField(default=list)
    concern = models.PositiveSmallIntegerField(default=0)
    # Who decided last, and when; whoever puts it back among the pending ones decides as well.
    moderated_by = models.CharField(max_length=254, blank=True)
    moderated_at = models.DateTimeField(null=True)
    # The shop's public answer.
    reply = models.TextField(blank=True)
    replied_by = models.CharField(max_length=254, blank=True)
    replied_at = models.DateTimeField(null=True)
    # A sentence of it, word for word, that the shop shows above the others.
    quote = models.CharField(max_length=300, blank=True)
    featured_at = models.DateTimeField(null=True)
    helpful = models.PositiveIntegerField(default=0)
    # Whether any of its photos may be seen: reviews.summaries.note_photos.
    has_photos = models.BooleanField(default=False)
    # What was wrong became this (two stars and less).
    ticket = models.ForeignKey(Ticket, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField()
    edited_at = models.DateTimeField(null=True)

    across_stores = models.Manager["Review"]()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["store", "order_line_id"], name="review_once", condition=~models.Q(order_line_id="")
            ),
            models.UniqueConstraint(
                fields=["store", "external_id"], name="review_imported_once", condition=~models.Q(external_id="")
            ),
            models.CheckConstraint(condition=models.Q(stars__gte=1, stars__lte=5), name="review_stars"),
            models.CheckConstraint(
                condition=models.Q(state=State.REJECTED) ^ models.Q(reject_reason=""), name="review_rejected_why"
            ),
        ]
        indexes = [
            # reviews.listing.reviews, of one state and of all
            models.Index(fields=["store", "state", "-created_at", "-id"], name="review_newest_of_state"),
            models.Index(fields=["store", "-created_at", "-id"], name="review_newest"),
            # the same, of those that wait: what worries most first, then what has waited longest
            models.Index(
                fields=["store", "-concern", "created_at", "id"],
                condition=models.Q(state=State.PENDING),
                name="review_waiting",
            ),
            # reviews.hot.published: a page in each order in which it may be read
            models.Index(
                fields=["store", "product_id", "-created_at", "-id"],
                condition=models.Q(state=State.PUBLISHED),
                name="review_published",
            ),
            models.Index(
                fields=["store", "product_id", "-helpful", "-created_at", "-id"],
                condition=models.Q(state=State.PUBLISHED),
                name="review_helpful",
            ),
            models.Index(
                fields=["store", "product_id", "stars", "-created_at", "-id"],
                condition=models.Q(state=State.PUBLISHED),
                name="review_by_stars",
            ),
            models.Index(
                fields=["store", "product_id", "-created_at", "-id"],
                condition=models.Q(state=State.PUBLISHED, has_photos=True),
                name="review_with_photos",
            ),
            models.Index(
                fields=["store", "product_id", "-featured_at"],
                condition=models.Q(state=State.PUBLISHED, featured_at__isnull=False),
                name="review_featured",
            ),
            # reviews.summaries.keep: everything that is counted, without reading the rows
            models.Index(
                fields=["store", "product_id", "state"],
                include=["stars", "origin", "is_incentivised", "has_photos", "reject_reason", "created_at"],
                name="review_recount",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.stars} stars for {self.product_id}"


class ReviewPhoto(models.Model):
    """A picture of a review, as the author may let the shop use it."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="review_photos")
    review = models.ForeignKey(Review, null=True, on_delete=models.CASCADE, related_name="photos")
    # Before the review is sent, whose form it is in.
    request = models.ForeignKey(ReviewRequest, null=True, on_delete=models.CASCADE, related_name="photos")
    order_line_id = models.CharField(max_length=128, blank=True)
    file = models.ForeignKey(StoredFile, on_delete=models.CASCADE, related_name="+")
    position = models.PositiveSmallIntegerField(default=0)
    # When they agreed that the shop may show it elsewhere, and to which wording.
    usage_right_at = models.DateTimeField(null=True)
    usage_right_text = models.CharField(max_length=500, blank=True)
    is_hidden = models.BooleanField(default=False)
    created_at = models.DateTimeField()

    across_stores = models.Manager["ReviewPhoto"]()

    def __str__(self) -> str:
        return f"photo of {self.review_id}"


class ReviewChange(models.Model):
    """One thing that was done to a review; rows are only added. Together they are its timeline."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="review_changes")
    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="changes")
    # reviews.changes.Kind
    kind = models.CharField(max_length=16)
    # A member of staff's e-mail; empty where the author or the service did it.
    by = models.CharField(max_length=254, blank=True)
    # What was there before, where something was overwritten.
    before = models.JSONField(default=dict)
    at = models.DateTimeField()

    across_stores = models.Manager["ReviewChange"]()

    class Meta:
        indexes = [models.Index(fields=["review", "at", "id"], name="review_timeline")]

    def __str__(self) -> str:
        return f"{self.kind} of {self.review_id}"


class ReviewVote(models.Model):
    """Somebody found a review helpful; `voter` is a hash of what the page keeps for them, and of nobody's address."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="review_votes")
    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="votes")
    voter = models.CharField(max_length=64)
    at = models.DateTimeField()

    across_stores = models.Manager["ReviewVote"]()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["review", "voter"], name="review_vote_once")]

    def __str__(self) -> str:
        return f"vote for {self.review_id}"


class ReviewSummary(models.Model):
    """What all published reviews of a product come to: kept with each change, so that nobody counts them for a page."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="review_summaries")
    product_id = models.CharField(max_length=128)
    count = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    stars1 = models.PositiveIntegerField(default=0)
    stars2 = models.PositiveIntegerField(default=0)
    stars3 = models.PositiveIntegerField(default=0)
    stars4 = models.PositiveIntegerField(default=0)
    stars5 = models.PositiveIntegerField(default=0)
    verified = models.PositiveIntegerField(default=0)
    incentivised = models.PositiveIntegerField(default=0)
    photos = models.PositiveIntegerField(default=0)
    # How many are not shown, by why: {RejectReason: number}.
    rejected = models.JSONField(default=dict)
    newest_at = models.DateTimeField(null=True)
    # What buyers praise (reviews.praising), and when that was last counted; null since a change.
    praise = models.JSONField(default=list)
    praised_at = models.DateTimeField(null=True)
    changed_at = models.DateTimeField()
    # When to write it into Saleor; null where nothing is to be written.
    write_at = models.DateTimeField(null=True)

    across_stores = models.Manager["ReviewSummary"]()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["store", "product_id"], name="review_summary_once")]
        indexes = [
            models.Index(
                fields=["write_at"], name="review_summary_to_write", condition=models.Q(write_at__isnull=False)
            ),
            # reviews.praising.count_due
            models.Index(
                fields=["changed_at"],
                name="review_summary_to_praise",
                condition=models.Q(praised_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.count} reviews of {self.product_id}"


class Crisis(models.Model):
    """Too many bad reviews of one product, carrier or warehouse within a short time, beside what is usual there."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="review_crises")
    # PRODUCT, CARRIER, WAREHOUSE
    kind = models.CharField(max_length=12)
    about = models.CharField(max_length=128)
    negative = models.PositiveIntegerField()
    expected = models.FloatField()
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    across_stores = models.Manager["Crisis"]()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["store", "kind", "about"], name="crisis_once", condition=models.Q(ended_at__isnull=True)
            )
        ]

    def __str__(self) -> str:
        return f"crisis of {self.about}"
