"""What staff did for an order's buyer, what they may give, and the row that stands for the shop's purse."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from ..shop.models import Order
from ..stores.models import Store
from ..tickets.models import Ticket
from .rules import MOST_WORDS, UNFINISHED, Kind, State


class OrderAct(models.Model):
    """One act on an order, kept before Saleor is told, and never deleted; OrderActStep has how it went on."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="order_acts")
    # Counted for each store from 1, without gaps.
    number = models.PositiveIntegerField()
    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="acts")
    ticket = models.ForeignKey(Ticket, on_delete=models.SET_NULL, null=True, related_name="acts")
    kind = models.CharField(max_length=16, choices=[(one.value, one.value) for one in Kind])
    state = models.CharField(max_length=16, choices=[(one.value, one.value) for one in State])
    # As deeds.Deed.read returns it.
    input = models.JSONField(default=dict)
    # What it gives the buyer; null of what costs nothing.
    amount = models.DecimalField(max_digits=20, decimal_places=3, null=True)
    currency = models.CharField(max_length=3, blank=True)
    # Of the configuration's reasons; empty where nobody gave one.
    reason = models.CharField(max_length=40, blank=True)
    note = models.CharField(max_length=MOST_WORDS, blank=True)
    by_user_id = models.CharField(max_length=128)
    by_email = models.CharField(max_length=254)
    # Saleor's permission groups that they were in.
    groups = ArrayField(models.CharField(max_length=150), default=list)
    # By whose limit it was decided; empty where none was looked at.
    group = models.CharField(max_length=150, blank=True)
    # The asker's own name for it: sent twice, it is done once.
    key = models.CharField(max_length=64)
    # By which it is found again in Saleor: in a refund's reason, a card's metadata, a draft's reference, as a code.
    marker = models.CharField(max_length=32)
    # Which bounds made it wait for a lead.
    passed = ArrayField(models.CharField(max_length=20), default=list)
    decided_by_email = models.CharField(max_length=254, blank=True)
    decision_note = models.CharField(max_length=MOST_WORDS, blank=True)
    decided_at = models.DateTimeField(null=True)
    # Of rules.Problem; and Saleor's own words.
    problem = models.CharField(max_length=32, blank=True)
    problem_words = models.CharField(max_length=MOST_WORDS, blank=True)
    # What Saleor called what was made, and how often a thing had happened before.
    saleor = models.JSONField(default=dict)
    asked_at = models.DateTimeField()
    # When leads were mailed that it waits for one of them.
    leads_told_at = models.DateTimeField(null=True)
    # When Saleor was first told, or was to be.
    sent_at = models.DateTimeField(null=True)
    # When to go on with it; null once nothing more comes.
    due_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    done_at = models.DateTimeField(null=True)

    across_stores = models.Manager["OrderAct"]()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["store", "key"], name="order_act_once"),
            models.UniqueConstraint(fields=["store", "number"], name="order_act_number_once"),
        ]
        indexes = [
            # compensation.actions.take_due
            models.Index(fields=["due_at"], name="order_act_due", condition=models.Q(due_at__isnull=False)),
            # compensation.queries.waiting
            models.Index(
                fields=["store", "-asked_at"],
                name="order_act_open",
                condition=models.Q(state__in=[one.value for one in UNFINISHED]),
            ),
            # compensation.leading.tell_leads
            models.Index(
                fields=["store"],
                name="order_act_untold",
                condition=models.Q(state=State.NEEDS_APPROVAL.value, leads_told_at__isnull=True),
            ),
            # compensation.queries.given
            models.Index(fields=["store", "by_user_id", "asked_at"], name="order_act_of_staff"),
        ]
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.kind} {self.number}"


class OrderActStep(models.Model):
    """How an act went on: who or what moved it, and when. Rows are only added."""

    act = models.ForeignKey(OrderAct, on_delete=models.CASCADE, related_name="steps")
    state = models.CharField(max_length=16)
    # Empty where it was us.
    by_email = models.CharField(max_length=254, blank=True)
    note = models.CharField(max_length=MOST_WORDS, blank=True)
    at = models.DateTimeField()

    across_stores = models.Manager["OrderActStep"]()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.state} of {self.act_id}"


class Purse(models.Model):
    """Locked while somebody finds out what may still be given: two that add up at once would both find room."""

    store = models.OneToOneField(Store, on_delete=models.CASCADE, primary_key=True, related_name="purse")
    last_number = models.PositiveIntegerField(default=0)

    across_stores = models.Manager["Purse"]()

    def __str__(self) -> str:
        return f"purse of {self.store_id}"


class AuthorityLimit(models.Model):
    """A rules.Limit, as a merchant set it."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="authority_limits")
    # The name of one of Saleor's permission groups.
    group = models.CharField(max_length=150)
    reason = models.CharField(max_length=40, blank=True)
    currency = models.CharField(max_length=3)
    percent_of_order = models.PositiveSmallIntegerField(null=True)
    per_order = models.DecimalField(max_digits=20, decimal_places=3, null=True)
    per_day = models.DecimalField(max_digits=20, decimal_places=3, null=True)
    per_customer = models.DecimalField(max_digits=20, decimal_places=3, null=True)

    across_stores = models.Manager["AuthorityLimit"]()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["store", "group", "reason", "currency"], name="authority_limit_once")
        ]
        ordering = ["group", "reason", "currency"]

    def __str__(self) -> str:
        return f"{self.group} {self.reason} {self.currency}"
