"""Work on a conversation: what it is about, whose it is, and whether it is done."""

from django.db import models

from ..conversations.models import Conversation
from ..shop.models import Order
from ..stores.models import Store


class State(models.TextChoices):
    OPEN = "OPEN", "It waits for staff."
    WAITING = "WAITING", "It waits for the shopper."
    CLOSED = "CLOSED", "It waits for nobody."


class Ticket(models.Model):
    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="tickets")
    # Counted for each store from 1: what a shopper is told, and says on the phone.
    number = models.PositiveIntegerField()
    conversation = models.OneToOneField(Conversation, on_delete=models.CASCADE, related_name="ticket")
    order = models.ForeignKey(Order, on_delete=models.SET_NULL, null=True, related_name="tickets")
    state = models.CharField(max_length=8, choices=State.choices, default=State.OPEN)
    subject = models.CharField(max_length=200)
    assigned_email = models.CharField(max_length=254, blank=True)
    created_at = models.DateTimeField()
    # When somebody last said or did something.
    updated_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    across_stores = models.Manager["Ticket"]()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["store", "number"], name="ticket_number_once")]
        indexes = [  # tickets.queries.tickets, of one state and of all
            models.Index(fields=["store", "state", "-updated_at", "-id"], name="ticket_newest_of_state"),
            models.Index(fields=["store", "-updated_at", "-id"], name="ticket_newest"),
        ]

    def __str__(self) -> str:
        return f"#{self.number}"
