"""What Saleor says happened to an order, and the note by which an order's own history tells of a ticket."""

from django.db import models

from ..shop.models import Order
from ..stores.models import Store
from ..tickets.models import Ticket


class SaleorEvent(models.Model):
    """One entry of an order's history in Saleor. It never changes there, so it is read once."""

    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="saleor_events", db_index=False)
    saleor_id = models.CharField(max_length=128)
    # Of Saleor's OrderEventsEnum.
    type = models.CharField(max_length=64)
    at = models.DateTimeField()
    message = models.TextField(blank=True)
    # The app that did it; who of the staff did, Saleor tells nobody but those who may manage staff.
    app_name = models.CharField(max_length=250, blank=True)

    across_stores = models.Manager["SaleorEvent"]()

    class Meta:
        # also the index of an order's history
        constraints = [models.UniqueConstraint(fields=["order", "saleor_id"], name="saleor_event_once")]

    def __str__(self) -> str:
        return f"{self.type} of {self.order_id}"


class EventsReading(models.Model):
    """When an order's history was last read, and how old our word for the order was then."""

    order = models.OneToOneField(Order, on_delete=models.CASCADE, primary_key=True, related_name="events_reading")
    read_at = models.DateTimeField()
    # The order's `issued_at` of that time: an order that changed since has more to tell.
    of = models.DateTimeField()

    across_stores = models.Manager["EventsReading"]()

    def __str__(self) -> str:
        return f"history of {self.order_id}"


class OrderNote(models.Model):
    """A ticket's note in its order in Saleor. `text` is what was last written, or is being written."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="order_notes")
    ticket = models.OneToOneField(Ticket, on_delete=models.CASCADE, related_name="order_note")
    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="support_notes")
    # Of the note in Saleor; empty until we know that it is there.
    saleor_id = models.CharField(max_length=128, blank=True)
    text = models.TextField()
    # Since when we do not know whether Saleor has that text; null where we know that it does.
    doubt_since = models.DateTimeField(null=True)
    # When it was last compared with the ticket.
    compared_at = models.DateTimeField(null=True)

    across_stores = models.Manager["OrderNote"]()

    def __str__(self) -> str:
        return f"note of {self.ticket_id}"
