from datetime import datetime
from decimal import Decimal
from typing import Annotated, Literal, Optional, Union

from pydantic import Field

from .base_model import BaseModel


class CheckoutFacts(BaseModel):
    id: str
    token: str
    created: datetime
    updated_at: datetime = Field(alias="updatedAt")
    email: str | None
    user: Optional["CheckoutFactsUser"]
    channel: "CheckoutFactsChannel"
    language_code: str = Field(alias="languageCode")
    quantity: int
    is_shipping_required: bool = Field(alias="isShippingRequired")
    charge_status: str = Field(alias="chargeStatus")
    authorize_status: str = Field(alias="authorizeStatus")
    total_price: "CheckoutFactsTotalPrice" = Field(alias="totalPrice")
    metadata: list["CheckoutFactsMetadata"]
    lines: list["CheckoutFactsLines"]
    shipping_address: Optional["CheckoutFactsShippingAddress"] = Field(alias="shippingAddress")


class CheckoutFactsUser(BaseModel):
    id: str


class CheckoutFactsChannel(BaseModel):
    slug: str


class CheckoutFactsTotalPrice(BaseModel):
    gross: "CheckoutFactsTotalPriceGross"


class CheckoutFactsTotalPriceGross(BaseModel):
    amount: Decimal
    currency: str


class CheckoutFactsMetadata(BaseModel):
    key: str
    value: str


class CheckoutFactsLines(BaseModel):
    id: str
    quantity: int
    variant: "CheckoutFactsLinesVariant"
    total_price: "CheckoutFactsLinesTotalPrice" = Field(alias="totalPrice")


class CheckoutFactsLinesVariant(BaseModel):
    id: str
    name: str
    sku: str | None
    product: "CheckoutFactsLinesVariantProduct"


class CheckoutFactsLinesVariantProduct(BaseModel):
    id: str
    name: str
    slug: str
    translation: Optional["CheckoutFactsLinesVariantProductTranslation"]
    thumbnail: Optional["CheckoutFactsLinesVariantProductThumbnail"]


class CheckoutFactsLinesVariantProductTranslation(BaseModel):
    name: str | None


class CheckoutFactsLinesVariantProductThumbnail(BaseModel):
    url: str


class CheckoutFactsLinesTotalPrice(BaseModel):
    gross: "CheckoutFactsLinesTotalPriceGross"


class CheckoutFactsLinesTotalPriceGross(BaseModel):
    amount: Decimal
    currency: str


class CheckoutFactsShippingAddress(BaseModel):
    country: "CheckoutFactsShippingAddressCountry"
    postal_code: str = Field(alias="postalCode")


class CheckoutFactsShippingAddressCountry(BaseModel):
    code: str


class NextPage(BaseModel):
    has_next_page: bool = Field(alias="hasNextPage")
    end_cursor: str | None = Field(alias="endCursor")


class OrderFacts(BaseModel):
    id: str
    number: str
    created: datetime
    updated_at: datetime = Field(alias="updatedAt")
    status: str
    is_paid: bool = Field(alias="isPaid")
    payment_status: str = Field(alias="paymentStatus")
    charge_status: str = Field(alias="chargeStatus")
    authorize_status: str = Field(alias="authorizeStatus")
    user_email: str | None = Field(alias="userEmail")
    user: Optional["OrderFactsUser"]
    channel: "OrderFactsChannel"
    language_code_enum: str = Field(alias="languageCodeEnum")
    checkout_id: str | None = Field(alias="checkoutId")
    voucher_code: str | None = Field(alias="voucherCode")
    shipping_method_name: str | None = Field(alias="shippingMethodName")
    delivery_method: (
        Annotated[
            Union["OrderFactsDeliveryMethodShippingMethod", "OrderFactsDeliveryMethodWarehouse"],
            Field(discriminator="typename__"),
        ]
        | None
    ) = Field(alias="deliveryMethod")
    page_promise: str | None = Field(alias="pagePromise")
    total: "OrderFactsTotal"
    shipping_price: "OrderFactsShippingPrice" = Field(alias="shippingPrice")
    total_refunded: "OrderFactsTotalRefunded" = Field(alias="totalRefunded")
    shipping_address: Optional["OrderFactsShippingAddress"] = Field(alias="shippingAddress")
    billing_address: Optional["OrderFactsBillingAddress"] = Field(alias="billingAddress")
    lines: list["OrderFactsLines"]
    fulfillments: list["OrderFactsFulfillments"]


