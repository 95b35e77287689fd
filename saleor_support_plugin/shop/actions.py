"""The only writes to what we know of a shop. Saleor sends no order and no version: the newest `issued_at` wins."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Q

from ..stores.announcing import announce
from ..stores.models import Store
from .facts import tax_facts, variant_values
from .models import Channel, Fulfillment, FulfillmentLine, Order, OrderLine, Stock, Variant

if TYPE_CHECKING:
    from ..saleor.generated.all_channels import AllChannelsChannels
    from ..saleor.generated.fragments import OrderFacts, OrderFactsFulfillments, VariantFacts

# What is longer is not ours (delivery.promises).
MOST_PAGE_PROMISE = 1500


@transaction.atomic
def remember_order(*, store: Store, order: OrderFacts, issued_at: datetime) -> bool:
    """Take over an order as Saleor had it at `issued_at`; say whether that was news."""
    values = _order_values(order) | {"issued_at": issued_at}
    row, is_new = store.orders.select_for_update().get_or_create(store=store, saleor_id=order.id, defaults=values)
    if not is_new and row.issued_at > issued_at:
        return False
    if not is_new:
        store.orders.filter(pk=row.pk).update(**values)
    _remember_lines(row, order)
    _remember_fulfillments(row, order.fulfillments)
    return True


def _order_values(order: OrderFacts) -> dict[str, Any]:
    to, billed = order.shipping_address, order.billing_address
    named = to or billed
    return {
        "number": order.number,
        "created": order.created,
        "updated_at": order.updated_at,
        "status": order.status,
        "payment_status": order.payment_status,
        "charge_status": order.charge_status,
        "channel_slug": order.channel.slug,
        "language_code": order.language_code_enum,
        "checkout_id": order.checkout_id or "",
        "customer_id": order.user.id if order.user else "",
        "customer_email": order.user_email or "",
        "customer_name": f"{named.first_name} {named.last_name}".strip() if named else "",
        "currency": order.total.gross.currency,
        "total_gross": order.total.gross.amount,
        "shipping_gross": order.shipping_price.gross.amount,
        "total_refunded": order.total_refunded.amount,
        "delivery_method_name": order.shipping_method_name or "",
        "delivery_method_id": order.delivery_method.id if order.delivery_method else "",
        "page_promise": (order.page_promise or "")[:MOST_PAGE_PROMISE],
        "shipping_city": to.city if to else "",
        "shipping_postal_code": to.postal_code if to else "",
        "shipping_country": to.country.code if to else "",
        "voucher_code": order.voucher_code or "",
    }


def _remember_lines(row: Order, order: OrderFacts) -> None:
    lines = [
        OrderLine(
            order=row,
            saleor_id=line.id,
            position=position,
            variant_id=line.variant.id if line.variant else "",
            product_name=line.product_name,
            # Saleor fills an empty variant name with the variant's id: nothing a person would read.
            variant_name="" if line.variant and line.variant_name == line.variant.id else line.variant_name,
            translated_name=line.translated_product_name or "",
            sku=line.product_sku or "",
            quantity=line.quantity,
            quantity_fulfilled=line.quantity_fulfilled,
            total_gross=line.total_price.gross.amount,
            currency=line.total_price.gross.currency,
            thumbnail_url=line.thumbnail.url if line.thumbnail else "",
        )
        for position, line in enumerate(order.lines)
    ]
    row.lines.exclude(saleor_id__in=[line.saleor_id for line in lines]).delete()
    _upsert(OrderLine, lines, unique=("order", "saleor_id"))


def _remember_fulfillments(row: Order, known: Sequence[OrderFactsFulfillments]) -> None:
    fulfillments = [
        Fulfillment(
            order=row,
            saleor_id=one.id,
            number=one.fulfillment_order,
            status=one.status,
            tracking_number=one.tracking_number,
            created=one.created,
            warehouse_id=one.warehouse.id if one.warehouse else "",
        )
        for one in known
    ]
    row.fulfillments.exclude(saleor_id__in=[one.id for one in known]).delete()
    _upsert(Fulfillment, fulfillments, unique=("order", "saleor_id"), ours=("delivered_at", "delivered_source"))
    rows = {one.saleor_id: one for one in row.fulfillments.all()}
    lines = [
        FulfillmentLine(
            fulfillment=rows[one.id],
            saleor_id=line.id,
            order_line_id=line.order_line.id if line.order_line else "",
            quantity=line.quantity,
        )
        for one in known
        for line in one.lines or []
    ]
    kept = [line.saleor_id for line in lines]
    FulfillmentLine.across_stores.filter(fulfillment__order=row).exclude(saleor_id__in=kept).delete()
    _upsert(FulfillmentLine, lines, unique=("fulfillment", "saleor_id"))


def _upsert(model: type[Any], rows: Sequence[Any], *, unique: tuple[str, ...], ours: tuple[str, ...] = ()) -> None:
    """Write rows as Saleor has them; `ours` are columns that Saleor knows nothing of, which stay as they are."""
    if not rows:
        return
    kept = {*unique, *ours}
    fields = [field.name for field in model._meta.fields if not field.primary_key and field.name not in kept]
    model.across_stores.bulk_create(rows, update_conflicts=True, unique_fields=unique, update_fields=fields)


@transaction.atomic
def remember_variant(*, store: Store, variant: VariantFacts, issued_at: datetime) -> bool:
    """Take over a variant and its stocks as Saleor had them at `issued_at`; say whether that was news."""
    values = variant_values(variant)
    defaults = values | {"issued_at": issued_at}
    row, is_new = store.variants.select_for_update().get_or_create(store=store, saleor_id=variant.id, defaults=defaults)
    if not is_new and row.issued_at > issued_at:
        return False
    is_other = any(getattr(row, name) != value for name, value in values.items())
    if not is_new:
        store.variants.filter(pk=row.pk).update(**defaults)
    if _remember_stocks(row, variant) or is_other or is_new:
        announce(store, variant.id)
    return True


def _remember_stocks(row: Variant, variant: VariantFacts) -> bool:
    """Take over the stocks; say whether any of them is another than before."""
    if variant.stocks is None:  # not allowed to see them, which says nothing about how many there are
        return False
    stocks = [
        Stock(
            variant=row,
            warehouse_id=stock.warehouse.id,
            warehouse_name=stock.warehouse.name,
            quantity=stock.quantity,
            quantity_allocated=stock.quantity_allocated,
        )
        for stock in variant.stocks
    ]
    if _pieces(row.stocks.all()) == _pieces(stocks):
        return False
    row.stocks.exclude(warehouse_id__in=[stock.warehouse_id for stock in stocks]).delete()
    _upsert(Stock, stocks, unique=("variant", "warehouse_id"))
    return True


def _pieces(stocks: Iterable[Stock]) -> set[tuple[str, str, int, int]]:
    return {(one.warehouse_id, one.warehouse_name, one.quantity, one.quantity_allocated) for one in stocks}


@transaction.atomic
def forget_variant(*, store: Store, variant_id: str, issued_at: datetime) -> None:
    """Mark a variant that was deleted; the row stays, so that an older word about it does not bring it back."""
    store.variants.filter(saleor_id=variant_id, issued_at__lte=issued_at).update(is_deleted=True, issued_at=issued_at)
    announce(store, variant_id)


def make_variants_stale(*, store: Store, at: datetime, ids: Collection[str] = (), product_id: str = "") -> bool:
    """Mark variants whose facts may have changed in Saleor, these or a product's; say whether we know any of them."""
    theirs = Q(product_id=product_id) if product_id else Q(saleor_id__in=ids)
    return bool(store.variants.filter(theirs, is_deleted=False).update(stale_at=at))


def freshen_variants(*, store: Store, ids: Collection[str], asked_at: datetime) -> None:
    """Take the mark from variants that were read; one that was set meanwhile stays."""
    store.variants.filter(saleor_id__in=ids, stale_at__lte=asked_at).update(stale_at=None)


@transaction.atomic
def remember_channels(*, store: Store, channels: Sequence[AllChannelsChannels]) -> None:
    """Take over the whole list of channels; one that is no longer listed was deleted."""
    rows = [
        Channel(
            store=store,
            saleor_id=channel.id,
            slug=channel.slug,
            name=channel.name,
            currency=channel.currency_code,
            default_country=channel.default_country.code,
            countries=[country.code for country in channel.countries or []],
            is_active=channel.is_active,
            allocation_strategy=channel.stock_settings.allocation_strategy,
            warehouse_ids=[warehouse.id for warehouse in channel.warehouses],
            tax=tax_facts(channel.tax_configuration),
        )
        for channel in channels
    ]
    store.channels.exclude(slug__in=[row.slug for row in rows]).delete()
    _upsert(Channel, rows, unique=("store", "slug"))
    announce(store)
