from typing import Optional

from .base_model import BaseModel


class AppIdentity(BaseModel):
    app: Optional["AppIdentityApp"]


class AppIdentityApp(BaseModel):
    id: str
    identifier: str | None
    name: str | None
    version: str | None
    permissions: list["AppIdentityAppPermissions"] | None


class AppIdentityAppPermissions(BaseModel):
    code: str


AppIdentity.model_rebuild()
AppIdentityApp.model_rebuild()
