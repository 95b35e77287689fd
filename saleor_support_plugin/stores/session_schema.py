"""Sessions of members of staff, for frames whose token Dashboard does not renew."""

from datetime import datetime
from typing import Any

import graphene
from django.utils import timezone

from . import sessions
from .callers import NotRecognised


class StaffSessionType(graphene.ObjectType):
    class Meta:
        name = "StaffSession"

    token = graphene.String(required=True, description="Taken in place of Dashboard's token.")
    expires_at = graphene.DateTime(
        required=True, description="At most; it ends sooner where no other frame proves its owner for half an hour."
    )


class StaffSessionCreate(graphene.Mutation):
    """Swap a token of Dashboard's for a session; a session's own token makes none."""

    class Arguments:
        pass

    session = graphene.Field(StaffSessionType, required=True)

    @staticmethod
    def mutate(_: object, info: Any) -> dict[str, Any]:
        if info.context.token.startswith(sessions.PREFIX):
            raise NotRecognised("A session begins with a token of Dashboard's.")
        token, expires_at = sessions.begin(staff=info.context.staff, now=timezone.now())
        made: dict[str, str | datetime] = {"token": token, "expires_at": expires_at}
        return {"session": made}


class StaffSessionsEnd(graphene.Mutation):
    """End all sessions of the caller's own."""

    class Arguments:
        pass

    ended = graphene.Int(required=True)

    @staticmethod
    def mutate(_: object, info: Any) -> dict[str, int]:
        return {"ended": sessions.end_all(staff=info.context.staff)}


class SessionMutations:
    staff_session_create = StaffSessionCreate.Field()
    staff_sessions_end = StaffSessionsEnd.Field()
