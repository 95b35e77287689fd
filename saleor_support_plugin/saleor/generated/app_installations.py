from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class AppInstallations(BaseModel):
    apps_installations: list["AppInstallationsAppsInstallations"] = Field(alias="appsInstallations")


class AppInstallationsAppsInstallations(BaseModel):
    id: str
    status: str
    message: str | None
    app_name: str = Field(alias="appName")
    manifest_url: str = Field(alias="manifestUrl")


AppInstallations.model_rebuild()
