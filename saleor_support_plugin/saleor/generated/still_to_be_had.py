from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class StillToBeHad(BaseModel):
    product_variants: Optional["StillToBeHadProductVariants"] = Field(alias="productVariants")


class StillToBeHadProductVariants(BaseModel):
    edges: list["StillToBeHadProductVariantsEdges"]


class StillToBeHadProductVariantsEdges(BaseModel):
    node: "StillToBeHadProductVariantsEdgesNode"


class StillToBeHadProductVariantsEdgesNode(BaseModel):
    id: str
    quantity_available: int | None = Field(alias="quantityAvailable")
    quantity_limit_per_customer: int | None = Field(alias="quantityLimitPerCustomer")


StillToBeHad.model_rebuild()
StillToBeHadProductVariants.model_rebuild()
StillToBeHadProductVariantsEdges.model_rebuild()
