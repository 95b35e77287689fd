"""What shoppers do before they order: fill a checkout, say who they are, choose how it travels, and buy."""

from __future__ import annotations

from dataclasses import replace

from .catalogue_acts import Catalogue
from .catalogue_records import ProductVariant, ShippingMethodType
from .discounts import holds, percent_off
from .money import order_total
from .order_records import Checkout, CheckoutLine, Delivery, Order, OrderEvent, OrderLine
from .records import Address, User
from .shipping import methods_to
from .shop import Actor, Refused, Shop

# Saleor's default of Shop.limitQuantityPerCheckout, for each line.
LIMIT_PER_LINE = 50


class Checkouts:
    def __init__(self, shop: Shop, catalogue: Catalogue) -> None:
        self.shop = shop
        self.catalogue = catalogue

    def create(
        self,
        channel_slug: str,
        lines: list[tuple[ProductVariant, int]],
        *,
        email: str | None = None,
        user: User | None = None,
        language_code: str = "EN",
        by: Actor = None,
    ) -> Checkout:
        """Start a checkout with so many pieces of each variant."""
        if self.shop.state.channel(channel_slug) is None:
            raise Refused("channel", f"Channel with '{channel_slug}' slug does not exist.", "NOT_FOUND")
        with self.shop.act() as state:
            now = self.shop.now()
            checkout = Checkout(
                pk=state.next_uuid(),
                channel_slug=channel_slug,
                created=now,
                updated_at=now,
                email=email or (user.email if user else None),
                user_pk=user.pk if user else None,
                language_code=language_code,
            )
            self._put(checkout, lines)
            state.checkouts[checkout.pk] = checkout
            self.shop.happen("CHECKOUT_CREATED", by=by, channel=channel_slug, checkout=checkout)
        return checkout

    def add(
        self, checkout: Checkout, lines: list[tuple[ProductVariant, int]], *, apart: bool = False, by: Actor = None
    ) -> None:
        """Put more in; the same variant again adds to its line, unless the lines shall stay `apart`."""
        with self.shop.act():
            self._put(checkout, lines, apart=apart)
            self._changed(checkout, by)

    def set_quantity(self, checkout: Checkout, line: CheckoutLine, quantity: int, *, by: Actor = None) -> None:
        """Change how many pieces; none takes the line out."""
        refuse_quantity(quantity)
        with self.shop.act():
            line.quantity = quantity
            checkout.lines = [kept for kept in checkout.lines if kept.quantity > 0]
            self._changed(checkout, by)

    def set_email(self, checkout: Checkout, email: str, *, by: Actor = None) -> None:
        if "@" not in email:
            raise Refused("email", "Enter a valid email address.", "INVALID")
        with self.shop.act():
            checkout.email = email
            self._changed(checkout, by)

    def attach(self, checkout: Checkout, user: User, *, by: Actor = None) -> None:
        with self.shop.act():
            checkout.user_pk, checkout.email = user.pk, user.email
            self._changed(checkout, by)

    def set_addresses(
        self, checkout: Checkout, *, shipping: Address | None = None, billing: Address | None = None, by: Actor = None
    ) -> None:
        with self.shop.act():
            if shipping:
                checkout.shipping_address, checkout.delivery = shipping, None
            if billing:
                checkout.billing_address = billing
            self._changed(checkout, by)

    def choose_delivery(self, checkout: Checkout, method: ShippingMethodType, *, by: Actor = None) -> None:
        address = checkout.shipping_address
        possible = address and methods_to(
            self.shop.state, checkout.channel_slug, address.country, postal_code=address.postal_code
        )
        if not possible or method not in possible:
            raise Refused(
                "deliveryMethodId", "This shipping method is not applicable.", "SHIPPING_METHOD_NOT_APPLICABLE"
            )
        with self.shop.act():
            price = method.prices[checkout.channel_slug]
            checkout.delivery = Delivery(method_pk=method.pk, name=method.name, price=price)
            self._changed(checkout, by)

    def set_voucher(self, checkout: Checkout, code: str | None, *, by: Actor = None) -> None:
        """Put a code in, or take it out. Why a code is refused Saleor does not say."""
        voucher = self.shop.state.voucher(code)
        if code is not None and not (voucher and holds(self.shop.state, voucher, checkout, self.shop.now())):
            raise Refused("promoCode", "Promo code is invalid", "INVALID")
        with self.shop.act():
            checkout.voucher_code = code
            self._changed(checkout, by)

    def complete(self, checkout: Checkout, *, by: Actor = None) -> Order:
        """Turn a checkout into a paid order; the demo's payments always succeed. The checkout is gone afterwards."""
        self._refuse_incomplete(checkout)
        with self.shop.act() as state:
            order = self._order_from(checkout)
            self._use_up(order)
            order.charged = order_total(order)
            state.orders[order.pk] = order
            del state.checkouts[checkout.pk]
            for event in ("ORDER_CREATED", "ORDER_PAID", "ORDER_FULLY_PAID", "ORDER_UPDATED", "ORDER_CONFIRMED"):
                self.shop.happen(event, by=by, channel=order.channel_slug, order=order)
        return order

    def buy(self, customer: User, variant: ProductVariant, channel_slug: str, *, quantity: int = 1) -> Order:
        """A whole purchase in one step, by a customer with an address: what tests need most often."""
        with self.shop.act():
            checkout = self.create(
                channel_slug, [(variant, quantity)], user=customer, language_code=customer.language_code
            )
            home = replace(customer.addresses[0], pk=self.shop.state.next_pk("Address"))
            self.set_addresses(checkout, shipping=home, billing=home)
            self.choose_delivery(checkout, methods_to(self.shop.state, channel_slug, home.country)[0])
            return self.complete(checkout)

    def _put(self, checkout: Checkout, lines: list[tuple[ProductVariant, int]], *, apart: bool = False) -> None:
        for variant, quantity in lines:
            known = None if apart else next((line for line in checkout.lines if line.variant_pk == variant.pk), None)
            refuse_quantity(quantity + (known.quantity if known else 0))
            if known:
                known.quantity += quantity
            else:
                pk = self.shop.state.next_uuid()
                checkout.lines.append(CheckoutLine(pk=pk, variant_pk=variant.pk, quantity=quantity))

    def _changed(self, checkout: Checkout, by: Actor) -> None:
        checkout.updated_at = self.shop.now()
        self.shop.happen("CHECKOUT_UPDATED", by=by, channel=checkout.channel_slug, checkout=checkout)

    def _refuse_incomplete(self, checkout: Checkout) -> None:
        if not checkout.lines:
            raise Refused("lines", "Cannot complete checkout without lines.", "NO_LINES")
        if not checkout.email:
            raise Refused("email", "Checkout email must be set.", "EMAIL_NOT_SET")
        if checkout.shipping_address is None:
            raise Refused("shippingAddress", "Shipping address is not set", "SHIPPING_ADDRESS_NOT_SET")
        if checkout.delivery is None:
            raise Refused("shippingMethod", "Shipping method is not set", "SHIPPING_METHOD_NOT_SET")

    def _order_from(self, checkout: Checkout) -> Order:
        state, now = self.shop.state, self.shop.now()
        return Order(
            pk=state.next_uuid(),
            number=state.next_pk("Order"),
            channel_slug=checkout.channel_slug,
            created=now,
            updated_at=now,
            lines=[self._order_line(checkout, line) for line in checkout.lines],
            user_email=checkout.email or "",
            user_pk=checkout.user_pk,
            shipping_address=checkout.shipping_address,
            billing_address=checkout.billing_address or checkout.shipping_address,
            delivery=checkout.delivery,
            checkout_pk=checkout.pk,
            language_code=checkout.language_code,
            voucher_code=checkout.voucher_code if percent_off(state, checkout, now) else None,
            customer_note=checkout.note,
            metadata=checkout.metadata,
            private_metadata=checkout.private_metadata,
            events=[OrderEvent(pk=state.next_pk("OrderEvent"), type="PLACED", date=now)],
        )

    def _use_up(self, order: Order) -> None:
        voucher = self.shop.state.voucher(order.voucher_code)
        if voucher and voucher.single_use:
            voucher.is_active = False

    def _order_line(self, checkout: Checkout, line: CheckoutLine) -> OrderLine:
        state = self.shop.state
        variant = state.variant(line.variant_pk)
        warehouse_slug = _warehouse_for(self.shop, checkout)
        self.catalogue.change_stock(variant, warehouse_slug, allocated=line.quantity)
        return OrderLine(
            pk=state.next_uuid(),
            product_name=state.product_of(variant).name,
            variant_name=variant.name or variant.id,
            product_sku=variant.sku,
            variant_pk=variant.pk,
            quantity=line.quantity,
            unit_price=variant.prices[checkout.channel_slug]
            * (100 - percent_off(state, checkout, self.shop.now()))
            / 100,
            allocated={warehouse_slug: line.quantity},
            metadata=line.metadata,
        )


def refuse_quantity(quantity: int) -> None:
    if quantity < 0:
        raise Refused("quantity", "The quantity should be higher or equal zero.", "ZERO_QUANTITY")
    if quantity > LIMIT_PER_LINE:
        raise Refused(
            "quantity", f"Cannot add more than {LIMIT_PER_LINE} times this item.", "QUANTITY_GREATER_THAN_LIMIT"
        )


def _warehouse_for(shop: Shop, checkout: Checkout) -> str:
    country = checkout.shipping_address.country if checkout.shipping_address else ""
    zone = next(zone for zone in shop.state.zones.values() if country in zone.countries)
    return zone.warehouse_slugs[0]
