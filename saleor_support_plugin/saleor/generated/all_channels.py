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
    stock_settings: "AllChannelsChannelsStockSettings" = Field(alias="stockSettings")
    warehouses: list["AllChannelsChannelsWarehouses"]
    tax_configuration: "AllChannelsChannelsTaxConfiguration" = Field(alias="taxConfiguration")


class AllChannelsChannelsDefaultCountry(BaseModel):
    code: str


class AllChannelsChannelsCountries(BaseModel):
    code: str


class AllChannelsChannelsStockSettings(BaseModel):
    allocation_strategy: str = Field(alias="allocationStrategy")


class AllChannelsChannelsWarehouses(BaseModel):
    id: str


class AllChannelsChannelsTaxConfiguration(BaseModel):
    charge_taxes: bool = Field(alias="chargeTaxes")
    tax_calculation_strategy: str | None = Field(alias="taxCalculationStrategy")
    display_gross_prices: bool = Field(alias="displayGrossPrices")
    prices_entered_with_tax: bool = Field(alias="pricesEnteredWithTax")
    use_weighted_tax_for_shipping: bool | None = Field(alias="useWeightedTaxForShipping")
    countries: list["AllChannelsChannelsTaxConfigurationCountries"]


class AllChannelsChannelsTaxConfigurationCountries(BaseModel):
    country: "AllChannelsChannelsTaxConfigurationCountriesCountry"
    charge_taxes: bool = Field(alias="chargeTaxes")
    tax_calculation_strategy: str | None = Field(alias="taxCalculationStrategy")
    display_gross_prices: bool = Field(alias="displayGrossPrices")
    use_weighted_tax_for_shipping: bool | None = Field(alias="useWeightedTaxForShipping")


class AllChannelsChannelsTaxConfigurationCountriesCountry(BaseModel):
    code: str


AllChannels.model_rebuild()
AllChannelsChannels.model_rebuild()
AllChannelsChannelsTaxConfiguration.model_rebuild()
AllChannelsChannelsTaxConfigurationCountries.model_rebuild()
