"""`macroFill`: what a macro says in a ticket, with what orders, parcels, seats and settings know."""

from typing import Any

import graphene

from ..chat import queries as chat
from ..ids import row_number
from ..mails.senders import shop_name
from ..parcels.carriers import following
from ..shop.models import Order
from ..stores.queries import configuration
from ..tickets import macros
from ..tickets import queries as tickets
from ..tickets.filling import Filled
from ..tickets.schema import staff_of


class FilledMacro(graphene.ObjectType):
    text = graphene.String(required=True, description="In the shopper's language, where the macro speaks it.")
    unfilled = graphene.List(
        graphene.NonNull(graphene.String),
        required=True,
        description="Places for which there is nothing here; they still stand in the text. Do not send it so.",
    )


class MacroFillQueries:
    macro_fill = graphene.Field(
        FilledMacro,
        id=graphene.ID(required=True),
        ticket=graphene.ID(required=True),
        description="Null where macro or ticket is missing.",
    )

    @staticmethod
    def resolve_macro_fill(_: object, info: Any, id: str, ticket: str) -> Filled | None:
        staff = staff_of(info)
        macro = macros.macros(staff).filter(pk=row_number("Macro", id) or 0).first()
        found = tickets.ticket(staff, row_number("Ticket", ticket))
        if macro is None or found is None:
            return None
        seat = chat.seat(staff)
        return macros.fill(
            macro=macro,
            ticket=found,
            shop=shop_name(staff.store, configuration(staff.store, found.conversation.channel_slug)),
            agent=seat.name if seat else "",
            tracking_url=_tracking_url(found.order) if found.order else "",
        )


def _tracking_url(order: Order) -> str:
    """Return where the parcel that left last is seen on its way; empty where nobody knows."""
    parcel = order.fulfillments.exclude(tracking_number="").order_by("-number").first()
    return following(parcel.tracking_number, order.delivery_method_name).page if parcel else ""
