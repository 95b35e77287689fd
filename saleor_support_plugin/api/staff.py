"""The staff's schema: what a member of staff may ask from inside Saleor Dashboard."""

from dataclasses import dataclass, field
from typing import Any

import graphene
from django.utils import timezone

from ..alerts.schema import AlertMutations, AlertQueries
from ..announcements.schema import AnnouncementMutations, AnnouncementQueries
from ..beside.facts_schema import CHAT_BESIDE, TICKET_BESIDE
from ..beside.schema import BesideMutations, BesideQueries
from ..carts.schema import CartMutations, CartQueries
from ..carts.settings_schema import CartPlanMutations, CartPlanQueries
from ..chat.colleague_schema import ColleagueQueries
from ..chat.schema import TICKET_CHAT, WAITING_CHATS, Chat, ChatMutations, ChatQueries
from ..compensation.schema import ActMutations, ActQueries
from ..delivery.settings_schema import DeliverySettingsMutations, DeliverySettingsQueries
from ..desk.schema import ORDER_BUYER, ORDER_TIMELINE, DeskQueries
from ..mailbox.schema import MailboxMutations, MailboxQueries
from ..mails.schema import MailMutations, MailQueries
from ..outbox.schema import OutboxMutations, OutboxQueries
from ..parcels.schema import ORDER_PROMISE, PARCEL_FIELDS, PromiseMutations, PromiseQueries
from ..questions.schema import QuestionMutations, QuestionQueries
from ..reviews.rating_schema import ReviewRatingMutations, ReviewRatingQueries
from ..reviews.schema import ReviewMutations, ReviewQueries
from ..self_help.schema import TICKET_ARTICLES, SelfHelpQueries
from ..shop.schema import FulfillmentType, OrderType
from ..shop.schema import StaffQueries as ShopQueries
from ..stores import callers, seen
from ..stores.schema import ConfigurationMutations, ConfigurationQueries
from ..stores.session_schema import SessionMutations
from ..surveys.schema import TICKET_SURVEY, SurveyQueries
from ..tickets.changing_schema import TicketChangingMutations
from ..tickets.copying_schema import TicketCopyingMutations
from ..tickets.joining_schema import TicketJoiningMutations
from ..tickets.list_schema import TicketCounts, TicketQueries
from ..tickets.macro_schema import MacroMutations, MacroQueries
from ..tickets.report_schema import TicketReportQueries
from ..tickets.routing_schema import RoutingMutations, RoutingQueries
from ..tickets.schema import ORDER_TICKETS, TicketMutations, TicketType
from ..tickets.view_schema import ViewMutations, ViewQueries
from .macros import MacroFillQueries
from .mail_tests import MailTestMutations
from .medium_tests import MediumTestMutations
from .other_senders import OtherSenderQueries
from .parcels import ParcelMutations
from .products import ProductQueries
from .setup import SetupMutations, SetupQueries

# Orders lie below tickets and promises and cannot name them; here, where all are known, the fields get their types.
OrderType._meta.fields.update(tickets=ORDER_TICKETS, promise=ORDER_PROMISE)
OrderType._meta.fields.update(timeline=ORDER_TIMELINE, buyer=ORDER_BUYER)
FulfillmentType._meta.fields.update(PARCEL_FIELDS)
# So do tickets below chats, and both below what stands beside them.
TicketType._meta.fields.update(chat=TICKET_CHAT, beside=TICKET_BESIDE, survey=TICKET_SURVEY, articles=TICKET_ARTICLES)
Chat._meta.fields.update(beside=CHAT_BESIDE)
TicketCounts._meta.fields.update(waiting_chats=WAITING_CHATS)


@dataclass(frozen=True, slots=True)
class StaffContext:
    staff: callers.Staff
    token: str = field(repr=False)


def context_of(token: str) -> StaffContext:
    staff = callers.staff(token)
    seen.note(staff=staff, now=timezone.now())
    return StaffContext(staff, token)


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
    TicketReportQueries,
    ActQueries,
    ViewQueries,
    RoutingQueries,
    MacroQueries,
    MacroFillQueries,
    ChatQueries,
    ColleagueQueries,
    BesideQueries,
    DeskQueries,
    ReviewQueries,
    ReviewRatingQueries,
    QuestionQueries,
    ConfigurationQueries,
    SetupQueries,
    MailQueries,
    MailboxQueries,
    OtherSenderQueries,
    OutboxQueries,
    AlertQueries,
    SurveyQueries,
    SelfHelpQueries,
    AnnouncementQueries,
    PromiseQueries,
    CartQueries,
    DeliverySettingsQueries,
    CartPlanQueries,
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
    ActMutations,
    TicketChangingMutations,
    TicketCopyingMutations,
    TicketJoiningMutations,
    ViewMutations,
    RoutingMutations,
    MacroMutations,
    ChatMutations,
    BesideMutations,
    ReviewMutations,
    ReviewRatingMutations,
    QuestionMutations,
    ConfigurationMutations,
    SessionMutations,
    SetupMutations,
    ParcelMutations,
    MailMutations,
    MailboxMutations,
    MailTestMutations,
    OutboxMutations,
    AlertMutations,
    AnnouncementMutations,
    PromiseMutations,
    CartMutations,
    MediumTestMutations,
    DeliverySettingsMutations,
    CartPlanMutations,
    graphene.ObjectType,
):
    pass


schema = graphene.Schema(query=Query, mutation=Mutation)
