from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class StaffMember(BaseModel):
    me: Optional["StaffMemberMe"]


class StaffMemberMe(BaseModel):
    id: str
    email: str
    is_staff: bool = Field(alias="isStaff")
    permission_groups: list["StaffMemberMePermissionGroups"] | None = Field(alias="permissionGroups")
    restricted_access_to_channels: bool = Field(alias="restrictedAccessToChannels")
    accessible_channels: list["StaffMemberMeAccessibleChannels"] | None = Field(alias="accessibleChannels")


class StaffMemberMePermissionGroups(BaseModel):
    id: str
    name: str


class StaffMemberMeAccessibleChannels(BaseModel):
    slug: str


StaffMember.model_rebuild()
StaffMemberMe.model_rebuild()
