from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import CheckoutFacts, NextPage


class ChangedCheckouts(BaseModel):
    checkouts: Optional["ChangedCheckoutsCheckouts"]


class ChangedCheckoutsCheckouts(BaseModel):
    edges: list["ChangedCheckoutsCheckoutsEdges"]
    page_info: "ChangedCheckoutsCheckoutsPageInfo" = Field(alias="pageInfo")


class ChangedCheckoutsCheckoutsEdges(BaseModel):
    node: "ChangedCheckoutsCheckoutsEdgesNode"


ChangedCheckoutsCheckoutsEdgesNode = CheckoutFacts
ChangedCheckoutsCheckoutsPageInfo = NextPage
ChangedCheckouts.model_rebuild()
ChangedCheckoutsCheckouts.model_rebuild()
ChangedCheckoutsCheckoutsEdges.model_rebuild()
