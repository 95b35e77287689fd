from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import LiveCartFacts


class TakeCodeOut(BaseModel):
    checkout_remove_promo_code: Optional["TakeCodeOutCheckoutRemovePromoCode"] = Field(alias="checkoutRemovePromoCode")


class TakeCodeOutCheckoutRemovePromoCode(BaseModel):
    checkout: Optional["TakeCodeOutCheckoutRemovePromoCodeCheckout"]
    errors: list["TakeCodeOutCheckoutRemovePromoCodeErrors"]


TakeCodeOutCheckoutRemovePromoCodeCheckout = LiveCartFacts


class TakeCodeOutCheckoutRemovePromoCodeErrors(BaseModel):
    field: str | None
    message: str | None
    code: str


TakeCodeOut.model_rebuild()
TakeCodeOutCheckoutRemovePromoCode.model_rebuild()
