"""Where staff hear that somebody waits, beside their mailboxes, as those who manage settings see it."""

from typing import Any

import graphene

from ..mails.senders import shop_name
from ..outbox.ways.rooms import RoomWrong, Unsaid, kind
from ..stores.callers import Staff
from ..stores.queries import configuration
from . import actions
from .models import AlertAccount


class AlertAccountType(graphene.ObjectType):
    class Meta:
        name = "AlertAccount"

    kind = graphene.String(required=True, description="What its address begins with, such as `slack`.")
    problem = graphene.String(required=True, description="Why the last try failed; empty where it did not.")

    @staticmethod
    def resolve_kind(account: AlertAccount, _: object) -> str:
        return kind(account.address)


class AlertErrorCode(graphene.Enum):
    INVALID = "INVALID"
    NOT_FOUND = "NOT_FOUND"
    UNSAID = "UNSAID"


class AlertError(graphene.ObjectType):
    field = graphene.String()
    message = graphene.String(required=True)
    code = graphene.Field(AlertErrorCode, required=True)


def _account(info: Any) -> tuple[Staff, AlertAccount | None]:
    staff: Staff = info.context.staff
    staff.must_have("MANAGE_SETTINGS")
    return staff, AlertAccount.across_stores.filter(store=staff.store).first()


class AlertAccountUpdate(graphene.Mutation):
    """Have alerts said in a room as well, by its address as Apprise has it; with an empty one, no more."""

    class Arguments:
        address = graphene.String(required=True)

    alert_account = graphene.Field(AlertAccountType)
    errors = graphene.List(graphene.NonNull(AlertError), required=True)

    @staticmethod
    def mutate(_: object, info: Any, address: str) -> dict[str, Any]:
        staff = _account(info)[0]
        try:
            return {"alert_account": actions.set_account(store=staff.store, address=address.strip()), "errors": []}
        except RoomWrong as wrong:
            return _refused("address", wrong.code, str(wrong))


class AlertAccountTry(graphene.Mutation):
    """Say something there, now."""

    alert_account = graphene.Field(AlertAccountType)
    errors = graphene.List(graphene.NonNull(AlertError), required=True)

    @staticmethod
    def mutate(_: object, info: Any) -> dict[str, Any]:
        staff, account = _account(info)
        if account is None:
            return _refused(None, "NOT_FOUND", "There is no such address yet.")
        try:
            actions.try_account(account=account, shop=shop_name(staff.store, configuration(staff.store, "")))
        except Unsaid as unsaid:
            return _refused(None, unsaid.code, str(unsaid))
        return {"alert_account": account, "errors": []}


def _refused(field: str | None, code: str, message: str) -> dict[str, Any]:
    return {"alert_account": None, "errors": [{"field": field, "message": message, "code": code}]}


class AlertQueries:
    alert_account = graphene.Field(
        AlertAccountType, description="Where staff hear that somebody waits, beside mailboxes; null: nowhere."
    )

    @staticmethod
    def resolve_alert_account(_: object, info: Any) -> AlertAccount | None:
        return _account(info)[1]


class AlertMutations:
    alert_account_update = AlertAccountUpdate.Field()
    alert_account_try = AlertAccountTry.Field()
