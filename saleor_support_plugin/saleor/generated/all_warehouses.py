from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import NextPage


class AllWarehouses(BaseModel):
    warehouses: Optional["AllWarehousesWarehouses"]


class AllWarehousesWarehouses(BaseModel):
    edges: list["AllWarehousesWarehousesEdges"]
    page_info: "AllWarehousesWarehousesPageInfo" = Field(alias="pageInfo")


class AllWarehousesWarehousesEdges(BaseModel):
    node: "AllWarehousesWarehousesEdgesNode"


class AllWarehousesWarehousesEdgesNode(BaseModel):
    id: str
    name: str
    is_private: bool = Field(alias="isPrivate")
    click_and_collect_option: str = Field(alias="clickAndCollectOption")
    address: "AllWarehousesWarehousesEdgesNodeAddress"


class AllWarehousesWarehousesEdgesNodeAddress(BaseModel):
    street_address_1: str = Field(alias="streetAddress1")
    street_address_2: str = Field(alias="streetAddress2")
    city: str
    postal_code: str = Field(alias="postalCode")
    country: "AllWarehousesWarehousesEdgesNodeAddressCountry"


class AllWarehousesWarehousesEdgesNodeAddressCountry(BaseModel):
    code: str


AllWarehousesWarehousesPageInfo = NextPage
AllWarehouses.model_rebuild()
AllWarehousesWarehouses.model_rebuild()
AllWarehousesWarehousesEdges.model_rebuild()
AllWarehousesWarehousesEdgesNode.model_rebuild()
AllWarehousesWarehousesEdgesNodeAddress.model_rebuild()
