from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Optional, Union

from ..transport import Transport
from .base_model import UNSET

if TYPE_CHECKING:
    from .all_channels import AllChannelsChannels
    from .all_variants import AllVariantsProductVariants
    from .all_warehouses import AllWarehousesWarehouses
    from .app_identity import AppIdentityApp
    from .app_installations import AppInstallationsAppsInstallations
    from .base_model import UnsetType
    from .changed_checkouts import ChangedCheckoutsCheckouts
    from .changed_orders import ChangedOrdersOrders
    from .create_app_problem import CreateAppProblemAppProblemCreate
    from .create_token import CreateTokenTokenCreate
    from .create_webhook import CreateWebhookWebhookCreate
    from .customer_me import CustomerMeMe
    from .delete_webhook import DeleteWebhookWebhookDelete
    from .excluded_products import ExcludedProductsShippingZone
    from .install_app import InstallAppAppInstall
    from .installed_apps import InstalledAppsApps
    from .order_by_id import OrderByIdOrder
    from .own_webhooks import OwnWebhooksApp
    from .product_facts import ProductFactsProduct
    from .shipping_zones import ShippingZonesShippingZones
    from .shop_identity import ShopIdentityShop
    from .staff_member import StaffMemberMe
    from .stock_settings import StockSettingsShop
    from .tax_rates import TaxRatesTaxCountryConfigurations
    from .update_webhook import UpdateWebhookWebhookUpdate
    from .variants_by_ids import VariantsByIdsProductVariants
    from .verify_token import VerifyTokenTokenVerify
    from .webhook_deliveries import WebhookDeliveriesWebhook
    from .write_private_metadata import WritePrivateMetadataUpdatePrivateMetadata


def gql(q: str) -> str:
    return q


