from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class RequestInvoice(BaseModel):
    invoice_request: Optional["RequestInvoiceInvoiceRequest"] = Field(alias="invoiceRequest")


class RequestInvoiceInvoiceRequest(BaseModel):
    errors: list["RequestInvoiceInvoiceRequestErrors"]


class RequestInvoiceInvoiceRequestErrors(BaseModel):
    field: str | None
    message: str | None
    code: str


RequestInvoice.model_rebuild()
RequestInvoiceInvoiceRequest.model_rebuild()
