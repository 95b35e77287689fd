"""Lists of tickets that are looked at often, as staff see and write them."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import graphene
from django.utils import timezone
from graphql import GraphQLError
from graphql.utilities import coerce_input_value

from ..connections import looked_up
from ..ids import own_id, row_number
from ..stores.callers import Staff
from . import views as kept
from .list_schema import wanted
from .models import View
from .queries import Wanted
from .refusing import TicketRefused
from .schema import TicketError, staff_of

MOST_FILTER = 4_000


class ViewType(graphene.ObjectType):
    """A list of tickets under a name: of one member of staff, or of the team."""

    class Meta:
        name = "View"

    id = graphene.ID(required=True)
    name = graphene.String(required=True)
    is_team = graphene.Boolean(required=True, description="Everybody sees it, and may change it.")
    filter = graphene.JSONString(required=True, description="An object, as TicketFilter has it.")
    position = graphene.Int(required=True)
    count = graphene.Int(description="How many tickets it has; null where its filter is of an older version.")

    @staticmethod
    def resolve_id(view: View, _: object) -> str:
        return own_id("View", view.pk)

    @staticmethod
    def resolve_is_team(view: View, _: object) -> bool:
        return not view.user_id

    @staticmethod
    def resolve_count(view: View, info: Any) -> int | None:
        staff: Staff = info.context.staff

        def read(page: Sequence[View]) -> Mapping[int, int]:
            asked = {one.pk: found for one in page if (found := asked_for(info.schema, one.filter)) is not None}
            return kept.counts(staff, asked, now=timezone.now())

        found: int | None = looked_up(view, "_counts", read).get(view.pk)
        return found


def asked_for(schema: Any, data: Any) -> Wanted | None:
    """Return what a filter of JSON asks for; None where the schema has no such filter."""
    faults: list[GraphQLError] = []
    given = coerce_input_value(data, schema.get_type("TicketFilter"), lambda path, value, error: faults.append(error))
    return None if faults or given is None else wanted(given)


class ViewQueries:
    views = graphene.List(
        graphene.NonNull(ViewType), required=True, description="The team's and the caller's own, in their order."
    )

    @staticmethod
    def resolve_views(_: object, info: Any) -> list[View]:
        found = list(kept.views(staff_of(info)))
        for one in found:
            one.__dict__["_page"] = found
        return found


class ViewInput(graphene.InputObjectType):
    id = graphene.ID(description="None: a new one.")
    name = graphene.String(required=True)
    is_team = graphene.Boolean(default_value=False)
    filter = graphene.JSONString(required=True, description="An object, as TicketFilter has it.")
    position = graphene.Int()


class ViewPayload(graphene.ObjectType):
    class Meta:
        abstract = True

    view = graphene.Field(ViewType)
    errors = graphene.List(graphene.NonNull(TicketError), required=True)


class ViewUpdate(ViewPayload, graphene.Mutation):
    class Arguments:
        input = ViewInput(required=True)

    @staticmethod
    def mutate(_: object, info: Any, input: ViewInput) -> dict[str, Any]:
        staff = staff_of(info)
        given = kept.Given(
            name=input.name, filter=input.filter, is_team=bool(input.is_team), position=input.get("position")
        )
        # No row has 0: what is no id of ours is as one that is missing.
        number = (row_number("View", input.id) or 0) if input.get("id") else None

        def write() -> View:
            _must_be_a_filter(info.schema, input.filter)
            return kept.write(staff=staff, view_id=number, given=given)

        return _tried(write)


def _must_be_a_filter(schema: Any, data: Any) -> None:
    if not isinstance(data, dict) or len(json.dumps(data)) > MOST_FILTER or asked_for(schema, data) is None:
        raise TicketRefused("filter", "INVALID", "A filter is an object of what TicketFilter has.")


class ViewDelete(ViewPayload, graphene.Mutation):
    class Arguments:
        id = graphene.ID(required=True)

    @staticmethod
    def mutate(_: object, info: Any, id: str) -> dict[str, Any]:
        staff: Staff = staff_of(info)
        return _tried(lambda: kept.delete(staff=staff, view_id=row_number("View", id)))


def _tried(act: Any) -> dict[str, Any]:
    try:
        return {"view": act(), "errors": []}
    except TicketRefused as refused:
        return {"view": None, "errors": [{"field": refused.field, "message": str(refused), "code": refused.code}]}


class ViewMutations:
    view_update = ViewUpdate.Field()
    view_delete = ViewDelete.Field()
