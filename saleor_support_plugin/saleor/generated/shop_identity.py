from pydantic import Field

from .base_model import BaseModel


class ShopIdentity(BaseModel):
    shop: "ShopIdentityShop"


class ShopIdentityShop(BaseModel):
    name: str
    version: str
    schema_version: str = Field(alias="schemaVersion")
    domain: "ShopIdentityShopDomain"


class ShopIdentityShopDomain(BaseModel):
    host: str
    url: str


ShopIdentity.model_rebuild()
ShopIdentityShop.model_rebuild()
