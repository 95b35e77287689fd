from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class AttributesBySlugs(BaseModel):
    attributes: Optional["AttributesBySlugsAttributes"]


class AttributesBySlugsAttributes(BaseModel):
    edges: list["AttributesBySlugsAttributesEdges"]


class AttributesBySlugsAttributesEdges(BaseModel):
    node: "AttributesBySlugsAttributesEdgesNode"


class AttributesBySlugsAttributesEdgesNode(BaseModel):
    id: str
    slug: str
    type_: str = Field(alias="type")
    input_type: str | None = Field(alias="inputType")


AttributesBySlugs.model_rebuild()
AttributesBySlugsAttributes.model_rebuild()
AttributesBySlugsAttributesEdges.model_rebuild()
