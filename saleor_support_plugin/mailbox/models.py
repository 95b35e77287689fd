"""Where a shop's mail comes in, and every mail that came, with what was decided about it."""

from django.db import models

from ..conversations.models import Conversation
from ..stores.models import NamedConfiguration, Store
from ..stores.tokens_at_rest import EncryptedText


class State(models.TextChoices):
    WAITING = "WAITING", "It came, and is to be read."
    JOINED = "JOINED", "It stands in the conversation that it belongs to."
    OPENED = "OPENED", "It opened a ticket."
    ANSWERED = "ANSWERED", "A member of staff answered a shopper with it."
    KEPT = "KEPT", "A machine wrote it: it is nobody's words."
    HELD = "HELD", "Staff decide about it: it may not be from whom it says."


class Mailbox(models.Model):
    """How the mails of a configuration's channels come in: read by IMAP, or handed over by a provider."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="mailboxes")
    configuration = models.OneToOneField(NamedConfiguration, on_delete=models.CASCADE, related_name="mailbox")
    # `imap`, or a name of mailbox.settings.PROVIDERS.
    way = models.CharField(max_length=16)
    host = models.CharField(max_length=253, blank=True)
    username = models.CharField(max_length=254, blank=True)
    password = EncryptedText(blank=True, default="")
    # Part of the address at which a provider hands mails over.
    secret = EncryptedText()
    # Whose word in Authentication-Results counts (RFC 8601); empty where nobody's does.
    authserv_id = models.CharField(max_length=253, blank=True)
    # Which mails were fetched: numbers of a mailbox mean something as long as its validity stays (RFC 3501).
    uid_validity = models.BigIntegerField(null=True)
    last_uid = models.BigIntegerField(default=0)
    checked_at = models.DateTimeField(null=True)
    # Why it could not be read when it was last tried.
    problem = models.CharField(max_length=300, blank=True)
    updated_at = models.DateTimeField()

    across_stores = models.Manager["Mailbox"]()

    def __str__(self) -> str:
        return f"mailbox {self.pk}"


class ReceivedMail(models.Model):
    """A mail that came; the same one twice is one row."""

    # Not with the store's row: only this one knows where the mail lies that is to be removed.
    store = models.ForeignKey(Store, on_delete=models.PROTECT, related_name="received_mails")
    mailbox = models.ForeignKey(Mailbox, on_delete=models.SET_NULL, null=True, related_name="mails")
    # Of what tells it from every other (rules.digest).
    digest = models.BinaryField(max_length=32)
    message_id = models.CharField(max_length=255, blank=True)
    sender = models.CharField(max_length=254, blank=True)
    subject = models.CharField(max_length=200, blank=True)
    bytes = models.PositiveIntegerField()
    # Where it lies as it came; nothing once it was removed.
    original = models.CharField(max_length=64, blank=True)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    # Why: a code of docs/mail-in.md.
    reason = models.CharField(max_length=24, blank=True)
    # In which it stands, or would have stood.
    conversation = models.ForeignKey(Conversation, on_delete=models.SET_NULL, null=True, related_name="received_mails")
    received_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    # When a worker is to read it; null once it is decided about.
    due_at = models.DateTimeField(null=True)

    across_stores = models.Manager["ReceivedMail"]()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["store", "digest"], name="received_mail_once"),
            models.CheckConstraint(
                condition=models.Q(state=State.WAITING) ^ models.Q(due_at__isnull=True),
                name="received_mail_waits_or_is_settled",
            ),
        ]
        indexes = [
            # mailbox.queries.of_message_ids
            models.Index(fields=["store", "message_id"], name="received_mail_by_id"),
            models.Index(fields=["store", "-received_at", "-id"], name="received_mail_newest"),  # mailbox.queries.mails
            # mailbox.actions.take_next
            models.Index(fields=["due_at"], name="received_mail_due", condition=models.Q(due_at__isnull=False)),
            # mailbox.actions.forget
            models.Index(fields=["received_at"], name="received_mail_lies", condition=~models.Q(original="")),
        ]

    def __str__(self) -> str:
        return f"mail {self.pk}"
