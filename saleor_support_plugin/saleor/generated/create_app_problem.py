from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class CreateAppProblem(BaseModel):
    app_problem_create: Optional["CreateAppProblemAppProblemCreate"] = Field(alias="appProblemCreate")


class CreateAppProblemAppProblemCreate(BaseModel):
    app_problem: Optional["CreateAppProblemAppProblemCreateAppProblem"] = Field(alias="appProblem")
    errors: list["CreateAppProblemAppProblemCreateErrors"]


class CreateAppProblemAppProblemCreateAppProblem(BaseModel):
    id: str
    key: str


class CreateAppProblemAppProblemCreateErrors(BaseModel):
    field: str | None
    message: str | None
    code: str


CreateAppProblem.model_rebuild()
CreateAppProblemAppProblemCreate.model_rebuild()
