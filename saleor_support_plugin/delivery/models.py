"""What a parcel costs and how long it takes, as the store's own shipping methods say."""

from django.db import models

from ..stores.models import Store


class ShippingOption(models.Model):
    """A shipping method as it applies to one channel and country; days are the merchant's, null where not given."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="shipping_options")
    channel_slug = models.CharField(max_length=255)
    country = models.CharField(max_length=2)
    method_id = models.CharField(max_length=128)
    name = models.CharField(max_length=255)
    price_amount = models.DecimalField(max_digits=20, decimal_places=3)
    currency = models.CharField(max_length=3)
    minimum_days = models.PositiveIntegerField(null=True)
    maximum_days = models.PositiveIntegerField(null=True)
    # Order values between which the method is offered, in `currency`; null where there is no bound.
    minimum_order = models.DecimalField(max_digits=20, decimal_places=3, null=True)
    maximum_order = models.DecimalField(max_digits=20, decimal_places=3, null=True)
    # Only some postal codes of the country: not offered as the country's line, for it might not be the shopper's.
    by_postal_code = models.BooleanField(default=False)

    across_stores = models.Manager["ShippingOption"]()

    class Meta:
        constraints = [
            # also the index of delivery.hot.options
            models.UniqueConstraint(
                fields=["store", "channel_slug", "country", "method_id"], name="shipping_option_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} to {self.country}"

    @property
    def is_conditional(self) -> bool:
        """Whether it holds for some postal codes or order values only; delivery.hot asks the same in SQL."""
        return self.by_postal_code or bool(self.minimum_order) or self.maximum_order is not None
