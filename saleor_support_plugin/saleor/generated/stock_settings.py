from pydantic import Field

from .base_model import BaseModel


class StockSettings(BaseModel):
    shop: "StockSettingsShop"


class StockSettingsShop(BaseModel):
    use_legacy_shipping_zone_stock_availability: bool = Field(alias="useLegacyShippingZoneStockAvailability")


StockSettings.model_rebuild()
