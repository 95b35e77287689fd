from datetime import datetime
from decimal import Decimal
from typing import Annotated, Literal, Optional, Union

from pydantic import Field

from .base_model import BaseModel


class CatalogueFacts(BaseModel):
    id: str
    name: str
    slug: str
    is_available_for_purchase: bool | None = Field(alias="isAvailableForPurchase")
    translation: Optional["CatalogueFactsTranslation"]
    thumbnail: Optional["CatalogueFactsThumbnail"]
    variants: list["CatalogueFactsVariants"] | None


class CatalogueFactsTranslation(BaseModel):
    name: str | None


class CatalogueFactsThumbnail(BaseModel):
    url: str


class CatalogueFactsVariants(BaseModel):
    id: str
    name: str
    translation: Optional["CatalogueFactsVariantsTranslation"]
    sku: str | None
    quantity_available: int | None = Field(alias="quantityAvailable")
    pricing: Optional["CatalogueFactsVariantsPricing"]


class CatalogueFactsVariantsTranslation(BaseModel):
    name: str


class CatalogueFactsVariantsPricing(BaseModel):
    price: Optional["CatalogueFactsVariantsPricingPrice"]


class CatalogueFactsVariantsPricingPrice(BaseModel):
    gross: "CatalogueFactsVariantsPricingPriceGross"


class CatalogueFactsVariantsPricingPriceGross(BaseModel):
    amount: Decimal
    currency: str


class CheckoutBeside(BaseModel):
    its_channel: "CheckoutBesideItsChannel" = Field(alias="itsChannel")
    shipping_methods: list["CheckoutBesideShippingMethods"] = Field(alias="shippingMethods")
    available_collection_points: list["CheckoutBesideAvailableCollectionPoints"] = Field(
        alias="availableCollectionPoints"
    )
    transactions: list["CheckoutBesideTransactions"] | None
    lines_with_problems: list["CheckoutBesideLinesWithProblems"] = Field(alias="linesWithProblems")


class CheckoutBesideItsChannel(BaseModel):
    default_country: "CheckoutBesideItsChannelDefaultCountry" = Field(alias="defaultCountry")


class CheckoutBesideItsChannelDefaultCountry(BaseModel):
    code: str


class CheckoutBesideShippingMethods(BaseModel):
    id: str
    active: bool


class CheckoutBesideAvailableCollectionPoints(BaseModel):
    id: str


class CheckoutBesideTransactions(BaseModel):
    events: list["CheckoutBesideTransactionsEvents"]


class CheckoutBesideTransactionsEvents(BaseModel):
    type_: str | None = Field(alias="type")
    message: str
    created_at: datetime = Field(alias="createdAt")


class CheckoutBesideLinesWithProblems(BaseModel):
    variant: "CheckoutBesideLinesWithProblemsVariant"
    problems: (
        list[
            Annotated[
                Union[
                    "CheckoutBesideLinesWithProblemsProblemsCheckoutLineProblemInsufficientStock",
                    "CheckoutBesideLinesWithProblemsProblemsCheckoutLineProblemVariantNotAvailable",
                ],
                Field(discriminator="typename__"),
            ]
        ]
        | None
    )


class CheckoutBesideLinesWithProblemsVariant(BaseModel):
    id: str


class CheckoutBesideLinesWithProblemsProblemsCheckoutLineProblemInsufficientStock(BaseModel):
    typename__: Literal["CheckoutLineProblemInsufficientStock"] = Field(alias="__typename")
    available_quantity: int | None = Field(alias="availableQuantity")


class CheckoutBesideLinesWithProblemsProblemsCheckoutLineProblemVariantNotAvailable(BaseModel):
    typename__: Literal["CheckoutLineProblemVariantNotAvailable"] = Field(alias="__typename")
    line: "CheckoutBesideLinesWithProblemsProblemsCheckoutLineProblemVariantNotAvailableLine"


class CheckoutBesideLinesWithProblemsProblemsCheckoutLineProblemVariantNotAvailableLine(BaseModel):
    id: str


