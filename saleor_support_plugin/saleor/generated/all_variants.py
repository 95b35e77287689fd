from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import NextPage, VariantFacts


class AllVariants(BaseModel):
    product_variants: Optional["AllVariantsProductVariants"] = Field(alias="productVariants")


class AllVariantsProductVariants(BaseModel):
    edges: list["AllVariantsProductVariantsEdges"]
    page_info: "AllVariantsProductVariantsPageInfo" = Field(alias="pageInfo")


class AllVariantsProductVariantsEdges(BaseModel):
    node: "AllVariantsProductVariantsEdgesNode"


AllVariantsProductVariantsEdgesNode = VariantFacts
AllVariantsProductVariantsPageInfo = NextPage
AllVariants.model_rebuild()
AllVariantsProductVariants.model_rebuild()
AllVariantsProductVariantsEdges.model_rebuild()
