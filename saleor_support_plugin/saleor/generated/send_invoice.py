from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class SendInvoice(BaseModel):
    invoice_send_notification: Optional["SendInvoiceInvoiceSendNotification"] = Field(alias="invoiceSendNotification")


class SendInvoiceInvoiceSendNotification(BaseModel):
    errors: list["SendInvoiceInvoiceSendNotificationErrors"]


class SendInvoiceInvoiceSendNotificationErrors(BaseModel):
    field: str | None
    message: str | None
    code: str


SendInvoice.model_rebuild()
SendInvoiceInvoiceSendNotification.model_rebuild()
