"""Orders as staff see them."""

from typing import Any

import graphene

from ..connections import Counted, page_of, related
from ..stores.callers import Staff
from . import queries, reading
from .models import Channel, Fulfillment, Order, OrderLine


class Money(graphene.ObjectType):
    amount = graphene.Decimal(required=True, description="Exact, as text.")
    currency = graphene.String(required=True)

    @staticmethod
    def resolve_amount(money: Any, _: object) -> str:
        return str(money.text)


class OwnedItem(graphene.ObjectType):
    """A product in one size, colour or the like that somebody bought and did not bring back."""

    product_name = graphene.String(required=True)
    variant_name = graphene.String(required=True)
    pieces = graphene.Int(required=True)
    times = graphene.Int(required=True, description="In how many orders.")
    last_at = graphene.DateTime(required=True)


class OrderLineType(graphene.ObjectType):
    class Meta:
        name = "OrderLine"

    id = graphene.ID(required=True)
    product_name = graphene.String(required=True)
    variant_name = graphene.String(required=True)
    sku = graphene.String(required=True)
    quantity = graphene.Int(required=True)
    quantity_fulfilled = graphene.Int(required=True)
    total = graphene.Field(Money)
    thumbnail_url = graphene.String()

    @staticmethod
    def resolve_id(line: OrderLine, _: object) -> str:
        return line.saleor_id

    @staticmethod
    def resolve_thumbnail_url(line: OrderLine, _: object) -> str | None:
        return line.thumbnail_url or None


class OrderLineConnection(Counted):
    class Meta:
        node = OrderLineType


class FulfillmentType(graphene.ObjectType):
    class Meta:
        name = "Fulfillment"

    id = graphene.ID(required=True)
    status = graphene.String(required=True)
    tracking_number = graphene.String(required=True)
    created = graphene.DateTime(required=True)
    quantity = graphene.Int(required=True)
    delivered_at = graphene.DateTime(description="When it was said to have arrived; null while nobody said so.")

    @staticmethod
    def resolve_id(fulfillment: Fulfillment, _: object) -> str:
        return fulfillment.saleor_id

    @staticmethod
    def resolve_quantity(fulfillment: Fulfillment, _: object) -> int:
        return sum(line.quantity for line in related(fulfillment, "lines"))


class OrderType(graphene.ObjectType):
    class Meta:
        name = "Order"

    id = graphene.ID(required=True)
    number = graphene.String(required=True)
    created = graphene.DateTime(required=True)
    updated_at = graphene.DateTime()
    status = graphene.String(required=True)
    payment_status = graphene.String(required=True)
    charge_status = graphene.String(required=True)
    channel = graphene.String(required=True)
    customer_email = graphene.String(required=True)
    customer_name = graphene.String(required=True)
    total = graphene.Field(Money, required=True)
    shipping_price = graphene.Field(Money)
    delivery_method_name = graphene.String(required=True)
    shipping_city = graphene.String(required=True)
    shipping_country = graphene.String(required=True)
    lines = graphene.Field(OrderLineConnection, required=True, first=graphene.Int(), after=graphene.String())
    fulfillments = graphene.List(graphene.NonNull(FulfillmentType), required=True)
    as_of = graphene.DateTime(required=True, description="When Saleor's word for all this was issued.")

    @staticmethod
    def resolve_id(order: Order, _: object) -> str:
        return order.saleor_id

    @staticmethod
    def resolve_channel(order: Order, _: object) -> str:
        return order.channel_slug

    @staticmethod
    def resolve_lines(order: Order, _: object, first: int | None = None, after: str | None = None) -> Any:
        return page_of(OrderLineConnection, related(order, "lines"), first=first, after=after)

    @staticmethod
    def resolve_fulfillments(order: Order, _: object) -> list[Fulfillment]:
        return related(order, "fulfillments")

    @staticmethod
    def resolve_as_of(order: Order, _: object) -> Any:
        return order.issued_at


class OrderConnection(Counted):
    class Meta:
        node = OrderType


class ChannelType(graphene.ObjectType):
    class Meta:
        name = "Channel"

    slug = graphene.String(required=True)
    name = graphene.String(required=True)
    currency = graphene.String(required=True)


class StaffQueries:
    channels = graphene.List(
        graphene.NonNull(ChannelType), required=True, description="The channels that the caller may see, by name."
    )
    order = graphene.Field(OrderType, id=graphene.ID(required=True), description="An order, by Saleor's id.")
    orders = graphene.Field(OrderConnection, required=True, first=graphene.Int(), after=graphene.String())

    @staticmethod
    def resolve_channels(_: object, info: Any) -> list[Channel]:
        return queries.channels(info.context.staff)

    @staticmethod
    def resolve_order(_: object, info: Any, id: str) -> Order | None:
        staff: Staff = info.context.staff
        staff.must_have("MANAGE_ORDERS")
        reading.learn_order(staff.store, id)
        return queries.order(staff, id)

    @staticmethod
    def resolve_orders(_: object, info: Any, first: int | None = None, after: str | None = None) -> Any:
        staff: Staff = info.context.staff
        staff.must_have("MANAGE_ORDERS")
        return page_of(OrderConnection, queries.orders(staff), first=first, after=after)
