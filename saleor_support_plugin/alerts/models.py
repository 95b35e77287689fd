"""Who of the staff was told that somebody waits, and where else to say it."""

from django.db import models

from ..stores.models import Store
from ..stores.tokens_at_rest import EncryptedText
from ..tickets.models import Ticket


class Alert(models.Model):
    """That staff were told of one wait, which began with the shopper's message `seq`; 0 where they wrote none."""

    # The unique pair below is its index.
    ticket = models.ForeignKey(Ticket, on_delete=models.CASCADE, related_name="alerts", db_index=False)
    seq = models.PositiveIntegerField()
    at = models.DateTimeField()
    # The line that is said of it.
    text = models.CharField(max_length=300, blank=True)
    # When it is to be said at the store's AlertAccount; null once it was, or where there is none.
    say_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)

    across_stores = models.Manager["Alert"]()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ticket", "seq"], name="alert_once")]
        indexes = [
            models.Index(  # alerts.saying.say_due
                fields=["say_at"], name="alert_to_say", condition=models.Q(say_at__isnull=False)
            )
        ]

    def __str__(self) -> str:
        return f"{self.ticket_id} from {self.seq}"


class AlertAccount(models.Model):
    """Where staff hear that somebody waits, beside mailboxes: a room of Slack, say, as Apprise addresses it."""

    store = models.OneToOneField(Store, on_delete=models.CASCADE, related_name="alert_account")
    # Holds the token with which anybody may write there.
    address = EncryptedText()
    # Why the last try failed, in words of ours; empty where it did not.
    problem = models.CharField(max_length=200, blank=True)

    across_stores = models.Manager["AlertAccount"]()

    def __str__(self) -> str:
        return f"alerts of {self.store_id}"
