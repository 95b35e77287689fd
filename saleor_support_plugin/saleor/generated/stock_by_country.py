from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class StockByCountry(BaseModel):
    product_variants: Optional["StockByCountryProductVariants"] = Field(alias="productVariants")


class StockByCountryProductVariants(BaseModel):
    edges: list["StockByCountryProductVariantsEdges"]


class StockByCountryProductVariantsEdges(BaseModel):
    node: "StockByCountryProductVariantsEdgesNode"


class StockByCountryProductVariantsEdgesNode(BaseModel):
    id: str
    in_country: int | None = Field(alias="inCountry")
    anywhere: int | None


StockByCountry.model_rebuild()
StockByCountryProductVariants.model_rebuild()
StockByCountryProductVariantsEdges.model_rebuild()
