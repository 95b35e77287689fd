"""What we ask of a store, in the shop's words. Every method raises a SaleorError where Saleor does not do as asked."""

import base64
import binascii
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from itertools import batched
from typing import Protocol

from ..egress import Egress, ReplyTooLarge
from . import catalogue, checkouts, live_carts, order_notes, ratings, visiting, vouchers
from .catalogue import CatalogueProduct
from .checkouts import CheckoutNow, MadeCheckout
from .errors import SaleorRefused, SaleorUnreachable
from .generated.all_channels import AllChannelsChannels
from .generated.all_warehouses import AllWarehousesWarehousesEdgesNode
from .generated.app_identity import AppIdentityApp
from .generated.base_model import UNSET
from .generated.categories_by_ids import CategoriesByIdsCategoriesEdgesNode
from .generated.categories_named import CategoriesNamedCategoriesEdgesNode
from .generated.client import Client
from .generated.customer_me import CustomerMeMe
from .generated.fragments import (
    CheckoutFacts,
    NextPage,
    OrderFacts,
    ShippingZoneFacts,
    VariantFacts,
    WebhookFacts,
)
from .generated.product_facts import ProductFactsProduct
from .generated.shop_identity import ShopIdentityShop
from .generated.staff_member import StaffMemberMe
from .generated.tax_rates import TaxRatesTaxCountryConfigurations
from .generated.webhook_deliveries import WebhookDeliveriesWebhookEventDeliveries
from .live_carts import CartCode, LiveCart
from .order_acts import OrderActs
from .order_notes import OrderHappening
from .public import OfferedProduct, PublishedPage
from .ratings import RatedProduct
from .versions import version_of
from .vouchers import FoundVoucher, VariantCost

# Saleor gives 100 rows at most; an order with its lines is large, and a page must fit into the reply limit.
_MOST_ROWS = 100
_ORDERS_A_PAGE = 50
# A zone brings its methods, each with its prices and the products that it does not take.
_ZONES_A_PAGE = 10


@dataclass(frozen=True, slots=True)
class OwnWebhook:
    """A webhook of ours as the store has it. `events` are Saleor's names, such as ORDER_CREATED."""

    id: str
    name: str
    is_active: bool
    target_url: str
    query: str
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OwnDelivery:
    """A delivery that has not succeeded. `event` is named as in the header Saleor-Event, such as order_created.

    `status` is PENDING while Saleor still tries, then FAILED. `payload` is the body that was or will be sent, None
    until a deferred one is made.
    """

    id: str
    event: str
    status: str
    created_at: datetime
    payload: str | None


class _Edge[Node](Protocol):
    @property
    def node(self) -> Node: ...


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


class _Page[Node](Protocol):
    @property
    def edges(self) -> Sequence[_Edge[Node]]: ...

    @property
    def page_info(self) -> NextPage: ...


