from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import NextPage, ShippingZoneFacts


class ShippingZones(BaseModel):
    shipping_zones: Optional["ShippingZonesShippingZones"] = Field(alias="shippingZones")


class ShippingZonesShippingZones(BaseModel):
    edges: list["ShippingZonesShippingZonesEdges"]
    page_info: "ShippingZonesShippingZonesPageInfo" = Field(alias="pageInfo")


class ShippingZonesShippingZonesEdges(BaseModel):
    node: "ShippingZonesShippingZonesEdgesNode"


ShippingZonesShippingZonesEdgesNode = ShippingZoneFacts
ShippingZonesShippingZonesPageInfo = NextPage
ShippingZones.model_rebuild()
ShippingZonesShippingZones.model_rebuild()
ShippingZonesShippingZonesEdges.model_rebuild()
