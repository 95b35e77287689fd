"""What staff say about parcels."""

from typing import Any

import graphene
from django.utils import timezone

from ..parcels import actions as parcels
from ..parcels.rules import Source, State
from ..shop import queries
from ..shop.schema import FulfillmentType
from ..stores.callers import Staff


class FulfillmentErrorCode(graphene.Enum):
    NOT_FOUND = "NOT_FOUND"
    NOT_SENT = "NOT_SENT"


class FulfillmentError(graphene.ObjectType):
    field = graphene.String()
    message = graphene.String(required=True)
    code = graphene.Field(FulfillmentErrorCode, required=True)


class FulfillmentMarkDelivered(graphene.Mutation):
    """Say that a parcel has arrived. Said twice, the first time stands."""

    class Arguments:
        id = graphene.ID(required=True, description="Saleor's id of the fulfillment.")

    fulfillment = graphene.Field(FulfillmentType)
    errors = graphene.List(graphene.NonNull(FulfillmentError), required=True)

    @staticmethod
    def mutate(_: object, info: Any, id: str) -> dict[str, Any]:
        staff: Staff = info.context.staff
        staff.must_have("MANAGE_ORDERS")
        fulfillment = queries.fulfillment(staff, id)
        if fulfillment is None:
            return _refused("NOT_FOUND", "There is no such fulfillment.")
        now = timezone.now()
        heard = parcels.hear(
            store=staff.store,
            fulfillment=fulfillment,
            state=State.DELIVERED,
            source=Source.STAFF,
            at=now,
            now=now,
            detail=staff.email,
        )
        if isinstance(heard, parcels.NoParcel):
            return _refused("NOT_SENT", "Nothing of this fulfillment has left, so nothing can have arrived.")
        return {"fulfillment": queries.fulfillment(staff, id), "errors": []}


def _refused(code: str, message: str) -> dict[str, Any]:
    return {"fulfillment": None, "errors": [{"field": "id", "message": message, "code": code}]}


class ParcelMutations:
    fulfillment_mark_delivered = FulfillmentMarkDelivered.Field()
