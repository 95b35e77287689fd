"""Who is asking, and what each field asks of them. A refused field is an error beside the data, with HTTP 200."""

from __future__ import annotations

from dataclasses import dataclass, field

import jwt

from .app_records import App
from .records import User

APP, STAFF, USER = "AUTHENTICATED_APP", "AUTHENTICATED_STAFF_USER", "AUTHENTICATED_USER"
OWNER = "OWNER"  # only named in messages: the resolvers of such fields look for themselves


class PermissionDenied(Exception):
    """Saleor sends the class's name as `extensions.exception.code`."""

    def __init__(self, *needs: str) -> None:
        listed = ", ".join(needs)
        super().__init__(f"To access this path, you need one of the following permissions: {listed}")


@dataclass
class Caller:
    """An app, a person or nobody. `broken` is why a token was no good: the first field that cares raises it."""

    app: App | None = None
    person: User | None = None
    permissions: frozenset[str] = frozenset()
    is_staff: bool = False
    app_of_token: str | None = None  # the app that a Dashboard token was made for
    broken: jwt.PyJWTError | None = field(default=None, repr=False)

    @property
    def user(self) -> User | None:
        if self.broken:
            raise self.broken
        return self.person

    def has(self, *needs: str) -> bool:
        """Whether one of `needs` is met: Saleor's permissions, or being an app, staff or anyone with an account."""
        return any(self._meets(need) for need in needs)

    def _meets(self, need: str) -> bool:
        if need == APP:
            return self.app is not None
        if self.app is None and self.user is None:
            return False
        if need == STAFF:
            return self.is_staff
        if need == USER:
            return self.person is not None
        return need in self.permissions

    def demand(self, *needs: str) -> None:
        if not self.has(*needs):
            raise PermissionDenied(*needs)


def permissions_of(user: User, everything: frozenset[str], by_group: dict[str, list[str]]) -> frozenset[str]:
    if not user.is_active:
        return frozenset()
    if user.is_superuser:
        return everything
    return frozenset(code for pk in user.group_pks for code in by_group[pk])


