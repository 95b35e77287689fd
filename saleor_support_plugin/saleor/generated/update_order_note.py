from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class UpdateOrderNote(BaseModel):
    order_note_update: Optional["UpdateOrderNoteOrderNoteUpdate"] = Field(alias="orderNoteUpdate")


class UpdateOrderNoteOrderNoteUpdate(BaseModel):
    event: Optional["UpdateOrderNoteOrderNoteUpdateEvent"]
    errors: list["UpdateOrderNoteOrderNoteUpdateErrors"]


class UpdateOrderNoteOrderNoteUpdateEvent(BaseModel):
    id: str


class UpdateOrderNoteOrderNoteUpdateErrors(BaseModel):
    field: str | None
    message: str | None
    code: str | None


UpdateOrderNote.model_rebuild()
UpdateOrderNoteOrderNoteUpdate.model_rebuild()
