from datetime import datetime
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import NextPage


class WebhookDeliveries(BaseModel):
    webhook: Optional["WebhookDeliveriesWebhook"]


class WebhookDeliveriesWebhook(BaseModel):
    id: str
    event_deliveries: Optional["WebhookDeliveriesWebhookEventDeliveries"] = Field(alias="eventDeliveries")


class WebhookDeliveriesWebhookEventDeliveries(BaseModel):
    edges: list["WebhookDeliveriesWebhookEventDeliveriesEdges"]
    page_info: "WebhookDeliveriesWebhookEventDeliveriesPageInfo" = Field(alias="pageInfo")


class WebhookDeliveriesWebhookEventDeliveriesEdges(BaseModel):
    node: "WebhookDeliveriesWebhookEventDeliveriesEdgesNode"


class WebhookDeliveriesWebhookEventDeliveriesEdgesNode(BaseModel):
    id: str
    status: str
    event_type: str = Field(alias="eventType")
    created_at: datetime = Field(alias="createdAt")
    payload: str | None


WebhookDeliveriesWebhookEventDeliveriesPageInfo = NextPage
WebhookDeliveries.model_rebuild()
WebhookDeliveriesWebhook.model_rebuild()
WebhookDeliveriesWebhookEventDeliveries.model_rebuild()
WebhookDeliveriesWebhookEventDeliveriesEdges.model_rebuild()
