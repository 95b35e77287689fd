from typing import Optional

from .base_model import BaseModel
from .fragments import LiveCartFacts


class LiveCart(BaseModel):
    checkout: Optional["LiveCartCheckout"]


LiveCartCheckout = LiveCartFacts
LiveCart.model_rebuild()