class Client(Transport):
    def app_identity(self, **kwargs: Any) -> Optional["AppIdentityApp"]:
        from .app_identity import AppIdentity

        query = gql("""
            query AppIdentity {
              app {
                id
                identifier
                name
                version
                permissions {
                  code
                }
              }
            }
            """)
        variables: dict[str, object] = {}
        response = self.execute(query=query, operation_name="AppIdentity", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(AppIdentity, data).app

    def shop_identity(self, **kwargs: Any) -> "ShopIdentityShop":
        from .shop_identity import ShopIdentity

        query = gql("""
            query ShopIdentity {
              shop {
                name
                version
                schemaVersion
                domain {
                  host
                  url
                }
              }
            }
            """)
        variables: dict[str, object] = {}
        response = self.execute(query=query, operation_name="ShopIdentity", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(ShopIdentity, data).shop

    def create_app_problem(
        self,
        key: str,
        message: str,
        critical_threshold: Union[int | None, "UnsetType"] = UNSET,
        **kwargs: Any,
    ) -> Optional["CreateAppProblemAppProblemCreate"]:
        from .create_app_problem import CreateAppProblem

        query = gql("""
            mutation CreateAppProblem($key: String!, $message: String!, $criticalThreshold: PositiveInt) {
              appProblemCreate(
                input: {key: $key, message: $message, criticalThreshold: $criticalThreshold}
              ) {
                appProblem {
                  id
                  key
                }
                errors {
                  field
                  message
                  code
                }
              }
            }
            """)
        variables: dict[str, object] = {
            "key": key,
            "message": message,
            "criticalThreshold": critical_threshold,
        }
        response = self.execute(
            query=query,
            operation_name="CreateAppProblem",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return self.read(CreateAppProblem, data).app_problem_create

    def installed_apps(
        self,
        first: int,
        after: Union[str | None, "UnsetType"] = UNSET,
        **kwargs: Any,
    ) -> Optional["InstalledAppsApps"]:
        from .installed_apps import InstalledApps

        query = gql("""
            query InstalledApps($first: Int!, $after: String) {
              apps(first: $first, after: $after) {
                pageInfo {
                  ...NextPage
                }
                edges {
                  node {
                    id
                    identifier
                    name
                    isActive
                  }
                }
              }
            }

            fragment NextPage on PageInfo {
              hasNextPage
              endCursor
            }
            """)
        variables: dict[str, object] = {"first": first, "after": after}
        response = self.execute(query=query, operation_name="InstalledApps", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(InstalledApps, data).apps

    def all_channels(self, **kwargs: Any) -> list["AllChannelsChannels"] | None:
        from .all_channels import AllChannels

        query = gql("""
            query AllChannels {
              channels {
                id
                slug
                name
                isActive
                currencyCode
                defaultCountry {
                  code
                }
                countries {
                  code
                }
                stockSettings {
                  allocationStrategy
                }
                warehouses {
                  id
                }
                taxConfiguration {
                  chargeTaxes
                  taxCalculationStrategy
                  displayGrossPrices
                  pricesEnteredWithTax
                  useWeightedTaxForShipping
                  countries {
                    country {
                      code
                    }
                    chargeTaxes
                    taxCalculationStrategy
                    displayGrossPrices
                    useWeightedTaxForShipping
                  }
                }
              }
            }
            """)
        variables: dict[str, object] = {}
        response = self.execute(query=query, operation_name="AllChannels", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(AllChannels, data).channels

    def changed_checkouts(
        self,
        since: date,
        first: int,
        after: Union[str | None, "UnsetType"] = UNSET,
        **kwargs: Any,
    ) -> Optional["ChangedCheckoutsCheckouts"]:
        from .changed_checkouts import ChangedCheckouts

        query = gql("""
            query ChangedCheckouts($since: Date!, $first: Int!, $after: String) {
              checkouts(
                first: $first
                after: $after
                filter: {updatedAt: {gte: $since}}
                sortBy: {field: CREATION_DATE, direction: ASC}
              ) {
                edges {
                  node {
                    ...CheckoutFacts
                  }
                }
                pageInfo {
                  ...NextPage
                }
              }
            }

            fragment CheckoutFacts on Checkout {
              id
              token
              created
              updatedAt
              email
              user {
                id
              }
              channel {
                slug
              }
              languageCode
              quantity
              isShippingRequired
              chargeStatus
              authorizeStatus
              totalPrice {
                gross {
                  amount
                  currency
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
                    translation(languageCode: TR) {
                      name
                    }
                    thumbnail(size: 256) {
                      url
                    }
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
            }

            fragment NextPage on PageInfo {
              hasNextPage
              endCursor
            }
            """)
        variables: dict[str, object] = {"since": since, "first": first, "after": after}
        response = self.execute(
            query=query,
            operation_name="ChangedCheckouts",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return self.read(ChangedCheckouts, data).checkouts

    def webhook_deliveries(
        self,
        webhook: str,
        status: str,
        first: int,
        after: Union[str | None, "UnsetType"] = UNSET,
        **kwargs: Any,
    ) -> Optional["WebhookDeliveriesWebhook"]:
        from .webhook_deliveries import WebhookDeliveries

        query = gql("""
            query WebhookDeliveries($webhook: ID!, $status: EventDeliveryStatusEnum!, $first: Int!, $after: String) {
              webhook(id: $webhook) {
                id
                eventDeliveries(
                  first: $first
                  after: $after
                  filter: {status: $status}
                  sortBy: {field: CREATED_AT, direction: DESC}
                ) {
                  edges {
                    node {
                      id
                      status
                      eventType
                      createdAt
                      payload
                    }
                  }
                  pageInfo {
                    ...NextPage
                  }
                }
              }
            }

            fragment NextPage on PageInfo {
              hasNextPage
              endCursor
            }
            """)
        variables: dict[str, object] = {
            "webhook": webhook,
            "status": status,
            "first": first,
            "after": after,
        }
        response = self.execute(
            query=query,
            operation_name="WebhookDeliveries",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return self.read(WebhookDeliveries, data).webhook

    def install_app(
        self, app_name: str, manifest_url: str, permissions: list[str], **kwargs: Any
    ) -> Optional["InstallAppAppInstall"]:
        from .install_app import InstallApp

        query = gql("""
            mutation InstallApp($appName: String!, $manifestUrl: String!, $permissions: [PermissionEnum!]!) {
              appInstall(
                input: {appName: $appName, manifestUrl: $manifestUrl, permissions: $permissions, activateAfterInstallation: true}
              ) {
                appInstallation {
                  id
                  status
                  message
                }
                errors {
                  field
                  message
                  code
                }
              }
            }
            """)
        variables: dict[str, object] = {
            "appName": app_name,
            "manifestUrl": manifest_url,
            "permissions": permissions,
        }
        response = self.execute(query=query, operation_name="InstallApp", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(InstallApp, data).app_install

    def app_installations(self, **kwargs: Any) -> list["AppInstallationsAppsInstallations"]:
        from .app_installations import AppInstallations

        query = gql("""
            query AppInstallations {
              appsInstallations {
                id
                status
                message
                appName
                manifestUrl
              }
            }
            """)
        variables: dict[str, object] = {}
        response = self.execute(
            query=query,
            operation_name="AppInstallations",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return self.read(AppInstallations, data).apps_installations

    def order_by_id(self, id: str, **kwargs: Any) -> Optional["OrderByIdOrder"]:
        from .order_by_id import OrderById

        query = gql("""
            query OrderById($id: ID!) {
              order(id: $id) {
                ...OrderFacts
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
            }
            """)
        variables: dict[str, object] = {"id": id}
        response = self.execute(query=query, operation_name="OrderById", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(OrderById, data).order

    def changed_orders(
        self,
        since: datetime,
        first: int,
        after: Union[str | None, "UnsetType"] = UNSET,
        **kwargs: Any,
    ) -> Optional["ChangedOrdersOrders"]:
        from .changed_orders import ChangedOrders

        query = gql("""
            query ChangedOrders($since: DateTime!, $first: Int!, $after: String) {
              orders(
                first: $first
                after: $after
                filter: {updatedAt: {gte: $since}}
                sortBy: {field: LAST_MODIFIED_AT, direction: ASC}
              ) {
                edges {
                  node {
                    ...OrderFacts
                  }
                }
                pageInfo {
                  ...NextPage
                }
              }
            }

            fragment NextPage on PageInfo {
              hasNextPage
              endCursor
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
            }
            """)
        variables: dict[str, object] = {"since": since, "first": first, "after": after}
        response = self.execute(query=query, operation_name="ChangedOrders", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(ChangedOrders, data).orders

    def write_private_metadata(
        self, id: str, key: str, value: str, **kwargs: Any
    ) -> Optional["WritePrivateMetadataUpdatePrivateMetadata"]:
        from .write_private_metadata import WritePrivateMetadata

        query = gql("""
            mutation WritePrivateMetadata($id: ID!, $key: String!, $value: String!) {
              updatePrivateMetadata(id: $id, input: [{key: $key, value: $value}]) {
                errors {
                  field
                  message
                  code
                }
              }
            }
            """)
        variables: dict[str, object] = {"id": id, "key": key, "value": value}
        response = self.execute(
            query=query,
            operation_name="WritePrivateMetadata",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return self.read(WritePrivateMetadata, data).update_private_metadata

    def staff_member(self, **kwargs: Any) -> Optional["StaffMemberMe"]:
        from .staff_member import StaffMember

        query = gql("""
            query StaffMember {
              me {
                id
                email
                isStaff
                permissionGroups {
                  id
                  name
                }
                restrictedAccessToChannels
                accessibleChannels {
                  slug
                }
              }
            }
            """)
        variables: dict[str, object] = {}
        response = self.execute(query=query, operation_name="StaffMember", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(StaffMember, data).me

    def customer_me(self, **kwargs: Any) -> Optional["CustomerMeMe"]:
        from .customer_me import CustomerMe

        query = gql("""
            query CustomerMe {
              me {
                id
                email
              }
            }
            """)
        variables: dict[str, object] = {}
        response = self.execute(query=query, operation_name="CustomerMe", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(CustomerMe, data).me

    def product_facts(self, id: str, **kwargs: Any) -> Optional["ProductFactsProduct"]:
        from .product_facts import ProductFacts

        query = gql("""
            query ProductFacts($id: ID!) {
              product(id: $id) {
                id
                name
                description
                media {
                  type
                  alt
                }
                manual: metafield(key: "support.manual")
                safetyContact: metafield(key: "support.safety_contact")
                attributes {
                  attribute {
                    slug
                    name
                  }
                  values {
                    slug
                  }
                }
              }
            }
            """)
        variables: dict[str, object] = {"id": id}
        response = self.execute(query=query, operation_name="ProductFacts", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(ProductFacts, data).product

    def shipping_zones(
        self,
        first: int,
        after: Union[str | None, "UnsetType"] = UNSET,
        **kwargs: Any,
    ) -> Optional["ShippingZonesShippingZones"]:
        from .shipping_zones import ShippingZones

        query = gql("""
            query ShippingZones($first: Int!, $after: String) {
              shippingZones(first: $first, after: $after) {
                edges {
                  node {
                    ...ShippingZoneFacts
                  }
                }
                pageInfo {
                  ...NextPage
                }
              }
            }

            fragment NextPage on PageInfo {
              hasNextPage
              endCursor
            }

            fragment ShippingZoneFacts on ShippingZone {
              id
              name
              countries {
                code
              }
              channels {
                slug
              }
              warehouses {
                id
              }
              shippingMethods {
                id
                name
                minimumDeliveryDays
                maximumDeliveryDays
                minimumOrderWeight {
                  unit
                  value
                }
                maximumOrderWeight {
                  unit
                  value
                }
                postalCodeRules {
                  start
                  end
                  inclusionType
                }
                excludedProducts(first: 100) {
                  edges {
                    node {
                      id
                    }
                  }
                  pageInfo {
                    ...NextPage
                  }
                }
                taxClass {
                  id
                }
                channelListings {
                  channel {
                    slug
                  }
                  price {
                    amount
                    currency
                  }
                  minimumOrderPrice {
                    amount
                  }
                  maximumOrderPrice {
                    amount
                  }
                }
              }
            }
            """)
        variables: dict[str, object] = {"first": first, "after": after}
        response = self.execute(query=query, operation_name="ShippingZones", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(ShippingZones, data).shipping_zones

    def excluded_products(
        self,
        zone: str,
        first: int,
        after: Union[str | None, "UnsetType"] = UNSET,
        **kwargs: Any,
    ) -> Optional["ExcludedProductsShippingZone"]:
        from .excluded_products import ExcludedProducts

        query = gql("""
            query ExcludedProducts($zone: ID!, $first: Int!, $after: String) {
              shippingZone(id: $zone) {
                shippingMethods {
                  id
                  excludedProducts(first: $first, after: $after) {
                    edges {
                      node {
                        id
                      }
                    }
                    pageInfo {
                      ...NextPage
                    }
                  }
                }
              }
            }

            fragment NextPage on PageInfo {
              hasNextPage
              endCursor
            }
            """)
        variables: dict[str, object] = {"zone": zone, "first": first, "after": after}
        response = self.execute(
            query=query,
            operation_name="ExcludedProducts",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return self.read(ExcludedProducts, data).shipping_zone

    def all_warehouses(
        self,
        first: int,
        after: Union[str | None, "UnsetType"] = UNSET,
        **kwargs: Any,
    ) -> Optional["AllWarehousesWarehouses"]:
        from .all_warehouses import AllWarehouses

        query = gql("""
            query AllWarehouses($first: Int!, $after: String) {
              warehouses(first: $first, after: $after) {
                edges {
                  node {
                    id
                    name
                    isPrivate
                    clickAndCollectOption
                    address {
                      streetAddress1
                      streetAddress2
                      city
                      postalCode
                      country {
                        code
                      }
                    }
                  }
                }
                pageInfo {
                  ...NextPage
                }
              }
            }

            fragment NextPage on PageInfo {
              hasNextPage
              endCursor
            }
            """)
        variables: dict[str, object] = {"first": first, "after": after}
        response = self.execute(query=query, operation_name="AllWarehouses", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(AllWarehouses, data).warehouses

    def tax_rates(self, **kwargs: Any) -> list["TaxRatesTaxCountryConfigurations"] | None:
        from .tax_rates import TaxRates

        query = gql("""
            query TaxRates {
              taxCountryConfigurations {
                country {
                  code
                }
                taxClassCountryRates {
                  rate
                  taxClass {
                    id
                  }
                }
              }
            }
            """)
        variables: dict[str, object] = {}
        response = self.execute(query=query, operation_name="TaxRates", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(TaxRates, data).tax_country_configurations

    def stock_settings(self, **kwargs: Any) -> "StockSettingsShop":
        from .stock_settings import StockSettings

        query = gql("""
            query StockSettings {
              shop {
                useLegacyShippingZoneStockAvailability
              }
            }
            """)
        variables: dict[str, object] = {}
        response = self.execute(query=query, operation_name="StockSettings", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(StockSettings, data).shop

    def create_token(self, email: str, password: str, **kwargs: Any) -> Optional["CreateTokenTokenCreate"]:
        from .create_token import CreateToken

        query = gql("""
            mutation CreateToken($email: String!, $password: String!) {
              tokenCreate(email: $email, password: $password) {
                token
                errors {
                  field
                  message
                  code
                }
              }
            }
            """)
        variables: dict[str, object] = {"email": email, "password": password}
        response = self.execute(query=query, operation_name="CreateToken", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(CreateToken, data).token_create

    def verify_token(self, token: str, **kwargs: Any) -> Optional["VerifyTokenTokenVerify"]:
        from .verify_token import VerifyToken

        query = gql("""
            mutation VerifyToken($token: String!) {
              tokenVerify(token: $token) {
                isValid
                user {
                  id
                  email
                  isStaff
                }
                errors {
                  field
                  message
                  code
                }
              }
            }
            """)
        variables: dict[str, object] = {"token": token}
        response = self.execute(query=query, operation_name="VerifyToken", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(VerifyToken, data).token_verify

    def all_variants(
        self,
        first: int,
        after: Union[str | None, "UnsetType"] = UNSET,
        **kwargs: Any,
    ) -> Optional["AllVariantsProductVariants"]:
        from .all_variants import AllVariants

        query = gql("""
            query AllVariants($first: Int!, $after: String) {
              productVariants(first: $first, after: $after) {
                edges {
                  node {
                    ...VariantFacts
                  }
                }
                pageInfo {
                  ...NextPage
                }
              }
            }

            fragment NextPage on PageInfo {
              hasNextPage
              endCursor
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
            }
            """)
        variables: dict[str, object] = {"first": first, "after": after}
        response = self.execute(query=query, operation_name="AllVariants", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(AllVariants, data).product_variants

    def variants_by_ids(self, ids: list[str], first: int, **kwargs: Any) -> Optional["VariantsByIdsProductVariants"]:
        from .variants_by_ids import VariantsByIds

        query = gql("""
            query VariantsByIds($ids: [ID!]!, $first: Int!) {
              productVariants(ids: $ids, first: $first) {
                edges {
                  node {
                    ...VariantFacts
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
            }
            """)
        variables: dict[str, object] = {"ids": ids, "first": first}
        response = self.execute(query=query, operation_name="VariantsByIds", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(VariantsByIds, data).product_variants

    def own_webhooks(self, **kwargs: Any) -> Optional["OwnWebhooksApp"]:
        from .own_webhooks import OwnWebhooks

        query = gql("""
            query OwnWebhooks {
              app {
                id
                webhooks {
                  ...WebhookFacts
                }
              }
            }

            fragment WebhookFacts on Webhook {
              id
              name
              isActive
              targetUrl
              subscriptionQuery
              asyncEvents {
                eventType
              }
            }
            """)
        variables: dict[str, object] = {}
        response = self.execute(query=query, operation_name="OwnWebhooks", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(OwnWebhooks, data).app

    def create_webhook(
        self, name: str, target_url: str, events: list[str], query: str, **kwargs: Any
    ) -> Optional["CreateWebhookWebhookCreate"]:
        from .create_webhook import CreateWebhook

        _query = gql("""
            mutation CreateWebhook($name: String!, $targetUrl: String!, $events: [WebhookEventTypeAsyncEnum!]!, $query: String!) {
              webhookCreate(
                input: {name: $name, targetUrl: $targetUrl, asyncEvents: $events, query: $query, isActive: true}
              ) {
                webhook {
                  ...WebhookFacts
                }
                errors {
                  field
                  message
                  code
                }
              }
            }

            fragment WebhookFacts on Webhook {
              id
              name
              isActive
              targetUrl
              subscriptionQuery
              asyncEvents {
                eventType
              }
            }
            """)
        variables: dict[str, object] = {
            "name": name,
            "targetUrl": target_url,
            "events": events,
            "query": query,
        }
        response = self.execute(query=_query, operation_name="CreateWebhook", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(CreateWebhook, data).webhook_create

    def update_webhook(
        self, id: str, target_url: str, events: list[str], query: str, **kwargs: Any
    ) -> Optional["UpdateWebhookWebhookUpdate"]:
        from .update_webhook import UpdateWebhook

        _query = gql("""
            mutation UpdateWebhook($id: ID!, $targetUrl: String!, $events: [WebhookEventTypeAsyncEnum!]!, $query: String!) {
              webhookUpdate(
                id: $id
                input: {targetUrl: $targetUrl, asyncEvents: $events, query: $query, isActive: true}
              ) {
                webhook {
                  ...WebhookFacts
                }
                errors {
                  field
                  message
                  code
                }
              }
            }

            fragment WebhookFacts on Webhook {
              id
              name
              isActive
              targetUrl
              subscriptionQuery
              asyncEvents {
                eventType
              }
            }
            """)
        variables: dict[str, object] = {
            "id": id,
            "targetUrl": target_url,
            "events": events,
            "query": query,
        }
        response = self.execute(query=_query, operation_name="UpdateWebhook", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(UpdateWebhook, data).webhook_update

    def delete_webhook(self, id: str, **kwargs: Any) -> Optional["DeleteWebhookWebhookDelete"]:
        from .delete_webhook import DeleteWebhook

        query = gql("""
            mutation DeleteWebhook($id: ID!) {
              webhookDelete(id: $id) {
                webhook {
                  id
                }
                errors {
                  field
                  message
                  code
                }
              }
            }
            """)
        variables: dict[str, object] = {"id": id}
        response = self.execute(query=query, operation_name="DeleteWebhook", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(DeleteWebhook, data).webhook_delete
