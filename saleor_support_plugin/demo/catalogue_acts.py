"""What happens to the shop's goods: stock comes and goes, a shipping method changes, metadata is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from .catalogue_records import Attribute, Product, ProductVariant, ShippingMethodType, ShippingZone, Stock, Warehouse
from .records import Described
from .shop import Actor, Refused, Shop

# Saleor tells of their metadata twice while its setting `useLegacyUpdateWebhookEmission` is on, as it is by default.
_TOLD_TWICE = {"Checkout", "Product", "ProductVariant", "User"}

# Type → the event's stem and the event's field that holds the row. Other types tell nothing.
_METADATA_EVENTS = {
    "Channel": ("CHANNEL", "channel"),
    "Checkout": ("CHECKOUT", "checkout"),
    "Fulfillment": ("FULFILLMENT", "fulfillment"),
    "Order": ("ORDER", "order"),
    "Product": ("PRODUCT", "product"),
    "ProductVariant": ("PRODUCT_VARIANT", "product_variant"),
    "ShippingZone": ("SHIPPING_ZONE", "shipping_zone"),
    "User": ("CUSTOMER", "user"),
    "Warehouse": ("WAREHOUSE", "warehouse"),
}


class Catalogue:
    def __init__(self, shop: Shop) -> None:
        self.shop = shop

    def set_stock(self, variant: ProductVariant, quantities: dict[str, int], *, by: Actor = None) -> None:
        """Count a variant anew: warehouse slug → pieces. One PRODUCT_VARIANT_STOCK_UPDATED per warehouse."""
        with self.shop.act() as state:
            for slug, quantity in quantities.items():
                stock = self._stock(variant, slug)
                self.change_stock(variant, slug, pieces=quantity - stock.quantity, by=by)
                warehouse = state.warehouse(slug)
                self.shop.happen("PRODUCT_VARIANT_STOCK_UPDATED", by=by, product_variant=variant, warehouse=warehouse)

    def change_stock(
        self, variant: ProductVariant, warehouse_slug: str, *, pieces: int = 0, allocated: int = 0, by: Actor = None
    ) -> None:
        """Move pieces in or out, or set them aside. Tells only when the last piece goes or the first comes back."""
        stock = self._stock(variant, warehouse_slug)
        before = stock.quantity - stock.quantity_allocated
        stock.quantity += pieces
        stock.quantity_allocated += allocated
        after = stock.quantity - stock.quantity_allocated
        if (before > 0) == (after > 0):
            return
        event = "PRODUCT_VARIANT_BACK_IN_STOCK" if after > 0 else "PRODUCT_VARIANT_OUT_OF_STOCK"
        self.shop.happen(event, by=by, product_variant=variant, warehouse=self.shop.state.warehouse(warehouse_slug))

    def rename_variant(self, variant: ProductVariant, name: str, *, by: Actor = None) -> None:
        with self.shop.act():
            variant.name = name
            variant.updated_at = self.shop.now()
            self.shop.happen("PRODUCT_VARIANT_UPDATED", by=by, product_variant=variant)

    def set_published(self, product: Product, is_published: bool, *, by: Actor = None) -> None:
        """Show a product in the shop, or sell it no more."""
        with self.shop.act():
            product.is_published = is_published
            self.shop.happen("PRODUCT_UPDATED", by=by, product=product)

    def change_product(
        self,
        product: Product,
        *,
        values: Mapping[str, Any],
        metadata: dict[str, str],
        numbers: Mapping[str, str | None],
        by: Actor = None,
    ) -> None:
        """Write into a product, as one act with one PRODUCT_UPDATED; a number that is None is taken away."""
        with self.shop.act():
            for name, value in values.items():
                setattr(product, name, value)
            product.metadata.update(metadata)
            product.numbers.update({key: number for key, number in numbers.items() if number is not None})
            for key in [key for key, number in numbers.items() if number is None]:
                product.numbers.pop(key, None)
            product.updated_at = self.shop.now()
            self.shop.happen("PRODUCT_UPDATED", by=by, product=product)

    def create_attribute(self, name: str, slug: str) -> Attribute:
        """A numeric attribute of products, which none of them has yet."""
        if any(one.slug == slug for one in self.shop.state.attributes.values()):
            raise Refused("slug", "Attribute with this Slug already exists.", "UNIQUE")
        with self.shop.act() as state:
            attribute = Attribute(pk=state.next_pk("Attribute"), slug=slug, name=name)
            state.attributes[attribute.pk] = attribute
        return attribute

    def assign(self, attributes: Iterable[Attribute]) -> None:
        with self.shop.act():
            for attribute in attributes:
                attribute.is_assigned = True

    def set_price(self, variant: ProductVariant, channel_slug: str, price: Decimal, *, by: Actor = None) -> None:
        with self.shop.act():
            variant.prices[channel_slug] = price
            self.shop.happen("PRODUCT_VARIANT_UPDATED", by=by, product_variant=variant)

    def change_shipping_method(
        self,
        method: ShippingMethodType,
        *,
        name: str | None = None,
        description: str | None = None,
        days: tuple[int | None, int | None] | None = None,
        by: Actor = None,
    ) -> None:
        """Rename a method or give it delivery days, from and to, in days; a pair of None takes them away."""
        with self.shop.act() as state:
            method.name = method.name if name is None else name
            method.description = method.description if description is None else description
            if days is not None:
                method.minimum_delivery_days, method.maximum_delivery_days = days
            zone = next(zone for zone, owned in state.methods() if owned is method)
            self.shop.happen("SHIPPING_PRICE_UPDATED", by=by, shipping_method=method, shipping_zone=zone)

    def change_zone(self, zone: ShippingZone, *, countries: list[str], by: Actor = None) -> None:
        """Have a zone go to these countries."""
        with self.shop.act():
            zone.countries = countries
            self.shop.happen("SHIPPING_ZONE_UPDATED", by=by, shipping_zone=zone)

    def change_warehouse(self, warehouse: Warehouse, *, click_and_collect_option: str, by: Actor = None) -> None:
        """Say what shoppers may fetch there: DISABLED, LOCAL or ALL."""
        with self.shop.act():
            warehouse.click_and_collect_option = click_and_collect_option
            self.shop.happen("WAREHOUSE_UPDATED", by=by, warehouse=warehouse)

    def write_metadata(
        self,
        row: Described,
        *,
        private: bool = False,
        put: dict[str, str] | None = None,
        drop: list[str] | None = None,
        by: Actor = None,
    ) -> None:
        with self.shop.act():
            values = row.private_metadata if private else row.metadata
            values.update(put or {})
            for key in drop or []:
                values.pop(key, None)
            if hasattr(row, "updated_at"):
                row.updated_at = self.shop.now()
            self._tell_of_metadata(row, by)

    def _tell_of_metadata(self, row: Described, by: Actor) -> None:
        kind = type(row).__name__
        if kind not in _METADATA_EVENTS:
            return
        stem, name = _METADATA_EVENTS[kind]
        about: dict[str, Described] = {name: row}
        if kind == "Fulfillment":
            about["order"] = next(order for order, owned in self.shop.state.fulfillments() if owned is row)
        self.shop.tell(f"{stem}_METADATA_UPDATED", about, by=by)
        if kind in _TOLD_TWICE:
            self.shop.tell(f"{stem}_UPDATED", about, by=by)

    def _stock(self, variant: ProductVariant, warehouse_slug: str) -> Stock:
        for stock in variant.stocks:
            if stock.warehouse_slug == warehouse_slug:
                return stock
        stock = Stock(pk=self.shop.state.next_pk("Stock"), warehouse_slug=warehouse_slug, quantity=0)
        variant.stocks.append(stock)
        return stock

    def product(self, slug: str) -> Product:
        return next(product for product in self.shop.state.products.values() if product.slug == slug)
