from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class CancelOrder(BaseModel):
    order_cancel: Optional["CancelOrderOrderCancel"] = Field(alias="orderCancel")


class CancelOrderOrderCancel(BaseModel):
    errors: list["CancelOrderOrderCancelErrors"]


class CancelOrderOrderCancelErrors(BaseModel):
    field: str | None
    message: str | None
    code: str


CancelOrder.model_rebuild()
CancelOrderOrderCancel.model_rebuild()
