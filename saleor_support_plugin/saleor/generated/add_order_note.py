from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class AddOrderNote(BaseModel):
    order_note_add: Optional["AddOrderNoteOrderNoteAdd"] = Field(alias="orderNoteAdd")


class AddOrderNoteOrderNoteAdd(BaseModel):
    event: Optional["AddOrderNoteOrderNoteAddEvent"]
    errors: list["AddOrderNoteOrderNoteAddErrors"]


class AddOrderNoteOrderNoteAddEvent(BaseModel):
    id: str


class AddOrderNoteOrderNoteAddErrors(BaseModel):
    field: str | None
    message: str | None
    code: str | None


AddOrderNote.model_rebuild()
AddOrderNoteOrderNoteAdd.model_rebuild()
