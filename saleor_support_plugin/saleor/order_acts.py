"""What a shop does for the buyer of an order, and the order as it is at this moment.

Every method raises a SaleorError; after SaleorUnreachable nobody knows whether it was done.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from ..money import Money
from . import vouchers
from .errors import SaleorUnreachable
from .generated.base_model import UNSET
from .generated.client import Client
from .generated.fragments import GiftCardFacts, OrderActFacts, WholeAddress
from .generated.input_types import (
    AddressInput,
    DraftOrderCreateInput,
    GiftCardCreateInput,
    MetadataInput,
    OrderGrantRefundCreateInput,
    OrderGrantRefundCreateLineInput,
    OrderLineCreateInput,
    OrderReturnFulfillmentLineInput,
    OrderReturnProductsInput,
    PriceInput,
)
from .pieces import Pieces

# Under which a gift card is found again.
MARKER = "support.act"
# As many as Saleor gives in one answer.
MOST_GIFT_CARDS = 100

type Version = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class OrderActs:
    """What can be done by the token of `ask`, on a store whose Saleor is of this version."""

    ask: Client
    version: Version

    def order(self, order_id: str) -> OrderActFacts | None:
        return self.ask.order_for_acts(order_id)

    # Money back

    def grant_refund(
        self,
        order_id: str,
        *,
        transaction: str,
        amount: Decimal,
        reason: str,
        lines: Sequence[Pieces] = (),
        with_shipping: bool = False,
        reason_reference: str = "",
    ) -> str:
        """Return the id of the granted refund. No money moves by it. Needs MANAGE_ORDERS."""
        given = OrderGrantRefundCreateInput(transactionId=transaction, amount=amount, reason=reason)
        if lines:
            given.lines = [OrderGrantRefundCreateLineInput(id=one.line, quantity=one.quantity) for one in lines]
        if with_shipping:
            given.grant_refund_for_shipping = True
        if reason_reference and self.version >= (3, 22):
            given.reason_reference = reason_reference
        made = self.ask.grant_refund(order_id, given)
        if made is None or made.granted_refund is None:
            raise SaleorUnreachable("an answer without the granted refund")
        return made.granted_refund.id

    def request_refund(self, transaction: str, granted_refund: str) -> None:
        """Have the payment app pay a granted refund. Needs HANDLE_PAYMENTS."""
        self.ask.request_granted_refund(transaction, granted_refund)

    def refund_old_payment(self, order_id: str, amount: Decimal) -> None:
        """Pay back by a payment of the old kind, which a plugin holds. Needs MANAGE_ORDERS."""
        self.ask.refund_old_payment(order_id, f"{amount:f}")

    # The order

    def cancel(self, order_id: str) -> None:
        self.ask.cancel_order(order_id)

    def update_tracking(self, fulfillment: str, number: str, *, notify: bool) -> None:
        self.ask.update_tracking(fulfillment, number, notify)

    def update_shipping_address(self, order_id: str, address: Mapping[str, str]) -> None:
        self.ask.update_shipping_address(order_id, AddressInput.model_validate(dict(address)))

    def create_replacement(self, order: OrderActFacts, *, lines: Sequence[Pieces], reference: str, note: str) -> str:
        """Return the id of a new draft that costs nothing, with these pieces of an order's variants."""
        given = DraftOrderCreateInput(
            channelId=order.channel.id,
            externalReference=reference,
            customerNote=note,
            languageCode=order.language_code_enum,
            lines=[OrderLineCreateInput(variantId=one.line, quantity=one.quantity, price="0") for one in lines],
        )
        if order.user:
            given.user = order.user.id
        elif order.user_email:
            given.user_email = order.user_email
        if order.shipping_address:
            given.shipping_address = _as_input(order.shipping_address)
        if order.billing_address:
            given.billing_address = _as_input(order.billing_address)
        made = self.ask.create_draft_order(given)
        if made is None or made.order is None:
            raise SaleorUnreachable("an answer without the draft")
        return made.order.id

    def order_with(self, reference: str) -> str | None:
        """Return the id of the order or draft of an external reference."""
        found = self.ask.order_by_reference(reference)
        return found.id if found else None

    def take_back(self, order_id: str, *, sent: Sequence[Pieces]) -> None:
        """Note pieces of lines of parcels as returned; no money moves by it."""
        lines = [OrderReturnFulfillmentLineInput(fulfillmentLineId=one.line, quantity=one.quantity) for one in sent]
        self.ask.return_products(order_id, OrderReturnProductsInput(fulfillmentLines=lines))

    # Paper

    def request_invoice(self, order_id: str) -> None:
        self.ask.request_invoice(order_id)

    def send_invoice(self, invoice: str) -> None:
        self.ask.send_invoice(invoice)

    # Gift cards

    def create_gift_card(
        self, *, balance: Money, email: str, user: str, channel: str, expires_on: date | None, note: str, marker: str
    ) -> str:
        """Return the id of a new card, which Saleor has mailed to `email`; from 3.23 on only `user` can spend it.

        Needs MANAGE_GIFT_CARD.
        """
        given = GiftCardCreateInput(
            balance=PriceInput(amount=f"{balance.amount:f}", currency=balance.currency),
            isActive=True,
            userEmail=email,
            channel=channel,
            note=note,
            metadata=[MetadataInput(key=MARKER, value=marker)],
        )
        if expires_on:
            given.expiry_date = expires_on
        if user and self.version >= (3, 23):
            given.assigned_to = user
        made = self.ask.create_gift_card(given)
        if made is None or made.gift_card is None:
            raise SaleorUnreachable("an answer without the gift card")
        return made.gift_card.id

    def gift_card_with(self, marker: str) -> str | None:
        found = self.ask.gift_cards_marked(MARKER, marker, 1)
        return next((edge.node.id for edge in found.edges), None) if found else None

    def resend_gift_card(self, gift_card: str, channel: str) -> None:
        self.ask.resend_gift_card(gift_card, channel)

    def gift_card(self, gift_card: str) -> GiftCardFacts | None:
        return self.ask.gift_card_now(gift_card)

    def gift_cards_bought(self, order_id: str, email: str) -> list[GiftCardFacts]:
        """Return the cards that are goods of an order; Saleor finds them by who bought them, as part of the address."""
        found = self.ask.gift_cards_bought_by(email, MOST_GIFT_CARDS)
        cards = [edge.node for edge in found.edges] if found else []
        sold = ("BOUGHT", order_id)
        return [one for one in cards if sold in {(event.type_, event.order_id) for event in one.events}]

    def times_resent(self, gift_card: str) -> int | None:
        """Return how often a card was mailed again; None where there is none."""
        found = self.gift_card(gift_card)
        return sum(one.type_ == "RESENT" for one in found.events) if found else None

    # Codes

    def create_voucher(self, *, code: str, name: str, starts_at: datetime, ends_at: datetime) -> str:
        """Return the id of a new voucher of one code, which works once and takes off a sum, in no channel yet."""
        made = self.ask.create_voucher(code, name, starts_at, ends_at, "FIXED")
        if made is None or made.voucher is None:
            raise SaleorUnreachable("an answer without the voucher")
        return made.voucher.id

    def voucher_with(self, code: str) -> str | None:
        found = vouchers.by_code(self.ask, code)
        return found.id if found else None

    def list_voucher(self, voucher: str, *, channel_id: str, amount: Decimal) -> None:
        """Say what it takes off, in the channel's currency. Doing it again changes nothing."""
        self.ask.list_voucher(voucher, channel_id, f"{amount:f}", UNSET)


def _as_input(address: WholeAddress) -> AddressInput:
    return AddressInput.model_validate(address.model_dump() | {"country": address.country.code})