class CheckoutFacts(BaseModel):
    id: str
    token: str
    created: datetime
    updated_at: datetime = Field(alias="updatedAt")
    email: str | None
    channel: "CheckoutFactsChannel"
    language_code: str = Field(alias="languageCode")
    quantity: int
    is_shipping_required: bool = Field(alias="isShippingRequired")
    charge_status: str = Field(alias="chargeStatus")
    authorize_status: str = Field(alias="authorizeStatus")
    voucher_code: str | None = Field(alias="voucherCode")
    total_price: "CheckoutFactsTotalPrice" = Field(alias="totalPrice")
    shipping_price: "CheckoutFactsShippingPrice" = Field(alias="shippingPrice")
    delivery_method: (
        Annotated[
            Union["CheckoutFactsDeliveryMethodShippingMethod", "CheckoutFactsDeliveryMethodWarehouse"],
            Field(discriminator="typename__"),
        ]
        | None
    ) = Field(alias="deliveryMethod")
    metadata: list["CheckoutFactsMetadata"]
    lines: list["CheckoutFactsLines"]
    shipping_address: Optional["CheckoutFactsShippingAddress"] = Field(alias="shippingAddress")


class CheckoutFactsChannel(BaseModel):
    slug: str


class CheckoutFactsTotalPrice(BaseModel):
    gross: "CheckoutFactsTotalPriceGross"


class CheckoutFactsTotalPriceGross(BaseModel):
    amount: Decimal
    currency: str


class CheckoutFactsShippingPrice(BaseModel):
    gross: "CheckoutFactsShippingPriceGross"


class CheckoutFactsShippingPriceGross(BaseModel):
    amount: Decimal
    currency: str


class CheckoutFactsDeliveryMethodShippingMethod(BaseModel):
    typename__: Literal["ShippingMethod"] = Field(alias="__typename")
    id: str
    name: str


class CheckoutFactsDeliveryMethodWarehouse(BaseModel):
    typename__: Literal["Warehouse"] = Field(alias="__typename")
    id: str
    name: str


class CheckoutFactsMetadata(BaseModel):
    key: str
    value: str


class CheckoutFactsLines(BaseModel):
    id: str
    quantity: int
    variant: "CheckoutFactsLinesVariant"
    unit_price: "CheckoutFactsLinesUnitPrice" = Field(alias="unitPrice")
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
    category: Optional["CheckoutFactsLinesVariantProductCategory"]
    translation: Optional["CheckoutFactsLinesVariantProductTranslation"]
    thumbnail: Optional["CheckoutFactsLinesVariantProductThumbnail"]


class CheckoutFactsLinesVariantProductCategory(BaseModel):
    id: str


class CheckoutFactsLinesVariantProductTranslation(BaseModel):
    name: str | None


class CheckoutFactsLinesVariantProductThumbnail(BaseModel):
    url: str


class CheckoutFactsLinesUnitPrice(BaseModel):
    gross: "CheckoutFactsLinesUnitPriceGross"


class CheckoutFactsLinesUnitPriceGross(BaseModel):
    amount: Decimal
    currency: str


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


class GiftCardFacts(BaseModel):
    id: str
    last_4_code_chars: str = Field(alias="last4CodeChars")
    is_active: bool = Field(alias="isActive")
    current_balance: "GiftCardFactsCurrentBalance" = Field(alias="currentBalance")
    events: list["GiftCardFactsEvents"]


class GiftCardFactsCurrentBalance(BaseModel):
    amount: Decimal
    currency: str


class GiftCardFactsEvents(BaseModel):
    type_: str | None = Field(alias="type")
    order_id: str | None = Field(alias="orderId")


class LiveCartFacts(BaseModel):
    id: str
    email: str | None
    channel: "LiveCartFactsChannel"
    voucher_code: str | None = Field(alias="voucherCode")
    gift_cards: list["LiveCartFactsGiftCards"] = Field(alias="giftCards")
    discount: Optional["LiveCartFactsDiscount"]
    subtotal_price: "LiveCartFactsSubtotalPrice" = Field(alias="subtotalPrice")
    shipping_price: "LiveCartFactsShippingPrice" = Field(alias="shippingPrice")
    total_price: "LiveCartFactsTotalPrice" = Field(alias="totalPrice")
    lines: list["LiveCartFactsLines"]


class LiveCartFactsChannel(BaseModel):
    slug: str


class LiveCartFactsGiftCards(BaseModel):
    id: str
    last_4_code_chars: str = Field(alias="last4CodeChars")


class LiveCartFactsDiscount(BaseModel):
    amount: Decimal
    currency: str


class LiveCartFactsSubtotalPrice(BaseModel):
    gross: "LiveCartFactsSubtotalPriceGross"


class LiveCartFactsSubtotalPriceGross(BaseModel):
    amount: Decimal
    currency: str


class LiveCartFactsShippingPrice(BaseModel):
    gross: "LiveCartFactsShippingPriceGross"


class LiveCartFactsShippingPriceGross(BaseModel):
    amount: Decimal
    currency: str


