from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import NextPage


class InstalledApps(BaseModel):
    apps: Optional["InstalledAppsApps"]


class InstalledAppsApps(BaseModel):
    page_info: "InstalledAppsAppsPageInfo" = Field(alias="pageInfo")
    edges: list["InstalledAppsAppsEdges"]


InstalledAppsAppsPageInfo = NextPage


class InstalledAppsAppsEdges(BaseModel):
    node: "InstalledAppsAppsEdgesNode"


class InstalledAppsAppsEdgesNode(BaseModel):
    id: str
    identifier: str | None
    name: str | None
    is_active: bool | None = Field(alias="isActive")


InstalledApps.model_rebuild()
InstalledAppsApps.model_rebuild()
InstalledAppsAppsEdges.model_rebuild()
