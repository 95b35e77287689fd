"""The storefront's schema: what a shopper may ask. It does not even know the staff's fields."""

from dataclasses import dataclass
from typing import Any

import graphene

from ..delivery.schema import StorefrontQueries as DeliveryQueries
from ..stores import callers


@dataclass(frozen=True, slots=True)
class ShopperContext:
    shopper: callers.Shopper


def context_of(token: str) -> ShopperContext:
    return ShopperContext(callers.shopper(token))


class ShopperType(graphene.ObjectType):
    class Meta:
        name = "Shopper"

    is_guest = graphene.Boolean(required=True)
    email = graphene.String(description="Only where Saleor vouches for it.")

    @staticmethod
    def resolve_is_guest(shopper: callers.Shopper, _: object) -> bool:
        return shopper.key.startswith("guest:")

    @staticmethod
    def resolve_email(shopper: callers.Shopper, _: object) -> str | None:
        return shopper.email or None


class Query(DeliveryQueries, graphene.ObjectType):
    me = graphene.Field(ShopperType, required=True, description="Who is asking.")

    @staticmethod
    def resolve_me(_: object, info: Any) -> callers.Shopper:
        shopper: callers.Shopper = info.context.shopper
        return shopper


schema = graphene.Schema(query=Query)
