from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import LiveCartFacts


class AddToCart(BaseModel):
    checkout_lines_add: Optional["AddToCartCheckoutLinesAdd"] = Field(alias="checkoutLinesAdd")


class AddToCartCheckoutLinesAdd(BaseModel):
    checkout: Optional["AddToCartCheckoutLinesAddCheckout"]
    errors: list["AddToCartCheckoutLinesAddErrors"]


AddToCartCheckoutLinesAddCheckout = LiveCartFacts


class AddToCartCheckoutLinesAddErrors(BaseModel):
    field: str | None
    message: str | None
    code: str


AddToCart.model_rebuild()
AddToCartCheckoutLinesAdd.model_rebuild()
