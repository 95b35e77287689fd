from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class GrantRefund(BaseModel):
    order_grant_refund_create: Optional["GrantRefundOrderGrantRefundCreate"] = Field(alias="orderGrantRefundCreate")


class GrantRefundOrderGrantRefundCreate(BaseModel):
    granted_refund: Optional["GrantRefundOrderGrantRefundCreateGrantedRefund"] = Field(alias="grantedRefund")
    errors: list["GrantRefundOrderGrantRefundCreateErrors"]


class GrantRefundOrderGrantRefundCreateGrantedRefund(BaseModel):
    id: str


class GrantRefundOrderGrantRefundCreateErrors(BaseModel):
    field: str | None
    message: str | None
    code: str


GrantRefund.model_rebuild()
GrantRefundOrderGrantRefundCreate.model_rebuild()