class LiveCartFactsTotalPrice(BaseModel):
    gross: "LiveCartFactsTotalPriceGross"


class LiveCartFactsTotalPriceGross(BaseModel):
    amount: Decimal
    currency: str


class LiveCartFactsLines(BaseModel):
    id: str
    quantity: int
    is_gift: bool | None = Field(alias="isGift")
    variant: "LiveCartFactsLinesVariant"
    unit_price: "LiveCartFactsLinesUnitPrice" = Field(alias="unitPrice")
    total_price: "LiveCartFactsLinesTotalPrice" = Field(alias="totalPrice")
    problems: (
        list[
            Annotated[
                Union[
                    "LiveCartFactsLinesProblemsCheckoutLineProblemInsufficientStock",
                    "LiveCartFactsLinesProblemsCheckoutLineProblemVariantNotAvailable",
                ],
                Field(discriminator="typename__"),
            ]
        ]
        | None
    )


class LiveCartFactsLinesVariant(BaseModel):
    id: str
    name: str
    translation: Optional["LiveCartFactsLinesVariantTranslation"]
    product: "LiveCartFactsLinesVariantProduct"


class LiveCartFactsLinesVariantTranslation(BaseModel):
    name: str


class LiveCartFactsLinesVariantProduct(BaseModel):
    id: str
    name: str
    slug: str
    translation: Optional["LiveCartFactsLinesVariantProductTranslation"]
    thumbnail: Optional["LiveCartFactsLinesVariantProductThumbnail"]


class LiveCartFactsLinesVariantProductTranslation(BaseModel):
    name: str | None


class LiveCartFactsLinesVariantProductThumbnail(BaseModel):
    url: str


class LiveCartFactsLinesUnitPrice(BaseModel):
    gross: "LiveCartFactsLinesUnitPriceGross"


class LiveCartFactsLinesUnitPriceGross(BaseModel):
    amount: Decimal
    currency: str


class LiveCartFactsLinesTotalPrice(BaseModel):
    gross: "LiveCartFactsLinesTotalPriceGross"


class LiveCartFactsLinesTotalPriceGross(BaseModel):
    amount: Decimal
    currency: str


class LiveCartFactsLinesProblemsCheckoutLineProblemInsufficientStock(BaseModel):
    typename__: Literal["CheckoutLineProblemInsufficientStock"] = Field(alias="__typename")
    available_quantity: int | None = Field(alias="availableQuantity")


class LiveCartFactsLinesProblemsCheckoutLineProblemVariantNotAvailable(BaseModel):
    typename__: Literal["CheckoutLineProblemVariantNotAvailable"] = Field(alias="__typename")
    line: "LiveCartFactsLinesProblemsCheckoutLineProblemVariantNotAvailableLine"


class LiveCartFactsLinesProblemsCheckoutLineProblemVariantNotAvailableLine(BaseModel):
    id: str


class NextPage(BaseModel):
    has_next_page: bool = Field(alias="hasNextPage")
    end_cursor: str | None = Field(alias="endCursor")


class WholeAddress(BaseModel):
    first_name: str = Field(alias="firstName")
    last_name: str = Field(alias="lastName")
    company_name: str = Field(alias="companyName")
    street_address_1: str = Field(alias="streetAddress1")
    street_address_2: str = Field(alias="streetAddress2")
    city: str
    city_area: str = Field(alias="cityArea")
    postal_code: str = Field(alias="postalCode")
    country: "WholeAddressCountry"
    country_area: str = Field(alias="countryArea")
    phone: str | None


class WholeAddressCountry(BaseModel):
    code: str


class OrderActFacts(BaseModel):
    id: str
    number: str
    status: str
    user_email: str | None = Field(alias="userEmail")
    user: Optional["OrderActFactsUser"]
    channel: "OrderActFactsChannel"
    language_code_enum: str = Field(alias="languageCodeEnum")
    total: "OrderActFactsTotal"
    shipping_price: "OrderActFactsShippingPrice" = Field(alias="shippingPrice")
    total_charged: "OrderActFactsTotalCharged" = Field(alias="totalCharged")
    total_refunded: "OrderActFactsTotalRefunded" = Field(alias="totalRefunded")
    total_refund_pending: "OrderActFactsTotalRefundPending" = Field(alias="totalRefundPending")
    transactions: list["OrderActFactsTransactions"]
    payments: list["OrderActFactsPayments"]
    granted_refunds: list["OrderActFactsGrantedRefunds"] = Field(alias="grantedRefunds")
    invoices: list["OrderActFactsInvoices"]
    events: list["OrderActFactsEvents"]
    shipping_address: Optional["OrderActFactsShippingAddress"] = Field(alias="shippingAddress")
    billing_address: Optional["OrderActFactsBillingAddress"] = Field(alias="billingAddress")
    lines: list["OrderActFactsLines"]
    fulfillments: list["OrderActFactsFulfillments"]


