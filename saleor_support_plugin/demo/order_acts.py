"""What happens to placed orders: sent, tracked, cancelled, paid, noted. Each act tells what Saleor would tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from .app_records import App
from .catalogue_acts import Catalogue
from .money import order_total
from .order_records import Fulfillment, FulfillmentLine, Order, OrderEvent, OrderLine, TransactionItem
from .records import User
from .shop import Actor, Refused, Shop


@dataclass(frozen=True)
class Pieces:
    """So many pieces of one order line, taken from one warehouse."""

    line: OrderLine
    warehouse_slug: str
    quantity: int


class Orders:
    def __init__(self, shop: Shop, catalogue: Catalogue) -> None:
        self.shop = shop
        self.catalogue = catalogue

    def fulfill(
        self, order: Order, pieces: Sequence[Pieces] | None = None, *, tracking_number: str = "", by: Actor = None
    ) -> list[Fulfillment]:
        """Send pieces, or all that still waits; one fulfilment per warehouse."""
        chosen = list(pieces) if pieces is not None else _all_waiting(order)
        self._refuse_too_much(order, chosen)
        with self.shop.act():
            slugs = dict.fromkeys(piece.warehouse_slug for piece in chosen)
            sent = [self._send(order, slug, [p for p in chosen if p.warehouse_slug == slug], by) for slug in slugs]
            whole = all(fulfilled_quantity(order, line) >= line.quantity for line in order.lines)
            order.status = "FULFILLED" if whole else "PARTIALLY_FULFILLED"
            for fulfillment in sent:
                fulfillment.tracking_number = tracking_number
            self._tell_of_sending(order, sent, whole=whole, by=by)
        return sent

    def _refuse_too_much(self, order: Order, chosen: list[Pieces]) -> None:
        if not chosen:
            raise Refused("lines", "Total quantity must be larger than 0.", "ZERO_QUANTITY")
        if order.status not in ("UNFULFILLED", "PARTIALLY_FULFILLED"):
            raise Refused("order", "Order can't be fulfilled.", "CANNOT_FULFILL_UNPAID_ORDER")
        for line in order.lines:
            asked = sum(piece.quantity for piece in chosen if piece.line is line)
            waiting = line.quantity - fulfilled_quantity(order, line)
            if asked > waiting:
                message = f"Only {waiting} item{'' if waiting == 1 else 's'} remaining to fulfill."
                raise Refused("order_line_id", message, "FULFILL_ORDER_LINE")

    def _send(self, order: Order, warehouse_slug: str, chosen: list[Pieces], by: Actor) -> Fulfillment:
        state = self.shop.state
        for piece in chosen:
            freed = min(piece.line.allocated.get(warehouse_slug, 0), piece.quantity)
            piece.line.allocated[warehouse_slug] = piece.line.allocated.get(warehouse_slug, 0) - freed
            variant = state.variant(piece.line.variant_pk)
            self.catalogue.change_stock(variant, warehouse_slug, pieces=-piece.quantity, allocated=-freed, by=by)
        fulfillment = Fulfillment(
            pk=state.next_pk("Fulfillment"),
            fulfillment_order=len(order.fulfillments) + 1,
            warehouse_slug=warehouse_slug,
            created=self.shop.now(),
            lines=[
                FulfillmentLine(
                    pk=state.next_pk("FulfillmentLine"), order_line_pk=piece.line.pk, quantity=piece.quantity
                )
                for piece in chosen
            ],
        )
        order.fulfillments.append(fulfillment)
        return fulfillment

    def _tell_of_sending(self, order: Order, sent: list[Fulfillment], *, whole: bool, by: Actor) -> None:
        self._note(order, "FULFILLMENT_FULFILLED_ITEMS", by=by)
        for fulfillment in sent:
            self.shop.happen("FULFILLMENT_CREATED", by=by, fulfillment=fulfillment, order=order)
            if fulfillment.tracking_number:
                self.shop.happen("FULFILLMENT_TRACKING_NUMBER_UPDATED", by=by, fulfillment=fulfillment, order=order)
            # A part of an order is created only; Saleor approves fulfilments when they complete the order.
            if whole:
                self.shop.happen("FULFILLMENT_APPROVED", by=by, fulfillment=fulfillment, order=order)
        self._tell(order, "ORDER_UPDATED", *(["ORDER_FULFILLED"] if whole else []), by=by)

    def set_tracking(self, fulfillment: Fulfillment, tracking_number: str, *, by: Actor = None) -> Order:
        with self.shop.act():
            order = self.order_of(fulfillment)
            fulfillment.tracking_number = tracking_number
            self._note(order, "TRACKING_UPDATED", by=by, message=tracking_number)
            self.shop.happen("FULFILLMENT_TRACKING_NUMBER_UPDATED", by=by, fulfillment=fulfillment, order=order)
            self._tell(order, "ORDER_UPDATED", by=by)
        return order

    def cancel_fulfillment(self, fulfillment: Fulfillment, *, by: Actor = None) -> Order:
        """Take a parcel back: its pieces return to the shelf of the warehouse they left and wait there again."""
        if fulfillment.status == "CANCELED":
            raise Refused("fulfillment", "This fulfillment can't be canceled", "CANNOT_CANCEL_FULFILLMENT")
        with self.shop.act() as state:
            order = self.order_of(fulfillment)
            fulfillment.status = "CANCELED"
            for part in fulfillment.lines:
                line = next(line for line in order.lines if line.pk == part.order_line_pk)
                slug = fulfillment.warehouse_slug
                line.allocated[slug] = line.allocated.get(slug, 0) + part.quantity
                variant = state.variant(line.variant_pk)
                self.catalogue.change_stock(variant, slug, pieces=part.quantity, allocated=part.quantity, by=by)
            left = any(fulfilled_quantity(order, line) for line in order.lines)
            order.status = "PARTIALLY_FULFILLED" if left else "UNFULFILLED"
            self._note(order, "FULFILLMENT_CANCELED", by=by)
            self.shop.happen("FULFILLMENT_CANCELED", by=by, fulfillment=fulfillment, order=order)
            self._tell(order, "ORDER_UPDATED", by=by)
        return order

    def cancel(self, order: Order, *, by: Actor = None) -> None:
        if order.status in ("CANCELED", "DRAFT", "EXPIRED") or any(f.status != "CANCELED" for f in order.fulfillments):
            raise Refused("order", "This order can't be canceled.", "CANNOT_CANCEL_ORDER")
        with self.shop.act() as state:
            order.status = "CANCELED"
            for line in order.lines:
                for slug, quantity in line.allocated.items():
                    self.catalogue.change_stock(state.variant(line.variant_pk), slug, allocated=-quantity, by=by)
                line.allocated = {}
            self._note(order, "CANCELED", by=by)
            self._tell(order, "ORDER_CANCELLED", "ORDER_UPDATED", by=by)

    def add_note(self, order: Order, message: str, *, by: Actor = None) -> OrderEvent:
        return self._write_note(order, "NOTE_ADDED", message, by=by)

    def update_note(self, order: Order, message: str, *, by: Actor = None) -> OrderEvent:
        """Saleor keeps the old note and adds what it says now: the history shows both."""
        return self._write_note(order, "NOTE_UPDATED", message, by=by)

    def _write_note(self, order: Order, kind: str, message: str, *, by: Actor) -> OrderEvent:
        if not message.strip():
            raise Refused("message", "Message can't be empty.", "REQUIRED")
        with self.shop.act():
            note = self._note(order, kind, by=by, message=message.strip())
            self._tell(order, "ORDER_UPDATED", by=by)
        return note

    def pay(self, order: Order, *, by: Actor = None) -> None:
        """Charge all that is still owed."""
        with self.shop.act():
            order.charged = order_total(order)
            if not order.transactions:
                order.transactions.append(TransactionItem(pk=self.shop.state.next_uuid(), name="Demo card"))
            order.transactions[0].charged += order.charged - sum(one.charged for one in order.transactions)
            self._note(order, "ORDER_FULLY_PAID", by=by)
            self._tell(order, "ORDER_PAID", "ORDER_FULLY_PAID", "ORDER_UPDATED", by=by)

    def refund(
        self, order: Order, amount: Decimal | None = None, *, of: TransactionItem | None = None, by: Actor = None
    ) -> None:
        """Give money back, in the order's currency; everything charged when no amount is said."""
        with self.shop.act():
            back = order.charged if amount is None else amount
            left = back
            for transaction in [of] if of else order.transactions:
                part = min(left, transaction.charged)
                transaction.charged -= part
                left -= part
            order.charged -= back
            order.refunded += back
            whole = ["ORDER_FULLY_REFUNDED"] if order.charged <= 0 else []
            self._tell(order, "ORDER_REFUNDED", "ORDER_UPDATED", *whole, by=by)

    def note(self, order: Order, kind: str, *, by: Actor, tells: tuple[str, ...] = ("ORDER_UPDATED",)) -> OrderEvent:
        """Write an event into an order's history and tell of it."""
        noted = self._note(order, kind, by=by)
        self._tell(order, *tells, by=by)
        return noted

    def order_of(self, fulfillment: Fulfillment) -> Order:
        return next(order for order, owned in self.shop.state.fulfillments() if owned is fulfillment)

    def _note(self, order: Order, kind: str, *, by: Actor, message: str | None = None) -> OrderEvent:
        order.updated_at = self.shop.now()
        note = OrderEvent(
            pk=self.shop.state.next_pk("OrderEvent"),
            type=kind,
            date=self.shop.now(),
            message=message,
            user_pk=by.pk if isinstance(by, User) else None,
            app_pk=by.pk if isinstance(by, App) else None,
        )
        order.events.append(note)
        return note

    def _tell(self, order: Order, *events: str, by: Actor) -> None:
        order.updated_at = self.shop.now()
        for event in events:
            self.shop.happen(event, by=by, channel=order.channel_slug, order=order)


def fulfilled_quantity(order: Order, line: OrderLine) -> int:
    return sum(
        part.quantity
        for fulfillment in order.fulfillments
        if fulfillment.status != "CANCELED"
        for part in fulfillment.lines
        if part.order_line_pk == line.pk
    )


def _all_waiting(order: Order) -> list[Pieces]:
    return [
        Pieces(line, slug, quantity)
        for line in order.lines
        for slug, quantity in line.allocated.items()
        if quantity > 0
    ]
