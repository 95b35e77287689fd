from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import LiveCartFacts


class RemoveFromCart(BaseModel):
    checkout_lines_delete: Optional["RemoveFromCartCheckoutLinesDelete"] = Field(alias="checkoutLinesDelete")


class RemoveFromCartCheckoutLinesDelete(BaseModel):
    checkout: Optional["RemoveFromCartCheckoutLinesDeleteCheckout"]
    errors: list["RemoveFromCartCheckoutLinesDeleteErrors"]


RemoveFromCartCheckoutLinesDeleteCheckout = LiveCartFacts


class RemoveFromCartCheckoutLinesDeleteErrors(BaseModel):
    field: str | None
    message: str | None
    code: str


RemoveFromCart.model_rebuild()
RemoveFromCartCheckoutLinesDelete.model_rebuild()
