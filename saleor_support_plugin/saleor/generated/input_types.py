from datetime import date
from decimal import Decimal
from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class AddressInput(BaseModel):
    city: str | None = None
    city_area: str | None = Field(alias="cityArea", default=None)
    company_name: str | None = Field(alias="companyName", default=None)
    country: str | None = None
    country_area: str | None = Field(alias="countryArea", default=None)
    first_name: str | None = Field(alias="firstName", default=None)
    last_name: str | None = Field(alias="lastName", default=None)
    phone: str | None = None
    postal_code: str | None = Field(alias="postalCode", default=None)
    street_address_1: str | None = Field(alias="streetAddress1", default=None)
    street_address_2: str | None = Field(alias="streetAddress2", default=None)


class AttributeValueInput(BaseModel):
    id: str | None = None
    numeric: str | None = None


class CheckoutLineInput(BaseModel):
    quantity: int
    variant_id: str = Field(alias="variantId")


class DraftOrderCreateInput(BaseModel):
    billing_address: Optional["AddressInput"] = Field(alias="billingAddress", default=None)
    channel_id: str | None = Field(alias="channelId", default=None)
    customer_note: str | None = Field(alias="customerNote", default=None)
    external_reference: str | None = Field(alias="externalReference", default=None)
    language_code: str | None = Field(alias="languageCode", default=None)
    lines: list["OrderLineCreateInput"] | None = None
    shipping_address: Optional["AddressInput"] = Field(alias="shippingAddress", default=None)
    user: str | None = None
    user_email: str | None = Field(alias="userEmail", default=None)


class GiftCardCreateInput(BaseModel):
    assigned_to: str | None = Field(alias="assignedTo", default=None)
    balance: "PriceInput"
    channel: str | None = None
    expiry_date: date | None = Field(alias="expiryDate", default=None)
    is_active: bool = Field(alias="isActive")
    metadata: list["MetadataInput"] | None = None
    note: str | None = None
    user_email: str | None = Field(alias="userEmail", default=None)


class MetadataInput(BaseModel):
    key: str
    value: str


class OrderGrantRefundCreateInput(BaseModel):
    amount: Decimal | None = None
    grant_refund_for_shipping: bool | None = Field(alias="grantRefundForShipping", default=None)
    lines: list["OrderGrantRefundCreateLineInput"] | None = None
    reason: str | None = None
    reason_reference: str | None = Field(alias="reasonReference", default=None)
    transaction_id: str = Field(alias="transactionId")


class OrderGrantRefundCreateLineInput(BaseModel):
    id: str
    quantity: int


class OrderLineCreateInput(BaseModel):
    price: str | None = None
    quantity: int
    variant_id: str = Field(alias="variantId")


class OrderReturnFulfillmentLineInput(BaseModel):
    fulfillment_line_id: str = Field(alias="fulfillmentLineId")
    quantity: int


class OrderReturnProductsInput(BaseModel):
    fulfillment_lines: list["OrderReturnFulfillmentLineInput"] | None = Field(alias="fulfillmentLines", default=None)


class PriceInput(BaseModel):
    amount: str
    currency: str


class ProductAttributeAssignInput(BaseModel):
    id: str
    type_: str = Field(alias="type")


DraftOrderCreateInput.model_rebuild()
GiftCardCreateInput.model_rebuild()
OrderGrantRefundCreateInput.model_rebuild()
OrderReturnProductsInput.model_rebuild()
