"""What was promised for an order, what was told of its parcels, and the account by which carriers are asked."""

from django.db import models

from ..shop.models import Fulfillment, Order
from ..stores.models import Store
from ..stores.tokens_at_rest import EncryptedText


class FrozenPromise(models.Model):
    """What was promised for an order when it was placed. Nothing changes it later but what became of it."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="promises")
    order = models.OneToOneField(Order, on_delete=models.CASCADE, related_name="promise")
    method_id = models.CharField(max_length=128, blank=True)
    # Days of the destination, both inclusive; null where no date could be said, and `reason` says why.
    first = models.DateField(null=True)
    last = models.DateField(null=True)
    reason = models.CharField(max_length=32, blank=True)
    # The day of the warehouse by which all of it is to have left.
    dispatch_last = models.DateField(null=True)
    # How the days came about, as a page shows it: [{code, on, at, days, name}].
    steps = models.JSONField(default=list)
    # The last days without any widening, with one more carrier day, with two, … (parcels.keeping.Arrival).
    ladder = models.JSONField(default=list)
    # What the product page had promised for the same method, where its signed promise came along.
    page_first = models.DateField(null=True)
    page_last = models.DateField(null=True)
    # parcels.freezing.VERSION
    version = models.PositiveSmallIntegerField()
    made_at = models.DateTimeField()
    # When it was written into the order's private metadata in Saleor; null while that is still to do.
    noted_at = models.DateTimeField(null=True)
    # The day on which the last parcel arrived, as far as somebody said so; an estimate is nobody.
    arrived_on = models.DateField(null=True)
    # The warehouse of that parcel.
    arrived_from = models.CharField(max_length=128, blank=True)
    # When the shopper was told that it is late.
    apologised_at = models.DateTimeField(null=True)

    across_stores = models.Manager["FrozenPromise"]()

    class Meta:
        indexes = [
            # parcels.queries.unnoted
            models.Index(fields=["store"], name="promise_to_note", condition=models.Q(noted_at__isnull=True)),
            # parcels.queries.on_the_way
            models.Index(
                fields=["store", "last"],
                name="promise_on_the_way",
                condition=models.Q(arrived_on__isnull=True, last__isnull=False),
            ),
            # parcels.queries.made_since
            models.Index(fields=["store", "made_at"], name="promise_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.first} to {self.last} for {self.order_id}"


class ParcelEvent(models.Model):
    """One thing that was told of a parcel. Each source says each state once; said again, nothing changes."""

    fulfillment = models.ForeignKey(Fulfillment, on_delete=models.CASCADE, related_name="parcel_events")
    # parcels.rules.State and Source
    state = models.CharField(max_length=24)
    source = models.CharField(max_length=16)
    at = models.DateTimeField()
    # The teller's own words: a carrier's checkpoint, a file and its line, who of the staff.
    detail = models.CharField(max_length=300, blank=True)
    told_at = models.DateTimeField()

    across_stores = models.Manager["ParcelEvent"]()

    class Meta:
        constraints = [
            # also the index of what was told of a parcel
            models.UniqueConstraint(fields=["fulfillment", "state", "source"], name="parcel_event_once")
        ]
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.state} of {self.fulfillment_id}"


class TrackingAccount(models.Model):
    """A store's account with a tracking service that knows many carriers."""

    store = models.OneToOneField(Store, on_delete=models.CASCADE, related_name="tracking_account")
    # A name of parcels.carriers.services.
    provider = models.CharField(max_length=24)
    api_key = EncryptedText()
    # What the service signs its calls with.
    webhook_secret = EncryptedText()
    # Part of the address at which it calls.
    events_secret = EncryptedText()
    updated_at = models.DateTimeField()

    across_stores = models.Manager["TrackingAccount"]()

    def __str__(self) -> str:
        return f"{self.provider} of {self.store_id}"


class FollowedParcel(models.Model):
    """A parcel that a tracking service was told of."""

    fulfillment = models.OneToOneField(Fulfillment, on_delete=models.CASCADE, related_name="followed")
    # By which number it is known there: a new one is told anew.
    number = models.CharField(max_length=255)
    # The service's own id, empty where it refused the number.
    service_id = models.CharField(max_length=64, blank=True)
    # When to ask again; null once nothing more can come.
    ask_at = models.DateTimeField(null=True)

    across_stores = models.Manager["FollowedParcel"]()

    class Meta:
        indexes = [
            # parcels.queries.to_ask_for
            models.Index(fields=["ask_at"], name="parcel_to_ask_for", condition=models.Q(ask_at__isnull=False))
        ]

    def __str__(self) -> str:
        return f"{self.number} of {self.fulfillment_id}"
