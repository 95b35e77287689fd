"""The setup checklist: what a merchant has yet to do, read over every room, and the two things to do on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import graphene
from django.conf import settings
from django.utils import timezone
from django.utils.html import format_html

from ..carts.planning import plan_for
from ..outbox import queries as outbox
from ..stores import actions as stores
from ..stores import queries as store_queries
from ..stores.callers import Staff
from ..stores.configuration import Configuration
from ..stores.models import Store
from ..tickets import actions as tickets
from ..tickets import queries as ticket_queries
from .coverage import COVERAGE, Covered, coverage
from .mending import WEBHOOKS

# Of 34 large shops that were tried, 2 wrote so soon.
WITHIN = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Setup:
    store: Store
    origins_set: bool
    hours_set: bool
    sender_tested: bool
    first_test_message: bool
    leavers_asked: bool
    snippet_seen_at: datetime | None
    parked_at: datetime | None
    ways: Sequence[str]
    coverage: Sequence[Covered]


def setup(store: Store) -> Setup:
    seen = store_queries.setup(store)
    done = store_queries.settings_done(store)
    settled = store_queries.configuration(store, "")
    is_asking = asks_leavers(store, settled)
    return Setup(
        store=store,
        origins_set=done.origins,
        hours_set=done.hours,
        sender_tested=outbox.sender_works(store),
        first_test_message=ticket_queries.has_any(store),
        leavers_asked=is_asking,
        snippet_seen_at=seen.snippet_seen_at,
        parked_at=seen.parked_at,
        ways=list(dict.fromkeys(channel.kind for channel in settled.contact_channels)),
        coverage=coverage(settled, seen.stages_seen, reminds=is_asking, now=timezone.now()),
    )


def asks_leavers(store: Store, settings: Configuration) -> bool:
    """Say whether somebody who left a cart, and agreed to hear of it, is asked why within a day."""
    is_possible = settings.cart_reminders and (settings.links.get("cart") or settings.storefront_url)
    steps = plan_for(store, "").plan.steps
    return bool(is_possible and steps) and steps[0].after <= WITHIN


class SetupType(graphene.ObjectType):
    class Meta:
        name = "Setup"

    origins_set = graphene.Boolean(required=True, description="A configuration names the storefront's origins.")
    snippet_seen_at = graphene.DateTime(description="When a storefront last loaded the widget, by the hour.")
    hours_set = graphene.Boolean(required=True, description="A configuration names business hours or their zone.")
    sender_tested = graphene.Boolean(required=True, description="A mail of `senderTest` has gone out.")
    first_test_message = graphene.Boolean(required=True, description="There is a ticket.")
    leavers_asked = graphene.Boolean(
        required=True, description="Whoever leaves a cart, and agreed to hear of it, is asked why within a day."
    )
    ways = graphene.List(
        graphene.NonNull(graphene.String), required=True, description="Kinds by which the shop can be reached at all."
    )
    coverage = COVERAGE
    parked_at = graphene.DateTime(description="When the checklist was put aside; null while it is shown.")
    missing_permissions = graphene.List(
        graphene.NonNull(graphene.String), required=True, description="What only a grant in Saleor brings."
    )
    store_key = graphene.String(required=True, description="The store's public key, in what a storefront loads.")
    snippet = graphene.String(
        required=True,
        channel=graphene.String(required=True),
        locale=graphene.String(),
        description="The one line of HTML that a storefront needs.",
    )

    @staticmethod
    def resolve_missing_permissions(setup: Setup, _: object) -> list[str]:
        return list(setup.store.missing_permissions)

    @staticmethod
    def resolve_store_key(setup: Setup, _: object) -> str:
        return setup.store.key

    @staticmethod
    def resolve_snippet(setup: Setup, _: object, channel: str, locale: str | None = None) -> str:
        return format_html(
            '<script async src="{}/widget.js" data-store="{}" data-channel="{}" data-locale="{}" '
            "data-launcher></script>",
            settings.PUBLIC_URL,
            setup.store.key,
            channel,
            locale or "en",
        )


class SetupQueries:
    setup = graphene.Field(SetupType, required=True, description="What a merchant has yet to do.")

    @staticmethod
    def resolve_setup(_: object, info: Any) -> Setup:
        store = _staff(info).store
        if store.missing_permissions:  # perhaps granted meanwhile, of which Saleor tells nobody
            stores.make_due(store=store, names=[WEBHOOKS], at=timezone.now())
        return setup(store)


class SetupErrorCode(graphene.Enum):
    LIMITED = "LIMITED"


class SetupError(graphene.ObjectType):
    field = graphene.String()
    message = graphene.String(required=True)
    code = graphene.Field(SetupErrorCode, required=True)


class SetupPark(graphene.Mutation):
    """Put the checklist aside, or take it up again."""

    class Arguments:
        parked = graphene.Boolean(required=True)

    setup = graphene.Field(SetupType)
    errors = graphene.List(graphene.NonNull(SetupError), required=True)

    @staticmethod
    def mutate(_: object, info: Any, parked: bool) -> dict[str, Any]:
        store = _staff(info).store
        stores.park_setup(store=store, at=timezone.now() if parked else None)
        return {"setup": setup(store), "errors": []}


class SenderTest(graphene.Mutation):
    """Mail the caller as shoppers are mailed."""

    class Arguments:
        channel = graphene.String(description="Whose sender to use; the default configuration's where none is given.")
        locale = graphene.String(description="The language to write in.")

    sent_to = graphene.String(description="The caller's address, where the mail is on its way.")
    errors = graphene.List(graphene.NonNull(SetupError), required=True)

    @staticmethod
    def mutate(_: object, info: Any, channel: str | None = None, locale: str | None = None) -> dict[str, Any]:
        staff = _staff(info)
        try:
            sent_to = tickets.test_sender(
                staff=staff, channel=channel or "", locale=locale or "", words=None, now=timezone.now()
            )
            return {"sent_to": sent_to, "errors": []}
        except tickets.TooOften as error:
            return {"sent_to": None, "errors": [{"field": None, "message": str(error), "code": "LIMITED"}]}


class SetupMutations:
    setup_park = SetupPark.Field()
    sender_test = SenderTest.Field()


def _staff(info: Any) -> Staff:
    staff: Staff = info.context.staff
    staff.must_have("MANAGE_SETTINGS")
    return staff
