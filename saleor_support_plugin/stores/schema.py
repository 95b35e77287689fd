"""A store's settings, as staff who may manage them see and change them."""

from typing import Any

import graphene

from ..ids import own_id, row_number
from . import configuring, queries
from .callers import Staff
from .configuration import from_data, usual, whole
from .models import NamedConfiguration


class ConfigurationErrorCode(graphene.Enum):
    NOT_FOUND = "NOT_FOUND"
    INVALID = "INVALID"
    TOO_LOOSE = "TOO_LOOSE"
    UNKNOWN = "UNKNOWN"
    REQUIRED = "REQUIRED"
    UNIQUE = "UNIQUE"
    CHANNEL_TAKEN = "CHANNEL_TAKEN"
    CHANNEL_NOT_PERMITTED = "CHANNEL_NOT_PERMITTED"


class ConfigurationError(graphene.ObjectType):
    field = graphene.String(description="`name`, `channels`, `isDefault`, or the setting's name within `data`.")
    message = graphene.String(required=True)
    code = graphene.Field(ConfigurationErrorCode, required=True)


class NamedConfigurationType(graphene.ObjectType):
    class Meta:
        name = "NamedConfiguration"

    id = graphene.ID(required=True)
    name = graphene.String(required=True)
    channels = graphene.List(graphene.NonNull(graphene.String), required=True, description="Slugs.")
    is_default = graphene.Boolean(required=True, description="Holds in every channel that has none of its own.")
    data = graphene.JSONString(required=True, description="Only what differs from the defaults, as an object.")
    effective = graphene.JSONString(required=True, description="Every setting, as an object.")
    updated_at = graphene.DateTime(required=True)

    @staticmethod
    def resolve_id(row: NamedConfiguration, _: object) -> str:
        return own_id("NamedConfiguration", row.pk)

    @staticmethod
    def resolve_effective(row: NamedConfiguration, _: object) -> dict[str, Any]:
        return whole(from_data(row.data, usual(row.store.other_senders)))


class ConfigurationQueries:
    configurations = graphene.List(
        graphene.NonNull(NamedConfigurationType),
        required=True,
        description="The default first, then by name. Only those whose channels the caller may see.",
    )
    configuration_defaults = graphene.JSONString(
        required=True, description="What every setting is where nobody set it, as an object."
    )

    @staticmethod
    def resolve_configurations(_: object, info: Any) -> list[NamedConfiguration]:
        staff: Staff = info.context.staff
        staff.must_have("MANAGE_SETTINGS")
        return queries.configurations(staff)

    @staticmethod
    def resolve_configuration_defaults(_: object, info: Any) -> dict[str, Any]:
        staff: Staff = info.context.staff
        staff.must_have("MANAGE_SETTINGS")
        return whole(usual(staff.store.other_senders))


class ConfigurationInput(graphene.InputObjectType):
    id = graphene.ID(description="Which to change; none for a new one.")
    name = graphene.String(required=True)
    channels = graphene.List(graphene.NonNull(graphene.String), required=True, description="Slugs.")
    is_default = graphene.Boolean(required=True, description="True takes it from the one that had it.")
    data = graphene.JSONString(required=True, description="An object; a setting that is left out has its default.")


class ConfigurationUpdate(graphene.Mutation):
    class Arguments:
        input = ConfigurationInput(required=True)

    configuration = graphene.Field(NamedConfigurationType)
    errors = graphene.List(graphene.NonNull(ConfigurationError), required=True)

    @staticmethod
    def mutate(_: object, info: Any, input: ConfigurationInput) -> dict[str, Any]:
        staff: Staff = info.context.staff
        return _payload(
            staff,
            lambda: configuring.save(
                staff=staff,
                number=row_number("NamedConfiguration", input.id) if input.id is not None else configuring.NEW,
                name=input.name,
                channels=input.channels,
                is_default=input.is_default,
                data=input.data,
            ),
        )


class ConfigurationDelete(graphene.Mutation):
    class Arguments:
        id = graphene.ID(required=True)

    configuration = graphene.Field(NamedConfigurationType, description="As it was.")
    errors = graphene.List(graphene.NonNull(ConfigurationError), required=True)

    @staticmethod
    def mutate(_: object, info: Any, id: str) -> dict[str, Any]:
        staff: Staff = info.context.staff
        return _payload(staff, lambda: configuring.delete(staff=staff, number=row_number("NamedConfiguration", id)))


def _payload(staff: Staff, act: Any) -> dict[str, Any]:
    staff.must_have("MANAGE_SETTINGS")
    try:
        return {"configuration": act(), "errors": []}
    except configuring.ConfigurationRefused as refused:
        faults = [{"field": one.field, "message": one.message, "code": one.code} for one in refused.faults]
        return {"configuration": None, "errors": faults}


class ConfigurationMutations:
    configuration_update = ConfigurationUpdate.Field()
    configuration_delete = ConfigurationDelete.Field()
