from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class VouchersLike(BaseModel):
    vouchers: Optional["VouchersLikeVouchers"]


class VouchersLikeVouchers(BaseModel):
    edges: list["VouchersLikeVouchersEdges"]


class VouchersLikeVouchersEdges(BaseModel):
    node: "VouchersLikeVouchersEdgesNode"


class VouchersLikeVouchersEdgesNode(BaseModel):
    id: str
    codes: Optional["VouchersLikeVouchersEdgesNodeCodes"]
    channel_listings: list["VouchersLikeVouchersEdgesNodeChannelListings"] | None = Field(alias="channelListings")


class VouchersLikeVouchersEdgesNodeCodes(BaseModel):
    edges: list["VouchersLikeVouchersEdgesNodeCodesEdges"]


class VouchersLikeVouchersEdgesNodeCodesEdges(BaseModel):
    node: "VouchersLikeVouchersEdgesNodeCodesEdgesNode"


class VouchersLikeVouchersEdgesNodeCodesEdgesNode(BaseModel):
    code: str | None


class VouchersLikeVouchersEdgesNodeChannelListings(BaseModel):
    channel: "VouchersLikeVouchersEdgesNodeChannelListingsChannel"


class VouchersLikeVouchersEdgesNodeChannelListingsChannel(BaseModel):
    slug: str


VouchersLike.model_rebuild()
VouchersLikeVouchers.model_rebuild()
VouchersLikeVouchersEdges.model_rebuild()
VouchersLikeVouchersEdgesNode.model_rebuild()
VouchersLikeVouchersEdgesNodeCodes.model_rebuild()
VouchersLikeVouchersEdgesNodeCodesEdges.model_rebuild()
VouchersLikeVouchersEdgesNodeChannelListings.model_rebuild()
