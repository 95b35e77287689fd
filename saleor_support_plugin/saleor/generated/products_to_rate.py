from decimal import Decimal
from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class ProductsToRate(BaseModel):
    products: Optional["ProductsToRateProducts"]


class ProductsToRateProducts(BaseModel):
    edges: list["ProductsToRateProductsEdges"]


class ProductsToRateProductsEdges(BaseModel):
    node: "ProductsToRateProductsEdgesNode"


class ProductsToRateProductsEdgesNode(BaseModel):
    id: str
    rating: Decimal | None
    average: str | None
    count: str | None
    attributes: list["ProductsToRateProductsEdgesNodeAttributes"]
    product_type: "ProductsToRateProductsEdgesNodeProductType" = Field(alias="productType")


class ProductsToRateProductsEdgesNodeAttributes(BaseModel):
    attribute: "ProductsToRateProductsEdgesNodeAttributesAttribute"
    values: list["ProductsToRateProductsEdgesNodeAttributesValues"]


class ProductsToRateProductsEdgesNodeAttributesAttribute(BaseModel):
    id: str
    slug: str


class ProductsToRateProductsEdgesNodeAttributesValues(BaseModel):
    name: str | None


class ProductsToRateProductsEdgesNodeProductType(BaseModel):
    product_attributes: list["ProductsToRateProductsEdgesNodeProductTypeProductAttributes"] | None = Field(
        alias="productAttributes"
    )


class ProductsToRateProductsEdgesNodeProductTypeProductAttributes(BaseModel):
    id: str
    slug: str
    input_type: str | None = Field(alias="inputType")


ProductsToRate.model_rebuild()
ProductsToRateProducts.model_rebuild()
ProductsToRateProductsEdges.model_rebuild()
ProductsToRateProductsEdgesNode.model_rebuild()
ProductsToRateProductsEdgesNodeAttributes.model_rebuild()
ProductsToRateProductsEdgesNodeProductType.model_rebuild()