# Field → any one of these. Held against the descriptions in Saleor's introspection by a test.
NEEDS: dict[str, tuple[str, ...]] = {
    "Query.warehouse": ("MANAGE_PRODUCTS", "MANAGE_ORDERS", "MANAGE_SHIPPING"),
    "Query.warehouses": ("MANAGE_PRODUCTS", "MANAGE_ORDERS", "MANAGE_SHIPPING"),
    "Query.stock": ("MANAGE_PRODUCTS",),
    "Query.stocks": ("MANAGE_PRODUCTS",),
    "Query.shippingZone": ("MANAGE_SHIPPING",),
    "Query.shippingZones": ("MANAGE_SHIPPING",),
    "Query.taxCountryConfigurations": (STAFF, APP),
    "Query.orders": ("MANAGE_ORDERS",),
    "Query.vouchers": ("MANAGE_DISCOUNTS",),
    "Query.giftCard": ("MANAGE_GIFT_CARD",),
    "Query.giftCards": ("MANAGE_GIFT_CARD",),
    "Query.checkouts": ("MANAGE_CHECKOUTS", "HANDLE_PAYMENTS"),
    "Query.channels": (APP, STAFF),
    "Query.appsInstallations": ("MANAGE_APPS",),
    "Query.apps": (STAFF, "MANAGE_APPS"),
    "Query.appExtensions": (STAFF, APP),
    "Query.appExtension": (STAFF, APP),
    "Query.customers": ("MANAGE_ORDERS", "MANAGE_USERS"),
    "Query.permissionGroups": ("MANAGE_STAFF",),
    "Query.staffUsers": ("MANAGE_STAFF",),
    "Query.user": ("MANAGE_STAFF", "MANAGE_USERS", "MANAGE_ORDERS"),
    "Mutation.webhookCreate": ("MANAGE_APPS", APP),
    "Mutation.webhookUpdate": ("MANAGE_APPS", APP),
    "Mutation.webhookDelete": ("MANAGE_APPS", APP),
    "Mutation.eventDeliveryRetry": ("MANAGE_APPS",),
    "Mutation.shippingPriceUpdate": ("MANAGE_SHIPPING",),
    "Mutation.productVariantStocksUpdate": ("MANAGE_PRODUCTS",),
    "Mutation.productUpdate": ("MANAGE_PRODUCTS",),
    "Mutation.productAttributeAssign": ("MANAGE_PRODUCT_TYPES_AND_ATTRIBUTES",),
    "Mutation.orderCancel": ("MANAGE_ORDERS",),
    "Mutation.orderFulfill": ("MANAGE_ORDERS",),
    "Mutation.orderFulfillmentCancel": ("MANAGE_ORDERS",),
    "Mutation.orderFulfillmentUpdateTracking": ("MANAGE_ORDERS",),
    "Mutation.orderNoteAdd": ("MANAGE_ORDERS",),
    "Mutation.orderNoteUpdate": ("MANAGE_ORDERS",),
    "Mutation.orderFulfillmentReturnProducts": ("MANAGE_ORDERS",),
    "Mutation.orderGrantRefundCreate": ("MANAGE_ORDERS",),
    "Mutation.orderRefund": ("MANAGE_ORDERS",),
    "Mutation.orderUpdate": ("MANAGE_ORDERS",),
    "Mutation.draftOrderCreate": ("MANAGE_ORDERS",),
    "Mutation.invoiceRequest": ("MANAGE_ORDERS",),
    "Mutation.invoiceSendNotification": ("MANAGE_ORDERS",),
    "Mutation.transactionRequestRefundForGrantedRefund": ("HANDLE_PAYMENTS",),
    "Mutation.giftCardCreate": ("MANAGE_GIFT_CARD",),
    "Mutation.giftCardResend": ("MANAGE_GIFT_CARD",),
    "Mutation.voucherCreate": ("MANAGE_DISCOUNTS",),
    "Mutation.voucherChannelListingUpdate": ("MANAGE_DISCOUNTS",),
    "Mutation.checkoutCustomerAttach": (APP, USER),
    "Mutation.appInstall": ("MANAGE_APPS",),
    "Mutation.appRetryInstall": ("MANAGE_APPS",),
    "Mutation.appDeleteFailedInstallation": ("MANAGE_APPS",),
    "Mutation.appFetchManifest": ("MANAGE_APPS",),
    "Mutation.appActivate": ("MANAGE_APPS",),
    "Mutation.appDeactivate": ("MANAGE_APPS",),
    "Mutation.appDelete": ("MANAGE_APPS",),
    "Mutation.appProblemCreate": (APP,),
    "Shop.channelCurrencies": (STAFF, APP),
    "Shop.defaultMailSenderName": ("MANAGE_SETTINGS",),
    "Shop.defaultMailSenderAddress": ("MANAGE_SETTINGS",),
    "Shop.limitQuantityPerCheckout": ("MANAGE_SETTINGS",),
    "Shop.version": (STAFF, APP),
    "Channel.name": (APP, STAFF),
    "Channel.isActive": (APP, STAFF),
    "Channel.currencyCode": (APP, STAFF),
    "Channel.hasOrders": ("MANAGE_CHANNELS",),
    "Channel.defaultCountry": (APP, STAFF),
    "Channel.warehouses": (APP, STAFF),
    "Channel.stockSettings": (APP, STAFF),
    "Channel.orderSettings": ("MANAGE_CHANNELS", "MANAGE_ORDERS"),
    "Channel.taxConfiguration": (STAFF, APP),
    "ShippingMethodType.channelListings": ("MANAGE_SHIPPING",),
    "ShippingMethodType.excludedProducts": ("MANAGE_SHIPPING",),
    "ShippingMethodType.taxClass": (STAFF, APP),
    "Warehouse.stocks": ("MANAGE_PRODUCTS", "MANAGE_ORDERS"),
    "Stock.quantity": ("MANAGE_PRODUCTS", "MANAGE_ORDERS"),
    "Stock.quantityAllocated": ("MANAGE_PRODUCTS", "MANAGE_ORDERS"),
    "Stock.quantityReserved": ("MANAGE_PRODUCTS", "MANAGE_ORDERS"),
    "Product.channelListings": ("MANAGE_PRODUCTS",),
    "ProductVariant.channelListings": (APP, STAFF),
    "PreorderData.globalSoldUnits": ("MANAGE_PRODUCTS",),
    "PreorderData.globalThreshold": ("MANAGE_PRODUCTS",),
    "ProductVariant.stocks": ("MANAGE_PRODUCTS", "MANAGE_ORDERS"),
    "User.note": ("MANAGE_USERS", "MANAGE_STAFF"),
    "Group.users": ("MANAGE_STAFF",),
    "App.problems": (APP, "MANAGE_APPS"),
    "Checkout.transactions": ("MANAGE_CHECKOUTS", "HANDLE_PAYMENTS"),
    "Voucher.channelListings": ("MANAGE_DISCOUNTS",),
    "Order.events": ("MANAGE_ORDERS",),
    "Order.transactions": ("MANAGE_ORDERS", "HANDLE_PAYMENTS"),
    "Order.grantedRefunds": ("MANAGE_ORDERS",),
    "Payment.availableRefundAmount": ("MANAGE_ORDERS",),
    "GiftCard.events": ("MANAGE_GIFT_CARD", "MANAGE_ORDERS"),
    "Order.totalGrantedRefund": ("MANAGE_ORDERS",),
    "Order.totalRefundPending": ("MANAGE_ORDERS",),
    "Order.totalAuthorizePending": ("MANAGE_ORDERS",),
    "Order.totalChargePending": ("MANAGE_ORDERS",),
    "Order.totalCancelPending": ("MANAGE_ORDERS",),
    "Order.totalRemainingGrant": ("MANAGE_ORDERS",),
    "OrderLine.priceOverrideReason": ("MANAGE_ORDERS",),
    "OrderLine.allocations": ("MANAGE_PRODUCTS", "MANAGE_ORDERS"),
    "Allocation.quantity": ("MANAGE_PRODUCTS", "MANAGE_ORDERS"),
    "Allocation.warehouse": ("MANAGE_PRODUCTS", "MANAGE_ORDERS"),
}

