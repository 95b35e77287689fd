"""Who is told what happens here, as staff see and set it."""

from typing import Any

import graphene
from django.utils import timezone

from ..connections import Counted, followed, page_of
from ..ids import own_id, row_number
from ..stores.callers import Staff
from . import actions, queries, rules
from .models import Announcement, Endpoint, State

PERMISSION = "MANAGE_SETTINGS"
AnnouncementState = graphene.Enum(
    "AnnouncementState",
    [(state.name, state.value) for state in State],
    description="FAILED: every try was in vain, or its endpoint was switched off.",
)


class EndpointType(graphene.ObjectType):
    """An address that hears announcements, signed as Standard Webhooks: docs/announcements.md."""

    class Meta:
        name = "Endpoint"

    id = graphene.ID(required=True)
    url = graphene.String(required=True)
    kinds = graphene.List(graphene.NonNull(graphene.String), required=True, description="Empty for all of them.")
    created_at = graphene.DateTime(required=True)
    failing_since = graphene.DateTime(description="Null while what was told last was taken.")
    disabled_at = graphene.DateTime(description="Null while it is told.")
    disabled_why = graphene.String(required=True, description="Empty where staff switched it off.")
    old_secret_until = graphene.DateTime(description="Until when the secret before the last signs as well.")

    @staticmethod
    def resolve_id(endpoint: Endpoint, _: object) -> str:
        return own_id("Endpoint", endpoint.pk)


class AnnouncementType(graphene.ObjectType):
    class Meta:
        name = "Announcement"

    id = graphene.ID(required=True)
    kind = graphene.String(required=True)
    message_id = graphene.String(required=True, description="The header `webhook-id`.")
    body = graphene.String(required=True)
    state = graphene.Field(AnnouncementState, required=True)
    created_at = graphene.DateTime(required=True)
    due_at = graphene.DateTime(description="When it is tried next.")
    attempts = graphene.Int(required=True)
    status = graphene.Int(description="What was answered last; null where nothing was.")
    error = graphene.String(required=True)
    finished_at = graphene.DateTime()
    endpoint = graphene.Field(EndpointType, required=True)

    @staticmethod
    def resolve_id(announcement: Announcement, _: object) -> str:
        return own_id("Announcement", announcement.pk)

    @staticmethod
    def resolve_endpoint(announcement: Announcement, _: object) -> Any:
        return followed(announcement, "endpoint")


class AnnouncementConnection(Counted):
    class Meta:
        node = AnnouncementType


class EndpointErrorCode(graphene.Enum):
    ALREADY_THERE = "ALREADY_THERE"
    KIND_UNKNOWN = "KIND_UNKNOWN"
    NOT_FOUND = "NOT_FOUND"
    TOO_MANY = "TOO_MANY"
    URL_WRONG = "URL_WRONG"


class EndpointError(graphene.ObjectType):
    field = graphene.String(description="The input field it is about.")
    message = graphene.String(required=True)
    code = graphene.Field(EndpointErrorCode, required=True)


class EndpointPayload(graphene.ObjectType):
    class Meta:
        abstract = True

    endpoint = graphene.Field(EndpointType)
    errors = graphene.List(graphene.NonNull(EndpointError), required=True)


SHOWN_ONCE = "`whsec_…`, shown this once: what who receives an announcement checks its signature with."


class EndpointCreate(EndpointPayload, graphene.Mutation):
    """Tell an address what happens, from now on."""

    class Arguments:
        url = graphene.String(required=True)
        kinds = graphene.List(graphene.NonNull(graphene.String))

    secret = graphene.String(description=SHOWN_ONCE)

    @staticmethod
    def mutate(_: object, info: Any, url: str, kinds: list[str] | None = None) -> dict[str, Any]:
        staff = _asking(info)
        try:
            opened = actions.open_endpoint(store=staff.store, url=url.strip(), kinds=kinds or [], now=timezone.now())
        except actions.EndpointRefused as refused:
            return {"endpoint": None, "secret": None, "errors": [_error(refused.code, refused.field, str(refused))]}
        return {"endpoint": opened.endpoint, "secret": opened.secret, "errors": []}


