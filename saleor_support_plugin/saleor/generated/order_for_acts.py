from typing import Optional

from .base_model import BaseModel
from .fragments import OrderActFacts


class OrderForActs(BaseModel):
    order: Optional["OrderForActsOrder"]


OrderForActsOrder = OrderActFacts
OrderForActs.model_rebuild()
