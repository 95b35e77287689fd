from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import LiveCartFacts


class ApplyCode(BaseModel):
    checkout_add_promo_code: Optional["ApplyCodeCheckoutAddPromoCode"] = Field(alias="checkoutAddPromoCode")


class ApplyCodeCheckoutAddPromoCode(BaseModel):
    checkout: Optional["ApplyCodeCheckoutAddPromoCodeCheckout"]
    errors: list["ApplyCodeCheckoutAddPromoCodeErrors"]


ApplyCodeCheckoutAddPromoCodeCheckout = LiveCartFacts


class ApplyCodeCheckoutAddPromoCodeErrors(BaseModel):
    field: str | None
    message: str | None
    code: str


ApplyCode.model_rebuild()
ApplyCodeCheckoutAddPromoCode.model_rebuild()