class SaleorClient:
    """One store's API with one token: the app's own, a caller's, or none."""

    def __init__(self, api_url: str, *, egress: Egress, token: str | None = None) -> None:
        self.api_url = api_url
        self._ask = Client(api_url, egress=egress, token=token)

    # The app and the shop

    def app_identity(self) -> AppIdentityApp | None:
        """Return the app whose token this is; None for a person's token. Raises TokenRefused for a dead one."""
        return self._ask.app_identity()

    def shop_identity(self) -> ShopIdentityShop:
        return self._ask.shop_identity()

    def saleor_version(self) -> str:
        return self.shop_identity().version

    def all_channels(self) -> list[AllChannelsChannels]:
        return self._ask.all_channels() or []

    def create_app_problem(self, *, key: str, message: str, critical_threshold: int | None = None) -> None:
        """Show the merchant a problem of the app in Dashboard. Saleor 3.22 and newer; before, raises SaleorRefused."""
        self._ask.create_app_problem(key, message, UNSET if critical_threshold is None else critical_threshold)

    # Our webhooks and what they could not bring

    def own_webhooks(self) -> list[OwnWebhook]:
        app = self._ask.own_webhooks()
        return [_own_webhook(one) for one in (app.webhooks or [] if app else [])]

    def create_webhook(self, *, name: str, target_url: str, query: str, events: Sequence[str]) -> str:
        """Return the id of the new webhook. `events` are Saleor's names, such as ORDER_CREATED."""
        made = self._ask.create_webhook(name, target_url, list(events), query)
        if made is None or made.webhook is None:
            raise SaleorUnreachable("an answer without the webhook")
        return made.webhook.id

    def update_webhook(self, webhook_id: str, *, target_url: str, query: str, events: Sequence[str]) -> None:
        """Make a webhook of ours what it should be, and active."""
        self._ask.update_webhook(webhook_id, target_url, list(events), query)

    def delete_webhook(self, webhook_id: str) -> None:
        self._ask.delete_webhook(webhook_id)

    def own_deliveries(self, *, since: datetime | None = None) -> Iterator[OwnDelivery]:
        """Give what Saleor could not deliver to us: the pending, then the failed of 14 days; the newest first.

        `since` ends each list there: a delivery keeps the time at which it was made.
        """
        webhooks = self.own_webhooks()
        for status in ("PENDING", "FAILED"):
            for webhook in webhooks:
                yield from self._deliveries_of(webhook, status, since)

    def _deliveries_of(self, webhook: OwnWebhook, status: str, since: datetime | None) -> Iterator[OwnDelivery]:
        def page(first: int, after: str | None) -> WebhookDeliveriesWebhookEventDeliveries | None:
            found = self._ask.webhook_deliveries(webhook.id, status, first, after)
            return found.event_deliveries if found else None

        for one in _rows(page, _ORDERS_A_PAGE):
            if since is not None and one.created_at < since:
                return
            yield OwnDelivery(one.id, one.event_type.lower(), one.status, one.created_at, one.payload)

    # What the shop holds

    def order(self, order_id: str) -> OrderFacts | None:
        return self._ask.order_by_id(order_id)

    def order_history(self, order_id: str) -> list[OrderHappening]:
        return order_notes.events(self._ask, order_id)

    def add_order_note(self, order_id: str, message: str) -> str:
        """Return the id of a new note in an order's history. Needs MANAGE_ORDERS."""
        return order_notes.add(self._ask, order_id, message)

    def update_order_note(self, note_id: str, message: str) -> str:
        return order_notes.update(self._ask, note_id, message)

    def write_private_metadata(self, row_id: str, key: str, value: str) -> None:
        """Keep a text under a key where only staff and apps read it. An order needs MANAGE_ORDERS."""
        self._ask.write_private_metadata(row_id, key, value)

    def changed_orders(self, since: datetime) -> Iterator[OrderFacts]:
        """Give the orders changed since then, the longest unchanged first: one that changes meanwhile comes again."""
        return _rows(lambda first, after: self._ask.changed_orders(since, first, after), _ORDERS_A_PAGE)

    def changed_checkouts(self, since: date) -> Iterator[CheckoutFacts]:
        """Give the checkouts changed on that day or later: Saleor's filter knows days, not times."""
        return _rows(lambda first, after: self._ask.changed_checkouts(since, first, after), _MOST_ROWS)

    def checkout_now(self, checkout_id: str) -> CheckoutNow | None:
        """Return a checkout with what is wrong with it and what became of its payments; None where there is none."""
        knows = version_of(self.saleor_version()) >= (3, 23)
        return checkouts.now(self._ask, checkout_id, knows_delivery_problems=knows)

    def order_of_checkout(self, checkout_id: str) -> str | None:
        """Return the id of the order that a checkout became."""
        found = self._ask.order_of_checkout(checkout_id)
        return next((edge.node.id for edge in found.edges), None) if found else None

    def create_checkout(
        self, *, channel: str, lines: Sequence[tuple[str, int]], language_code: str, metadata: Mapping[str, str]
    ) -> MadeCheckout:
        """Start a checkout with so many pieces of each variant; what Saleor refuses is reduced or left out, and told.

        Raises SaleorRefused where it refuses what no fewer pieces would mend.
        """
        return checkouts.make(self._ask, channel=channel, lines=lines, language_code=language_code, metadata=metadata)

    def live_cart(self, checkout_id: str) -> LiveCart | None:
        return live_carts.now(self._ask, checkout_id)

    def add_to_cart(self, checkout_id: str, *, variant_id: str, quantity: int) -> LiveCart:
        """Put so many pieces more into a checkout; return it as it is then, as the next four do."""
        return live_carts.changed(self._ask, checkout_id, live_carts.more(variant_id, quantity))

    def change_in_cart(self, checkout_id: str, *, line_id: str, quantity: int) -> LiveCart:
        return live_carts.changed(self._ask, checkout_id, live_carts.as_many(line_id, quantity))

    def remove_from_cart(self, checkout_id: str, *, line_id: str) -> LiveCart:
        return live_carts.changed(self._ask, checkout_id, live_carts.without_line(line_id))

    def apply_code(self, checkout_id: str, *, code: str) -> LiveCart:
        """Put a voucher's or a gift card's code in."""
        return live_carts.changed(self._ask, checkout_id, live_carts.with_code(code))

    def take_code_out(self, checkout_id: str, *, code: CartCode) -> LiveCart:
        return live_carts.changed(self._ask, checkout_id, live_carts.without_code(code))

    def catalogue(self, channel: str, *, search: str, most: int) -> list[CatalogueProduct]:
        """Return what is for sale in a channel and meets a search; any of it where that is empty."""
        return catalogue.search(self._ask, channel, words=search, most=most)

    def catalogue_product(self, channel: str, product_id: str) -> CatalogueProduct | None:
        return catalogue.product(self._ask, channel, product_id)

    # What anybody may read: to be asked without a token

    def published_pages(self) -> Iterator[PublishedPage]:
        return map(visiting.page, _rows(self._ask.published_pages, _ORDERS_A_PAGE))

    def offered_products(self, channel: str, *, words: str, category: str, most: int) -> list[OfferedProduct]:
        """Return some of what a channel sells and meets a search; `category` is an id, or empty for all."""
        return list(visiting.products(self._ask, channel, words=words, category=category, most=most))

    # What the shop sells and how it ships

    def all_variants(self) -> Iterator[VariantFacts]:
        return _rows(self._ask.all_variants, _MOST_ROWS)

    def variants_by_ids(self, ids: Sequence[str]) -> Iterator[VariantFacts]:
        """Give those of the variants that exist."""
        for some in batched(ids, _MOST_ROWS):
            found = self._ask.variants_by_ids(list(some), len(some))
            yield from (edge.node for edge in (found.edges if found else []))

    def categories_named(self, search: str, most: int) -> Iterator[CategoriesNamedCategoriesEdgesNode]:
        """Give some of the categories whose name holds a text; any where it is empty."""
        found = self._ask.categories_named(search, most)
        yield from (edge.node for edge in (found.edges if found else []))

    def categories_by_ids(self, ids: Sequence[str]) -> Iterator[CategoriesByIdsCategoriesEdgesNode]:
        for some in batched(ids, _MOST_ROWS):
            found = self._ask.categories_by_ids(list(some), len(some))
            yield from (edge.node for edge in (found.edges if found else []))

    def product_facts(self, product_id: str) -> ProductFactsProduct | None:
        return self._ask.product_facts(product_id)

    def shipping_zones(self) -> Iterator[ShippingZoneFacts]:
        return _rows(self._ask.shipping_zones, _ZONES_A_PAGE)

    def excluded_products(self, zone_id: str, method_id: str, after: str | None) -> Iterator[str]:
        """Give the ids of the products that a zone's method does not take, from those behind `after` on."""

        def page(first: int, cursor: str | None) -> _Page[_Identified] | None:
            zone = self._ask.excluded_products(zone_id, first, cursor or after)
            methods = zone.shipping_methods or [] if zone else []
            return next((one.excluded_products for one in methods if one.id == method_id), None)

        yield from (product.id for product in _rows(page, _MOST_ROWS))

    def all_warehouses(self) -> Iterator[AllWarehousesWarehousesEdgesNode]:
        return _rows(self._ask.all_warehouses, _MOST_ROWS)

    def tax_rates(self) -> list[TaxRatesTaxCountryConfigurations]:
        return self._ask.tax_rates() or []

    def stock_follows_zones(self) -> bool:
        """Say whether stock counts only in the warehouses of the shopper's zones: always before Saleor 3.23."""
        if version_of(self.saleor_version()) < (3, 23):
            return True
        return self._ask.stock_settings().use_legacy_shipping_zone_stock_availability

    # Vouchers

    def create_voucher(self, *, code: str, name: str, starts_at: datetime, ends_at: datetime) -> str:
        """Return the id of a new voucher of one code, which works once, in no channel yet. Needs MANAGE_DISCOUNTS."""
        return vouchers.create(self._ask, code=code, name=name, starts_at=starts_at, ends_at=ends_at)

    def list_voucher(self, voucher_id: str, *, channel_id: str, percent: Decimal, min_spend: Decimal | None) -> None:
        """Let it take that share off an order of a channel, from `min_spend` of the channel's currency on."""
        vouchers.put_in_channel(self._ask, voucher_id, channel_id=channel_id, percent=percent, min_spend=min_spend)

    def voucher_with(self, code: str) -> FoundVoucher | None:
        return vouchers.by_code(self._ask, code)

    def order_acts(self, version: str) -> OrderActs:
        """Return what can be done for an order's buyer, with what Saleor of this version takes."""
        return OrderActs(self._ask, version_of(version))

    def variant_margins(self, ids: Sequence[str], channel: str) -> dict[str, VariantCost]:
        """Return price and cost of those variants whose cost price is written down for the channel."""
        return vouchers.costs(self._ask, ids, channel)

    # What shoppers say of products

    def products_have_rating(self) -> bool:
        """Say whether a product has a rating of its own that is not on its way out."""
        return ratings.has_rating(self._ask)

    def rated_products(self, ids: Sequence[str]) -> dict[str, RatedProduct]:
        """Return those of the products that exist, by their ids, with what they hold of their reviews."""
        return ratings.products(self._ask, ids)

    def rate_product(
        self,
        product_id: str,
        *,
        rating: Decimal | None,
        with_rating: bool,
        metadata: Mapping[str, str],
        attributes: Mapping[str, str | None],
    ) -> None:
        """Write a product's metadata and, by their ids, its numeric attributes; `with_rating` also its rating."""
        ratings.rate(
            self._ask,
            product_id,
            rating=rating,
            with_rating=with_rating,
            metadata=metadata,
            attributes=attributes,
        )

    def numeric_attributes(self, slugs: Sequence[str]) -> dict[str, str]:
        """Return slug → id of those that the shop has. Raises AttributeUnfit."""
        return ratings.numeric_attributes(self._ask, slugs)

    def create_numeric_attribute(self, *, name: str, slug: str) -> str:
        """Return the id of a new attribute of products. Needs MANAGE_PRODUCT_TYPES_AND_ATTRIBUTES."""
        return ratings.create_attribute(self._ask, name=name, slug=slug)

    def product_types(self) -> Iterator[tuple[str, frozenset[str]]]:
        """Give the id of every product type with those of the attributes that its products have."""
        for one in _rows(self._ask.product_types_with_attributes, _MOST_ROWS):
            yield one.id, frozenset(attribute.id for attribute in one.product_attributes or [])

    def assign_attributes(self, product_type_id: str, ids: Sequence[str]) -> None:
        """Let products of a type have attributes that it lacks. Needs MANAGE_PRODUCT_TYPES_AND_ATTRIBUTES."""
        ratings.assign_attributes(self._ask, product_type_id, ids)

    # People, asked with their own token

    def staff_member(self) -> StaffMemberMe | None:
        return self._ask.staff_member()

    def active_apps(self) -> Iterator[tuple[str, str]]:
        """Give identifier and name of every app of the store that is switched on."""
        apps = _rows(self._ask.installed_apps, _MOST_ROWS)
        yield from ((app.identifier or "", app.name or "") for app in apps if app.is_active)

    def customer_me(self) -> CustomerMeMe | None:
        return self._ask.customer_me()

    def token_is_alive(self, token: str) -> bool:
        """Say whether a person's token still holds: after a new password or a removal it does not."""
        try:
            verified = self._ask.verify_token(token)
        except SaleorRefused:
            return False
        return verified is not None and verified.is_valid

    # Installing from a shell

    def log_in(self, *, email: str, password: str) -> str:
        """Return a person's token. Raises SaleorRefused for a wrong password."""
        made = self._ask.create_token(email, password)
        if made is None or not made.token:
            raise SaleorUnreachable("an answer without the token")
        return made.token

    def install_app(self, *, manifest_url: str, permissions: Sequence[str], app_name: str = "Saleor Support") -> str:
        """Have Saleor install an app, which takes it a while; return the id of that installation."""
        made = self._ask.install_app(app_name, manifest_url, list(permissions))
        if made is None or made.app_installation is None:
            raise SaleorUnreachable("an answer without the installation")
        return made.app_installation.id

    def installation_state(self, installation_id: str) -> tuple[str, str]:
        """Return INSTALLED, PENDING or FAILED, and what Saleor says about it. What is done leaves Saleor's list."""
        for one in self._ask.app_installations():
            if one.id == installation_id:
                return ("INSTALLED" if one.status == "SUCCESS" else one.status), one.message or ""
        return "INSTALLED", ""


