from typing import Optional

from .base_model import BaseModel


class CustomerMe(BaseModel):
    me: Optional["CustomerMeMe"]


class CustomerMeMe(BaseModel):
    id: str
    email: str


CustomerMe.model_rebuild()
