from typing import Optional

from .base_model import BaseModel
from .fragments import OrderFacts


class OrderById(BaseModel):
    order: Optional["OrderByIdOrder"]


OrderByIdOrder = OrderFacts
OrderById.model_rebuild()
