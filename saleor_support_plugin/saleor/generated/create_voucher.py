from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class CreateVoucher(BaseModel):
    voucher_create: Optional["CreateVoucherVoucherCreate"] = Field(alias="voucherCreate")


class CreateVoucherVoucherCreate(BaseModel):
    voucher: Optional["CreateVoucherVoucherCreateVoucher"]
    errors: list["CreateVoucherVoucherCreateErrors"]


class CreateVoucherVoucherCreateVoucher(BaseModel):
    id: str


class CreateVoucherVoucherCreateErrors(BaseModel):
    field: str | None
    message: str | None
    code: str


CreateVoucher.model_rebuild()
CreateVoucherVoucherCreate.model_rebuild()
