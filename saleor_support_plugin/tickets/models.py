"""Work on a conversation: what it is about, whose it is, and whether it is done."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models.functions import Upper

from ..conversations.models import Conversation, Medium
from ..shop.models import Order
from ..stores.models import Store
from .rules import MOST_MACRO_NAME, MOST_REASON, MOST_RULE_NAME, MOST_TAG, MOST_VIEW_NAME


class State(models.TextChoices):
    OPEN = "OPEN", "It waits for staff."
    WAITING = "WAITING", "It waits for the shopper."
    CLOSED = "CLOSED", "It waits for nobody."


class Kind(models.TextChoices):
    MESSAGE = "MESSAGE", "Somebody wrote."
    CALLBACK = "CALLBACK", "Somebody wants to be called."
    CHAT = "CHAT", "Somebody chatted, or tried to."


class Priority(models.TextChoices):
    LOW = "LOW", "It may wait."
    NORMAL = "NORMAL", "As most are."
    HIGH = "HIGH", "It comes before others."
    URGENT = "URGENT", "It comes first."


class Clock(models.TextChoices):
    FIRST_REPLY = "FIRST_REPLY", "Until somebody has answered for the first time."
    RESOLVE = "RESOLVE", "Until the matter is done."


class Boost(models.TextChoices):
    FIRST_ORDER = "FIRST_ORDER", "It is about the first order of its customer."
    LATE_PARCEL = "LATE_PARCEL", "A parcel of its order is later than was promised."


class Ticket(models.Model):
    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="tickets")
    # Counted for each store from 1: what a shopper is told, and says on the phone.
    number = models.PositiveIntegerField()
    conversation = models.OneToOneField(Conversation, on_delete=models.CASCADE, related_name="ticket")
    order = models.ForeignKey(Order, on_delete=models.SET_NULL, null=True, related_name="tickets")
    state = models.CharField(max_length=8, choices=State.choices, default=State.OPEN)
    kind = models.CharField(max_length=8, choices=Kind.choices, default=Kind.MESSAGE)
    # Of one who wants to be called: their number, and when the half hour begins that they were promised.
    phone = models.CharField(max_length=20, blank=True)
    call_at = models.DateTimeField(null=True)
    subject = models.CharField(max_length=200)
    assigned_email = models.CharField(max_length=254, blank=True)
    # Whose it is before anybody took it; empty where nobody said.
    department = models.CharField(max_length=80, blank=True)
    # The name of one of the configuration's reasons (stores.reasons), perhaps of one that is no more.
    reason = models.CharField(max_length=MOST_REASON, blank=True)
    priority = models.CharField(max_length=8, choices=Priority.choices, default=Priority.NORMAL)
    # Why it was opened with more than its reason's priority: names of Boost.
    boosts = ArrayField(models.CharField(max_length=16), default=list)
    # Saleor's id of the product that it is about, where it is about no order's line.
    product_id = models.CharField(max_length=128, blank=True)
    # Two clocks that run in business hours while it is OPEN (clocks.py). Of each: what was given, when that is over as
    # long as it runs, and what is left while it stands. All three null: there is none; only what was given: it has
    # done its work.
    first_reply_target = models.DurationField(null=True)
    first_reply_due_at = models.DateTimeField(null=True)
    first_reply_left = models.DurationField(null=True)
    resolve_target = models.DurationField(null=True)
    resolve_due_at = models.DateTimeField(null=True)
    resolve_left = models.DurationField(null=True)
    first_replied_at = models.DateTimeField(null=True)
    # Of these, the one that runs and is over first: for lists and filters. `mark_at` is when to say so next.
    clock_kind = models.CharField(max_length=12, choices=Clock.choices, blank=True)
    due_at = models.DateTimeField(null=True)
    amber_at = models.DateTimeField(null=True)
    mark_at = models.DateTimeField(null=True)
    # What was said of the clocks, each once: `FIRST_REPLY AMBER` and the like.
    marks = ArrayField(models.CharField(max_length=24), default=list)
    # The ticket that this one was put into, and when; and the one of whose messages it was made.
    merged_into = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="merged")
    merged_at = models.DateTimeField(null=True)
    split_from = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="split_off")
    created_at = models.DateTimeField()
    # When somebody last said or did something.
    updated_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    # How its first message came: a conversations.models.Medium; empty where nobody has said anything yet.
    medium = models.CharField(max_length=8, choices=Medium.choices, blank=True, db_default="", default="")
    # How often it waited for staff again after it had been closed.
    reopened = models.PositiveSmallIntegerField(db_default=0, default=0)
    tags = ArrayField(models.CharField(max_length=MOST_TAG), default=list)
    # Until then it is in no list; its shopper's next message wakes it.
    snoozed_until = models.DateTimeField(null=True)

    across_stores = models.Manager["Ticket"]()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["store", "number"], name="ticket_number_once")]
        indexes = [  # tickets.queries.tickets, of one state and of all
            models.Index(fields=["store", "state", "-updated_at", "-id"], name="ticket_newest_of_state"),
            models.Index(fields=["store", "-updated_at", "-id"], name="ticket_newest"),
            models.Index(  # tickets.queries.promised_calls
                fields=["store", "call_at"], name="ticket_calls", condition=models.Q(call_at__isnull=False)
            ),
            models.Index(  # tickets.actions.wake_due
                fields=["snoozed_until"], name="ticket_snoozed", condition=models.Q(snoozed_until__isnull=False)
            ),
            models.Index(  # tickets.queries.counts
                fields=["store", "assigned_email"], name="ticket_unfinished", condition=~models.Q(state=State.CLOSED)
            ),
            GinIndex(fields=["tags"], name="ticket_tags"),
            models.Index(  # tickets.queries.tickets by when they are due, and tickets.queries.counts of breaches
                fields=["store", "due_at", "id"], name="ticket_due", condition=models.Q(due_at__isnull=False)
            ),
            models.Index(  # tickets.clocking.mark_due
                fields=["mark_at"], name="ticket_clock_to_mark", condition=models.Q(mark_at__isnull=False)
            ),
            models.Index(  # tickets.queries, of a product
                fields=["store", "product_id"], name="ticket_of_product", condition=~models.Q(product_id="")
            ),
        ]

    def __str__(self) -> str:
        return f"#{self.number}"


class TicketLine(models.Model):
    """A line of its order that a ticket is about."""

    # The unique pair below is its index.
    ticket = models.ForeignKey(Ticket, on_delete=models.CASCADE, related_name="lines", db_index=False)
    # Saleor's.
    order_line_id = models.CharField(max_length=128)
    product_id = models.CharField(max_length=128, blank=True)
    quantity = models.PositiveIntegerField()

    across_stores = models.Manager["TicketLine"]()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ticket", "order_line_id"], name="ticket_line_once")]
        indexes = [models.Index(fields=["product_id"], name="ticket_line_of_product")]  # tickets.queries, of a product
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.quantity} of {self.order_line_id}"


class TicketCopy(models.Model):
    """Somebody who is in copy of what a ticket's shopper is mailed, because a member of staff said so."""

    ticket = models.ForeignKey(Ticket, on_delete=models.CASCADE, related_name="copies", db_index=False)
    email = models.CharField(max_length=254)
    by_email = models.CharField(max_length=254)
    at = models.DateTimeField()

    across_stores = models.Manager["TicketCopy"]()

    class Meta:
        constraints = [models.UniqueConstraint("ticket", Upper("email"), name="ticket_copy_once")]
        ordering = ["id"]

    def __str__(self) -> str:
        return f"copy of {self.ticket_id}"


