"""Who wants to see an order without an account."""

from django.db import models

from ..shop.models import Order
from ..stores.models import Store


class OrderCode(models.Model):
    """That somebody asked for a code to see an order: kept alike whether there is such an order or not."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="order_codes")
    # Of the number and the e-mail that were typed, keyed: what they were is not kept.
    pair = models.BinaryField(max_length=32)
    # Null where the store has no order with both.
    order = models.ForeignKey(Order, on_delete=models.CASCADE, null=True, related_name="codes")
    # Of the code, keyed; empty until it is mailed, and once it has opened the order.
    digest = models.BinaryField(max_length=32, default=b"")
    tries = models.PositiveSmallIntegerField(default=0)
    asked_at = models.DateTimeField()
    mailed_at = models.DateTimeField(null=True)

    across_stores = models.Manager["OrderCode"]()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["store", "pair"], name="order_code_once")]
        indexes = [
            models.Index(  # guests.actions.mail_due
                fields=["asked_at"], name="order_code_to_mail", condition=models.Q(mailed_at=None)
            )
        ]

    def __str__(self) -> str:
        return f"code {self.pk}"
