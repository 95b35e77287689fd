from typing import Optional

from .base_model import BaseModel
from .fragments import CatalogueFacts


class Catalogue(BaseModel):
    products: Optional["CatalogueProducts"]


class CatalogueProducts(BaseModel):
    edges: list["CatalogueProductsEdges"]


class CatalogueProductsEdges(BaseModel):
    node: "CatalogueProductsEdgesNode"


CatalogueProductsEdgesNode = CatalogueFacts
Catalogue.model_rebuild()
CatalogueProducts.model_rebuild()
CatalogueProductsEdges.model_rebuild()
