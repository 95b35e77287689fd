from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import NextPage, OrderFacts


class ChangedOrders(BaseModel):
    orders: Optional["ChangedOrdersOrders"]


class ChangedOrdersOrders(BaseModel):
    edges: list["ChangedOrdersOrdersEdges"]
    page_info: "ChangedOrdersOrdersPageInfo" = Field(alias="pageInfo")


class ChangedOrdersOrdersEdges(BaseModel):
    node: "ChangedOrdersOrdersEdgesNode"


ChangedOrdersOrdersEdgesNode = OrderFacts
ChangedOrdersOrdersPageInfo = NextPage
ChangedOrders.model_rebuild()
ChangedOrdersOrders.model_rebuild()
ChangedOrdersOrdersEdges.model_rebuild()
