from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class RateProduct(BaseModel):
    product_update: Optional["RateProductProductUpdate"] = Field(alias="productUpdate")


class RateProductProductUpdate(BaseModel):
    errors: list["RateProductProductUpdateErrors"]


class RateProductProductUpdateErrors(BaseModel):
    field: str | None
    message: str | None
    code: str


RateProduct.model_rebuild()
RateProductProductUpdate.model_rebuild()
