"""Saleor's events as far as the demo knows them: who may hear of each, and when its payload is built."""

from __future__ import annotations

# An app is told of an event only while it holds this permission.
PERMISSIONS = {
    "ACCOUNT_": "MANAGE_USERS",
    "APP_": "MANAGE_APPS",
    "CHANNEL_": "MANAGE_CHANNELS",
    "CHECKOUT_": "MANAGE_CHECKOUTS",
    "CUSTOMER_": "MANAGE_USERS",
    "DRAFT_ORDER_": "MANAGE_ORDERS",
    "FULFILLMENT_": "MANAGE_ORDERS",
    "ORDER_": "MANAGE_ORDERS",
    "PRODUCT_": "MANAGE_PRODUCTS",
    "SHIPPING_": "MANAGE_SHIPPING",
    "SHOP_": "MANAGE_SETTINGS",
    "WAREHOUSE_": "MANAGE_PRODUCTS",
}

APP_LIFECYCLE = frozenset({"APP_INSTALLED", "APP_UPDATED", "APP_DELETED", "APP_STATUS_CHANGED"})

# Built by a later task, so they show the shop as it is then; the others show it as it was.
_DEFERRED = frozenset(
    {
        "CHECKOUT_CREATED",
        "CHECKOUT_UPDATED",
        "DRAFT_ORDER_CREATED",
        "DRAFT_ORDER_UPDATED",
        "FULFILLMENT_CANCELED",
        "FULFILLMENT_METADATA_UPDATED",
        "FULFILLMENT_TRACKING_NUMBER_UPDATED",
        "PRODUCT_VARIANT_BACK_IN_STOCK_FOR_CLICK_AND_COLLECT",
        "PRODUCT_VARIANT_BACK_IN_STOCK_IN_CHANNEL",
        "PRODUCT_VARIANT_DISCOUNTED_PRICE_UPDATED",
        "PRODUCT_VARIANT_OUT_OF_STOCK_FOR_CLICK_AND_COLLECT",
        "PRODUCT_VARIANT_OUT_OF_STOCK_IN_CHANNEL",
    }
)


def permission_for(event: str) -> str:
    return next(permission for prefix, permission in PERMISSIONS.items() if event.startswith(prefix))


def is_deferred(event: str) -> bool:
    """Order payloads are deferred from 3.23 on; the demo defers them always, which is the harder case for an app."""
    return event in _DEFERRED or event.startswith("ORDER_")


def type_name(event: str) -> str:
    """ORDER_CREATED → OrderCreated, the GraphQL type that a webhook's query selects from."""
    return "".join(word.capitalize() for word in event.split("_"))


def event_name(type_or_field: str) -> str:
    """OrderCreated or orderCreated → ORDER_CREATED."""
    return "".join(f"_{letter}" if letter.isupper() else letter for letter in type_or_field).lstrip("_").upper()
