from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import NextPage


class ProductTypesWithAttributes(BaseModel):
    product_types: Optional["ProductTypesWithAttributesProductTypes"] = Field(alias="productTypes")


class ProductTypesWithAttributesProductTypes(BaseModel):
    edges: list["ProductTypesWithAttributesProductTypesEdges"]
    page_info: "ProductTypesWithAttributesProductTypesPageInfo" = Field(alias="pageInfo")


class ProductTypesWithAttributesProductTypesEdges(BaseModel):
    node: "ProductTypesWithAttributesProductTypesEdgesNode"


class ProductTypesWithAttributesProductTypesEdgesNode(BaseModel):
    id: str
    product_attributes: list["ProductTypesWithAttributesProductTypesEdgesNodeProductAttributes"] | None = Field(
        alias="productAttributes"
    )


class ProductTypesWithAttributesProductTypesEdgesNodeProductAttributes(BaseModel):
    id: str


ProductTypesWithAttributesProductTypesPageInfo = NextPage
ProductTypesWithAttributes.model_rebuild()
ProductTypesWithAttributesProductTypes.model_rebuild()
ProductTypesWithAttributesProductTypesEdges.model_rebuild()
ProductTypesWithAttributesProductTypesEdgesNode.model_rebuild()
