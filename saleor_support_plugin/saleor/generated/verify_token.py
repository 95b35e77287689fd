from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class VerifyToken(BaseModel):
    token_verify: Optional["VerifyTokenTokenVerify"] = Field(alias="tokenVerify")


class VerifyTokenTokenVerify(BaseModel):
    is_valid: bool = Field(alias="isValid")
    user: Optional["VerifyTokenTokenVerifyUser"]
    errors: list["VerifyTokenTokenVerifyErrors"]


class VerifyTokenTokenVerifyUser(BaseModel):
    id: str
    email: str
    is_staff: bool = Field(alias="isStaff")


class VerifyTokenTokenVerifyErrors(BaseModel):
    field: str | None
    message: str | None
    code: str


VerifyToken.model_rebuild()
VerifyTokenTokenVerify.model_rebuild()
