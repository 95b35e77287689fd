from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class UpdateShippingAddress(BaseModel):
    order_update: Optional["UpdateShippingAddressOrderUpdate"] = Field(alias="orderUpdate")


class UpdateShippingAddressOrderUpdate(BaseModel):
    errors: list["UpdateShippingAddressOrderUpdateErrors"]


class UpdateShippingAddressOrderUpdateErrors(BaseModel):
    field: str | None
    message: str | None
    code: str


UpdateShippingAddress.model_rebuild()
UpdateShippingAddressOrderUpdate.model_rebuild()
