from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import VariantFacts


class VariantsByIds(BaseModel):
    product_variants: Optional["VariantsByIdsProductVariants"] = Field(alias="productVariants")


class VariantsByIdsProductVariants(BaseModel):
    edges: list["VariantsByIdsProductVariantsEdges"]


class VariantsByIdsProductVariantsEdges(BaseModel):
    node: "VariantsByIdsProductVariantsEdgesNode"


VariantsByIdsProductVariantsEdgesNode = VariantFacts
VariantsByIds.model_rebuild()
VariantsByIdsProductVariants.model_rebuild()
VariantsByIdsProductVariantsEdges.model_rebuild()
