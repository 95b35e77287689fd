"""Two filled shops, aurora and borealis, with the keys that sign for them."""

import base64
import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import cache
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

from saleor_support_plugin.delivery.models import ShippingMethod, ShippingPrice, ShippingZone, Warehouse
from saleor_support_plugin.shop.models import Channel, Order, OrderLine, Stock, Variant
from saleor_support_plugin.stores.models import Store

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
# Prices are entered and shown with tax, at flat rates.
WITH_TAX = {
    "charge": True,
    "strategy": "FLAT_RATES",
    "entered_with_tax": True,
    "display_gross": True,
    "weighted": False,
    "countries": {},
}


@cache
def private_key(name: str) -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def jwks_of(*names: str) -> str:
    keys = []
    for name in names:
        public = json.loads(RSAAlgorithm.to_jwk(private_key(name).public_key()))
        keys.append(public | {"kid": name, "use": "sig", "alg": "RS256"})
    return json.dumps({"keys": keys})


def global_id(kind: str, number: object) -> str:
    return base64.b64encode(f"{kind}:{number}".encode()).decode()


@dataclass
class Shop:
    """A store as its own Saleor would act: it signs deliveries and tokens."""

    name: str
    store: Store = field(repr=False)

    @property
    def order_id(self) -> str:
        return global_id("Order", f"{self.name}-1")

    @property
    def variant_id(self) -> str:
        return global_id("ProductVariant", 1)

    def sign(self, body: bytes, *, key: str = "") -> str:
        headers = {"alg": "RS256", "b64": False, "crit": ["b64"], "kid": key or self.name}
        return jwt.api_jws.encode(
            body, private_key(key or self.name), algorithm="RS256", headers=headers, is_payload_detached=True
        )

    def headers(self, body: bytes, event: str, **changed: str) -> dict[str, str]:
        return {
            "content-type": "application/json",
            "saleor-event": event,
            "saleor-api-url": self.store.api_url,
            "saleor-signature": self.sign(body),
        } | changed

    def staff_token(self, *permissions: str, **changed: Any) -> str:
        return self._token(
            {
                "type": "thirdparty",
                "is_staff": True,
                "app": self.store.app_id,
                "permissions": [],
                "user_permissions": list(permissions),
                "email": f"staff@{self.name}.example",
                "user_id": global_id("User", 1),
                "token": "key",
            }
            | changed
        )

    def customer_token(self, **changed: Any) -> str:
        claims = {"type": "access", "is_staff": False, "email": f"shopper@{self.name}.example"}
        return self._token(claims | {"user_id": global_id("User", 7), "token": "key"} | changed)

    def _token(self, claims: dict[str, Any]) -> str:
        now = datetime.now(UTC)
        times = {"iat": now, "exp": now + timedelta(minutes=5), "iss": self.store.api_url, "owner": "saleor"}
        return jwt.encode(times | claims, private_key(self.name), algorithm="RS256", headers={"kid": self.name})


def open_shop(name: str) -> Shop:
    """Make a store with a channel, a variant, shipping methods and an order."""
    store = Store.across_stores.create(
        api_url=f"https://{name}.example/graphql/",
        key=f"key-{name}",
        app_id=global_id("App", 2),
        token=f"token{name}",
        jwks=jwks_of(name),
        jwks_asked_at=NOON,
        saleor_version="3.23.28",
        installed_at=NOON,
    )
    shop = Shop(name, store)
    _fill(shop)
    return shop


def _fill(shop: Shop) -> None:
    store = shop.store
    Channel.across_stores.create(
        store=store,
        saleor_id=global_id("Channel", 1),
        slug="default-channel",
        name=shop.name,
        currency="TRY",
        default_country="TR",
        countries=["TR"],
    )
    Variant.across_stores.create(
        store=store,
        saleor_id=shop.variant_id,
        product_id=global_id("Product", 1),
        product_name=f"Lamp of {shop.name}",
        product_slug="lamp",
        issued_at=NOON,
    )
    depot = Warehouse.across_stores.create(
        store=store,
        saleor_id=global_id("Warehouse", 1),
        name=f"Depot of {shop.name}",
        country="TR",
        city="İstanbul",
        postal_code="34000",
    )
    store.channels.update(warehouse_ids=[depot.saleor_id], tax=WITH_TAX)
    Stock.across_stores.create(
        variant=store.variants.get(),
        warehouse_id=depot.saleor_id,
        warehouse_name=depot.name,
        quantity=10,
        quantity_allocated=0,
    )
    zone = ShippingZone.across_stores.create(
        store=store,
        saleor_id=global_id("ShippingZone", 1),
        name="Türkiye",
        countries=["TR"],
        channels=["default-channel"],
        warehouses=[depot.saleor_id],
    )
    for number, (price, days) in enumerate([("49.90", (1, 2)), ("29.90", (2, 4)), ("19.90", (None, None))], start=1):
        add_method(zone, number, price=price, days=days)
    add_order(shop, shop.order_id, number="1")


def add_method(zone: ShippingZone, number: int, *, price: str, days: tuple[int | None, int | None]) -> ShippingMethod:
    method = ShippingMethod.across_stores.create(
        store=zone.store,
        zone=zone,
        saleor_id=global_id("ShippingMethod", number),
        name=f"Method {number} of {zone.store.key.removeprefix('key-')}",
        minimum_days=days[0],
        maximum_days=days[1],
    )
    ShippingPrice.across_stores.create(
        method=method, channel_slug=zone.channels[0], price=Decimal(price), currency="TRY"
    )
    return method


def add_order(shop: Shop, saleor_id: str, *, number: str, channel: str = "default-channel") -> Order:
    order = Order.across_stores.create(
        store=shop.store,
        saleor_id=saleor_id,
        number=number,
        created=NOON,
        updated_at=NOON,
        status="UNFULFILLED",
        payment_status="FULLY_CHARGED",
        charge_status="FULL",
        channel_slug=channel,
        language_code="TR",
        customer_email=f"shopper@{shop.name}.example",
        customer_name="Ada",
        currency="TRY",
        total_gross=Decimal("129.90"),
        shipping_gross=Decimal("29.90"),
        issued_at=NOON,
    )
    OrderLine.across_stores.create(
        order=order,
        saleor_id=f"{saleor_id}-line",
        position=0,
        product_name=f"Lamp of {shop.name}",
        quantity=2,
        quantity_fulfilled=0,
        total_gross=Decimal("100.00"),
        currency="TRY",
    )
    return order
