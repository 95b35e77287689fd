"""Who sits there to chat, who waits for them, who may not, and how long waiting took."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from ..conversations.models import Conversation
from ..stores.models import Store
from .rules import MOST_AT_ONCE, USUAL_AT_ONCE


class Presence(models.TextChoices):
    ONLINE = "ONLINE", "They take chats while their page is open."
    AWAY = "AWAY", "They are back soon; chats go to others."
    OFFLINE = "OFFLINE", "They do not chat."


class Seat(models.Model):
    """A member of staff who may chat: what shoppers see of them, what they take, and whether they are there."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="seats")
    # Saleor's.
    user_id = models.CharField(max_length=255)
    email = models.CharField(max_length=254)
    # Shown to shoppers; while it is empty, the shop speaks.
    name = models.CharField(max_length=100, blank=True)
    photo_url = models.URLField(max_length=500, blank=True)
    expertise = models.CharField(max_length=100, blank=True)
    state = models.CharField(max_length=8, choices=Presence.choices, default=Presence.OFFLINE)
    state_at = models.DateTimeField()
    # When a page of theirs was last known to be open.
    seen_at = models.DateTimeField()
    # When they were last given a chat: whoever was given nothing for longest is next.
    given_at = models.DateTimeField(null=True)
    # How many chats are theirs now; the database refuses one more than the limit, whoever asks.
    busy = models.PositiveSmallIntegerField(default=0)
    max_concurrent = models.PositiveSmallIntegerField(default=USUAL_AT_ONCE)
    # Empty means any.
    channels = ArrayField(models.CharField(max_length=255), default=list)
    languages = ArrayField(models.CharField(max_length=2), default=list)
    categories = ArrayField(models.CharField(max_length=100), default=list)
    # The channels that Saleor lets them see, as their page last said hello; null for every one.
    allowed_channels = ArrayField(models.CharField(max_length=255), null=True)

    across_stores = models.Manager["Seat"]()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["store", "user_id"], name="seat_once"),
            models.CheckConstraint(
                condition=models.Q(busy__lte=models.F("max_concurrent"), max_concurrent__lte=MOST_AT_ONCE),
                name="seat_never_over_its_limit",
            ),
        ]

    def __str__(self) -> str:
        return f"seat of {self.email}"


class AlertPage(models.Model):
    """A page of ours beside Dashboard, whose frame forbids sound and notifications, and whose it is.

    At first the link that opens it, once; then the page, and its browser's subscription where somebody wants one.
    """

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="alert_pages")
    # Saleor's.
    user_id = models.CharField(max_length=255)
    # Two letters, as Dashboard spoke to them.
    language = models.CharField(max_length=2)
    # As Seat.allowed_channels.
    channels = ArrayField(models.CharField(max_length=255), null=True)
    # Of the link's token, then of the page's: who reads the table opens nothing.
    digest = models.BinaryField(max_length=32, unique=True)
    opened_at = models.DateTimeField(null=True)
    # Moved on each time Saleor vouches for them.
    expires_at = models.DateTimeField()
    # Until when the page is surely open, and alerts by itself.
    open_until = models.DateTimeField(null=True)
    # What happened until then is told, or was not to be.
    told_until = models.DateTimeField(null=True)
    # As outbox.models.Browser's; empty where the browser is not to be notified.
    endpoint = models.TextField(blank=True)
    p256dh = models.CharField(max_length=100, blank=True)
    auth = models.CharField(max_length=40, blank=True)

    across_stores = models.Manager["AlertPage"]()

    class Meta:
        indexes = [models.Index(fields=["store", "user_id"], name="alert_page_whose")]  # chat.alerts.vouch

    def __str__(self) -> str:
        return f"alerts {self.pk}"


class QueueState(models.TextChoices):
    WAITING = "WAITING", "They wait for a seat."
    SEATED = "SEATED", "Somebody chats with them."
    LEFT = "LEFT", "They left before anybody came."
    MISSED = "MISSED", "Nobody was there; they were told, and asked to leave a message."
    ENDED = "ENDED", "The chat has ended."


class QueueEntry(models.Model):
    """A chat's way through the queue: from when somebody came until it ended."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="queue")
    conversation = models.OneToOneField(Conversation, on_delete=models.CASCADE, related_name="queue_entry")
    channel_slug = models.CharField(max_length=255)
    language = models.CharField(max_length=2)
    # What it is about, as the page said.
    category = models.CharField(max_length=100, blank=True)
    state = models.CharField(max_length=8, choices=QueueState.choices, default=QueueState.WAITING)
    seat = models.ForeignKey(Seat, on_delete=models.RESTRICT, null=True, related_name="chats")
    # The number that they were told last; it never rises while they wait.
    number = models.PositiveIntegerField(null=True)
    joined_at = models.DateTimeField()
    # When a page of theirs was last known to be open; kept while they wait.
    seen_at = models.DateTimeField()
    # When they first got a seat.
    seated_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    # A keyed hash of the network address they came from.
    line_digest = models.BinaryField(max_length=32)

    across_stores = models.Manager["QueueEntry"]()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state=QueueState.SEATED) ^ models.Q(seat=None), name="queue_entry_seated_somewhere"
            ),
        ]
        indexes = [
            models.Index(  # chat.queries.waiting, chat.hot.chat_now
                fields=["store", "channel_slug", "joined_at"],
                name="queue_waiting",
                condition=models.Q(state=QueueState.WAITING),
            ),
            models.Index(  # chat.hot: how long chats took lately
                fields=["store", "channel_slug", "-ended_at"],
                name="queue_ended",
                condition=models.Q(state=QueueState.ENDED),
            ),
            models.Index(fields=["store", "joined_at"], name="queue_joined"),  # chat.measuring, chat.queries.queue
        ]

    def __str__(self) -> str:
        return f"{self.conversation_id} {self.state}"


class Block(models.Model):
    """Somebody who may not chat: a customer until staff say otherwise, somebody unknown by their line for a day."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="blocks")
    # As Conversation's; empty where a line is blocked.
    shopper_key = models.CharField(max_length=140, blank=True)
    line_digest = models.BinaryField(max_length=32, null=True)
    reason = models.CharField(max_length=200, blank=True)
    by_email = models.CharField(max_length=254)
    at = models.DateTimeField()
    expires_at = models.DateTimeField(null=True)

    across_stores = models.Manager["Block"]()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["store", "shopper_key"], condition=~models.Q(shopper_key=""), name="block_of_customer_once"
            ),
            models.UniqueConstraint(fields=["store", "line_digest"], name="block_of_line_once"),
            models.CheckConstraint(
                condition=models.Q(shopper_key="") ^ models.Q(line_digest=None), name="block_of_one"
            ),
        ]

    def __str__(self) -> str:
        return self.reason or "blocked"


class WaitHour(models.Model):
    """How those waited who came in one hour of a day, by the shop's clock; seconds, and nobody's name."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="wait_hours")
    channel_slug = models.CharField(max_length=255)
    day = models.DateField()
    hour = models.PositiveSmallIntegerField()
    arrivals = models.PositiveIntegerField()
    left = models.PositiveIntegerField()
    missed = models.PositiveIntegerField()
    # All of them, not their middle: so those of many days make up an exact one.
    waits = ArrayField(models.PositiveIntegerField())
    first_replies = ArrayField(models.PositiveIntegerField())
    resolutions = ArrayField(models.PositiveIntegerField())

    across_stores = models.Manager["WaitHour"]()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["store", "day", "channel_slug", "hour"], name="wait_hour_once"),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.hour}:00 in {self.channel_slug}"
