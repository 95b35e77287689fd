from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class UpdateTracking(BaseModel):
    order_fulfillment_update_tracking: Optional["UpdateTrackingOrderFulfillmentUpdateTracking"] = Field(
        alias="orderFulfillmentUpdateTracking"
    )


class UpdateTrackingOrderFulfillmentUpdateTracking(BaseModel):
    errors: list["UpdateTrackingOrderFulfillmentUpdateTrackingErrors"]


class UpdateTrackingOrderFulfillmentUpdateTrackingErrors(BaseModel):
    field: str | None
    message: str | None
    code: str


UpdateTracking.model_rebuild()
UpdateTrackingOrderFulfillmentUpdateTracking.model_rebuild()
