"""The delivery promise as GraphQL."""

from typing import Any

import graphene
from django.utils import timezone
from graphql import GraphQLError

from ..shop.schema import Money
from ..stores.callers import Shopper
from . import queries
from .asking import CannotAsk, asked_of
from .promised import Promised
from .promises import sign
from .rules import Option


class DeliveryWindow(graphene.ObjectType):
    first = graphene.Date(required=True, description="The first day it can arrive, by the destination's clock.")
    last = graphene.Date(required=True)


class DeliveryOption(graphene.ObjectType):
    id = graphene.ID(required=True, description="Saleor's shipping method.")
    name = graphene.String(required=True)
    price = graphene.Field(Money, required=True)
    tax = graphene.String(required=True, description="INCLUDED, EXCLUDED or AT_CHECKOUT.")
    needs = graphene.Field(
        Money, description="The worth of an order from which it is offered, where that is not reached."
    )
    window = graphene.Field(DeliveryWindow, description="Null where a fact is missing: no day is guessed.")
    cutoff = graphene.DateTime(description="The instant before which the window holds; null without a real cut-off.")
    reason = graphene.String(description="Why there is no window.")

    @staticmethod
    def resolve_id(option: Option, _: object) -> str:
        return option.method.id

    @staticmethod
    def resolve_name(option: Option, _: object) -> str:
        return option.method.name

    @staticmethod
    def resolve_price(option: Option, _: object) -> Any:
        return option.method.price

    @staticmethod
    def resolve_tax(option: Option, _: object) -> str:
        return option.method.tax


class Delivery(graphene.ObjectType):
    until = graphene.DateTime(required=True, description="The instant until which this holds.")
    promise = graphene.String(required=True, description="Signed; the checkout's metadata may carry it.")
    reason = graphene.String(description="Why no option has a window.")
    cheapest = graphene.Field(DeliveryOption)
    fastest = graphene.Field(DeliveryOption, description="Null where the cheapest is as fast.")
    free_from = graphene.Field(Money, description="The worth of an order from which delivery costs nothing.")
    options = graphene.List(graphene.NonNull(DeliveryOption), required=True)

    @staticmethod
    def resolve_promise(promised: Promised, _: object) -> str:
        return sign(promised)

    @staticmethod
    def resolve_reason(promised: Promised, _: object) -> str | None:
        return promised.promise.reason

    @staticmethod
    def resolve_cheapest(promised: Promised, _: object) -> Option | None:
        return promised.promise.cheapest

    @staticmethod
    def resolve_fastest(promised: Promised, _: object) -> Option | None:
        return promised.promise.fastest

    @staticmethod
    def resolve_free_from(promised: Promised, _: object) -> Any:
        return promised.promise.free_from

    @staticmethod
    def resolve_options(promised: Promised, _: object) -> list[Option]:
        return list(promised.promise.options)


class StorefrontQueries:
    delivery = graphene.Field(
        Delivery,
        variant=graphene.ID(required=True),
        channel=graphene.String(required=True),
        country=graphene.String(required=True, description="ISO 3166 code of two letters."),
        postal_code=graphene.String(),
        quantity=graphene.Int(),
        subtotal=graphene.String(description="The worth of the basket, in the channel's currency."),
        description="What is promised of a parcel with this variant; null where channel or variant is not known.",
    )

    @staticmethod
    def resolve_delivery(
        _: object,
        info: Any,
        variant: str,
        channel: str,
        country: str,
        postal_code: str = "",
        quantity: int = 1,
        subtotal: str = "",
    ) -> Promised | None:
        shopper: Shopper = info.context.shopper
        try:
            asked = asked_of(
                variant_id=variant,
                country=country,
                postal_code=postal_code,
                quantity=str(quantity),
                subtotal=subtotal,
            )
        except CannotAsk as error:
            raise GraphQLError(str(error), extensions={"code": error.code}) from error
        return queries.answer(shopper.store, channel=channel, asked=asked, now=timezone.now())
