from decimal import Decimal
from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class VariantMargins(BaseModel):
    product_variants: Optional["VariantMarginsProductVariants"] = Field(alias="productVariants")


class VariantMarginsProductVariants(BaseModel):
    edges: list["VariantMarginsProductVariantsEdges"]


class VariantMarginsProductVariantsEdges(BaseModel):
    node: "VariantMarginsProductVariantsEdgesNode"


class VariantMarginsProductVariantsEdgesNode(BaseModel):
    id: str
    channel_listings: list["VariantMarginsProductVariantsEdgesNodeChannelListings"] | None = Field(
        alias="channelListings"
    )


class VariantMarginsProductVariantsEdgesNodeChannelListings(BaseModel):
    channel: "VariantMarginsProductVariantsEdgesNodeChannelListingsChannel"
    price: Optional["VariantMarginsProductVariantsEdgesNodeChannelListingsPrice"]
    cost_price: Optional["VariantMarginsProductVariantsEdgesNodeChannelListingsCostPrice"] = Field(alias="costPrice")


class VariantMarginsProductVariantsEdgesNodeChannelListingsChannel(BaseModel):
    slug: str


class VariantMarginsProductVariantsEdgesNodeChannelListingsPrice(BaseModel):
    amount: Decimal


class VariantMarginsProductVariantsEdgesNodeChannelListingsCostPrice(BaseModel):
    amount: Decimal


VariantMargins.model_rebuild()
VariantMarginsProductVariants.model_rebuild()
VariantMarginsProductVariantsEdges.model_rebuild()
VariantMarginsProductVariantsEdgesNode.model_rebuild()
VariantMarginsProductVariantsEdgesNodeChannelListings.model_rebuild()
