from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class CreateNumericAttribute(BaseModel):
    attribute_create: Optional["CreateNumericAttributeAttributeCreate"] = Field(alias="attributeCreate")


class CreateNumericAttributeAttributeCreate(BaseModel):
    attribute: Optional["CreateNumericAttributeAttributeCreateAttribute"]
    errors: list["CreateNumericAttributeAttributeCreateErrors"]


class CreateNumericAttributeAttributeCreateAttribute(BaseModel):
    id: str


class CreateNumericAttributeAttributeCreateErrors(BaseModel):
    field: str | None
    message: str | None
    code: str


CreateNumericAttribute.model_rebuild()
CreateNumericAttributeAttributeCreate.model_rebuild()
