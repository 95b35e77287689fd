"""Carts that were left: the lists that staff read, and what they decide."""

from collections.abc import Callable
from typing import Any

import graphene
from django.utils import timezone

from ..connections import page_of
from ..ids import row_number
from ..stores.callers import Staff
from . import actions, listing, signalling
from .cart_schema import CartType
from .case_schema import CartCaseConnection, CartCaseState, CartCaseType, CartSilence, told
from .facts import SignalKind
from .models import Cart, CartCase, CaseState
from .report_schema import CartReportQueries, CartStateCount

CartSignalKind = graphene.Enum.from_enum(
    SignalKind,
    name="CartSignalKind",
    description=lambda value: None if value else "What only the shop's page can know.",
)


class CartErrorCode(graphene.Enum):
    NOT_FOUND = "NOT_FOUND"
    NOT_SENT = "NOT_SENT"


class CartError(graphene.ObjectType):
    field = graphene.String(description="The input field it is about.")
    message = graphene.String(required=True)
    code = graphene.Field(CartErrorCode, required=True)


class CartSignalType(graphene.ObjectType):
    class Meta:
        name = "CartSignal"

    kind = graphene.Field(CartSignalKind, required=True)
    at = graphene.DateTime(required=True)
    raised_at = graphene.DateTime(description="When the launcher spoke up for it; null where it did not.")


class CartNeedingHelp(graphene.ObjectType):
    """A shopper who is at it right now and seems stuck."""

    cart = graphene.Field(CartType, required=True)
    signals = graphene.List(graphene.NonNull(CartSignalType), required=True, description="The newest first.")


def _staff(info: Any) -> Staff:
    staff: Staff = info.context.staff
    staff.must_have("MANAGE_CHECKOUTS")
    return staff


class CartQueries(CartReportQueries):
    cart_cases = graphene.Field(
        CartCaseConnection,
        required=True,
        first=graphene.Int(),
        after=graphene.String(),
        state=graphene.Argument(CartCaseState),
        search=graphene.String(description="A part of an e-mail address."),
        description="What changed last comes first.",
    )
    cart_states = graphene.List(
        graphene.NonNull(CartStateCount),
        required=True,
        search=graphene.String(),
        description="How many cases there are in each state.",
    )
    cart_case = graphene.Field(CartCaseType, id=graphene.ID(required=True))
    stuck_checkouts = graphene.List(
        graphene.NonNull(CartType),
        required=True,
        description="Paid for ten minutes or longer and yet no order; at most 50, the longest waiting first.",
    )
    needing_help = graphene.List(
        graphene.NonNull(CartNeedingHelp),
        required=True,
        description="Open carts with a sign of the last 15 minutes that nobody has seen to; at most 50.",
    )

    @staticmethod
    def resolve_cart_cases(
        _: object,
        info: Any,
        first: int | None = None,
        after: str | None = None,
        state: CaseState | None = None,
        search: str = "",
    ) -> Any:
        found = listing.cases(_staff(info), state=state, search=search)
        return page_of(CartCaseConnection, found, first=first, after=after)

    @staticmethod
    def resolve_cart_states(_: object, info: Any, search: str = "") -> list[tuple[CaseState, int]]:
        return listing.counts(_staff(info), search=search)

    @staticmethod
    def resolve_cart_case(_: object, info: Any, id: str) -> CartCase | None:
        try:
            return listing.case(_staff(info), row_number("CartCase", id))
        except listing.NoCase:
            return None

    @staticmethod
    def resolve_stuck_checkouts(_: object, info: Any) -> list[Cart]:
        return list(listing.stuck(_staff(info), timezone.now()))

    @staticmethod
    def resolve_needing_help(_: object, info: Any) -> list[listing.Help]:
        return listing.needing_help(_staff(info), timezone.now())


class CartCasePayload(graphene.ObjectType):
    class Meta:
        abstract = True

    cart_case = graphene.Field(CartCaseType, description="As it is now; null where there is none.")
    errors = graphene.List(graphene.NonNull(CartError), required=True)


class CartCaseStop(CartCasePayload, graphene.Mutation):
    """Have nothing sent about a case."""

    class Arguments:
        id = graphene.ID(required=True)

    @staticmethod
    def mutate(_: object, info: Any, id: str) -> dict[str, Any]:
        staff = _staff(info)
        return _decided(staff, id, lambda case: actions.stop(staff=staff, case=case, now=timezone.now()))


class CartCaseGoOn(CartCasePayload, graphene.Mutation):
    """Take it back that a case was stopped."""

    class Arguments:
        id = graphene.ID(required=True)

    @staticmethod
    def mutate(_: object, info: Any, id: str) -> dict[str, Any]:
        staff = _staff(info)
        return _decided(staff, id, lambda case: actions.go_on(staff=staff, case=case, now=timezone.now()))


class CartCaseSendNow(CartCasePayload, graphene.Mutation):
    """Send the next step's message now: its time and its conditions are passed over, every other rule holds."""

    class Arguments:
        id = graphene.ID(required=True)

    silence = graphene.Field(CartSilence, description="Why nothing was sent.")

    @staticmethod
    def mutate(_: object, info: Any, id: str) -> dict[str, Any]:
        staff = _staff(info)
        try:
            case = listing.case(staff, row_number("CartCase", id))
        except listing.NoCase as missing:
            return _missing(missing)
        silence = actions.send_now(staff=staff, case=case, now=timezone.now())
        case.refresh_from_db()
        if not silence:
            return {"cart_case": case, "silence": None, "errors": []}
        why = {"field": None, "message": f"Nothing was sent: {silence}.", "code": "NOT_SENT"}
        return {"cart_case": case, "silence": told(silence), "errors": [why]}


def _decided(staff: Staff, id: str, decide: Callable[[CartCase], CartCase]) -> dict[str, Any]:
    try:
        return {"cart_case": decide(listing.case(staff, row_number("CartCase", id))), "errors": []}
    except listing.NoCase as missing:
        return _missing(missing)


def _missing(missing: listing.NoCase) -> dict[str, Any]:
    return {"cart_case": None, "errors": [{"field": "id", "message": str(missing), "code": missing.code}]}


class CartSignalSeen(graphene.Mutation):
    """Say that somebody sees to a shopper who needs help: it is off the list, for the whole team."""

    class Arguments:
        id = graphene.ID(required=True, description="Of the cart.")

    errors = graphene.List(graphene.NonNull(CartError), required=True)

    @staticmethod
    def mutate(_: object, info: Any, id: str) -> dict[str, Any]:
        staff = _staff(info)
        cart = listing.cart(staff, row_number("Cart", id))
        if cart is None:
            return {"errors": [{"field": "id", "message": "There is no such cart.", "code": "NOT_FOUND"}]}
        signalling.see(store=staff.store, checkout_id=cart.saleor_id, now=timezone.now())
        return {"errors": []}


class CartMutations:
    cart_case_stop = CartCaseStop.Field()
    cart_case_go_on = CartCaseGoOn.Field()
    cart_case_send_now = CartCaseSendNow.Field()
    cart_signal_seen = CartSignalSeen.Field()
