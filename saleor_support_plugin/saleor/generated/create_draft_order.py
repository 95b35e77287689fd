from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class CreateDraftOrder(BaseModel):
    draft_order_create: Optional["CreateDraftOrderDraftOrderCreate"] = Field(alias="draftOrderCreate")


class CreateDraftOrderDraftOrderCreate(BaseModel):
    order: Optional["CreateDraftOrderDraftOrderCreateOrder"]
    errors: list["CreateDraftOrderDraftOrderCreateErrors"]


class CreateDraftOrderDraftOrderCreateOrder(BaseModel):
    id: str
    number: str


class CreateDraftOrderDraftOrderCreateErrors(BaseModel):
    field: str | None
    message: str | None
    code: str


CreateDraftOrder.model_rebuild()
CreateDraftOrderDraftOrderCreate.model_rebuild()
