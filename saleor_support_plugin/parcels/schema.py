"""Promises and parcels as staff see them."""

from datetime import date
from typing import Any

import graphene
from django.conf import settings
from django.utils import timezone
from graphql import GraphQLError

from ..connections import followed, held, related
from ..shop.models import Fulfillment, Order
from ..stores.callers import Staff
from . import actions, queries, scores
from .carriers import aftership, following
from .keeping import Tally
from .models import FrozenPromise, ParcelEvent, TrackingAccount
from .rules import Source, Standing, State

MOST_DAYS = 366
_STANDINGS = {
    Standing.ON_TIME: "It is on its way, and nothing speaks against the last day.",
    Standing.AT_RISK: "It did not leave when it should have, or does not move.",
    Standing.LATE: "The last day is over, and it has not arrived.",
    Standing.UNHEARD: "The last day is over, and nobody tells of this parcel.",
    Standing.ARRIVED_ON_TIME: "It arrived on the last day or before.",
    Standing.ARRIVED_LATE: "It arrived after the last day.",
}
_SOURCES = {
    Source.STAFF: "A member of staff.",
    Source.SHOPPER: "The shopper, by the link in a mail.",
    Source.CARRIER: "The carrier, by a tracking service.",
    Source.CSV: "A file of the merchant's.",
    Source.ESTIMATE: "Nobody: by now, parcels like it had arrived. Nothing is scored by it.",
}
PromiseStanding = graphene.Enum.from_enum(
    Standing, description=lambda value: _STANDINGS[value] if value else "How an order stands to its promise."
)
ParcelState = graphene.Enum.from_enum(
    State, name="ParcelState", description=lambda value: None if value else "Where a parcel is; forward only."
)
ParcelSource = graphene.Enum.from_enum(
    Source, name="ParcelSource", description=lambda value: _SOURCES[value] if value else "Who said so."
)


class PromiseDays(graphene.ObjectType):
    least = graphene.Int(required=True, name="from")
    most = graphene.Int(required=True, name="to")


class PromiseStep(graphene.ObjectType):
    """One step of how a date came about: docs/delivery.md names the codes."""

    code = graphene.String(required=True)
    on = graphene.Date()
    at = graphene.String(description="By the warehouse's clock, such as 15:00.")
    days = graphene.Field(PromiseDays)
    name = graphene.String(required=True)

    @staticmethod
    def resolve_code(step: dict[str, Any], _: object) -> str:
        return str(step["code"])

    @staticmethod
    def resolve_on(step: dict[str, Any], _: object) -> date | None:
        return date.fromisoformat(step["on"]) if step["on"] else None

    @staticmethod
    def resolve_days(step: dict[str, Any], _: object) -> dict[str, int] | None:
        days = step["days"]
        return {"least": days["from"], "most": days["to"]} if days else None


class OrderPromise(graphene.ObjectType):
    """What was promised when the order was placed. It never changes."""

    first = graphene.Date(description="The first day, by the destination's clock; null where no date could be said.")
    last = graphene.Date()
    reason = graphene.String(description="Why there is no date: docs/promises-kept.md.")
    steps = graphene.List(graphene.NonNull(PromiseStep), required=True)
    page_first = graphene.Date(description="What the product page had promised; null where it did not come along.")
    page_last = graphene.Date()
    made_at = graphene.DateTime(required=True)
    arrived_on = graphene.Date(description="When the last parcel arrived; null while nobody said so.")
    apologised_at = graphene.DateTime(description="When the shopper was told that it is late.")
    standing = graphene.Field(PromiseStanding, description="Null without a date, or where nothing is left to promise.")

    @staticmethod
    def resolve_reason(promise: FrozenPromise, _: object) -> str | None:
        return promise.reason or None

    @staticmethod
    def resolve_standing(promise: FrozenPromise, _: object) -> Standing | None:
        order = followed(promise, "order")
        related(order, "lines")
        for parcel in related(order, "fulfillments"):
            related(parcel, "parcel_events")
        return scores.standing_of(promise, timezone.now())


class ParcelStep(graphene.ObjectType):
    """One thing that was told of a parcel."""

    state = graphene.Field(ParcelState, required=True)
    source = graphene.Field(ParcelSource, required=True)
    at = graphene.DateTime(required=True)
    detail = graphene.String(required=True, description="In the teller's words; perhaps empty.")

    @staticmethod
    def resolve_state(event: ParcelEvent, _: object) -> State:
        return State(event.state)

    @staticmethod
    def resolve_source(event: ParcelEvent, _: object) -> Source:
        return Source(event.source)


def _promise_of(order: Order, _: object) -> FrozenPromise | None:
    promise: FrozenPromise | None = held(order, "promise")
    return promise


def _state_of(parcel: Fulfillment, _: object) -> State:
    _events(parcel)
    return queries.state(parcel)


def _events(parcel: Fulfillment) -> list[ParcelEvent]:
    followed(parcel, "order")
    events: list[ParcelEvent] = related(parcel, "parcel_events")
    return events


def _tracking_url(parcel: Fulfillment, _: object) -> str | None:
    return _following(parcel).page or None


def _carrier(parcel: Fulfillment, _: object) -> str | None:
    carrier = _following(parcel).carrier
    return carrier.name if carrier else None


def _following(parcel: Fulfillment) -> Any:
    return following(parcel.tracking_number, followed(parcel, "order").delivery_method_name)


