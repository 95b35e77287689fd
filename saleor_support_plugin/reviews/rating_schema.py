"""The attributes that carry the average and the count in Saleor, as staff see them and ask for them."""

from typing import Any

import graphene
from django.utils import timezone

from ..saleor.errors import SaleorError
from ..stores.callers import Staff
from . import attributes, figures


class ReviewAttributesErrorCode(graphene.Enum):
    ATTRIBUTE_UNFIT = "ATTRIBUTE_UNFIT"
    PERMISSION_MISSING = "PERMISSION_MISSING"
    SALEOR = "SALEOR"


class ReviewAttributesError(graphene.ObjectType):
    field = graphene.String(description="Always null: there is nothing to fill in.")
    message = graphene.String(required=True)
    code = graphene.Field(ReviewAttributesErrorCode, required=True)


class ReviewAttributes(graphene.ObjectType):
    slugs = graphene.List(
        graphene.NonNull(graphene.String), required=True, description="Of the average, and of the number of reviews."
    )
    exist = graphene.Boolean(description="Whether the store has both; null where Saleor did not answer.")

    @staticmethod
    def resolve_slugs(_: object, __: object) -> list[str]:
        return list(figures.ATTRIBUTES)

    @staticmethod
    def resolve_exist(_: object, info: Any) -> bool | None:
        try:
            return attributes.exist(store=info.context.staff.store)
        except SaleorError:
            return None


class ReviewRatingQueries:
    review_attributes = graphene.Field(
        ReviewAttributes,
        required=True,
        description="The numeric attributes of products that hold the average of their reviews, and their number.",
    )

    @staticmethod
    def resolve_review_attributes(_: object, info: Any) -> dict[str, Any]:
        staff: Staff = info.context.staff
        staff.must_have("MANAGE_SETTINGS")
        return {}


class ReviewAttributesCreate(graphene.Mutation):
    """Make the attributes that the store lacks, and give them to every product type. Twice does no harm."""

    types = graphene.Int(description="How many product types lacked one; null where `errors` say why.")
    errors = graphene.List(graphene.NonNull(ReviewAttributesError), required=True)

    @staticmethod
    def mutate(_: object, info: Any) -> dict[str, Any]:
        staff: Staff = info.context.staff
        staff.must_have("MANAGE_SETTINGS")
        try:
            return {"types": attributes.create(store=staff.store, now=timezone.now()), "errors": []}
        except attributes.CannotCreate as error:
            return _refused(str(error), error.code)
        except SaleorError:
            return _refused("Saleor did not do as asked. Try again; what was made already stays.", "SALEOR")


def _refused(message: str, code: str) -> dict[str, Any]:
    return {"types": None, "errors": [{"field": None, "message": message, "code": code}]}


class ReviewRatingMutations:
    review_attributes_create = ReviewAttributesCreate.Field()
