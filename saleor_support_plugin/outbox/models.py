"""Every message to a person, and who does not want any more."""

from django.db import models

from ..stores.models import Store


class State(models.IntegerChoices):
    WAITING = 0
    # Being handed over right now: committed before the message leaves.
    SENDING = 1
    SENT = 2
    FAILED = 3
    # Nobody may say any more whether it went out, so it is never sent again.
    IN_DOUBT = 4
    # It was not right any more when its time came, or never was; `reason` says why.
    WITHHELD = 5


class Message(models.Model):
    """One mail. `dedupe_key` names its occasion: a store sends at most one message for each."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="messages")
    kind = models.CharField(max_length=64)
    purpose = models.CharField(max_length=16)
    channel_slug = models.CharField(max_length=255, blank=True)
    # What it is about, as its kind understands it: a checkout, an order, a ticket.
    about = models.CharField(max_length=128, blank=True)
    to_email = models.CharField(max_length=254)
    subject = models.CharField(max_length=200)
    text = models.TextField()
    html = models.TextField()
    headers = models.JSONField(default=dict)
    dedupe_key = models.CharField(max_length=200)
    # The same at every try, so that a mailbox shows a repeated message once.
    message_id = models.CharField(max_length=255)
    state = models.SmallIntegerField(choices=State.choices, default=State.WAITING)
    reason = models.CharField(max_length=500, blank=True)
    created_at = models.DateTimeField()
    due_at = models.DateTimeField()
    attempts = models.SmallIntegerField(default=0)
    taken_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    across_stores = models.Manager["Message"]()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["store", "dedupe_key"], name="message_once")]
        indexes = [
            # outbox.actions.take_next
            models.Index(fields=["due_at", "id"], name="message_waiting", condition=models.Q(state=State.WAITING)),
            # outbox.queries.sender_works, asked by the setup checklist
            models.Index(
                fields=["store"], name="message_sender_test", condition=models.Q(state=State.SENT, kind="sender_test")
            ),
            # outbox.actions.settle_left_behind
            models.Index(fields=["taken_at"], name="message_sending", condition=models.Q(state=State.SENDING)),
            # outbox.actions.forget_words
            models.Index(
                fields=["finished_at"],
                name="message_with_words",
                condition=models.Q(finished_at__isnull=False) & ~models.Q(to_email=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class Unsubscribed(models.Model):
    """An address that wants no more messages of a purpose; of the address only its hash is kept."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="unsubscribed")
    email_hash = models.CharField(max_length=64)
    purpose = models.CharField(max_length=16)
    at = models.DateTimeField()

    across_stores = models.Manager["Unsubscribed"]()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["store", "email_hash", "purpose"], name="unsubscribed_once")]

    def __str__(self) -> str:
        return f"{self.purpose} of {self.store_id}"