class OrderActFactsUser(BaseModel):
    id: str


class OrderActFactsChannel(BaseModel):
    id: str
    slug: str


class OrderActFactsTotal(BaseModel):
    gross: "OrderActFactsTotalGross"


class OrderActFactsTotalGross(BaseModel):
    amount: Decimal
    currency: str


class OrderActFactsShippingPrice(BaseModel):
    gross: "OrderActFactsShippingPriceGross"


class OrderActFactsShippingPriceGross(BaseModel):
    amount: Decimal


class OrderActFactsTotalCharged(BaseModel):
    amount: Decimal


class OrderActFactsTotalRefunded(BaseModel):
    amount: Decimal


class OrderActFactsTotalRefundPending(BaseModel):
    amount: Decimal


class OrderActFactsTransactions(BaseModel):
    id: str
    name: str
    charged_amount: "OrderActFactsTransactionsChargedAmount" = Field(alias="chargedAmount")


class OrderActFactsTransactionsChargedAmount(BaseModel):
    amount: Decimal


class OrderActFactsPayments(BaseModel):
    id: str
    is_active: bool = Field(alias="isActive")
    available_refund_amount: Optional["OrderActFactsPaymentsAvailableRefundAmount"] = Field(
        alias="availableRefundAmount"
    )


class OrderActFactsPaymentsAvailableRefundAmount(BaseModel):
    amount: Decimal


class OrderActFactsGrantedRefunds(BaseModel):
    id: str
    reason: str | None
    status: str
    transaction_events: list["OrderActFactsGrantedRefundsTransactionEvents"] | None = Field(alias="transactionEvents")


class OrderActFactsGrantedRefundsTransactionEvents(BaseModel):
    id: str


class OrderActFactsInvoices(BaseModel):
    id: str
    number: str | None
    status: str
    url: str | None


class OrderActFactsEvents(BaseModel):
    type_: str | None = Field(alias="type")
    date: datetime | None
    app: Optional["OrderActFactsEventsApp"]


class OrderActFactsEventsApp(BaseModel):
    id: str


class OrderActFactsShippingAddress(WholeAddress):
    pass


class OrderActFactsBillingAddress(WholeAddress):
    pass


class OrderActFactsLines(BaseModel):
    id: str
    product_name: str = Field(alias="productName")
    quantity: int
    quantity_to_fulfill: int = Field(alias="quantityToFulfill")
    unit_price: "OrderActFactsLinesUnitPrice" = Field(alias="unitPrice")
    variant: Optional["OrderActFactsLinesVariant"]


class OrderActFactsLinesUnitPrice(BaseModel):
    gross: "OrderActFactsLinesUnitPriceGross"


class OrderActFactsLinesUnitPriceGross(BaseModel):
    amount: Decimal


class OrderActFactsLinesVariant(BaseModel):
    id: str


class OrderActFactsFulfillments(BaseModel):
    id: str
    status: str
    tracking_number: str = Field(alias="trackingNumber")
    lines: list["OrderActFactsFulfillmentsLines"] | None


class OrderActFactsFulfillmentsLines(BaseModel):
    id: str
    quantity: int
    order_line: Optional["OrderActFactsFulfillmentsLinesOrderLine"] = Field(alias="orderLine")


class OrderActFactsFulfillmentsLinesOrderLine(BaseModel):
    id: str


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
    category: Optional["VariantFactsProductCategory"]
    weight: Optional["VariantFactsProductWeight"]
    product_type: "VariantFactsProductProductType" = Field(alias="productType")
    channel_listings: list["VariantFactsProductChannelListings"] | None = Field(alias="channelListings")
    attributes: list["VariantFactsProductAttributes"]


class VariantFactsProductCategory(BaseModel):
    id: str


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


CatalogueFacts.model_rebuild()
CheckoutBeside.model_rebuild()
CheckoutFacts.model_rebuild()
GiftCardFacts.model_rebuild()
LiveCartFacts.model_rebuild()
NextPage.model_rebuild()
WholeAddress.model_rebuild()
OrderActFacts.model_rebuild()
OrderFacts.model_rebuild()
ShippingZoneFacts.model_rebuild()
VariantFacts.model_rebuild()
WebhookFacts.model_rebuild()
