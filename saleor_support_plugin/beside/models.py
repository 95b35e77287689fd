"""What staff did in shoppers' carts."""

from django.db import models

from ..conversations.models import Conversation
from ..stores.models import Store


class Deed(models.TextChoices):
    ADDED = "ADDED", "Pieces were put in."
    CHANGED = "CHANGED", "There are more or fewer of it."
    REMOVED = "REMOVED", "A line was taken out."
    CODE_APPLIED = "CODE_APPLIED", "A code was put in."
    CODE_REMOVED = "CODE_REMOVED", "A code was taken out."


class Result(models.TextChoices):
    BEGUN = "BEGUN", "Nobody knows whether it reached the cart."
    DONE = "DONE", "It is in the cart, and both sides were told."
    REFUSED = "REFUSED", "Saleor said no."


class CartAct(models.Model):
    """One thing that a member of staff did in a shopper's cart, kept before Saleor is told. Rows are only added."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="cart_acts")
    # The unique pair below is its index.
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="cart_acts", db_index=False)
    # The sender's own name for it: sent twice, it is done once.
    key = models.CharField(max_length=64)
    deed = models.CharField(max_length=12, choices=Deed.choices)
    by_email = models.CharField(max_length=254)
    checkout_id = models.CharField(max_length=128)
    # Saleor's id of the variant or the line; empty for a code.
    about = models.CharField(max_length=128, blank=True)
    # As the shopper was told it; of a gift card the last four characters, of a refused code nothing.
    name = models.CharField(max_length=300, blank=True)
    quantity = models.PositiveIntegerField(null=True)
    result = models.CharField(max_length=8, choices=Result.choices, default=Result.BEGUN)
    # Of rules.Trouble, where Saleor said no.
    trouble = models.CharField(max_length=16, blank=True)
    at = models.DateTimeField()

    across_stores = models.Manager["CartAct"]()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["conversation", "key"], name="cart_act_once")]
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.deed} {self.name}"
