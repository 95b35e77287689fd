from typing import Optional

from .base_model import BaseModel


class OrderOfCheckout(BaseModel):
    orders: Optional["OrderOfCheckoutOrders"]


class OrderOfCheckoutOrders(BaseModel):
    edges: list["OrderOfCheckoutOrdersEdges"]


class OrderOfCheckoutOrdersEdges(BaseModel):
    node: "OrderOfCheckoutOrdersEdgesNode"


class OrderOfCheckoutOrdersEdgesNode(BaseModel):
    id: str


OrderOfCheckout.model_rebuild()
OrderOfCheckoutOrders.model_rebuild()
OrderOfCheckoutOrdersEdges.model_rebuild()
