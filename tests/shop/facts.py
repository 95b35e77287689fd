"""Orders, variants and checkouts as Saleor sends them."""

from typing import Any

from ..shops import global_id

WHEN = "2026-11-20T12:00:00+00:00"


def gross(amount: str) -> dict[str, Any]:
    return {"gross": {"amount": amount, "currency": "TRY"}}


def order_line(number: int, **changed: Any) -> dict[str, Any]:
    return {
        "id": global_id("OrderLine", number),
        "productName": f"Lamp {number}",
        "variantName": global_id("ProductVariant", number),
        "translatedProductName": "",
        "productSku": None,
        "quantity": 2,
        "quantityFulfilled": 0,
        "variant": {"id": global_id("ProductVariant", number)},
        "unitPrice": gross("50.05"),
        "totalPrice": gross("100.10"),
        "thumbnail": None,
    } | changed


def fulfillment(number: int, **changed: Any) -> dict[str, Any]:
    return {
        "id": global_id("Fulfillment", number),
        "fulfillmentOrder": number,
        "status": "FULFILLED",
        "trackingNumber": "",
        "created": WHEN,
        "warehouse": None,
        "lines": [
            {
                "id": global_id("FulfillmentLine", number),
                "quantity": 1,
                "orderLine": {"id": global_id("OrderLine", number)},
            }
        ],
    } | changed


def order(**changed: Any) -> dict[str, Any]:
    return {
        "id": global_id("Order", "o"),
        "number": "41",
        "created": WHEN,
        "updatedAt": WHEN,
        "status": "UNFULFILLED",
        "isPaid": True,
        "paymentStatus": "FULLY_CHARGED",
        "chargeStatus": "FULL",
        "authorizeStatus": "FULL",
        "userEmail": "shopper@example.com",
        "user": None,
        "channel": {"id": global_id("Channel", 1), "slug": "default-channel", "currencyCode": "TRY"},
        "languageCodeEnum": "TR",
        "checkoutId": global_id("Checkout", "c"),
        "voucherCode": None,
        "shippingMethodName": "Cargo",
        "deliveryMethod": {"__typename": "ShippingMethod", "id": global_id("ShippingMethod", 1)},
        "pagePromise": None,
        "total": {"gross": {"amount": "129.90", "currency": "TRY"}, "net": {"amount": "110.00"}},
        "shippingPrice": gross("29.90"),
        "totalRefunded": {"amount": "0"},
        "shippingAddress": {
            "firstName": "Ada",
            "lastName": "Yılmaz",
            "city": "İstanbul",
            "postalCode": "34710",
            "country": {"code": "TR"},
        },
        "billingAddress": None,
        "lines": [order_line(1), order_line(2)],
        "fulfillments": [],
    } | changed


def variant(**changed: Any) -> dict[str, Any]:
    return {
        "id": global_id("ProductVariant", 5),
        "name": "Blue",
        "sku": "LAMP-BLUE",
        "trackInventory": True,
        "quantityLimitPerCustomer": None,
        "weight": None,
        "preorder": None,
        "channelListings": [{"channel": {"slug": "default-channel"}, "price": {"amount": 10}}],
        "expectedOn": None,
        "extraHandling": None,
        "attributes": [],
        "product": {
            "id": global_id("Product", 5),
            "name": "Lamp",
            "slug": "lamp",
            "category": {"id": global_id("Category", 1)},
            "weight": None,
            "productType": {"isShippingRequired": True, "weight": {"unit": "KG", "value": 1.5}},
            "channelListings": [
                {
                    "channel": {"slug": "default-channel"},
                    "isPublished": True,
                    "publishedAt": "2026-01-01T00:00:00+00:00",
                    "availableForPurchaseAt": "2026-01-01T00:00:00+00:00",
                }
            ],
            "attributes": [],
        },
        "stocks": [stock(1, 10)],
    } | changed


def stock(warehouse: int, quantity: int) -> dict[str, Any]:
    return {
        "id": global_id("Stock", warehouse),
        "quantity": quantity,
        "quantityAllocated": 0,
        "warehouse": {
            "id": global_id("Warehouse", warehouse),
            "name": f"Depot {warehouse}",
            "slug": f"depot-{warehouse}",
        },
    }


def checkout(**changed: Any) -> dict[str, Any]:
    return {
        "id": global_id("Checkout", "c"),
        "token": "c",
        "created": WHEN,
        "updatedAt": WHEN,
        "email": "shopper@example.com",
        "channel": {"slug": "default-channel"},
        "languageCode": "TR",
        "quantity": 1,
        "isShippingRequired": True,
        "chargeStatus": "NONE",
        "authorizeStatus": "NONE",
        "voucherCode": None,
        "totalPrice": gross("10"),
        "shippingPrice": gross("0"),
        "deliveryMethod": None,
        "metadata": [],
        "lines": [],
        "shippingAddress": None,
    } | changed
