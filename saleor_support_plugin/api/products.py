"""The card on a product in Dashboard: how complete its page is, as Saleor has it now and our reviews say."""

import json
from dataclasses import dataclass
from typing import Any

import graphene
from django.db.models import Avg, Count

from ..reviews.models import Review, State
from ..saleor.generated.product_facts import ProductFactsProduct
from ..shop.completeness import Attribute, Check, ProductFacts, checks, percent
from ..stores.callers import Staff
from ..stores.clients import client_of


@dataclass(frozen=True, slots=True)
class ProductCard:
    name: str
    checks: list[Check]
    reviews: int
    average: float | None


class ProductPart(graphene.Enum):
    PICTURES = "PICTURES"
    PICTURE_TEXTS = "PICTURE_TEXTS"
    DESCRIPTION = "DESCRIPTION"
    ATTRIBUTES = "ATTRIBUTES"
    MANUAL = "MANUAL"
    SAFETY_CONTACT = "SAFETY_CONTACT"
    REVIEWS = "REVIEWS"


class ProductCheck(graphene.ObjectType):
    part = graphene.Field(ProductPart, required=True)
    is_done = graphene.Boolean(required=True)
    done = graphene.Int(required=True, description="How many are there, of `wanted`.")
    wanted = graphene.Int(required=True)
    lacking = graphene.List(
        graphene.NonNull(graphene.String), required=True, description="What is not there, where it has a name."
    )


class ProductCardType(graphene.ObjectType):
    class Meta:
        name = "ProductCard"

    name = graphene.String(required=True)
    percent = graphene.Int(required=True, description="How complete it is: every check counts the same.")
    checks = graphene.List(graphene.NonNull(ProductCheck), required=True)
    reviews = graphene.Int(required=True, description="How many are published.")
    average = graphene.Float(description="Of their stars; null without any.")

    @staticmethod
    def resolve_percent(card: ProductCard, _: object) -> int:
        return percent(card.checks)


class ProductQueries:
    product_card = graphene.Field(
        ProductCardType,
        id=graphene.ID(required=True, description="Saleor's."),
        description="How complete a product's page is; null where Saleor has no such product.",
    )

    @staticmethod
    def resolve_product_card(_: object, info: Any, id: str) -> ProductCard | None:
        staff: Staff = info.context.staff
        staff.must_have("MANAGE_PRODUCTS")
        product = client_of(staff.store).product_facts(id)
        return None if product is None else card(staff, product)


def card(staff: Staff, product: ProductFactsProduct) -> ProductCard:
    said = Review.across_stores.filter(store=staff.store, product_id=product.id, state=State.PUBLISHED)
    stars = said.aggregate(count=Count("pk"), average=Avg("stars"))
    facts = ProductFacts(
        picture_texts=[one.alt for one in product.media or []],
        has_description=has_words(product.description),
        attributes=[Attribute(one.attribute.slug, one.attribute.name, bool(one.values)) for one in product.attributes],
        reviews=stars["count"],
        has_manual_link=bool(product.manual),
        has_safety_contact=bool(product.safety_contact),
    )
    return ProductCard(product.name, checks(facts), stars["count"], stars["average"])


def has_words(description: Any) -> bool:
    """Say whether a description, which Saleor keeps as blocks of Editor.js, has any paragraph, list or the like."""
    try:
        blocks = json.loads(description or "{}")["blocks"]
    except (ValueError, KeyError, TypeError):
        return False
    return any(value for block in blocks for value in block.get("data", {}).values())
