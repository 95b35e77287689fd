from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class RateProductWithoutRating(BaseModel):
    product_update: Optional["RateProductWithoutRatingProductUpdate"] = Field(alias="productUpdate")


class RateProductWithoutRatingProductUpdate(BaseModel):
    errors: list["RateProductWithoutRatingProductUpdateErrors"]


class RateProductWithoutRatingProductUpdateErrors(BaseModel):
    field: str | None
    message: str | None
    code: str


RateProductWithoutRating.model_rebuild()
RateProductWithoutRatingProductUpdate.model_rebuild()
