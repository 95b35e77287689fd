from decimal import Decimal
from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class TaxRates(BaseModel):
    tax_country_configurations: list["TaxRatesTaxCountryConfigurations"] | None = Field(
        alias="taxCountryConfigurations"
    )


class TaxRatesTaxCountryConfigurations(BaseModel):
    country: "TaxRatesTaxCountryConfigurationsCountry"
    tax_class_country_rates: list["TaxRatesTaxCountryConfigurationsTaxClassCountryRates"] = Field(
        alias="taxClassCountryRates"
    )


class TaxRatesTaxCountryConfigurationsCountry(BaseModel):
    code: str


class TaxRatesTaxCountryConfigurationsTaxClassCountryRates(BaseModel):
    rate: Decimal
    tax_class: Optional["TaxRatesTaxCountryConfigurationsTaxClassCountryRatesTaxClass"] = Field(alias="taxClass")


class TaxRatesTaxCountryConfigurationsTaxClassCountryRatesTaxClass(BaseModel):
    id: str


TaxRates.model_rebuild()
TaxRatesTaxCountryConfigurations.model_rebuild()
TaxRatesTaxCountryConfigurationsTaxClassCountryRates.model_rebuild()