ORDER_PROMISE = graphene.Field(OrderPromise, resolver=_promise_of)
PARCEL_FIELDS = {
    "state": graphene.Field(ParcelState, required=True, resolver=_state_of),
    "steps": graphene.Field(
        graphene.List(graphene.NonNull(ParcelStep)), required=True, resolver=lambda parcel, _: _events(parcel)
    ),
    "carrier": graphene.Field(
        graphene.String, resolver=_carrier, description="Who has it, where method or number say so."
    ),
    "tracking_url": graphene.Field(graphene.String, resolver=_tracking_url, description="Where it can be followed."),
}


class PromiseTally(graphene.ObjectType):
    """Promises with a date, and what became of them."""

    id = graphene.ID(required=True, description="Saleor's id; of a region its country, or `TR-34`.")
    name = graphene.String(required=True)
    made = graphene.Int(required=True)
    known = graphene.Int(required=True, description="Of how many it is known when they arrived; estimates are not.")
    kept = graphene.Int(required=True)
    share = graphene.Float(description="Kept among the known; null under 20, which are too few to judge.")

    @staticmethod
    def resolve_share(tally: Tally, _: object) -> float | None:
        return tally.share


class PromiseWeek(graphene.ObjectType):
    monday = graphene.Date(required=True, description="Of the week in which the last day lay.")
    tally = graphene.Field(PromiseTally, required=True)


class PromiseScore(graphene.ObjectType):
    days = graphene.Int(required=True)
    whole = graphene.Field(PromiseTally, required=True, name="all")
    methods = graphene.List(graphene.NonNull(PromiseTally), required=True)
    regions = graphene.List(graphene.NonNull(PromiseTally), required=True)
    warehouses = graphene.List(graphene.NonNull(PromiseTally), required=True)
    weeks = graphene.List(graphene.NonNull(PromiseWeek), required=True)
    at_risk = graphene.Int(required=True, description="Orders on their way that will probably be late.")
    late = graphene.Int(required=True)

    @staticmethod
    def resolve_weeks(score: scores.Score, _: object) -> list[dict[str, Any]]:
        return [{"monday": monday, "tally": tally} for monday, tally in score.weeks]


class TrackingAccountType(graphene.ObjectType):
    """The store's account with a service that follows parcels: docs/parcels.md."""

    class Meta:
        name = "TrackingAccount"

    provider = graphene.String(required=True)
    events_url = graphene.String(required=True, description="To be given to the service: it calls here.")
    updated_at = graphene.DateTime(required=True)

    @staticmethod
    def resolve_events_url(account: TrackingAccount, _: object) -> str:
        return f"{settings.PUBLIC_URL}/api/tracking-events/{account.store.key}/{account.events_secret}"


class TrackingErrorCode(graphene.Enum):
    PROVIDER_UNKNOWN = "PROVIDER_UNKNOWN"
    KEY_MISSING = "KEY_MISSING"


class TrackingError(graphene.ObjectType):
    field = graphene.String()
    message = graphene.String(required=True)
    code = graphene.Field(TrackingErrorCode, required=True)


class TrackingAccountUpdate(graphene.Mutation):
    """Have a service follow the store's parcels, by the merchant's own account there; without a key, no more."""

    class Arguments:
        provider = graphene.String(required=True, description=f"`{aftership.NAME}`.")
        api_key = graphene.String(required=True)
        webhook_secret = graphene.String(required=True, description="What the service signs its calls with.")

    tracking_account = graphene.Field(TrackingAccountType)
    errors = graphene.List(graphene.NonNull(TrackingError), required=True)

    @staticmethod
    def mutate(_: object, info: Any, provider: str, api_key: str, webhook_secret: str) -> dict[str, Any]:
        staff: Staff = info.context.staff
        staff.must_have("MANAGE_SETTINGS")
        if not api_key.strip():
            actions.close_account(store=staff.store)
            return {"tracking_account": None, "errors": []}
        if provider != aftership.NAME:
            return _refused("PROVIDER_UNKNOWN", "provider", f"There is one service today: {aftership.NAME}.")
        if not webhook_secret.strip():
            return _refused("KEY_MISSING", "webhookSecret", "Without it nobody knows that a call is the service's.")
        account = actions.open_account(
            store=staff.store,
            provider=provider,
            api_key=api_key.strip(),
            webhook_secret=webhook_secret.strip(),
            now=timezone.now(),
        )
        return {"tracking_account": account, "errors": []}


def _refused(code: str, field: str, message: str) -> dict[str, Any]:
    return {"tracking_account": None, "errors": [{"field": field, "message": message, "code": code}]}


class PromiseQueries:
    promises = graphene.Field(
        PromiseScore,
        required=True,
        days=graphene.Int(description=f"How far back, from 1 to {MOST_DAYS}; 90 unless said."),
        description="How well promises were kept, in the channels that the caller may see.",
    )
    tracking_account = graphene.Field(TrackingAccountType)

    @staticmethod
    def resolve_promises(_: object, info: Any, days: int = 90) -> scores.Score:
        staff: Staff = info.context.staff
        staff.must_have("MANAGE_ORDERS")
        if not 1 <= days <= MOST_DAYS:
            raise GraphQLError(f"`days` is a number from 1 to {MOST_DAYS}.", extensions={"code": "INVALID"})
        return scores.score(staff, days=days, now=timezone.now())

    @staticmethod
    def resolve_tracking_account(_: object, info: Any) -> TrackingAccount | None:
        staff: Staff = info.context.staff
        staff.must_have("MANAGE_SETTINGS")
        return TrackingAccount.across_stores.select_related("store").filter(store=staff.store).first()


class PromiseMutations:
    tracking_account_update = TrackingAccountUpdate.Field()
