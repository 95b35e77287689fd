"""Who is told what happens here, and what they were told."""

from django.db import models

from ..stores.models import Store
from ..stores.tokens_at_rest import EncryptedText


class State(models.IntegerChoices):
    WAITING = 0
    TAKEN = 1
    FAILED = 2


class Endpoint(models.Model):
    """An address at which another program of the merchant's hears announcements."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="endpoints")
    url = models.URLField(max_length=1000)
    # Names of announcements.rules.KINDS; empty is all of them, also those to come.
    kinds = models.JSONField(default=list)
    secret = EncryptedText()
    # Signs beside the newer one until `old_secret_until`.
    old_secret = EncryptedText(blank=True, default="")
    old_secret_until = models.DateTimeField(null=True)
    # Since when nothing was taken; null while the last was.
    failing_since = models.DateTimeField(null=True)
    # When it was switched off, by itself or by staff; nothing is sent then.
    disabled_at = models.DateTimeField(null=True)
    disabled_why = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField()

    across_stores = models.Manager["Endpoint"]()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["store", "url"], name="endpoint_once")]

    def __str__(self) -> str:
        return f"endpoint {self.pk} of {self.store_id}"


class Announcement(models.Model):
    """One thing that is told to one endpoint, until it is taken."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="announcements")
    endpoint = models.ForeignKey(Endpoint, on_delete=models.CASCADE, related_name="announcements")
    kind = models.CharField(max_length=64)
    # The same for every endpoint and at every try: who hears it twice knows it by this.
    message_id = models.CharField(max_length=64)
    # The bytes that are signed, as text.
    body = models.TextField()
    state = models.SmallIntegerField(choices=State.choices, default=State.WAITING)
    created_at = models.DateTimeField()
    # When to try; while it is being sent, when to take it for left behind. Null once it is settled.
    due_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    # Of the last try: what was answered, or what went wrong.
    status = models.PositiveSmallIntegerField(null=True)
    error = models.CharField(max_length=300, blank=True)
    finished_at = models.DateTimeField(null=True)

    across_stores = models.Manager["Announcement"]()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["endpoint", "message_id"], name="announcement_once")]
        indexes = [
            # announcements.actions.take_next
            models.Index(fields=["due_at"], name="announcement_due", condition=models.Q(due_at__isnull=False)),
            # announcements.queries.announcements
            models.Index(fields=["store", "-created_at", "-id"], name="announcement_newest"),
            # announcements.actions.forget
            models.Index(
                fields=["finished_at"],
                name="announcement_finished",
                condition=models.Q(finished_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.message_id}"
