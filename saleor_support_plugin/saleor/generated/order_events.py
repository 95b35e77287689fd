from datetime import datetime
from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class OrderEvents(BaseModel):
    order: Optional["OrderEventsOrder"]


class OrderEventsOrder(BaseModel):
    events: list["OrderEventsOrderEvents"]


class OrderEventsOrderEvents(BaseModel):
    id: str
    date: datetime | None
    type_: str | None = Field(alias="type")
    message: str | None
    app: Optional["OrderEventsOrderEventsApp"]


class OrderEventsOrderEventsApp(BaseModel):
    name: str | None


OrderEvents.model_rebuild()
OrderEventsOrder.model_rebuild()
OrderEventsOrderEvents.model_rebuild()
