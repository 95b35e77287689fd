"""Other apps of the store that mail its customers: who they are, and which of our mails are off because of them."""

from dataclasses import dataclass
from typing import Any

import graphene

from ..saleor.errors import SaleorError
from ..stores import actions
from ..stores.callers import Staff
from ..stores.clients import client_of
from ..stores.configuration import OVERLAPPED


@dataclass(frozen=True, slots=True)
class Other:
    identifier: str
    name: str


class OtherSender(graphene.ObjectType):
    identifier = graphene.String(required=True)
    name = graphene.String(required=True)
    off = graphene.List(
        graphene.NonNull(graphene.String),
        required=True,
        description="Settings of ours that are off where nobody switched them on, so that nobody hears twice.",
    )

    @staticmethod
    def resolve_off(other: Other, _: object) -> list[str]:
        return list(OVERLAPPED[other.identifier])


class OtherSenderQueries:
    other_senders = graphene.List(
        graphene.NonNull(OtherSender),
        required=True,
        description="Asked of Saleor with the caller's token, and kept; as last seen while Saleor does not say.",
    )

    @staticmethod
    def resolve_other_senders(_: object, info: Any) -> list[Other]:
        staff: Staff = info.context.staff
        staff.must_have("MANAGE_SETTINGS")
        try:
            apps = list(client_of(staff.store, token=info.context.token).active_apps())
        except SaleorError:
            return [Other(identifier, identifier) for identifier in staff.store.other_senders]
        found = [Other(identifier, name) for identifier, name in apps if identifier in OVERLAPPED]
        actions.note_other_senders(store=staff.store, identifiers=[one.identifier for one in found])
        return found
