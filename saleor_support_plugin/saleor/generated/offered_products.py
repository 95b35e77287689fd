from decimal import Decimal
from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class OfferedProducts(BaseModel):
    products: Optional["OfferedProductsProducts"]


class OfferedProductsProducts(BaseModel):
    edges: list["OfferedProductsProductsEdges"]


class OfferedProductsProductsEdges(BaseModel):
    node: "OfferedProductsProductsEdgesNode"


class OfferedProductsProductsEdgesNode(BaseModel):
    id: str
    slug: str
    name: str
    translation: Optional["OfferedProductsProductsEdgesNodeTranslation"]
    thumbnail: Optional["OfferedProductsProductsEdgesNodeThumbnail"]
    category: Optional["OfferedProductsProductsEdgesNodeCategory"]
    pricing: Optional["OfferedProductsProductsEdgesNodePricing"]
    attributes: list["OfferedProductsProductsEdgesNodeAttributes"]


class OfferedProductsProductsEdgesNodeTranslation(BaseModel):
    name: str | None


class OfferedProductsProductsEdgesNodeThumbnail(BaseModel):
    url: str


class OfferedProductsProductsEdgesNodeCategory(BaseModel):
    id: str
    name: str
    translation: Optional["OfferedProductsProductsEdgesNodeCategoryTranslation"]


class OfferedProductsProductsEdgesNodeCategoryTranslation(BaseModel):
    name: str | None


class OfferedProductsProductsEdgesNodePricing(BaseModel):
    price_range: Optional["OfferedProductsProductsEdgesNodePricingPriceRange"] = Field(alias="priceRange")


class OfferedProductsProductsEdgesNodePricingPriceRange(BaseModel):
    start: Optional["OfferedProductsProductsEdgesNodePricingPriceRangeStart"]
    stop: Optional["OfferedProductsProductsEdgesNodePricingPriceRangeStop"]


class OfferedProductsProductsEdgesNodePricingPriceRangeStart(BaseModel):
    gross: "OfferedProductsProductsEdgesNodePricingPriceRangeStartGross"


class OfferedProductsProductsEdgesNodePricingPriceRangeStartGross(BaseModel):
    amount: Decimal
    currency: str


class OfferedProductsProductsEdgesNodePricingPriceRangeStop(BaseModel):
    gross: "OfferedProductsProductsEdgesNodePricingPriceRangeStopGross"


class OfferedProductsProductsEdgesNodePricingPriceRangeStopGross(BaseModel):
    amount: Decimal


class OfferedProductsProductsEdgesNodeAttributes(BaseModel):
    attribute: "OfferedProductsProductsEdgesNodeAttributesAttribute"
    values: list["OfferedProductsProductsEdgesNodeAttributesValues"]


class OfferedProductsProductsEdgesNodeAttributesAttribute(BaseModel):
    slug: str
    name: str
    input_type: str | None = Field(alias="inputType")
    translation: Optional["OfferedProductsProductsEdgesNodeAttributesAttributeTranslation"]


class OfferedProductsProductsEdgesNodeAttributesAttributeTranslation(BaseModel):
    name: str


class OfferedProductsProductsEdgesNodeAttributesValues(BaseModel):
    slug: str | None
    name: str | None
    translation: Optional["OfferedProductsProductsEdgesNodeAttributesValuesTranslation"]


class OfferedProductsProductsEdgesNodeAttributesValuesTranslation(BaseModel):
    name: str


OfferedProducts.model_rebuild()
OfferedProductsProducts.model_rebuild()
OfferedProductsProductsEdges.model_rebuild()
OfferedProductsProductsEdgesNode.model_rebuild()
OfferedProductsProductsEdgesNodeCategory.model_rebuild()
OfferedProductsProductsEdgesNodePricing.model_rebuild()
OfferedProductsProductsEdgesNodePricingPriceRange.model_rebuild()
OfferedProductsProductsEdgesNodePricingPriceRangeStart.model_rebuild()
OfferedProductsProductsEdgesNodePricingPriceRangeStop.model_rebuild()
OfferedProductsProductsEdgesNodeAttributes.model_rebuild()
OfferedProductsProductsEdgesNodeAttributesAttribute.model_rebuild()
OfferedProductsProductsEdgesNodeAttributesValues.model_rebuild()
