"""The store's orders, variants and channels as we know them; every row says when Saleor's word for it was issued."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.db import models
from django.db.models.functions import Upper

from ..money import Money
from ..stores.models import Store


def amount(**options: Any) -> models.DecimalField[Decimal, Decimal]:
    """Return a column for an amount of money: three decimals, as some currencies have."""
    return models.DecimalField(max_digits=20, decimal_places=3, **options)


class Channel(models.Model):
    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="channels")
    saleor_id = models.CharField(max_length=128)
    slug = models.CharField(max_length=255)
    name = models.CharField(max_length=255)
    currency = models.CharField(max_length=3)
    default_country = models.CharField(max_length=2)
    countries = models.JSONField(default=list)
    is_active = models.BooleanField(default=True)
    # PRIORITIZE_SORTING_ORDER or PRIORITIZE_HIGH_STOCK; the ids of its warehouses, in its order.
    allocation_strategy = models.CharField(max_length=32, default="PRIORITIZE_SORTING_ORDER")
    warehouse_ids = models.JSONField(default=list)
    # How the channel taxes and shows prices (delivery.taxes.TaxFacts), {} while it was not read.
    tax = models.JSONField(default=dict)

    across_stores = models.Manager["Channel"]()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["store", "slug"], name="channel_once")]

    def __str__(self) -> str:
        return self.slug


class Order(models.Model):
    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="orders")
    saleor_id = models.CharField(max_length=128)
    number = models.CharField(max_length=64)
    created = models.DateTimeField()
    updated_at = models.DateTimeField(null=True)
    status = models.CharField(max_length=32)
    payment_status = models.CharField(max_length=32)
    charge_status = models.CharField(max_length=32)
    channel_slug = models.CharField(max_length=255)
    language_code = models.CharField(max_length=16)
    checkout_id = models.CharField(max_length=128, blank=True)
    customer_id = models.CharField(max_length=128, blank=True)
    customer_email = models.CharField(max_length=254, blank=True)
    customer_name = models.CharField(max_length=512, blank=True)
    currency = models.CharField(max_length=3)
    total_gross = amount()
    shipping_gross = amount()
    total_refunded = amount(default=0)
    delivery_method_name = models.CharField(max_length=255, blank=True)
    # Saleor's id of the shipping method, or of the warehouse where it is picked up.
    delivery_method_id = models.CharField(max_length=128, blank=True)
    # The signed promise of a product page (delivery.promises), which the storefront put into the checkout's metadata.
    page_promise = models.CharField(max_length=1500, blank=True)
    shipping_city = models.CharField(max_length=255, blank=True)
    shipping_postal_code = models.CharField(max_length=32, blank=True)
    shipping_country = models.CharField(max_length=2, blank=True)
    voucher_code = models.CharField(max_length=255, blank=True)
    issued_at = models.DateTimeField()

    across_stores = models.Manager["Order"]()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["store", "saleor_id"], name="order_once")]
        indexes = [
            models.Index(fields=["store", "-created", "id"], name="order_newest"),  # shop.queries.orders
            # carts.queries, by whatever names a person
            models.Index("store", Upper("customer_email"), name="order_by_customer"),
            models.Index(fields=["store", "customer_id"], name="order_of_account", condition=~models.Q(customer_id="")),
            models.Index(
                fields=["store", "checkout_id"], name="order_of_checkout", condition=~models.Q(checkout_id="")
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def total(self) -> Money:
        return Money(self.total_gross, self.currency)

    @property
    def shipping_price(self) -> Money:
        return Money(self.shipping_gross, self.currency)


class OrderLine(models.Model):
    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="lines")
    saleor_id = models.CharField(max_length=128)
    position = models.PositiveIntegerField()
    variant_id = models.CharField(max_length=128, blank=True)
    product_name = models.CharField(max_length=512)
    variant_name = models.CharField(max_length=512, blank=True)
    # In the order's language, as Saleor has it; the product's own name where there is no translation.
    translated_name = models.CharField(max_length=512, blank=True)
    sku = models.CharField(max_length=255, blank=True)
    quantity = models.PositiveIntegerField()
    quantity_fulfilled = models.IntegerField()
    total_gross = amount()
    currency = models.CharField(max_length=3)
    thumbnail_url = models.CharField(max_length=1000, blank=True)

    across_stores = models.Manager["OrderLine"]()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["order", "saleor_id"], name="order_line_once")]
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return f"{self.quantity} × {self.product_name}"

    @property
    def shown_name(self) -> str:
        """The product's name as its buyer knows it."""
        return self.translated_name or self.product_name

    @property
    def total(self) -> Money:
        return Money(self.total_gross, self.currency)