class OrderFactsUser(BaseModel):
    id: str


class OrderFactsChannel(BaseModel):
    id: str
    slug: str
    currency_code: str = Field(alias="currencyCode")


class OrderFactsDeliveryMethodShippingMethod(BaseModel):
    typename__: Literal["ShippingMethod"] = Field(alias="__typename")
    id: str


class OrderFactsDeliveryMethodWarehouse(BaseModel):
    typename__: Literal["Warehouse"] = Field(alias="__typename")
    id: str


class OrderFactsTotal(BaseModel):
    gross: "OrderFactsTotalGross"
    net: "OrderFactsTotalNet"


class OrderFactsTotalGross(BaseModel):
    amount: Decimal
    currency: str


class OrderFactsTotalNet(BaseModel):
    amount: Decimal


class OrderFactsShippingPrice(BaseModel):
    gross: "OrderFactsShippingPriceGross"


class OrderFactsShippingPriceGross(BaseModel):
    amount: Decimal
    currency: str


class OrderFactsTotalRefunded(BaseModel):
    amount: Decimal


class OrderFactsShippingAddress(BaseModel):
    first_name: str = Field(alias="firstName")
    last_name: str = Field(alias="lastName")
    city: str
    postal_code: str = Field(alias="postalCode")
    country: "OrderFactsShippingAddressCountry"


class OrderFactsShippingAddressCountry(BaseModel):
    code: str


class OrderFactsBillingAddress(BaseModel):
    first_name: str = Field(alias="firstName")
    last_name: str = Field(alias="lastName")
    country: "OrderFactsBillingAddressCountry"


class OrderFactsBillingAddressCountry(BaseModel):
    code: str


class OrderFactsLines(BaseModel):
    id: str
    product_name: str = Field(alias="productName")
    variant_name: str = Field(alias="variantName")
    translated_product_name: str = Field(alias="translatedProductName")
    product_sku: str | None = Field(alias="productSku")
    quantity: int
    quantity_fulfilled: int = Field(alias="quantityFulfilled")
    variant: Optional["OrderFactsLinesVariant"]
    unit_price: "OrderFactsLinesUnitPrice" = Field(alias="unitPrice")
    total_price: "OrderFactsLinesTotalPrice" = Field(alias="totalPrice")
    thumbnail: Optional["OrderFactsLinesThumbnail"]


class OrderFactsLinesVariant(BaseModel):
    id: str


class OrderFactsLinesUnitPrice(BaseModel):
    gross: "OrderFactsLinesUnitPriceGross"


class OrderFactsLinesUnitPriceGross(BaseModel):
    amount: Decimal
    currency: str


class OrderFactsLinesTotalPrice(BaseModel):
    gross: "OrderFactsLinesTotalPriceGross"


class OrderFactsLinesTotalPriceGross(BaseModel):
    amount: Decimal
    currency: str


class OrderFactsLinesThumbnail(BaseModel):
    url: str


class OrderFactsFulfillments(BaseModel):
    id: str
    fulfillment_order: int = Field(alias="fulfillmentOrder")
    status: str
    tracking_number: str = Field(alias="trackingNumber")
    created: datetime
    warehouse: Optional["OrderFactsFulfillmentsWarehouse"]
    lines: list["OrderFactsFulfillmentsLines"] | None


class OrderFactsFulfillmentsWarehouse(BaseModel):
    id: str
    name: str


class OrderFactsFulfillmentsLines(BaseModel):
    id: str
    quantity: int
    order_line: Optional["OrderFactsFulfillmentsLinesOrderLine"] = Field(alias="orderLine")


class OrderFactsFulfillmentsLinesOrderLine(BaseModel):
    id: str


