from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import NextPage


class ShippingZones(BaseModel):
    shipping_zones: Optional["ShippingZonesShippingZones"] = Field(alias="shippingZones")


class ShippingZonesShippingZones(BaseModel):
    edges: list["ShippingZonesShippingZonesEdges"]
    page_info: "ShippingZonesShippingZonesPageInfo" = Field(alias="pageInfo")


class ShippingZonesShippingZonesEdges(BaseModel):
    node: "ShippingZonesShippingZonesEdgesNode"


class ShippingZonesShippingZonesEdgesNode(BaseModel):
    id: str
    shipping_methods: list["ShippingZonesShippingZonesEdgesNodeShippingMethods"] | None = Field(alias="shippingMethods")


class ShippingZonesShippingZonesEdgesNodeShippingMethods(BaseModel):
    id: str
    postal_code_rules: list["ShippingZonesShippingZonesEdgesNodeShippingMethodsPostalCodeRules"] | None = Field(
        alias="postalCodeRules"
    )


class ShippingZonesShippingZonesEdgesNodeShippingMethodsPostalCodeRules(BaseModel):
    id: str


ShippingZonesShippingZonesPageInfo = NextPage
ShippingZones.model_rebuild()
ShippingZonesShippingZones.model_rebuild()
ShippingZonesShippingZonesEdges.model_rebuild()
ShippingZonesShippingZonesEdgesNode.model_rebuild()
ShippingZonesShippingZonesEdgesNodeShippingMethods.model_rebuild()
