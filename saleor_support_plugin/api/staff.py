"""The staff's schema: what a member of staff may ask from inside Saleor Dashboard."""

from dataclasses import dataclass, field
from typing import Any

import graphene

from ..announcements.schema import AnnouncementMutations, AnnouncementQueries
from ..delivery.settings_schema import DeliverySettingsMutations, DeliverySettingsQueries
from ..mails.schema import MailMutations, MailQueries
from ..outbox.schema import OutboxMutations, OutboxQueries
from ..parcels.schema import ORDER_PROMISE, PARCEL_FIELDS, PromiseMutations, PromiseQueries
from ..reviews.schema import ReviewMutations, ReviewQueries
from ..shop.schema import FulfillmentType, OrderType
from ..shop.schema import StaffQueries as ShopQueries
from ..stores import callers
from ..stores.schema import ConfigurationMutations, ConfigurationQueries
from ..tickets.schema import ORDER_TICKETS, TicketMutations, TicketQueries
from .mail_tests import MailTestMutations
from .medium_tests import MediumTestMutations
from .other_senders import OtherSenderQueries
from .parcels import ParcelMutations
from .products import ProductQueries
from .setup import SetupMutations, SetupQueries

# Orders lie below tickets and promises and cannot name them; here, where all are known, the fields get their types.
OrderType._meta.fields.update(tickets=ORDER_TICKETS, promise=ORDER_PROMISE)
FulfillmentType._meta.fields.update(PARCEL_FIELDS)


@dataclass(frozen=True, slots=True)
class StaffContext:
    staff: callers.Staff
    token: str = field(repr=False)


def context_of(token: str) -> StaffContext:
    return StaffContext(callers.staff(token), token)


class StaffUser(graphene.ObjectType):
    email = graphene.String(required=True)
    permissions = graphene.List(graphene.NonNull(graphene.String), required=True)
    groups = graphene.List(graphene.NonNull(graphene.String), required=True)
    channels = graphene.List(
        graphene.NonNull(graphene.String), description="Slugs of the channels they may see; null for every channel."
    )

    @staticmethod
    def resolve_permissions(staff: callers.Staff, _: object) -> list[str]:
        return sorted(staff.permissions)

    @staticmethod
    def resolve_channels(staff: callers.Staff, _: object) -> list[str] | None:
        return None if staff.channels is None else sorted(staff.channels)


class Query(
    ShopQueries,
    TicketQueries,
    ReviewQueries,
    ConfigurationQueries,
    SetupQueries,
    MailQueries,
    OtherSenderQueries,
    OutboxQueries,
    AnnouncementQueries,
    PromiseQueries,
    DeliverySettingsQueries,
    ProductQueries,
    graphene.ObjectType,
):
    me = graphene.Field(StaffUser, required=True, description="Who is asking.")

    @staticmethod
    def resolve_me(_: object, info: Any) -> callers.Staff:
        staff: callers.Staff = info.context.staff
        return staff


class Mutation(
    TicketMutations,
    ReviewMutations,
    ConfigurationMutations,
    SetupMutations,
    ParcelMutations,
    MailMutations,
    MailTestMutations,
    OutboxMutations,
    AnnouncementMutations,
    PromiseMutations,
    MediumTestMutations,
    DeliverySettingsMutations,
    graphene.ObjectType,
):
    pass


schema = graphene.Schema(query=Query, mutation=Mutation)
