"""What a shop does for somebody whose order went wrong: money back, another address, pieces again or taken back."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from .catalogue_records import ProductVariant
from .faults import Faults
from .order_acts import Orders
from .order_records import (
    Fulfillment,
    FulfillmentLine,
    Invoice,
    Order,
    OrderEvent,
    OrderGrantedRefund,
    OrderLine,
    TransactionEvent,
    TransactionItem,
)
from .records import Address, User
from .shop import Actor, Refused, Shop

EVENT_OF = {"paid": "REFUND_SUCCESS", "refused": "REFUND_FAILURE", "pending": "REFUND_REQUEST"}
STATUS_OF = {"paid": "SUCCESS", "refused": "FAILURE", "pending": "PENDING"}


class Mending:
    def __init__(self, shop: Shop, orders: Orders, faults: Faults) -> None:
        self.shop = shop
        self.orders = orders
        self.faults = faults

    def grant(self, order: Order, transaction: TransactionItem, amount: Decimal, reason: str) -> OrderGrantedRefund:
        if amount > transaction.charged:
            raise Refused("amount", "Amount is greater than charged.", "AMOUNT_GREATER_THAN_AVAILABLE")
        with self.shop.act() as state:
            granted = OrderGrantedRefund(
                pk=state.next_pk("OrderGrantedRefund"),
                amount=amount,
                reason=reason,
                created_at=self.shop.now(),
                transaction_pk=transaction.pk,
            )
            order.granted_refunds.append(granted)
            order.updated_at = self.shop.now()
        return granted

    def request(self, order: Order, granted: OrderGrantedRefund, *, by: Actor = None) -> TransactionItem:
        """Have the payment app pay it; what it says at once is in the grant."""
        if granted.status in ("SUCCESS", "PENDING"):
            code = "REFUND_ALREADY_PROCESSED" if granted.status == "SUCCESS" else "REFUND_IS_PENDING"
            raise Refused("grantedRefundId", "The refund was requested before.", code)
        transaction = self._paid_by(order, granted)
        if self.faults.refunds == "nobody":
            with self.shop.act():
                self._hear(transaction, granted, "refused")
            code = "MISSING_TRANSACTION_ACTION_REQUEST_WEBHOOK"
            raise Refused("id", "No app or plugin is configured to handle requested refund.", code)
        with self.shop.act():
            self._hear(transaction, granted, self.faults.refunds)
            if granted.status == "PENDING":
                transaction.charged -= granted.amount
                order.charged -= granted.amount
                order.refund_pending += granted.amount
            self.orders.note(order, "TRANSACTION_REFUND_REQUESTED", by=by)
            if granted.status == "SUCCESS":
                self.orders.refund(order, granted.amount, of=transaction, by=by)
        return transaction

    def settle(self, order: Order, granted: OrderGrantedRefund, *, is_paid: bool) -> None:
        """Have the payment app say what became of a refund that waited; Saleor tells only that the order changed."""
        transaction = self._paid_by(order, granted)
        with self.shop.act():
            self._hear(transaction, granted, "paid" if is_paid else "refused")
            order.refund_pending -= granted.amount
            order.charged += granted.amount
            transaction.charged += granted.amount
            if is_paid:
                self.orders.refund(order, granted.amount, of=transaction)
            else:
                self.orders.note(order, "TRANSACTION_EVENT", by=None)

    def _paid_by(self, order: Order, granted: OrderGrantedRefund) -> TransactionItem:
        return next(one for one in order.transactions if one.pk == granted.transaction_pk)

    def _hear(self, transaction: TransactionItem, granted: OrderGrantedRefund, said: str) -> None:
        event = TransactionEvent(
            pk=self.shop.state.next_pk("TransactionEvent"),
            type=EVENT_OF[said],
            message="",
            created_at=self.shop.now(),
            amount=granted.amount,
        )
        transaction.events.append(event)
        granted.events.append(event)
        granted.status = STATUS_OF[said]

    def refund_old(self, order: Order, amount: Decimal, *, by: Actor = None) -> None:
        payment = next((one for one in order.payments if one.is_active), None)
        if payment is None or amount > payment.captured:
            raise Refused("amount", "Cannot refund more than captured.", "CANNOT_REFUND")
        with self.shop.act():
            payment.captured -= amount
            self.orders.note(order, "PAYMENT_REFUNDED", by=by)
            self.orders.refund(order, amount, by=by)

    def move(self, order: Order, address: Address, *, by: Actor = None) -> None:
        with self.shop.act():
            order.shipping_address = address
            self.orders.note(order, "UPDATED_ADDRESS", by=by)

    def draft(
        self,
        channel_slug: str,
        pieces: Sequence[tuple[ProductVariant, int, Decimal | None]],
        *,
        email: str,
        user: User | None,
        address: Address | None,
        reference: str | None,
        by: Actor = None,
    ) -> Order:
        known = {one.external_reference for one in self.shop.state.orders.values()}
        if reference and reference in known:
            raise Refused("externalReference", "Order with this External reference already exists.", "UNIQUE")
        with self.shop.act() as state:
            now = self.shop.now()
            order = Order(
                pk=state.next_uuid(),
                number=state.next_pk("Order"),
                channel_slug=channel_slug,
                created=now,
                updated_at=now,
                status="DRAFT",
                origin="DRAFT",
                lines=[self._line(channel_slug, *piece) for piece in pieces],
                user_email=user.email if user else email,
                user_pk=user.pk if user else None,
                shipping_address=address,
                billing_address=address,
                external_reference=reference,
                events=[OrderEvent(pk=state.next_pk("OrderEvent"), type="DRAFT_CREATED", date=now)],
            )
            state.orders[order.pk] = order
            self.shop.happen("DRAFT_ORDER_CREATED", by=by, channel=channel_slug, order=order)
        return order

    def _line(self, channel_slug: str, variant: ProductVariant, quantity: int, price: Decimal | None) -> OrderLine:
        return OrderLine(
            pk=self.shop.state.next_uuid(),
            product_name=self.shop.state.product_of(variant).name,
            variant_name=variant.name or variant.id,
            product_sku=variant.sku,
            variant_pk=variant.pk,
            quantity=quantity,
            unit_price=variant.prices[channel_slug] if price is None else price,
        )

    def take_back(
        self, order: Order, pieces: Sequence[tuple[FulfillmentLine, int]], *, by: Actor = None
    ) -> Fulfillment:
        if any(quantity > part.quantity for part, quantity in pieces):
            raise Refused("fulfillmentLineId", "Provided quantity is bigger than fulfilled.", "INVALID")
        with self.shop.act() as state:
            home = next(one for one in order.fulfillments if pieces[0][0] in one.lines)
            back = Fulfillment(
                pk=state.next_pk("Fulfillment"),
                fulfillment_order=len(order.fulfillments) + 1,
                warehouse_slug=home.warehouse_slug,
                created=self.shop.now(),
                status="RETURNED",
                lines=[self._moved(part, quantity) for part, quantity in pieces],
            )
            order.fulfillments.append(back)
            for one in order.fulfillments:
                one.lines = [part for part in one.lines if part.quantity]
            order.fulfillments = [one for one in order.fulfillments if one.lines]
            whole = all(one.status == "RETURNED" for one in order.fulfillments)
            order.status = "RETURNED" if whole else "PARTIALLY_RETURNED"
            self.orders.note(order, "FULFILLMENT_RETURNED", by=by)
        return back

    def _moved(self, part: FulfillmentLine, quantity: int) -> FulfillmentLine:
        part.quantity -= quantity
        pk = self.shop.state.next_pk("FulfillmentLine")
        return FulfillmentLine(pk=pk, order_line_pk=part.order_line_pk, quantity=quantity)

    def invoice(self, order: Order, *, by: Actor = None) -> Invoice:
        """An invoice by the demo's own hand: in Saleor an app or a plugin writes it."""
        with self.shop.act() as state:
            pk = state.next_pk("Invoice")
            made = Invoice(pk=pk, number=f"{order.number}/{pk}", url=f"https://invoices.example/{pk}.pdf")
            order.invoices.append(made)
            self.orders.note(order, "INVOICE_REQUESTED", by=by)
        return made

    def send_invoice(self, order: Order, *, by: Actor = None) -> None:
        if not order.user_email:
            raise Refused("orderId", "Provided invoice needs an e-mail.", "EMAIL_NOT_SET")
        with self.shop.act():
            self.orders.note(order, "INVOICE_SENT", by=by)
