"""What the made-up shop says of its checkouts and orders, in Saleor's words."""

import json
from base64 import b64decode
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from ...shop import facts
from ...shops import global_id

APP_ID = "QXBwOjE="
PRICE = Decimal("120.00")
CONSENT_KEY = "paper.marketing_opt_in"
CHANNEL = "default-channel"


def event(name: str, at: datetime, **told: Any) -> bytes:
    """Return an event's body, as Saleor signs it."""
    typename = "".join(word.capitalize() for word in name.split("_"))
    head = {"__typename": typename, "issuedAt": at.isoformat(), "version": "3.23.28", "recipient": {"id": APP_ID}}
    return json.dumps(head | told).encode()


def name_of(checkout_id: str) -> str:
    return b64decode(checkout_id).decode().removeprefix("Checkout:")


def amount(pieces: int) -> dict[str, Any]:
    return facts.gross(str(PRICE * pieces))


def user(customer: str, email: str) -> dict[str, Any] | None:
    return {"id": global_id("User", customer), "email": email, "isConfirmed": True} if customer else None


def checkout(name: str, *, created: datetime, at: datetime, email: str, customer: str, variants: tuple[int, ...],
             ticked: bool, charge: str, authorize: str) -> dict[str, Any]:  # fmt: skip
    return facts.checkout(
        id=global_id("Checkout", name),
        token=name,
        created=created.isoformat(),
        updatedAt=at.isoformat(),
        email=email or None,
        user=user(customer, email),
        quantity=len(variants),
        chargeStatus=charge,
        authorizeStatus=authorize,
        voucherCode=None,
        totalPrice=amount(len(variants)),
        shippingPrice=amount(0),
        deliveryMethod=None,
        metadata=[{"key": CONSENT_KEY, "value": "true" if ticked else "false"}],
        lines=[checkout_line(name, one) for one in variants],
    )


def checkout_line(name: str, number: int) -> Mapping[str, Any]:
    product = {
        "id": global_id("Product", number),
        "name": f"Blanket {number}",
        "slug": f"blanket-{number}",
        "category": {"id": global_id("Category", number % 5)},
        "translation": {"name": f"Battaniye {number}"},
        "thumbnail": {"url": "https://aurora.dev/blanket.png"},
    }
    return {
        "id": global_id("CheckoutLine", f"{name}-{number}"),
        "quantity": 1,
        "variant": {"id": global_id("ProductVariant", number), "name": "Blue", "sku": None, "product": product},
        "unitPrice": amount(1),
        "totalPrice": amount(1),
    }


def order(
    saleor_id: str, *, checkout_name: str, at: datetime, email: str, customer: str, variants: tuple[int, ...]
) -> dict[str, Any]:
    lines = [
        facts.order_line(number, id=global_id("OrderLine", f"{saleor_id}-{number}"), quantity=1) for number in variants
    ]
    return facts.order(
        id=saleor_id,
        number=saleor_id[-8:],
        created=at.isoformat(),
        updatedAt=at.isoformat(),
        userEmail=email,
        user={"id": global_id("User", customer)} if customer else None,
        checkoutId=global_id("Checkout", checkout_name) if checkout_name else None,
        lines=lines,
    )
