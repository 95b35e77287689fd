from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import WebhookFacts


class CreateWebhook(BaseModel):
    webhook_create: Optional["CreateWebhookWebhookCreate"] = Field(alias="webhookCreate")


class CreateWebhookWebhookCreate(BaseModel):
    webhook: Optional["CreateWebhookWebhookCreateWebhook"]
    errors: list["CreateWebhookWebhookCreateErrors"]


CreateWebhookWebhookCreateWebhook = WebhookFacts


class CreateWebhookWebhookCreateErrors(BaseModel):
    field: str | None
    message: str | None
    code: str


CreateWebhook.model_rebuild()
CreateWebhookWebhookCreate.model_rebuild()
