from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import NextPage


class ExcludedProducts(BaseModel):
    shipping_zone: Optional["ExcludedProductsShippingZone"] = Field(alias="shippingZone")


class ExcludedProductsShippingZone(BaseModel):
    shipping_methods: list["ExcludedProductsShippingZoneShippingMethods"] | None = Field(alias="shippingMethods")


class ExcludedProductsShippingZoneShippingMethods(BaseModel):
    id: str
    excluded_products: Optional["ExcludedProductsShippingZoneShippingMethodsExcludedProducts"] = Field(
        alias="excludedProducts"
    )


class ExcludedProductsShippingZoneShippingMethodsExcludedProducts(BaseModel):
    edges: list["ExcludedProductsShippingZoneShippingMethodsExcludedProductsEdges"]
    page_info: "ExcludedProductsShippingZoneShippingMethodsExcludedProductsPageInfo" = Field(alias="pageInfo")


class ExcludedProductsShippingZoneShippingMethodsExcludedProductsEdges(BaseModel):
    node: "ExcludedProductsShippingZoneShippingMethodsExcludedProductsEdgesNode"


class ExcludedProductsShippingZoneShippingMethodsExcludedProductsEdgesNode(BaseModel):
    id: str


ExcludedProductsShippingZoneShippingMethodsExcludedProductsPageInfo = NextPage
ExcludedProducts.model_rebuild()
ExcludedProductsShippingZone.model_rebuild()
ExcludedProductsShippingZoneShippingMethods.model_rebuild()
ExcludedProductsShippingZoneShippingMethodsExcludedProducts.model_rebuild()
ExcludedProductsShippingZoneShippingMethodsExcludedProductsEdges.model_rebuild()
