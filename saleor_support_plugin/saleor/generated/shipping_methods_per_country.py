from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import ShippingMethodFacts


class ShippingMethodsPerCountry(BaseModel):
    channel: Optional["ShippingMethodsPerCountryChannel"]


class ShippingMethodsPerCountryChannel(BaseModel):
    id: str
    currency_code: str = Field(alias="currencyCode")
    available_shipping_methods_per_country: (
        list["ShippingMethodsPerCountryChannelAvailableShippingMethodsPerCountry"] | None
    ) = Field(alias="availableShippingMethodsPerCountry")


class ShippingMethodsPerCountryChannelAvailableShippingMethodsPerCountry(BaseModel):
    country_code: str = Field(alias="countryCode")
    shipping_methods: (
        list["ShippingMethodsPerCountryChannelAvailableShippingMethodsPerCountryShippingMethods"] | None
    ) = Field(alias="shippingMethods")


ShippingMethodsPerCountryChannelAvailableShippingMethodsPerCountryShippingMethods = ShippingMethodFacts
ShippingMethodsPerCountry.model_rebuild()
ShippingMethodsPerCountryChannel.model_rebuild()
ShippingMethodsPerCountryChannelAvailableShippingMethodsPerCountry.model_rebuild()
