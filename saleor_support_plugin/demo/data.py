"""The sample shop: two channels, twelve products, a few people, six orders; the same everywhere but for the dates."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal

from .catalogue_records import (
    Category,
    Channel,
    ShippingMethodPostalCodeRule,
    ShippingMethodType,
    ShippingZone,
    Warehouse,
)
from .data_orders import add_orders
from .data_products import CATEGORIES, add_products
from .records import Address, Group, User
from .state import State, named_uuid

CHANNELS = [
    Channel(pk="1", slug="tr", name="Türkiye", currency_code="TRY", default_country="TR", countries=["TR"]),
    Channel(
        pk="2", slug="eu", name="Europe", currency_code="EUR", default_country="DE", countries=["DE", "FR", "NL", "AT"]
    ),
]


def sample_shop(*, now: datetime, version: str) -> State:
    """A fresh shop whose newest order was placed some hours before `now`."""
    state = State(
        shop_name="Demo shop",
        version=version,
        channels={channel.pk: channel for channel in map(_copy_of_channel, CHANNELS)},
        warehouses={warehouse.pk: warehouse for warehouse in _warehouses()},
        zones={zone.pk: zone for zone in (_turkey(), _europe())},
        categories={
            str(pk): Category(pk=str(pk), slug=slug, name=name, names={"TR": turkish})
            for pk, (slug, name, turkish) in enumerate(CATEGORIES, start=1)
        },
        products={},
        groups={group.pk: group for group in _groups()},
        users={user.pk: user for user in _users(now)},
    )
    add_products(state, created=now - timedelta(days=90))
    state.serials |= {"User": len(state.users), "Address": 100, "App": 0}
    add_orders(state, now)
    return state


def _copy_of_channel(channel: Channel) -> Channel:
    return Channel(
        pk=channel.pk,
        slug=channel.slug,
        name=channel.name,
        currency_code=channel.currency_code,
        default_country=channel.default_country,
        countries=list(channel.countries),
    )


def _warehouses() -> list[Warehouse]:
    istanbul = Address(
        pk="11", first_name="", last_name="", company_name="Demo shop", street_address1="Depo Sokak 1",
        city="İstanbul", postal_code="34000", country="TR", phone="+902120000000",
    )  # fmt: skip
    berlin = Address(
        pk="12", first_name="", last_name="", company_name="Demo shop", street_address1="Lagerstraße 1",
        city="Berlin", postal_code="10115", country="DE", phone="+49300000000",
    )  # fmt: skip
    return [
        Warehouse(
            pk=named_uuid("istanbul"),
            slug="istanbul",
            name="İstanbul",
            address=istanbul,
            click_and_collect_option="LOCAL",
        ),
        Warehouse(pk=named_uuid("berlin"), slug="berlin", name="Berlin", address=berlin),
    ]


def _turkey() -> ShippingZone:
    in_istanbul = ShippingMethodPostalCodeRule(pk="1", start="34000", end="34999", inclusion_type="INCLUDE")
    return ShippingZone(
        pk="1",
        name="Türkiye",
        countries=["TR"],
        channel_slugs=["tr"],
        warehouse_slugs=["istanbul"],
        shipping_methods=[
            _method("1", "Standard", "Standart kargo", {"tr": "49.90"}, days=(1, 3)),
            _method("2", "Same day", "Aynı gün", {"tr": "129.90"}, days=(0, 0), rules=[in_istanbul]),
            _method("3", "Own courier", "Kendi kuryemiz", {"tr": "0"}, free_from={"tr": "2000"}),
        ],
    )


def _europe() -> ShippingZone:
    return ShippingZone(
        pk="2",
        name="Europe",
        countries=["DE", "FR", "NL", "AT"],
        channel_slugs=["eu"],
        warehouse_slugs=["berlin"],
        shipping_methods=[
            _method("4", "Parcel", "Kargo", {"eu": "4.90"}, days=(2, 4)),
            _method("5", "Express", "Hızlı kargo", {"eu": "12.90"}, days=(1, 2)),
            _method("6", "Letter", "Mektup", {"eu": "2.90"}),
        ],
    )


def _method(
    pk: str,
    name: str,
    turkish: str,
    prices: dict[str, str],
    *,
    days: tuple[int, int] | None = None,
    rules: list[ShippingMethodPostalCodeRule] | None = None,
    free_from: dict[str, str] | None = None,
) -> ShippingMethodType:
    return ShippingMethodType(
        pk=pk,
        name=name,
        names={"TR": turkish},
        prices={slug: Decimal(price) for slug, price in prices.items()},
        minimum_order_prices={slug: Decimal(price) for slug, price in (free_from or {}).items()},
        minimum_delivery_days=days[0] if days else None,
        maximum_delivery_days=days[1] if days else None,
        postal_code_rules=rules or [],
    )


def _groups() -> list[Group]:
    return [
        Group(
            pk="1",
            name="Support",
            permissions=["MANAGE_ORDERS"],
            channel_slugs=["tr"],
            restricted_access_to_channels=True,
        ),
        Group(pk="2", name="Catalogue", permissions=["MANAGE_PRODUCTS"]),
    ]


def _users(now: datetime) -> list[User]:
    """Three staff members, then three customers. The part before @ is the name tests and pages use for them."""
    people = [
        ("admin", "Deniz", "Admin", "EN", None),
        ("support", "Ekin", "Destek", "TR", None),
        ("catalogue", "Robin", "Catalogue", "EN", None),
        ("ayse", "Ayşe", "Yılmaz", "TR", ("Bağdat Caddesi 12", "İstanbul", "34710", "TR", "+905320000001")),
        ("lena", "Lena", "Fischer", "DE", ("Torstraße 5", "Berlin", "10119", "DE", "+491700000002")),
        ("jan", "Jan", "de Vries", "NL", ("Prinsengracht 7", "Amsterdam", "1015 DK", "NL", "+31600000003")),
    ]
    groups = {"support": ["1"], "catalogue": ["2"]}
    return [
        User(
            pk=str(pk),
            email=f"{name}@example.com",
            first_name=first,
            last_name=last,
            language_code=language,
            is_staff=home is None,
            is_superuser=name == "admin",
            group_pks=groups.get(name, []),
            addresses=[_home(str(pk), first, last, home)] if home else [],
            date_joined=now - timedelta(days=60),
            updated_at=now - timedelta(days=60),
            token_key=named_uuid(f"token of {name}")[:12],
        )
        for pk, (name, first, last, language, home) in enumerate(people, start=1)
    ]


def _home(pk: str, first: str, last: str, home: tuple[str, str, str, str, str]) -> Address:
    street, city, postal_code, country, phone = home
    return Address(
        pk=pk,
        first_name=first,
        last_name=last,
        street_address1=street,
        city=city,
        postal_code=postal_code,
        country=country,
        phone=phone,
    )
