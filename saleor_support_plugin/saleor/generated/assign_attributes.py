from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class AssignAttributes(BaseModel):
    product_attribute_assign: Optional["AssignAttributesProductAttributeAssign"] = Field(alias="productAttributeAssign")


class AssignAttributesProductAttributeAssign(BaseModel):
    errors: list["AssignAttributesProductAttributeAssignErrors"]


class AssignAttributesProductAttributeAssignErrors(BaseModel):
    field: str | None
    message: str | None
    code: str


AssignAttributes.model_rebuild()
AssignAttributesProductAttributeAssign.model_rebuild()
