"""What the store says about shipping, as Saleor had it when we last read it: one row for each thing of Saleor's."""

from __future__ import annotations

from decimal import Decimal

from django.db import models

from ..shop.models import amount
from ..stores.models import Store


def weight() -> models.DecimalField[Decimal | None, Decimal | None]:
    """Return a column for kilogrammes, null where nothing was said."""
    return models.DecimalField(max_digits=14, decimal_places=5, null=True)


class ShippingZone(models.Model):
    """Where to, in which channels, and from which warehouses."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="shipping_zones")
    saleor_id = models.CharField(max_length=128)
    name = models.CharField(max_length=255)
    countries = models.JSONField(default=list)
    # Slugs of channels, and ids of warehouses.
    channels = models.JSONField(default=list)
    warehouses = models.JSONField(default=list)

    across_stores = models.Manager["ShippingZone"]()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["store", "saleor_id"], name="shipping_zone_once")]

    def __str__(self) -> str:
        return self.name


class ShippingMethod(models.Model):
    """A way of shipping inside a zone. Days are the merchant's, null where Saleor was given none."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="shipping_methods")
    zone = models.ForeignKey(ShippingZone, on_delete=models.CASCADE, related_name="methods")
    # As shoppers and orders see it, `ShippingMethod:7`; the zone itself calls it `ShippingMethodType:7`.
    saleor_id = models.CharField(max_length=128)
    name = models.CharField(max_length=255)
    minimum_days = models.PositiveIntegerField(null=True)
    maximum_days = models.PositiveIntegerField(null=True)
    minimum_weight = weight()
    maximum_weight = weight()
    # [[first, last, "INCLUDE" or "EXCLUDE"], …]; an empty `last` has no end.
    postal_codes = models.JSONField(default=list)
    excluded_products = models.JSONField(default=list)
    tax_class_id = models.CharField(max_length=128, blank=True)

    across_stores = models.Manager["ShippingMethod"]()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["store", "saleor_id"], name="shipping_method_once")]

    def __str__(self) -> str:
        return self.name


class ShippingPrice(models.Model):
    """What a method costs in a channel, as listed: with or without tax as the channel has its prices entered."""

    method = models.ForeignKey(ShippingMethod, on_delete=models.CASCADE, related_name="prices")
    channel_slug = models.CharField(max_length=255)
    price = amount()
    currency = models.CharField(max_length=3)
    # Order values between which the method is offered, in `currency`; null where there is no bound.
    minimum_order = models.DecimalField(max_digits=20, decimal_places=3, null=True)
    maximum_order = models.DecimalField(max_digits=20, decimal_places=3, null=True)

    across_stores = models.Manager["ShippingPrice"]()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["method", "channel_slug"], name="shipping_price_once")]

    def __str__(self) -> str:
        return f"{self.price} {self.currency} in {self.channel_slug}"


class Warehouse(models.Model):
    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="warehouses")
    saleor_id = models.CharField(max_length=128)
    name = models.CharField(max_length=255)
    country = models.CharField(max_length=2)
    city = models.CharField(max_length=255, blank=True)
    postal_code = models.CharField(max_length=32, blank=True)
    street = models.CharField(max_length=512, blank=True)
    # DISABLED, LOCAL (what is in stock there) or ALL (whatever the channel has, brought there).
    click_and_collect = models.CharField(max_length=16, default="DISABLED")
    is_private = models.BooleanField(default=False)

    across_stores = models.Manager["Warehouse"]()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["store", "saleor_id"], name="warehouse_once")]

    def __str__(self) -> str:
        return self.name


class TaxRate(models.Model):
    """A flat rate in per cent. An empty tax class is the country's own rate, for what has no class."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="tax_rates")
    country = models.CharField(max_length=2)
    tax_class_id = models.CharField(max_length=128, blank=True)
    rate = models.DecimalField(max_digits=7, decimal_places=4)

    across_stores = models.Manager["TaxRate"]()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["store", "country", "tax_class_id"], name="tax_rate_once")]

    def __str__(self) -> str:
        return f"{self.rate} % in {self.country}"


class DayOff(models.Model):
    """A public holiday, read from the package `holidays` by the worker: web processes would hold 50 MB for it.

    Everybody's, so it has no store. `half_until` is when work ends on a day of which only the afternoon is free.
    """

    country = models.CharField(max_length=2)
    on = models.DateField()
    name = models.CharField(max_length=255)
    half_until = models.TimeField(null=True)

    across_stores = models.Manager["DayOff"]()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["country", "on"], name="day_off_once")]

    def __str__(self) -> str:
        return f"{self.name} on {self.on}"


class DeliveryRules(models.Model):
    """What a merchant set about a warehouse, a channel, or with neither the whole store; `data` is of merchant_json."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="delivery_rules")
    warehouse_id = models.CharField(max_length=128, blank=True)
    channel_slug = models.CharField(max_length=255, blank=True)
    data = models.JSONField(default=dict)
    updated_at = models.DateTimeField()

    across_stores = models.Manager["DeliveryRules"]()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["store", "warehouse_id", "channel_slug"], name="delivery_rules_once"),
            models.CheckConstraint(
                condition=models.Q(warehouse_id="") | models.Q(channel_slug=""), name="delivery_rules_of_one"
            ),
        ]

    def __str__(self) -> str:
        return f"delivery rules of {self.warehouse_id or self.channel_slug or 'the store'}"


class Widening(models.Model):
    """By how many carrier days a method's window is wider on a route, because of what was measured (parcels.keeping).

    An empty prefix is the whole country; the longest prefix that a postal code begins with holds.
    """

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="widenings")
    method_id = models.CharField(max_length=128)
    warehouse_country = models.CharField(max_length=2)
    country = models.CharField(max_length=2)
    postal_prefix = models.CharField(max_length=8, blank=True)
    late_days = models.PositiveSmallIntegerField()
    # Of how many arrivals.
    measured = models.PositiveIntegerField()

    across_stores = models.Manager["Widening"]()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["store", "method_id", "warehouse_country", "country", "postal_prefix"], name="widening_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.late_days} days more for {self.method_id}"
