"""What each webhook asks Saleor to send. Made by bin/generate from graphql/saleor/subscriptions/."""

APP = """\
subscription AppEvents {
  event {
    __typename
    issuedAt
    version
    recipient {
      id
    }
    ... on AppDeleted {
      app {
        id
        isActive
      }
    }
    ... on AppStatusChanged {
      app {
        id
        isActive
      }
    }
  }
}"""

CHECKOUTS = """\
subscription CheckoutEvents {
  event {
    __typename
    issuedAt
    version
    recipient {
      id
    }
    ... on CheckoutCreated {
      checkout {
        ...CheckoutFacts
      }
    }
    ... on CheckoutUpdated {
      checkout {
        ...CheckoutFacts
      }
    }
    ... on CheckoutMetadataUpdated {
      checkout {
        ...CheckoutFacts
      }
    }
    ... on CheckoutFullyPaid {
      checkout {
        ...CheckoutFacts
      }
    }
  }
}

fragment CheckoutFacts on Checkout {
  id
  token
  created
  updatedAt
  email
  channel {
    slug
  }
  languageCode
  quantity
  isShippingRequired
  chargeStatus
  authorizeStatus
  voucherCode
  totalPrice {
    gross {
      amount
      currency
    }
  }
  shippingPrice {
    gross {
      amount
      currency
    }
  }
  deliveryMethod {
    __typename
    ... on ShippingMethod {
      id
      name
    }
    ... on Warehouse {
      id
      name
    }
  }
  metadata {
    key
    value
  }
  lines {
    id
    quantity
    variant {
      id
      name
      sku
      product {
        id
        name
        slug
        category {
          id
        }
        translation(languageCode: TR) {
          name
        }
        thumbnail(size: 256) {
          url
        }
      }
    }
    unitPrice {
      gross {
        amount
        currency
      }
    }
    totalPrice {
      gross {
        amount
        currency
      }
    }
  }
  shippingAddress {
    country {
      code
    }
    postalCode
  }
}"""

FULFILLMENTS = """\
subscription FulfillmentEvents {
  event {
    __typename
    issuedAt
    version
    recipient {
      id
    }
    ... on FulfillmentCreated {
      order {
        ...OrderFacts
      }
    }
    ... on FulfillmentCanceled {
      order {
        ...OrderFacts
      }
    }
    ... on FulfillmentApproved {
      order {
        ...OrderFacts
      }
    }
    ... on FulfillmentMetadataUpdated {
      order {
        ...OrderFacts
      }
    }
    ... on FulfillmentTrackingNumberUpdated {
      order {
        ...OrderFacts
      }
    }
  }
}

fragment OrderFacts on Order {
  id
  number
  created
  updatedAt
  status
  isPaid
  paymentStatus
  chargeStatus
  authorizeStatus
  userEmail
  user {
    id
  }
  channel {
    id
    slug
    currencyCode
  }
  languageCodeEnum
  checkoutId
  voucherCode
  shippingMethodName
  deliveryMethod {
    __typename
    ... on ShippingMethod {
      id
    }
    ... on Warehouse {
      id
    }
  }
  pagePromise: metafield(key: "support.promise")
  total {
    gross {
      amount
      currency
    }
    net {
      amount
    }
  }
  shippingPrice {
    gross {
      amount
      currency
    }
  }
  totalRefunded {
    amount
  }
  shippingAddress {
    firstName
    lastName
    city
    postalCode
    country {
      code
    }
  }
  billingAddress {
    firstName
    lastName
    country {
      code
    }
  }
  lines {
    id
    productName
    variantName
    translatedProductName
    productSku
    quantity
    quantityFulfilled
    variant {
      id
    }
    unitPrice {
      gross {
        amount
        currency
      }
    }
    totalPrice {
      gross {
        amount
        currency
      }
    }
    thumbnail(size: 128) {
      url
    }
  }
  fulfillments {
    id
    fulfillmentOrder
    status
    trackingNumber
    created
    warehouse {
      id
      name
    }
    lines {
      id
      quantity
      orderLine {
        id
      }
    }
  }
}"""

