from typing import Optional

from .base_model import BaseModel


class CategoriesNamed(BaseModel):
    categories: Optional["CategoriesNamedCategories"]


class CategoriesNamedCategories(BaseModel):
    edges: list["CategoriesNamedCategoriesEdges"]


class CategoriesNamedCategoriesEdges(BaseModel):
    node: "CategoriesNamedCategoriesEdgesNode"


class CategoriesNamedCategoriesEdgesNode(BaseModel):
    id: str
    name: str


CategoriesNamed.model_rebuild()
CategoriesNamedCategories.model_rebuild()
CategoriesNamedCategoriesEdges.model_rebuild()
