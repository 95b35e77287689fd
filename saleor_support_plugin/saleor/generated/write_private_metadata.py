from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class WritePrivateMetadata(BaseModel):
    update_private_metadata: Optional["WritePrivateMetadataUpdatePrivateMetadata"] = Field(
        alias="updatePrivateMetadata"
    )


class WritePrivateMetadataUpdatePrivateMetadata(BaseModel):
    errors: list["WritePrivateMetadataUpdatePrivateMetadataErrors"]


class WritePrivateMetadataUpdatePrivateMetadataErrors(BaseModel):
    field: str | None
    message: str | None
    code: str


WritePrivateMetadata.model_rebuild()
WritePrivateMetadataUpdatePrivateMetadata.model_rebuild()