ORDERS = """\
subscription OrderEvents {
  event {
    __typename
    issuedAt
    version
    recipient {
      id
    }
    ... on OrderCreated {
      order {
        ...OrderFacts
      }
    }
    ... on OrderUpdated {
      order {
        ...OrderFacts
      }
    }
    ... on OrderConfirmed {
      order {
        ...OrderFacts
      }
    }
    ... on OrderPaid {
      order {
        ...OrderFacts
      }
    }
    ... on OrderFullyPaid {
      order {
        ...OrderFacts
      }
    }
    ... on OrderRefunded {
      order {
        ...OrderFacts
      }
    }
    ... on OrderFullyRefunded {
      order {
        ...OrderFacts
      }
    }
    ... on OrderFulfilled {
      order {
        ...OrderFacts
      }
    }
    ... on OrderCancelled {
      order {
        ...OrderFacts
      }
    }
    ... on OrderExpired {
      order {
        ...OrderFacts
      }
    }
    ... on OrderMetadataUpdated {
      order {
        ...OrderFacts
      }
    }
  }
}

fragment OrderFacts on Order {
  id
  number
  created
  updatedAt
  status
  isPaid
  paymentStatus
  chargeStatus
  authorizeStatus
  userEmail
  user {
    id
  }
  channel {
    id
    slug
    currencyCode
  }
  languageCodeEnum
  checkoutId
  voucherCode
  shippingMethodName
  deliveryMethod {
    __typename
    ... on ShippingMethod {
      id
    }
    ... on Warehouse {
      id
    }
  }
  pagePromise: metafield(key: "support.promise")
  total {
    gross {
      amount
      currency
    }
    net {
      amount
    }
  }
  shippingPrice {
    gross {
      amount
      currency
    }
  }
  totalRefunded {
    amount
  }
  shippingAddress {
    firstName
    lastName
    city
    postalCode
    country {
      code
    }
  }
  billingAddress {
    firstName
    lastName
    country {
      code
    }
  }
  lines {
    id
    productName
    variantName
    translatedProductName
    productSku
    quantity
    quantityFulfilled
    variant {
      id
    }
    unitPrice {
      gross {
        amount
        currency
      }
    }
    totalPrice {
      gross {
        amount
        currency
      }
    }
    thumbnail(size: 128) {
      url
    }
  }
  fulfillments {
    id
    fulfillmentOrder
    status
    trackingNumber
    created
    warehouse {
      id
      name
    }
    lines {
      id
      quantity
      orderLine {
        id
      }
    }
  }
}"""

SHIPPING = """\
subscription ShippingEvents {
  event {
    __typename
    issuedAt
    version
    recipient {
      id
    }
    ... on ShippingPriceCreated {
      shippingMethod {
        id
      }
      shippingZone {
        id
      }
    }
    ... on ShippingPriceUpdated {
      shippingMethod {
        id
      }
      shippingZone {
        id
      }
    }
    ... on ShippingPriceDeleted {
      shippingMethod {
        id
      }
      shippingZone {
        id
      }
    }
    ... on ShippingZoneCreated {
      shippingZone {
        id
      }
    }
    ... on ShippingZoneUpdated {
      shippingZone {
        id
      }
    }
    ... on ShippingZoneDeleted {
      shippingZone {
        id
      }
    }
    ... on WarehouseCreated {
      warehouse {
        id
      }
    }
    ... on WarehouseUpdated {
      warehouse {
        id
      }
    }
    ... on WarehouseDeleted {
      warehouse {
        id
      }
    }
  }
}"""

VARIANTS = """\
subscription VariantEvents {
  event {
    __typename
    issuedAt
    version
    recipient {
      id
    }
    issuingPrincipal {
      ... on App {
        id
      }
    }
    ... on ProductVariantCreated {
      productVariant {
        ...VariantFacts
      }
    }
    ... on ProductVariantUpdated {
      productVariant {
        ...VariantFacts
      }
    }
    ... on ProductVariantDeleted {
      productVariant {
        ...VariantFacts
      }
    }
    ... on ProductVariantOutOfStock {
      productVariant {
        ...VariantFacts
      }
    }
    ... on ProductVariantBackInStock {
      productVariant {
        ...VariantFacts
      }
    }
    ... on ProductVariantStockUpdated {
      productVariant {
        ...VariantFacts
      }
    }
    ... on ProductVariantMetadataUpdated {
      productVariant {
        ...VariantFacts
      }
    }
    ... on ProductUpdated {
      product {
        id
      }
    }
  }
}

fragment VariantFacts on ProductVariant {
  id
  name
  sku
  trackInventory
  quantityLimitPerCustomer
  weight {
    unit
    value
  }
  preorder {
    globalThreshold
    globalSoldUnits
    endDate
  }
  channelListings {
    channel {
      slug
    }
    price {
      amount
    }
  }
  expectedOn: metafield(key: "support.expected_on")
  extraHandling: metafield(key: "support.extra_handling")
  attributes {
    attribute {
      slug
      inputType
    }
    values {
      slug
    }
  }
  product {
    id
    name
    slug
    category {
      id
    }
    weight {
      unit
      value
    }
    productType {
      isShippingRequired
      weight {
        unit
        value
      }
    }
    channelListings {
      channel {
        slug
      }
      isPublished
      publishedAt
      availableForPurchaseAt
    }
    attributes {
      attribute {
        slug
        inputType
      }
      values {
        slug
      }
    }
  }
  stocks {
    id
    quantity
    quantityAllocated
    warehouse {
      id
      name
      slug
    }
  }
}"""