class ShippingZoneFacts(BaseModel):
    id: str
    name: str
    countries: list["ShippingZoneFactsCountries"]
    channels: list["ShippingZoneFactsChannels"]
    warehouses: list["ShippingZoneFactsWarehouses"]
    shipping_methods: list["ShippingZoneFactsShippingMethods"] | None = Field(alias="shippingMethods")


class ShippingZoneFactsCountries(BaseModel):
    code: str


class ShippingZoneFactsChannels(BaseModel):
    slug: str


class ShippingZoneFactsWarehouses(BaseModel):
    id: str


class ShippingZoneFactsShippingMethods(BaseModel):
    id: str
    name: str
    minimum_delivery_days: int | None = Field(alias="minimumDeliveryDays")
    maximum_delivery_days: int | None = Field(alias="maximumDeliveryDays")
    minimum_order_weight: Optional["ShippingZoneFactsShippingMethodsMinimumOrderWeight"] = Field(
        alias="minimumOrderWeight"
    )
    maximum_order_weight: Optional["ShippingZoneFactsShippingMethodsMaximumOrderWeight"] = Field(
        alias="maximumOrderWeight"
    )
    postal_code_rules: list["ShippingZoneFactsShippingMethodsPostalCodeRules"] | None = Field(alias="postalCodeRules")
    excluded_products: Optional["ShippingZoneFactsShippingMethodsExcludedProducts"] = Field(alias="excludedProducts")
    tax_class: Optional["ShippingZoneFactsShippingMethodsTaxClass"] = Field(alias="taxClass")
    channel_listings: list["ShippingZoneFactsShippingMethodsChannelListings"] | None = Field(alias="channelListings")


class ShippingZoneFactsShippingMethodsMinimumOrderWeight(BaseModel):
    unit: str
    value: Decimal


class ShippingZoneFactsShippingMethodsMaximumOrderWeight(BaseModel):
    unit: str
    value: Decimal


class ShippingZoneFactsShippingMethodsPostalCodeRules(BaseModel):
    start: str | None
    end: str | None
    inclusion_type: str | None = Field(alias="inclusionType")


class ShippingZoneFactsShippingMethodsExcludedProducts(BaseModel):
    edges: list["ShippingZoneFactsShippingMethodsExcludedProductsEdges"]
    page_info: "ShippingZoneFactsShippingMethodsExcludedProductsPageInfo" = Field(alias="pageInfo")


class ShippingZoneFactsShippingMethodsExcludedProductsEdges(BaseModel):
    node: "ShippingZoneFactsShippingMethodsExcludedProductsEdgesNode"


class ShippingZoneFactsShippingMethodsExcludedProductsEdgesNode(BaseModel):
    id: str


class ShippingZoneFactsShippingMethodsExcludedProductsPageInfo(NextPage):
    pass


class ShippingZoneFactsShippingMethodsTaxClass(BaseModel):
    id: str


class ShippingZoneFactsShippingMethodsChannelListings(BaseModel):
    channel: "ShippingZoneFactsShippingMethodsChannelListingsChannel"
    price: Optional["ShippingZoneFactsShippingMethodsChannelListingsPrice"]
    minimum_order_price: Optional["ShippingZoneFactsShippingMethodsChannelListingsMinimumOrderPrice"] = Field(
        alias="minimumOrderPrice"
    )
    maximum_order_price: Optional["ShippingZoneFactsShippingMethodsChannelListingsMaximumOrderPrice"] = Field(
        alias="maximumOrderPrice"
    )


class ShippingZoneFactsShippingMethodsChannelListingsChannel(BaseModel):
    slug: str


class ShippingZoneFactsShippingMethodsChannelListingsPrice(BaseModel):
    amount: Decimal
    currency: str


class ShippingZoneFactsShippingMethodsChannelListingsMinimumOrderPrice(BaseModel):
    amount: Decimal


class ShippingZoneFactsShippingMethodsChannelListingsMaximumOrderPrice(BaseModel):
    amount: Decimal