def _own_webhook(one: WebhookFacts) -> OwnWebhook:
    events = tuple(event.event_type for event in one.async_events)
    return OwnWebhook(one.id, one.name or "", one.is_active, one.target_url, one.subscription_query or "", events)


def _rows[Node](page: Callable[[int, str | None], _Page[Node] | None], most: int) -> Iterator[Node]:
    """Give the rows of all pages; a page too large for the reply limit is asked for again in smaller ones."""
    first, after = most, None
    while True:
        try:
            found = page(first, after)
        except SaleorRefused as error:
            if error.code != ReplyTooLarge.code or first == 1:
                raise
            first = max(first // 4, 1)
            continue
        if found is None:
            return
        yield from (edge.node for edge in found.edges)
        if not found.page_info.has_next_page:
            return
        if found.page_info.end_cursor in (None, after):
            raise SaleorUnreachable("a list that does not go on")
        after = found.page_info.end_cursor


def shoppers_id(zone_id: str) -> str:
    """Turn ShippingMethodType:7, as a zone names its method, into ShippingMethod:7, as shoppers see it."""
    try:
        kind, _, number = base64.b64decode(zone_id).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError) as error:
        raise SaleorUnreachable("an id that is not Saleor's") from error
    return base64.b64encode(f"{kind.removesuffix('Type')}:{number}".encode()).decode()
