"""The card on a product in Dashboard: how complete its page is, how its reviews go, and what waits for an answer."""

import json
from dataclasses import dataclass
from typing import Any

import graphene
from django.utils import timezone

from ..ids import own_id
from ..questions import queries as questions
from ..reviews.models import Review
from ..reviews.trend import Trend, trend
from ..saleor.generated.product_facts import ProductFactsProduct
from ..shop.completeness import Attribute, Check, ProductFacts, checks, percent
from ..stores.callers import Staff
from ..stores.clients import client_of


@dataclass(frozen=True, slots=True)
class ProductCard:
    name: str
    checks: list[Check]
    trend: Trend
    open_questions: int


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


class ProductReview(graphene.ObjectType):
    """A bad review that everybody may read."""

    id = graphene.ID(required=True)
    stars = graphene.Int(required=True)
    title = graphene.String(required=True)
    text = graphene.String(required=True)
    language = graphene.String(required=True)
    created_at = graphene.DateTime(required=True)

    @staticmethod
    def resolve_id(review: Review, _: object) -> str:
        return own_id("Review", review.pk)


class ProductCardType(graphene.ObjectType):
    class Meta:
        name = "ProductCard"

    name = graphene.String(required=True)
    percent = graphene.Int(required=True, description="How complete it is: every check counts the same.")
    checks = graphene.List(graphene.NonNull(ProductCheck), required=True)
    reviews = graphene.Int(required=True, description="How many are published.")
    average = graphene.Float(description="Of their stars; null without any.")
    reviews_lately = graphene.Int(required=True, description="How many of them are of the last 90 days.")
    average_lately = graphene.Float(description="Of the stars of the last 90 days.")
    average_before = graphene.Float(description="Of the stars before that.")
    last_bad = graphene.List(
        graphene.NonNull(ProductReview), required=True, description="The newest of two stars and less, at most three."
    )
    open_questions = graphene.Int(required=True, description="How many questions about it wait for an answer.")

    @staticmethod
    def resolve_percent(card: ProductCard, _: object) -> int:
        return percent(card.checks)

    @staticmethod
    def resolve_reviews(card: ProductCard, _: object) -> int:
        return card.trend.count

    @staticmethod
    def resolve_average(card: ProductCard, _: object) -> float | None:
        return card.trend.average

    @staticmethod
    def resolve_reviews_lately(card: ProductCard, _: object) -> int:
        return card.trend.lately

    @staticmethod
    def resolve_average_lately(card: ProductCard, _: object) -> float | None:
        return card.trend.average_lately

    @staticmethod
    def resolve_average_before(card: ProductCard, _: object) -> float | None:
        return card.trend.average_before

    @staticmethod
    def resolve_last_bad(card: ProductCard, _: object) -> list[Review]:
        return card.trend.last_bad


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
    said = trend(staff.store, product.id, now=timezone.now())
    facts = ProductFacts(
        picture_texts=[one.alt for one in product.media or []],
        has_description=has_words(product.description),
        attributes=[Attribute(one.attribute.slug, one.attribute.name, bool(one.values)) for one in product.attributes],
        reviews=said.count,
        has_manual_link=bool(product.manual),
        has_safety_contact=bool(product.safety_contact),
    )
    return ProductCard(product.name, checks(facts), said, questions.open_count(staff, product.id))


def has_words(description: Any) -> bool:
    """Say whether a description, which Saleor keeps as blocks of Editor.js, has any paragraph, list or the like."""
    try:
        blocks = json.loads(description or "{}")["blocks"]
    except (ValueError, KeyError, TypeError):
        return False
    return any(value for block in blocks for value in block.get("data", {}).values())
