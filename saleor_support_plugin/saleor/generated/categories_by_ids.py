from typing import Optional

from .base_model import BaseModel


class CategoriesByIds(BaseModel):
    categories: Optional["CategoriesByIdsCategories"]


class CategoriesByIdsCategories(BaseModel):
    edges: list["CategoriesByIdsCategoriesEdges"]


class CategoriesByIdsCategoriesEdges(BaseModel):
    node: "CategoriesByIdsCategoriesEdgesNode"


class CategoriesByIdsCategoriesEdgesNode(BaseModel):
    id: str
    name: str


CategoriesByIds.model_rebuild()
CategoriesByIdsCategories.model_rebuild()
CategoriesByIdsCategoriesEdges.model_rebuild()
