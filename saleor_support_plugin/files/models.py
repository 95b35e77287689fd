"""Files that somebody sent: pictures of a review, of a message, of a ticket."""

from django.db import models

from ..stores.models import Store


class State(models.TextChoices):
    WAITING = "WAITING", "It came, and is to be drawn anew."
    READY = "READY", "It can be shown."
    REFUSED = "REFUSED", "It cannot be shown; `refusal` says why."


class StoredFile(models.Model):
    """A file that came in. Any row that refers to it by a foreign key keeps it; else it is forgotten after a day."""

    # Not with the store's row: only this one knows what is to be removed where files are kept.
    store = models.ForeignKey(Store, on_delete=models.PROTECT, related_name="files")
    # 128 random bits; whoever has them may see the file.
    token = models.CharField(max_length=32, unique=True)
    # Whose upload it was, such as `review_request:12` (files.permits).
    owner = models.CharField(max_length=64)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    # files.rules.Refusal
    refusal = models.CharField(max_length=32, blank=True)
    # files.rules.Kind: what it was when it came
    kind = models.CharField(max_length=8)
    bytes = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    # What the sender called it, to be read by a person.
    name = models.CharField(max_length=120, blank=True)
    # Of the picture as it is looked at; null before it was drawn anew.
    width = models.PositiveIntegerField(null=True)
    height = models.PositiveIntegerField(null=True)
    # Where it lies as it came, out of everybody's reach; nothing once it was drawn anew or refused.
    original = models.CharField(max_length=64, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    # When a worker is to take it; null once it is settled.
    due_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField()

    across_stores = models.Manager["StoredFile"]()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state=State.WAITING) ^ models.Q(due_at__isnull=True), name="file_waits_or_is_settled"
            ),
            models.CheckConstraint(
                condition=models.Q(state=State.REFUSED) ^ models.Q(refusal=""), name="file_refused_why"
            ),
        ]
        indexes = [
            # files.queries.uploaded, and how many there are
            models.Index(fields=["store", "owner"], name="file_of_owner"),
            # files.actions.take_next
            models.Index(fields=["due_at"], name="file_due", condition=models.Q(due_at__isnull=False)),
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.owner}"
