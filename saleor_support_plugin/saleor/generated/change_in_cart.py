from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import LiveCartFacts


class ChangeInCart(BaseModel):
    checkout_lines_update: Optional["ChangeInCartCheckoutLinesUpdate"] = Field(alias="checkoutLinesUpdate")


class ChangeInCartCheckoutLinesUpdate(BaseModel):
    checkout: Optional["ChangeInCartCheckoutLinesUpdateCheckout"]
    errors: list["ChangeInCartCheckoutLinesUpdateErrors"]


ChangeInCartCheckoutLinesUpdateCheckout = LiveCartFacts


class ChangeInCartCheckoutLinesUpdateErrors(BaseModel):
    field: str | None
    message: str | None
    code: str


ChangeInCart.model_rebuild()
ChangeInCartCheckoutLinesUpdate.model_rebuild()
