"""Macros as staff see and write them."""

from typing import Any

import graphene

from ..ids import own_id, row_number
from ..stores.callers import Staff
from . import filling, macros
from .models import Macro, State
from .refusing import TicketRefused
from .schema import TicketError, TicketState, staff_of
from .starting_macros import begin_with


class MacroText(graphene.ObjectType):
    en = graphene.String(required=True)
    tr = graphene.String(required=True)


class MacroAct(graphene.ObjectType):
    """An act on the order that staff may do with it, if they are allowed to."""

    kind = graphene.String(required=True, description="An ActKind.")
    values = graphene.JSONString(required=True, description="An object: what OrderActInput has of it.")


class MacroType(graphene.ObjectType):
    """An answer that staff give often, and what becomes of the ticket with it."""

    class Meta:
        name = "Macro"

    id = graphene.ID(required=True)
    name = graphene.String(required=True)
    text = graphene.Field(
        MacroText,
        required=True,
        description=f"With places such as {{{{order.number}}}}: {', '.join(filling.PLACES)}. One of both may be empty.",
    )
    tags = graphene.List(graphene.NonNull(graphene.String), required=True, description="Added to the ticket's.")
    state = graphene.Field(TicketState, description="Null: it stays as it is.")
    assign_to_me = graphene.Boolean(required=True)
    proposes = graphene.Field(MacroAct, description="The act on the order that it proposes; nothing is done by itself.")

    @staticmethod
    def resolve_id(macro: Macro, _: object) -> str:
        return own_id("Macro", macro.pk)

    @staticmethod
    def resolve_text(macro: Macro, _: object) -> dict[str, str]:
        return {"en": macro.text_en, "tr": macro.text_tr}

    @staticmethod
    def resolve_state(macro: Macro, _: object) -> str | None:
        return macro.state or None


class MacroQueries:
    macros = graphene.List(graphene.NonNull(MacroType), required=True, description="By name.")

    @staticmethod
    def resolve_macros(_: object, info: Any) -> Any:
        return macros.macros(staff_of(info))


class MacroTextInput(graphene.InputObjectType):
    en = graphene.String(default_value="")
    tr = graphene.String(default_value="")


class MacroActInput(graphene.InputObjectType):
    kind = graphene.String(required=True, description="An ActKind.")
    values = graphene.JSONString(default_value=None, description="An object: what OrderActInput has of it.")


class MacroInput(graphene.InputObjectType):
    id = graphene.ID(description="None: a new one.")
    name = graphene.String(required=True)
    text = MacroTextInput(required=True)
    tags = graphene.List(graphene.NonNull(graphene.String), default_value=())
    state = graphene.Argument(TicketState)
    assign_to_me = graphene.Boolean(default_value=False)
    proposes = MacroActInput(default_value=None)


class MacroPayload(graphene.ObjectType):
    class Meta:
        abstract = True

    macro = graphene.Field(MacroType)
    errors = graphene.List(graphene.NonNull(TicketError), required=True)


class MacroUpdate(MacroPayload, graphene.Mutation):
    """Write a macro, or another one. Everybody who answers shoppers may."""

    class Arguments:
        input = MacroInput(required=True)

    @staticmethod
    def mutate(_: object, info: Any, input: MacroInput) -> dict[str, Any]:
        staff = staff_of(info)
        given = macros.Given(
            name=input.name,
            text_en=input.text.en or "",
            text_tr=input.text.tr or "",
            tags=tuple(input.tags or ()),
            state=State(input.state) if input.get("state") else None,
            assign_to_me=bool(input.assign_to_me),
            proposes=_act(input.get("proposes")),
        )
        # No row has 0: what is no id of ours is as one that is missing.
        number = (row_number("Macro", input.id) or 0) if input.get("id") else None
        return _tried(lambda: macros.write(staff=staff, macro_id=number, given=given))


class MacroDelete(MacroPayload, graphene.Mutation):
    class Arguments:
        id = graphene.ID(required=True)

    @staticmethod
    def mutate(_: object, info: Any, id: str) -> dict[str, Any]:
        staff: Staff = staff_of(info)
        return _tried(lambda: macros.delete(staff=staff, macro_id=row_number("Macro", id)))


def _act(given: Any) -> dict[str, Any] | None:
    return None if given is None else {"kind": given["kind"], "values": given.get("values") or {}}


def _tried(act: Any) -> dict[str, Any]:
    try:
        return {"macro": act(), "errors": []}
    except TicketRefused as refused:
        return {"macro": None, "errors": [_told(refused)]}


def _told(refused: TicketRefused) -> dict[str, str]:
    return {"field": refused.field, "message": str(refused), "code": refused.code}


class MacrosBegin(graphene.Mutation):
    """Write the macros that a shop can begin with, but for those whose names are taken."""

    class Arguments:
        language = graphene.String(default_value="en", description="Of their names: en or tr.")

    macros = graphene.List(graphene.NonNull(MacroType), required=True, description="Those that are new.")
    errors = graphene.List(graphene.NonNull(TicketError), required=True)

    @staticmethod
    def mutate(_: object, info: Any, language: str) -> dict[str, Any]:
        staff: Staff = staff_of(info)
        try:
            return {"macros": begin_with(staff=staff, language=language), "errors": []}
        except TicketRefused as refused:
            return {"macros": [], "errors": [_told(refused)]}


class MacroMutations:
    macro_update = MacroUpdate.Field()
    macro_delete = MacroDelete.Field()
    macros_begin = MacrosBegin.Field()