# Reading and writing private metadata, by the type it sits on; an app may always write its own.
PRIVATE_METADATA: dict[str, tuple[str, ...]] = {
    "Address": ("MANAGE_USERS",),
    "App": ("MANAGE_APPS",),
    "Category": ("MANAGE_PRODUCTS",),
    "Channel": ("MANAGE_CHANNELS",),
    "Checkout": ("MANAGE_CHECKOUTS", "HANDLE_TAXES"),
    "CheckoutLine": ("MANAGE_CHECKOUTS", "HANDLE_TAXES"),
    "Fulfillment": ("MANAGE_ORDERS", "HANDLE_TAXES"),
    "Order": ("MANAGE_ORDERS", "HANDLE_TAXES"),
    "OrderLine": ("MANAGE_ORDERS", "HANDLE_TAXES"),
    "Product": ("MANAGE_PRODUCTS",),
    "ProductMedia": ("MANAGE_PRODUCTS",),
    "ProductType": ("MANAGE_PRODUCT_TYPES_AND_ATTRIBUTES",),
    "ProductVariant": ("MANAGE_PRODUCTS",),
    "ShippingMethod": ("MANAGE_SHIPPING",),
    "ShippingMethodType": ("MANAGE_SHIPPING",),
    "ShippingZone": ("MANAGE_SHIPPING",),
    "Shop": ("MANAGE_SETTINGS",),
    "User": ("MANAGE_USERS",),
    "Warehouse": ("MANAGE_PRODUCTS",),
}