class EndpointDelete(EndpointPayload, graphene.Mutation):
    """Tell an address nothing any more, and forget what it was told."""

    class Arguments:
        id = graphene.ID(required=True)

    @staticmethod
    def mutate(_: object, info: Any, id: str) -> dict[str, Any]:
        endpoint = _endpoint(info, id)
        if endpoint is None:
            return _missing()
        actions.close_endpoint(endpoint=endpoint)
        return {"endpoint": None, "errors": []}


class EndpointSwitch(EndpointPayload, graphene.Mutation):
    """Switch an address off, or on again."""

    class Arguments:
        id = graphene.ID(required=True)
        is_on = graphene.Boolean(required=True)

    @staticmethod
    def mutate(_: object, info: Any, id: str, is_on: bool) -> dict[str, Any]:
        endpoint = _endpoint(info, id)
        if endpoint is None:
            return _missing()
        actions.switch(endpoint=endpoint, is_on=is_on, now=timezone.now())
        endpoint.refresh_from_db()
        return {"endpoint": endpoint, "errors": []}


class EndpointRotateSecret(EndpointPayload, graphene.Mutation):
    """Make a new secret; for a day announcements are signed by the one before as well."""

    class Arguments:
        id = graphene.ID(required=True)

    secret = graphene.String(description=SHOWN_ONCE)

    @staticmethod
    def mutate(_: object, info: Any, id: str) -> dict[str, Any]:
        endpoint = _endpoint(info, id)
        if endpoint is None:
            return _missing() | {"secret": None}
        opened = actions.rotate(endpoint=endpoint, now=timezone.now())
        return {"endpoint": opened.endpoint, "secret": opened.secret, "errors": []}


class AnnouncementReplay(graphene.Mutation):
    """Announce something once more, under its own id."""

    class Arguments:
        id = graphene.ID(required=True)

    announcement = graphene.Field(AnnouncementType)
    errors = graphene.List(graphene.NonNull(EndpointError), required=True)

    @staticmethod
    def mutate(_: object, info: Any, id: str) -> dict[str, Any]:
        found = actions.replay(staff=_asking(info), announcement_id=row_number("Announcement", id), now=timezone.now())
        errors = [] if found else [_error("NOT_FOUND", "id", "There is no such announcement.")]
        return {"announcement": found, "errors": errors}


def _asking(info: Any) -> Staff:
    staff: Staff = info.context.staff
    staff.must_have(PERMISSION)
    return staff


def _endpoint(info: Any, id: str) -> Endpoint | None:
    return queries.endpoint(_asking(info), row_number("Endpoint", id))


def _missing() -> dict[str, Any]:
    return {"endpoint": None, "errors": [_error("NOT_FOUND", "id", "There is no such endpoint.")]}


def _error(code: str, field: str, message: str) -> dict[str, str]:
    return {"field": field, "message": message, "code": code}


class AnnouncementQueries:
    endpoints = graphene.List(
        graphene.NonNull(EndpointType), required=True, description="The addresses that are told, the oldest first."
    )
    endpoint_kinds = graphene.List(
        graphene.NonNull(graphene.String), required=True, description="What can be announced."
    )
    announcements = graphene.Field(
        AnnouncementConnection,
        required=True,
        first=graphene.Int(),
        after=graphene.String(),
        endpoint=graphene.ID(description="Of this one only."),
        description="What was announced in the last 30 days, the newest first.",
    )

    @staticmethod
    def resolve_endpoints(_: object, info: Any) -> list[Endpoint]:
        return queries.endpoints(_asking(info))

    @staticmethod
    def resolve_endpoint_kinds(_: object, info: Any) -> list[str]:
        return list(rules.KINDS)

    @staticmethod
    def resolve_announcements(
        _: object, info: Any, first: int | None = None, after: str | None = None, endpoint: str | None = None
    ) -> Any:
        of = None if endpoint is None else row_number("Endpoint", endpoint) or 0
        found = queries.announcements(_asking(info), endpoint=of)
        return page_of(AnnouncementConnection, found, first=first, after=after)


class AnnouncementMutations:
    endpoint_create = EndpointCreate.Field()
    endpoint_delete = EndpointDelete.Field()
    endpoint_switch = EndpointSwitch.Field()
    endpoint_rotate_secret = EndpointRotateSecret.Field()
    announcement_replay = AnnouncementReplay.Field()
