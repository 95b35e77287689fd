from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import WebhookFacts


class UpdateWebhook(BaseModel):
    webhook_update: Optional["UpdateWebhookWebhookUpdate"] = Field(alias="webhookUpdate")


class UpdateWebhookWebhookUpdate(BaseModel):
    webhook: Optional["UpdateWebhookWebhookUpdateWebhook"]
    errors: list["UpdateWebhookWebhookUpdateErrors"]


UpdateWebhookWebhookUpdateWebhook = WebhookFacts


class UpdateWebhookWebhookUpdateErrors(BaseModel):
    field: str | None
    message: str | None
    code: str


UpdateWebhook.model_rebuild()
UpdateWebhookWebhookUpdate.model_rebuild()
