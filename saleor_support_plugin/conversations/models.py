"""Threads between a shop and a person. Tickets work on them today; chat, mail and reviews will speak in the same."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from ..stores.models import Store


class Author(models.TextChoices):
    SHOPPER = "shopper"
    STAFF = "staff"
    SYSTEM = "system"


class Happening(models.TextChoices):
    """What a message of the system says; the text beside it is what it is about."""

    CLOSED = "closed", "`authorName` closed the ticket."
    REOPENED = "reopened", "It was opened again."
    ORDER_NOT_FOUND = "order_not_found", "The shopper named an order, `text`, that is not under their e-mail."


class Conversation(models.Model):
    """One thread with one person, about one matter. What was said last is kept here too, for lists of threads."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="conversations")
    channel_slug = models.CharField(max_length=255)
    # Two letters, as the person was spoken to: mails and pages come in it.
    language = models.CharField(max_length=2, default="en")
    email = models.CharField(max_length=254, blank=True)
    # When somebody first wrote behind a mailed link, or Saleor vouched for it; before, anybody may have typed it.
    email_confirmed_at = models.DateTimeField(null=True)
    name = models.CharField(max_length=100, blank=True)
    created_at = models.DateTimeField()
    # Of the form that began it, so that one sent twice begins it once; null where none did or it named no key.
    form_digest = models.BinaryField(max_length=32, null=True)
    last_message = models.ForeignKey("ConversationMessage", on_delete=models.SET_NULL, null=True, related_name="+")

    across_stores = models.Manager["Conversation"]()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["store", "form_digest"], name="conversation_begun_once")]

    def __str__(self) -> str:
        return f"conversation {self.pk}"


class ConversationMessage(models.Model):
    """What somebody said, or what happened (`author` SYSTEM; `event` says what, and staff alone see it)."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="messages")
    author = models.CharField(max_length=8, choices=Author.choices)
    author_name = models.CharField(max_length=254, blank=True)
    event = models.CharField(max_length=32, choices=Happening.choices, blank=True)
    text = models.TextField(blank=True)
    at = models.DateTimeField()
    # The sender's own name for this message: sent twice, it is kept once.
    key = models.CharField(max_length=64, blank=True)

    across_stores = models.Manager["ConversationMessage"]()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["conversation", "key"], condition=~models.Q(key=""), name="conversation_message_once"
            )
        ]
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.author} in {self.conversation_id}"


class LinkKind(models.TextChoices):
    """Who holds a way in. Neither opens the other's door."""

    MAIL = "mail", "Whoever reads the mailbox."
    WIDGET = "widget", "The page on which the form was sent, which proves nothing about the address in it."


class ConversationLink(models.Model):
    """A way into one conversation without a login. Only a digest is kept: who reads the table opens nothing."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="links")
    kind = models.CharField(max_length=8, choices=LinkKind.choices, default=LinkKind.MAIL)
    digest = models.BinaryField(max_length=32, unique=True)
    expires_at = models.DateTimeField()

    across_stores = models.Manager["ConversationLink"]()

    def __str__(self) -> str:
        return f"link to {self.conversation_id}"


class Knocking(models.Model):
    """How often somebody used an open door lately; `digest` hides who: an e-mail, a network address, a link."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="knockings")
    digest = models.BinaryField(max_length=32)
    at = ArrayField(models.DateTimeField(), default=list)
    last_at = models.DateTimeField()

    across_stores = models.Manager["Knocking"]()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["store", "digest"], name="knocking_once")]
        indexes = [models.Index(fields=["last_at"], name="knocking_old")]  # conversations.actions.forget_knocking

    def __str__(self) -> str:
        return f"{len(self.at)} times"