class VariantFacts(BaseModel):
    id: str
    name: str
    sku: str | None
    track_inventory: bool = Field(alias="trackInventory")
    quantity_limit_per_customer: int | None = Field(alias="quantityLimitPerCustomer")
    weight: Optional["VariantFactsWeight"]
    preorder: Optional["VariantFactsPreorder"]
    channel_listings: list["VariantFactsChannelListings"] | None = Field(alias="channelListings")
    expected_on: str | None = Field(alias="expectedOn")
    extra_handling: str | None = Field(alias="extraHandling")
    attributes: list["VariantFactsAttributes"]
    product: "VariantFactsProduct"
    stocks: list["VariantFactsStocks"] | None


class VariantFactsWeight(BaseModel):
    unit: str
    value: Decimal


class VariantFactsPreorder(BaseModel):
    global_threshold: int | None = Field(alias="globalThreshold")
    global_sold_units: int = Field(alias="globalSoldUnits")
    end_date: datetime | None = Field(alias="endDate")


class VariantFactsChannelListings(BaseModel):
    channel: "VariantFactsChannelListingsChannel"
    price: Optional["VariantFactsChannelListingsPrice"]


class VariantFactsChannelListingsChannel(BaseModel):
    slug: str


class VariantFactsChannelListingsPrice(BaseModel):
    amount: Decimal


class VariantFactsAttributes(BaseModel):
    attribute: "VariantFactsAttributesAttribute"
    values: list["VariantFactsAttributesValues"]


class VariantFactsAttributesAttribute(BaseModel):
    slug: str
    input_type: str | None = Field(alias="inputType")


class VariantFactsAttributesValues(BaseModel):
    slug: str | None


class VariantFactsProduct(BaseModel):
    id: str
    name: str
    slug: str
    weight: Optional["VariantFactsProductWeight"]
    product_type: "VariantFactsProductProductType" = Field(alias="productType")
    channel_listings: list["VariantFactsProductChannelListings"] | None = Field(alias="channelListings")
    attributes: list["VariantFactsProductAttributes"]


class VariantFactsProductWeight(BaseModel):
    unit: str
    value: Decimal


class VariantFactsProductProductType(BaseModel):
    is_shipping_required: bool = Field(alias="isShippingRequired")
    weight: Optional["VariantFactsProductProductTypeWeight"]


class VariantFactsProductProductTypeWeight(BaseModel):
    unit: str
    value: Decimal


class VariantFactsProductChannelListings(BaseModel):
    channel: "VariantFactsProductChannelListingsChannel"
    is_published: bool = Field(alias="isPublished")
    published_at: datetime | None = Field(alias="publishedAt")
    available_for_purchase_at: datetime | None = Field(alias="availableForPurchaseAt")


class VariantFactsProductChannelListingsChannel(BaseModel):
    slug: str


class VariantFactsProductAttributes(BaseModel):
    attribute: "VariantFactsProductAttributesAttribute"
    values: list["VariantFactsProductAttributesValues"]


class VariantFactsProductAttributesAttribute(BaseModel):
    slug: str
    input_type: str | None = Field(alias="inputType")


class VariantFactsProductAttributesValues(BaseModel):
    slug: str | None


class VariantFactsStocks(BaseModel):
    id: str
    quantity: int
    quantity_allocated: int = Field(alias="quantityAllocated")
    warehouse: "VariantFactsStocksWarehouse"


class VariantFactsStocksWarehouse(BaseModel):
    id: str
    name: str
    slug: str


class WebhookFacts(BaseModel):
    id: str
    name: str | None
    is_active: bool = Field(alias="isActive")
    target_url: str = Field(alias="targetUrl")
    subscription_query: str | None = Field(alias="subscriptionQuery")
    async_events: list["WebhookFactsAsyncEvents"] = Field(alias="asyncEvents")


class WebhookFactsAsyncEvents(BaseModel):
    event_type: str = Field(alias="eventType")


CheckoutFacts.model_rebuild()
NextPage.model_rebuild()
OrderFacts.model_rebuild()
ShippingZoneFacts.model_rebuild()
VariantFacts.model_rebuild()
WebhookFacts.model_rebuild()
