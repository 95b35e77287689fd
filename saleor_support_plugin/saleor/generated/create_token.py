from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class CreateToken(BaseModel):
    token_create: Optional["CreateTokenTokenCreate"] = Field(alias="tokenCreate")


class CreateTokenTokenCreate(BaseModel):
    token: str | None
    errors: list["CreateTokenTokenCreateErrors"]


class CreateTokenTokenCreateErrors(BaseModel):
    field: str | None
    message: str | None
    code: str


CreateToken.model_rebuild()
CreateTokenTokenCreate.model_rebuild()
