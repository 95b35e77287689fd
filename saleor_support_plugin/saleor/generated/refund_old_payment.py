from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class RefundOldPayment(BaseModel):
    order_refund: Optional["RefundOldPaymentOrderRefund"] = Field(alias="orderRefund")


class RefundOldPaymentOrderRefund(BaseModel):
    errors: list["RefundOldPaymentOrderRefundErrors"]


class RefundOldPaymentOrderRefundErrors(BaseModel):
    field: str | None
    message: str | None
    code: str


RefundOldPayment.model_rebuild()
RefundOldPaymentOrderRefund.model_rebuild()
