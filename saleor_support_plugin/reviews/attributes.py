"""The numeric attributes of products that hold what their reviews come to: made when staff ask for them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from ..saleor.errors import PermissionMissing
from ..saleor.ratings import AttributeUnfit
from ..stores.actions import make_due
from ..stores.clients import client_of
from ..stores.models import Store
from .figures import ATTRIBUTES
from .writing_back import RATINGS

if TYPE_CHECKING:
    from ..saleor.client import SaleorClient


class CannotCreate(Exception):
    """The attributes are not as they should be, and nothing more was made; `code` says why."""

    def __init__(self, message: str, code: str) -> None:
        super().__init__(message)
        self.code = code


def exist(*, store: Store) -> bool:
    """Say whether the store has all of them. Raises SaleorError."""
    try:
        return len(client_of(store).numeric_attributes(list(ATTRIBUTES))) == len(ATTRIBUTES)
    except AttributeUnfit:
        return False


def create(*, store: Store, now: datetime) -> int:
    """Make those that are missing, and give them to every product type; return how many types lacked one.

    Then all products are due to be written. Twice does no harm. Raises SaleorError, CannotCreate.
    """
    client = client_of(store)
    try:
        known = client.numeric_attributes(list(ATTRIBUTES))
        for slug in ATTRIBUTES.keys() - known.keys():
            known[slug] = client.create_numeric_attribute(name=ATTRIBUTES[slug], slug=slug)
        types = _assign(client, [known[slug] for slug in ATTRIBUTES])
    except AttributeUnfit as unfit:
        raise CannotCreate(str(unfit), unfit.code) from unfit
    except PermissionMissing as missing:
        message = "The app lacks the permission “Manage product types and attributes”. Grant it, then try again."
        raise CannotCreate(message, missing.code) from missing
    if store.review_summaries.filter(write_at=None).update(write_at=now):
        make_due(store=store, names=[RATINGS], at=now)
    return types


def _assign(client: SaleorClient, ids: Sequence[str]) -> int:
    types = 0
    for product_type, has in list(client.product_types()):
        missing = [one for one in ids if one not in has]
        if missing:
            client.assign_attributes(product_type, missing)
            types += 1
    return types