class Fulfillment(models.Model):
    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="fulfillments")
    saleor_id = models.CharField(max_length=128)
    number = models.PositiveIntegerField()
    status = models.CharField(max_length=32)
    tracking_number = models.CharField(max_length=255, blank=True)
    created = models.DateTimeField()
    warehouse_id = models.CharField(max_length=128, blank=True)
    # Ours, for Saleor knows no such state: when the parcel was said to have arrived, and by whom.
    delivered_at = models.DateTimeField(null=True)
    delivered_source = models.CharField(max_length=32, blank=True)

    across_stores = models.Manager["Fulfillment"]()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["order", "saleor_id"], name="fulfillment_once")]
        indexes = [
            # reviews.requesting.notice_deliveries
            models.Index(
                fields=["delivered_at"],
                name="fulfillment_delivered",
                condition=models.Q(delivered_at__isnull=False),
            )
        ]
        ordering = ["number", "id"]

    def __str__(self) -> str:
        return f"{self.order_id}/{self.number}"

    @property
    def quantity(self) -> int:
        return sum(line.quantity for line in self.lines.all())


class FulfillmentLine(models.Model):
    fulfillment = models.ForeignKey(Fulfillment, on_delete=models.CASCADE, related_name="lines")
    saleor_id = models.CharField(max_length=128)
    order_line_id = models.CharField(max_length=128)
    quantity = models.PositiveIntegerField()

    across_stores = models.Manager["FulfillmentLine"]()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["fulfillment", "saleor_id"], name="fulfillment_line_once")]

    def __str__(self) -> str:
        return f"{self.quantity} of {self.order_line_id}"


class Variant(models.Model):
    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="variants")
    saleor_id = models.CharField(max_length=128)
    product_id = models.CharField(max_length=128)
    product_name = models.CharField(max_length=512)
    product_slug = models.CharField(max_length=255)
    # Saleor's id of the product's category; its parents are not known.
    category_id = models.CharField(max_length=128, blank=True)
    name = models.CharField(max_length=512, blank=True)
    sku = models.CharField(max_length=255, blank=True)
    is_shipping_required = models.BooleanField(default=True)
    track_inventory = models.BooleanField(default=True)
    is_deleted = models.BooleanField(default=False)
    # Kilogrammes; the product's, or its type's, where the variant has none of its own.
    weight = models.DecimalField(max_digits=14, decimal_places=5, null=True)
    # {slug: {"published_at": …, "for_sale_at": …}} of the channels where it has a price and is to be published;
    # null while we have not been told.
    listings = models.JSONField(null=True)
    # A pre-order is one until `preorder_until` (null: without an end); `preorder_left` pieces of it are left.
    is_preorder = models.BooleanField(default=False)
    preorder_until = models.DateTimeField(null=True)
    preorder_left = models.IntegerField(null=True)
    # From the variant's metadata, `support.expected_on` and `support.extra_handling` (docs/delivery.md).
    expected_on = models.DateField(null=True)
    extra_handling = models.JSONField(null=True)
    # {attribute's slug: [its values' slugs]} of product and variant, where values are chosen and not written.
    attributes = models.JSONField(default=dict)
    # Its stock changed in a way that Saleor tells nobody of: to be read again.
    stale_at = models.DateTimeField(null=True)
    issued_at = models.DateTimeField()

    across_stores = models.Manager["Variant"]()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["store", "saleor_id"], name="variant_once")]
        indexes = [
            # shop.reading.read_stale_variants
            models.Index(fields=["store"], name="variant_stale", condition=models.Q(stale_at__isnull=False)),
            # reviews.hot.first_page: what a product is called
            models.Index(fields=["store", "product_id"], name="variant_of_product"),
        ]

    def __str__(self) -> str:
        return self.sku or self.saleor_id


class Stock(models.Model):
    variant = models.ForeignKey(Variant, on_delete=models.CASCADE, related_name="stocks")
    warehouse_id = models.CharField(max_length=128)
    warehouse_name = models.CharField(max_length=255)
    quantity = models.IntegerField()
    quantity_allocated = models.IntegerField()

    across_stores = models.Manager["Stock"]()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["variant", "warehouse_id"], name="stock_once")]

    def __str__(self) -> str:
        return f"{self.quantity} in {self.warehouse_name}"
