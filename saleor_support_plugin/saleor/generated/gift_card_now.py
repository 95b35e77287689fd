from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import GiftCardFacts


class GiftCardNow(BaseModel):
    gift_card: Optional["GiftCardNowGiftCard"] = Field(alias="giftCard")


GiftCardNowGiftCard = GiftCardFacts
GiftCardNow.model_rebuild()
