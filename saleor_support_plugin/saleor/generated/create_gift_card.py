from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class CreateGiftCard(BaseModel):
    gift_card_create: Optional["CreateGiftCardGiftCardCreate"] = Field(alias="giftCardCreate")


class CreateGiftCardGiftCardCreate(BaseModel):
    gift_card: Optional["CreateGiftCardGiftCardCreateGiftCard"] = Field(alias="giftCard")
    errors: list["CreateGiftCardGiftCardCreateErrors"]


class CreateGiftCardGiftCardCreateGiftCard(BaseModel):
    id: str


class CreateGiftCardGiftCardCreateErrors(BaseModel):
    field: str | None
    message: str | None
    code: str


CreateGiftCard.model_rebuild()
CreateGiftCardGiftCardCreate.model_rebuild()
