from typing import Optional

from .base_model import BaseModel
from .fragments import WebhookFacts


class OwnWebhooks(BaseModel):
    app: Optional["OwnWebhooksApp"]


class OwnWebhooksApp(BaseModel):
    id: str
    webhooks: list["OwnWebhooksAppWebhooks"] | None


OwnWebhooksAppWebhooks = WebhookFacts
OwnWebhooks.model_rebuild()
OwnWebhooksApp.model_rebuild()