class Colleague(models.Model):
    """A member of staff whom tickets can be given to: who had a page open, answered, or was given one."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="colleagues", db_index=False)
    email = models.CharField(max_length=254)

    across_stores = models.Manager["Colleague"]()

    class Meta:
        constraints = [models.UniqueConstraint("store", Upper("email"), name="colleague_once")]

    def __str__(self) -> str:
        return self.email


class TicketLink(models.Model):
    """Two tickets that have to do with each other; `first` has the lower id."""

    first = models.ForeignKey(Ticket, on_delete=models.CASCADE, related_name="links_up", db_index=False)
    second = models.ForeignKey(Ticket, on_delete=models.CASCADE, related_name="links_down")
    by_email = models.CharField(max_length=254)
    at = models.DateTimeField()

    across_stores = models.Manager["TicketLink"]()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="ticket_link_once"),
            models.CheckConstraint(condition=models.Q(first__lt=models.F("second")), name="ticket_link_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.first_id} and {self.second_id}"


class View(models.Model):
    """A list of tickets that is looked at often, of one member of staff or, with no `user_id`, of everybody."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="ticket_views")
    # Saleor's.
    user_id = models.CharField(max_length=255, blank=True)
    name = models.CharField(max_length=MOST_VIEW_NAME)
    # As TicketFilter has it in the staff's schema.
    filter = models.JSONField(default=dict)
    position = models.PositiveSmallIntegerField(default=0)

    across_stores = models.Manager["View"]()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["store", "user_id", "name"], name="view_named_once")]
        ordering = ["position", "name", "id"]

    def __str__(self) -> str:
        return self.name


class RoutingRule(models.Model):
    """What becomes of a new ticket of which some things hold (routing.py)."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="routing_rules")
    name = models.CharField(max_length=MOST_RULE_NAME)
    is_on = models.BooleanField(default=True)
    position = models.PositiveSmallIntegerField(default=0)
    conditions = models.JSONField(default=dict)
    effects = models.JSONField(default=dict)

    across_stores = models.Manager["RoutingRule"]()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["store", "name"], name="routing_rule_named_once")]
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return self.name


class TicketWords(models.Model):
    """The words by which a ticket is found (finding.py), up to the message `seq`."""

    ticket = models.OneToOneField(Ticket, on_delete=models.CASCADE, primary_key=True, related_name="words")
    seq = models.PositiveIntegerField()
    words = SearchVectorField()

    across_stores = models.Manager["TicketWords"]()

    class Meta:
        indexes = [GinIndex(fields=["words"], name="ticket_found_by_words")]

    def __str__(self) -> str:
        return f"words of {self.ticket_id}"


class Macro(models.Model):
    """An answer that staff give often, and what becomes of the ticket with it."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="macros")
    name = models.CharField(max_length=MOST_MACRO_NAME)
    # By language; with places such as {{order.number}} (filling.py).
    text_en = models.TextField(blank=True)
    text_tr = models.TextField(blank=True)
    tags = ArrayField(models.CharField(max_length=MOST_TAG), default=list)
    # Empty: it stays as it is.
    state = models.CharField(max_length=8, choices=State.choices, blank=True)
    assign_to_me = models.BooleanField(default=False)
    # An act on the order that it proposes, {"kind": …, "values": {…}}; null where it proposes none.
    proposes = models.JSONField(null=True)

    across_stores = models.Manager["Macro"]()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["store", "name"], name="macro_named_once")]

    def __str__(self) -> str:
        return self.name
