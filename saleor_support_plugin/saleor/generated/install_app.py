from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class InstallApp(BaseModel):
    app_install: Optional["InstallAppAppInstall"] = Field(alias="appInstall")


class InstallAppAppInstall(BaseModel):
    app_installation: Optional["InstallAppAppInstallAppInstallation"] = Field(alias="appInstallation")
    errors: list["InstallAppAppInstallErrors"]


class InstallAppAppInstallAppInstallation(BaseModel):
    id: str
    status: str
    message: str | None


class InstallAppAppInstallErrors(BaseModel):
    field: str | None
    message: str | None
    code: str


InstallApp.model_rebuild()
InstallAppAppInstall.model_rebuild()
