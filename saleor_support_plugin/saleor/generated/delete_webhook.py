from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class DeleteWebhook(BaseModel):
    webhook_delete: Optional["DeleteWebhookWebhookDelete"] = Field(alias="webhookDelete")


class DeleteWebhookWebhookDelete(BaseModel):
    webhook: Optional["DeleteWebhookWebhookDeleteWebhook"]
    errors: list["DeleteWebhookWebhookDeleteErrors"]


class DeleteWebhookWebhookDeleteWebhook(BaseModel):
    id: str


class DeleteWebhookWebhookDeleteErrors(BaseModel):
    field: str | None
    message: str | None
    code: str


DeleteWebhook.model_rebuild()
DeleteWebhookWebhookDelete.model_rebuild()
