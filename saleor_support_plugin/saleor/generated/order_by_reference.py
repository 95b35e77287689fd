from typing import Optional

from .base_model import BaseModel


class OrderByReference(BaseModel):
    order: Optional["OrderByReferenceOrder"]


class OrderByReferenceOrder(BaseModel):
    id: str
    number: str


OrderByReference.model_rebuild()
