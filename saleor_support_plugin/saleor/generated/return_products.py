from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class ReturnProducts(BaseModel):
    order_fulfillment_return_products: Optional["ReturnProductsOrderFulfillmentReturnProducts"] = Field(
        alias="orderFulfillmentReturnProducts"
    )


class ReturnProductsOrderFulfillmentReturnProducts(BaseModel):
    errors: list["ReturnProductsOrderFulfillmentReturnProductsErrors"]


class ReturnProductsOrderFulfillmentReturnProductsErrors(BaseModel):
    field: str | None
    message: str | None
    code: str


ReturnProducts.model_rebuild()
ReturnProductsOrderFulfillmentReturnProducts.model_rebuild()
