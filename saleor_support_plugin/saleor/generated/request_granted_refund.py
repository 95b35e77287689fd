from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class RequestGrantedRefund(BaseModel):
    transaction_request_refund_for_granted_refund: Optional[
        "RequestGrantedRefundTransactionRequestRefundForGrantedRefund"
    ] = Field(alias="transactionRequestRefundForGrantedRefund")


class RequestGrantedRefundTransactionRequestRefundForGrantedRefund(BaseModel):
    errors: list["RequestGrantedRefundTransactionRequestRefundForGrantedRefundErrors"]


class RequestGrantedRefundTransactionRequestRefundForGrantedRefundErrors(BaseModel):
    field: str | None
    message: str | None
    code: str


RequestGrantedRefund.model_rebuild()
RequestGrantedRefundTransactionRequestRefundForGrantedRefund.model_rebuild()
