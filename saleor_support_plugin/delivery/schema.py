"""The delivery line as GraphQL."""

from typing import Any

import graphene
from django.utils import timezone

from ..shop.schema import Money
from ..stores.callers import Shopper
from . import queries
from .rules import DeliveryLine, Option


class DeliveryWindow(graphene.ObjectType):
    first = graphene.Date(required=True, description="The first day it can arrive, in the store's time zone.")
    last = graphene.Date(required=True)


class DeliveryOption(graphene.ObjectType):
    id = graphene.ID(required=True, description="Saleor's shipping method.")
    name = graphene.String(required=True)
    price = graphene.Field(Money, required=True)
    window = graphene.Field(DeliveryWindow, description="Null where the merchant gave no days: none are guessed.")

    @staticmethod
    def resolve_id(option: Option, _: object) -> str:
        return option.method.id

    @staticmethod
    def resolve_name(option: Option, _: object) -> str:
        return option.method.name

    @staticmethod
    def resolve_price(option: Option, _: object) -> Any:
        return option.method.price


class Delivery(graphene.ObjectType):
    until = graphene.DateTime(required=True, description="The instant until which this holds.")
    cheapest = graphene.Field(DeliveryOption)
    options = graphene.List(graphene.NonNull(DeliveryOption), required=True)


class StorefrontQueries:
    delivery = graphene.Field(
        Delivery,
        variant=graphene.ID(required=True),
        channel=graphene.String(required=True),
        country=graphene.String(required=True, description="ISO 3166 code of two letters."),
        description="What can be said about a parcel with this variant; null where channel or variant is not known.",
    )

    @staticmethod
    def resolve_delivery(_: object, info: Any, variant: str, channel: str, country: str) -> DeliveryLine | None:
        shopper: Shopper = info.context.shopper
        return queries.line(
            shopper.store, channel=channel, variant_id=variant, country=country.upper(), now=timezone.now()
        )
