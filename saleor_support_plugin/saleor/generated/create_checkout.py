from decimal import Decimal
from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class CreateCheckout(BaseModel):
    checkout_create: Optional["CreateCheckoutCheckoutCreate"] = Field(alias="checkoutCreate")


class CreateCheckoutCheckoutCreate(BaseModel):
    checkout: Optional["CreateCheckoutCheckoutCreateCheckout"]
    refusals: list["CreateCheckoutCheckoutCreateRefusals"]


class CreateCheckoutCheckoutCreateCheckout(BaseModel):
    id: str
    total_price: "CreateCheckoutCheckoutCreateCheckoutTotalPrice" = Field(alias="totalPrice")
    lines: list["CreateCheckoutCheckoutCreateCheckoutLines"]


class CreateCheckoutCheckoutCreateCheckoutTotalPrice(BaseModel):
    gross: "CreateCheckoutCheckoutCreateCheckoutTotalPriceGross"


class CreateCheckoutCheckoutCreateCheckoutTotalPriceGross(BaseModel):
    amount: Decimal
    currency: str


class CreateCheckoutCheckoutCreateCheckoutLines(BaseModel):
    quantity: int
    variant: "CreateCheckoutCheckoutCreateCheckoutLinesVariant"
    unit_price: "CreateCheckoutCheckoutCreateCheckoutLinesUnitPrice" = Field(alias="unitPrice")


class CreateCheckoutCheckoutCreateCheckoutLinesVariant(BaseModel):
    id: str


class CreateCheckoutCheckoutCreateCheckoutLinesUnitPrice(BaseModel):
    gross: "CreateCheckoutCheckoutCreateCheckoutLinesUnitPriceGross"


class CreateCheckoutCheckoutCreateCheckoutLinesUnitPriceGross(BaseModel):
    amount: Decimal
    currency: str


class CreateCheckoutCheckoutCreateRefusals(BaseModel):
    message: str | None
    code: str
    variants: list[str] | None


CreateCheckout.model_rebuild()
CreateCheckoutCheckoutCreate.model_rebuild()
CreateCheckoutCheckoutCreateCheckout.model_rebuild()
CreateCheckoutCheckoutCreateCheckoutTotalPrice.model_rebuild()
CreateCheckoutCheckoutCreateCheckoutLines.model_rebuild()
CreateCheckoutCheckoutCreateCheckoutLinesUnitPrice.model_rebuild()
