"""What merchants wrote for their mails, and by whom those leave."""

from django.db import models

from ..stores.models import NamedConfiguration, Store
from ..stores.tokens_at_rest import EncryptedText


class MailText(models.Model):
    """One version of what a merchant wrote for a kind of mail; the newest holds, and one without texts is ours again.

    An empty channel stands for every channel that has no text of its own.
    """

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="mail_texts")
    kind = models.CharField(max_length=64)
    language = models.CharField(max_length=2)
    channel_slug = models.CharField(max_length=255, blank=True)
    version = models.PositiveIntegerField()
    # By block (catalogue.BLOCKS), only what is written differently.
    texts = models.JSONField(default=dict)
    # The e-mail of the member of staff who wrote it.
    author = models.CharField(max_length=254, blank=True)
    created_at = models.DateTimeField()
    # When a mail last had to do with our words instead, and when the merchant was last told so.
    failed_at = models.DateTimeField(null=True)
    told_at = models.DateTimeField(null=True)

    across_stores = models.Manager["MailText"]()

    class Meta:
        constraints = [
            # Also for mails.queries.texts_of and versions.
            models.UniqueConstraint(
                fields=["store", "kind", "language", "channel_slug", "version"], name="mail_text_once"
            )
        ]
        indexes = [
            # mails.queries.untold
            models.Index(fields=["failed_at"], name="mail_text_failed", condition=models.Q(failed_at__isnull=False))
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.language} {self.version} of {self.store_id}"


class SenderAccount(models.Model):
    """By whom the messages of a configuration's channels leave, one for each medium.

    Mail without one has the service's own way; other media are off.
    """

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="sender_accounts")
    configuration = models.ForeignKey(NamedConfiguration, on_delete=models.CASCADE, related_name="sender_accounts")
    medium = models.CharField(max_length=16, default="email")
    # A name of mails.providers.
    provider = models.CharField(max_length=24)
    # JSON: what the provider asks for.
    credentials = EncryptedText()
    # Part of the address at which the provider tells us of bounces and complaints.
    events_secret = EncryptedText()
    updated_at = models.DateTimeField()

    across_stores = models.Manager["SenderAccount"]()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["configuration", "medium"], name="sender_account_once")]

    def __str__(self) -> str:
        return f"{self.provider} of {self.store_id}"
