from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class GiftCardsMarked(BaseModel):
    gift_cards: Optional["GiftCardsMarkedGiftCards"] = Field(alias="giftCards")


class GiftCardsMarkedGiftCards(BaseModel):
    edges: list["GiftCardsMarkedGiftCardsEdges"]


class GiftCardsMarkedGiftCardsEdges(BaseModel):
    node: "GiftCardsMarkedGiftCardsEdgesNode"


class GiftCardsMarkedGiftCardsEdgesNode(BaseModel):
    id: str


GiftCardsMarked.model_rebuild()
GiftCardsMarkedGiftCards.model_rebuild()
GiftCardsMarkedGiftCardsEdges.model_rebuild()
