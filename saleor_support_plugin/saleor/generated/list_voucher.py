from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class ListVoucher(BaseModel):
    voucher_channel_listing_update: Optional["ListVoucherVoucherChannelListingUpdate"] = Field(
        alias="voucherChannelListingUpdate"
    )


class ListVoucherVoucherChannelListingUpdate(BaseModel):
    errors: list["ListVoucherVoucherChannelListingUpdateErrors"]


class ListVoucherVoucherChannelListingUpdateErrors(BaseModel):
    field: str | None
    message: str | None
    code: str


ListVoucher.model_rebuild()
ListVoucherVoucherChannelListingUpdate.model_rebuild()
