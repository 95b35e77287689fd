"""What Saleor told us, kept before anything else is done with it."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Now

from ..stores.models import Store


class State(models.IntegerChoices):
    WAITING = 0
    DONE = 1
    PARKED = 2
    IGNORED = 3


class Event(models.Model):
    """One delivery, unique by store, event and body; Saleor sends neither a delivery id nor an order.

    Written in batches by `events.hot`, in plain SQL: the database's own defaults fill what is not given there.
    """

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="events")
    event = models.CharField(max_length=64)
    digest = models.BinaryField(max_length=32)
    body = models.BinaryField()
    received_at = models.DateTimeField(db_default=Now())
    state = models.SmallIntegerField(choices=State.choices, db_default=State.WAITING)
    # Names of the handlers that are through: a failing one is retried alone.
    done_handlers = ArrayField(models.CharField(max_length=64), db_default=[])
    attempts = models.SmallIntegerField(db_default=0)
    next_attempt_at = models.DateTimeField(db_default=Now())
    error = models.TextField(db_default="")
    finished_at = models.DateTimeField(null=True)
    duplicates = models.IntegerField(db_default=0)

    across_stores = models.Manager["Event"]()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["store", "event", "digest"], name="event_once")]
        indexes = [
            # events.actions.finish_next
            models.Index(fields=["next_attempt_at", "id"], name="event_waiting", condition=models.Q(state=0)),
            # events.queries.parked, the nightly clearing
            models.Index(fields=["finished_at"], name="event_finished", condition=~models.Q(state=0)),
        ]

    def __str__(self) -> str:
        return f"{self.event} {self.pk}"
