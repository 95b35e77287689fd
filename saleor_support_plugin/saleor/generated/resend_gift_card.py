from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class ResendGiftCard(BaseModel):
    gift_card_resend: Optional["ResendGiftCardGiftCardResend"] = Field(alias="giftCardResend")


class ResendGiftCardGiftCardResend(BaseModel):
    errors: list["ResendGiftCardGiftCardResendErrors"]


class ResendGiftCardGiftCardResendErrors(BaseModel):
    field: str | None
    message: str | None
    code: str


ResendGiftCard.model_rebuild()
ResendGiftCardGiftCardResend.model_rebuild()
