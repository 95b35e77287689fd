"""Checkouts as we know them."""

from django.db import models
from django.db.models.functions import Upper

from ..stores.models import Store


class Cart(models.Model):
    """One Saleor checkout; `order_id` is set once it became an order (the order names it by `checkoutId`)."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="carts")
    saleor_id = models.CharField(max_length=128)
    channel_slug = models.CharField(max_length=255, blank=True)
    language_code = models.CharField(max_length=16, blank=True)
    email = models.CharField(max_length=254, blank=True)
    customer_id = models.CharField(max_length=128, blank=True)
    quantity = models.PositiveIntegerField(default=0)
    currency = models.CharField(max_length=3, blank=True)
    total_gross = models.DecimalField(max_digits=20, decimal_places=3, default=0)
    charge_status = models.CharField(max_length=32, blank=True)
    authorize_status = models.CharField(max_length=32, blank=True)
    created = models.DateTimeField(null=True)
    updated_at = models.DateTimeField(null=True)
    order_id = models.CharField(max_length=128, blank=True)
    # What is in it, as carts.rules.Line.
    lines = models.JSONField(default=list)
    # Keys of the checkout's metadata that say "true"; the merchant says which of them is a consent.
    agreed = models.JSONField(default=list)
    issued_at = models.DateTimeField()
    # When to look whether the shopper needs a reminder; null where nothing is to be looked at.
    next_check_at = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)
    # Why there was no reminder when it was last looked at: carts.rules.Silence.
    silence = models.CharField(max_length=32, blank=True)

    across_stores = models.Manager["Cart"]()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["store", "saleor_id"], name="cart_once")]
        indexes = [
            # carts.actions.remind_next
            models.Index(
                fields=["next_check_at"], name="cart_to_look_at", condition=models.Q(next_check_at__isnull=False)
            ),
            models.Index("store", Upper("email"), name="cart_by_shopper"),  # carts.queries.facts
        ]

    def __str__(self) -> str:
        return self.saleor_id
