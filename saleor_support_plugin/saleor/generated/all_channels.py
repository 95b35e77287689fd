from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class AllChannels(BaseModel):
    channels: list["AllChannelsChannels"] | None


class AllChannelsChannels(BaseModel):
    id: str
    slug: str
    name: str
    is_active: bool = Field(alias="isActive")
    currency_code: str = Field(alias="currencyCode")
    default_country: "AllChannelsChannelsDefaultCountry" = Field(alias="defaultCountry")
    countries: list["AllChannelsChannelsCountries"] | None


class AllChannelsChannelsDefaultCountry(BaseModel):
    code: str


class AllChannelsChannelsCountries(BaseModel):
    code: str


AllChannels.model_rebuild()
AllChannelsChannels.model_rebuild()
