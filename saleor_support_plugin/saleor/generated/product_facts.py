from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class ProductFacts(BaseModel):
    product: Optional["ProductFactsProduct"]


class ProductFactsProduct(BaseModel):
    id: str
    name: str
    description: str | None
    media: list["ProductFactsProductMedia"] | None
    manual: str | None
    safety_contact: str | None = Field(alias="safetyContact")
    attributes: list["ProductFactsProductAttributes"]


class ProductFactsProductMedia(BaseModel):
    type_: str = Field(alias="type")
    alt: str


class ProductFactsProductAttributes(BaseModel):
    attribute: "ProductFactsProductAttributesAttribute"
    values: list["ProductFactsProductAttributesValues"]


class ProductFactsProductAttributesAttribute(BaseModel):
    slug: str
    name: str


class ProductFactsProductAttributesValues(BaseModel):
    slug: str | None


ProductFacts.model_rebuild()
ProductFactsProduct.model_rebuild()
ProductFactsProductAttributes.model_rebuild()
