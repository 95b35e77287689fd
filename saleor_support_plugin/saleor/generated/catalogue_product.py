from typing import Optional

from .base_model import BaseModel
from .fragments import CatalogueFacts


class CatalogueProduct(BaseModel):
    product: Optional["CatalogueProductProduct"]


CatalogueProductProduct = CatalogueFacts
CatalogueProduct.model_rebuild()
