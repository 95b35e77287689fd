"""The shop's rows, and its people. A class is named as Saleor's GraphQL type, for its global ids carry that name.

Amounts are Decimal in the currency of the order, checkout or channel listing they belong to; times are aware UTC.
"""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass, field
from datetime import datetime

DEMO_PASSWORD = "demo"  # noqa: S105 - printed on the demo's own pages, and it opens nothing but the demo


def global_id(kind: str, pk: str) -> str:
    return base64.b64encode(f"{kind}:{pk}".encode()).decode()


def kind_and_pk(gid: str) -> tuple[str, str]:
    """Split a global id; an unreadable one becomes ("", "")."""
    try:
        kind, _, pk = base64.b64decode(gid, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return "", ""
    return kind, pk


@dataclass(kw_only=True)
class Record:
    pk: str

    @property
    def id(self) -> str:
        return global_id(type(self).__name__, self.pk)


@dataclass(kw_only=True)
class Described(Record):
    """A record with Saleor's two sets of key-value metadata."""

    metadata: dict[str, str] = field(default_factory=dict)
    private_metadata: dict[str, str] = field(default_factory=dict)


@dataclass(kw_only=True)
class Address(Described):
    first_name: str
    last_name: str
    street_address1: str
    city: str
    postal_code: str
    country: str
    phone: str = ""
    company_name: str = ""
    street_address2: str = ""
    city_area: str = ""
    country_area: str = ""


@dataclass(kw_only=True)
class Group(Record):
    name: str
    permissions: list[str]
    channel_slugs: list[str] = field(default_factory=list)
    restricted_access_to_channels: bool = False


@dataclass(kw_only=True)
class User(Described):
    email: str
    first_name: str
    last_name: str
    date_joined: datetime
    updated_at: datetime
    is_staff: bool = False
    is_superuser: bool = False
    is_active: bool = True
    is_confirmed: bool = True
    group_pks: list[str] = field(default_factory=list)
    addresses: list[Address] = field(default_factory=list)
    language_code: str = "EN"
    note: str = ""
    password: str = DEMO_PASSWORD
    token_key: str = ""  # part of every JWT: a new one ends all of this person's sessions
