from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import GiftCardFacts


class GiftCardsBoughtBy(BaseModel):
    gift_cards: Optional["GiftCardsBoughtByGiftCards"] = Field(alias="giftCards")


class GiftCardsBoughtByGiftCards(BaseModel):
    edges: list["GiftCardsBoughtByGiftCardsEdges"]


class GiftCardsBoughtByGiftCardsEdges(BaseModel):
    node: "GiftCardsBoughtByGiftCardsEdgesNode"


GiftCardsBoughtByGiftCardsEdgesNode = GiftCardFacts
GiftCardsBoughtBy.model_rebuild()
GiftCardsBoughtByGiftCards.model_rebuild()
GiftCardsBoughtByGiftCardsEdges.model_rebuild()
