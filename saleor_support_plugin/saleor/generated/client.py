from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Optional, Union

from ..transport import Transport
from .base_model import UNSET

if TYPE_CHECKING:
    from .add_order_note import AddOrderNoteOrderNoteAdd
    from .add_to_cart import AddToCartCheckoutLinesAdd
    from .all_channels import AllChannelsChannels
    from .all_variants import AllVariantsProductVariants
    from .all_warehouses import AllWarehousesWarehouses
    from .app_identity import AppIdentityApp
    from .app_installations import AppInstallationsAppsInstallations
    from .apply_code import ApplyCodeCheckoutAddPromoCode
    from .assign_attributes import AssignAttributesProductAttributeAssign
    from .attributes_by_slugs import AttributesBySlugsAttributes
    from .base_model import UnsetType
    from .cancel_order import CancelOrderOrderCancel
    from .catalogue import CatalogueProducts
    from .catalogue_product import CatalogueProductProduct
    from .categories_by_ids import CategoriesByIdsCategories
    from .categories_named import CategoriesNamedCategories
    from .change_in_cart import ChangeInCartCheckoutLinesUpdate
    from .changed_checkouts import ChangedCheckoutsCheckouts
    from .changed_orders import ChangedOrdersOrders
    from .checkout_now import CheckoutNowCheckout
    from .checkout_now_before import CheckoutNowBeforeCheckout
    from .create_app_problem import CreateAppProblemAppProblemCreate
    from .create_checkout import CreateCheckoutCheckoutCreate
    from .create_draft_order import CreateDraftOrderDraftOrderCreate
    from .create_gift_card import CreateGiftCardGiftCardCreate
    from .create_numeric_attribute import CreateNumericAttributeAttributeCreate
    from .create_token import CreateTokenTokenCreate
    from .create_voucher import CreateVoucherVoucherCreate
    from .create_webhook import CreateWebhookWebhookCreate
    from .customer_me import CustomerMeMe
    from .delete_webhook import DeleteWebhookWebhookDelete
    from .excluded_products import ExcludedProductsShippingZone
    from .gift_card_now import GiftCardNowGiftCard
    from .gift_cards_bought_by import GiftCardsBoughtByGiftCards
    from .gift_cards_marked import GiftCardsMarkedGiftCards
    from .grant_refund import GrantRefundOrderGrantRefundCreate
    from .input_types import (
        AddressInput,
        AttributeValueInput,
        CheckoutLineInput,
        DraftOrderCreateInput,
        GiftCardCreateInput,
        MetadataInput,
        OrderGrantRefundCreateInput,
        OrderReturnProductsInput,
        ProductAttributeAssignInput,
    )
    from .install_app import InstallAppAppInstall
    from .installed_apps import InstalledAppsApps
    from .list_voucher import ListVoucherVoucherChannelListingUpdate
    from .live_cart import LiveCartCheckout
    from .offered_products import OfferedProductsProducts
    from .order_by_id import OrderByIdOrder
    from .order_by_reference import OrderByReferenceOrder
    from .order_events import OrderEventsOrder
    from .order_for_acts import OrderForActsOrder
    from .order_of_checkout import OrderOfCheckoutOrders
    from .own_webhooks import OwnWebhooksApp
    from .product_facts import ProductFactsProduct
    from .product_types_with_attributes import ProductTypesWithAttributesProductTypes
    from .products_to_rate import ProductsToRateProducts
    from .published_pages import PublishedPagesPages
    from .rate_product import RateProductProductUpdate
    from .rate_product_without_rating import RateProductWithoutRatingProductUpdate
    from .refund_old_payment import RefundOldPaymentOrderRefund
    from .remove_from_cart import RemoveFromCartCheckoutLinesDelete
    from .request_granted_refund import (
        RequestGrantedRefundTransactionRequestRefundForGrantedRefund,
    )
    from .request_invoice import RequestInvoiceInvoiceRequest
    from .resend_gift_card import ResendGiftCardGiftCardResend
    from .return_products import ReturnProductsOrderFulfillmentReturnProducts
    from .send_invoice import SendInvoiceInvoiceSendNotification
    from .shipping_zones import ShippingZonesShippingZones
    from .shop_identity import ShopIdentityShop
    from .staff_member import StaffMemberMe
    from .still_to_be_had import StillToBeHadProductVariants
    from .stock_by_country import StockByCountryProductVariants
    from .stock_settings import StockSettingsShop
    from .take_code_out import TakeCodeOutCheckoutRemovePromoCode
    from .tax_rates import TaxRatesTaxCountryConfigurations
    from .update_order_note import UpdateOrderNoteOrderNoteUpdate
    from .update_shipping_address import UpdateShippingAddressOrderUpdate
    from .update_tracking import UpdateTrackingOrderFulfillmentUpdateTracking
    from .update_webhook import UpdateWebhookWebhookUpdate
    from .variant_margins import VariantMarginsProductVariants
    from .variants_by_ids import VariantsByIdsProductVariants
    from .verify_token import VerifyTokenTokenVerify
    from .vouchers_like import VouchersLikeVouchers
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

    def catalogue(self, channel: str, search: str, first: int, **kwargs: Any) -> Optional["CatalogueProducts"]:
        from .catalogue import Catalogue

        query = gql("""
            query Catalogue($channel: String!, $search: String!, $first: Int!) {
              products(
                channel: $channel
                first: $first
                filter: {search: $search, isPublished: true, isAvailable: true}
              ) {
                edges {
                  node {
                    ...CatalogueFacts
                  }
                }
              }
            }

            fragment CatalogueFacts on Product {
              id
              name
              slug
              isAvailableForPurchase
              translation(languageCode: TR) {
                name
              }
              thumbnail(size: 256) {
                url
              }
              variants {
                id
                name
                translation(languageCode: TR) {
                  name
                }
                sku
                quantityAvailable
                pricing {
                  price {
                    gross {
                      amount
                      currency
                    }
                  }
                }
              }
            }
            """)
        variables: dict[str, object] = {
            "channel": channel,
            "search": search,
            "first": first,
        }
        response = self.execute(query=query, operation_name="Catalogue", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(Catalogue, data).products

    def catalogue_product(self, channel: str, id: str, **kwargs: Any) -> Optional["CatalogueProductProduct"]:
        from .catalogue_product import CatalogueProduct

        query = gql("""
            query CatalogueProduct($channel: String!, $id: ID!) {
              product(id: $id, channel: $channel) {
                ...CatalogueFacts
              }
            }

            fragment CatalogueFacts on Product {
              id
              name
              slug
              isAvailableForPurchase
              translation(languageCode: TR) {
                name
              }
              thumbnail(size: 256) {
                url
              }
              variants {
                id
                name
                translation(languageCode: TR) {
                  name
                }
                sku
                quantityAvailable
                pricing {
                  price {
                    gross {
                      amount
                      currency
                    }
                  }
                }
              }
            }
            """)
        variables: dict[str, object] = {"channel": channel, "id": id}
        response = self.execute(
            query=query,
            operation_name="CatalogueProduct",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return self.read(CatalogueProduct, data).product

    def categories_named(self, search: str, first: int, **kwargs: Any) -> Optional["CategoriesNamedCategories"]:
        from .categories_named import CategoriesNamed

        query = gql("""
            query CategoriesNamed($search: String!, $first: Int!) {
              categories(first: $first, filter: {search: $search}) {
                edges {
                  node {
                    id
                    name
                  }
                }
              }
            }
            """)
        variables: dict[str, object] = {"search": search, "first": first}
        response = self.execute(query=query, operation_name="CategoriesNamed", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(CategoriesNamed, data).categories

    def categories_by_ids(self, ids: list[str], first: int, **kwargs: Any) -> Optional["CategoriesByIdsCategories"]:
        from .categories_by_ids import CategoriesByIds

        query = gql("""
            query CategoriesByIds($ids: [ID!]!, $first: Int!) {
              categories(first: $first, filter: {ids: $ids}) {
                edges {
                  node {
                    id
                    name
                  }
                }
              }
            }
            """)
        variables: dict[str, object] = {"ids": ids, "first": first}
        response = self.execute(query=query, operation_name="CategoriesByIds", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(CategoriesByIds, data).categories

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

    def checkout_now(self, id: str, **kwargs: Any) -> Optional["CheckoutNowCheckout"]:
        from .checkout_now import CheckoutNow

        query = gql("""
            query CheckoutNow($id: ID!) {
              checkout(id: $id) {
                ...CheckoutFacts
                ...CheckoutBeside
                problems {
                  __typename
                  ... on CheckoutProblemDeliveryMethodStale {
                    delivery {
                      id
                    }
                  }
                  ... on CheckoutProblemDeliveryMethodInvalid {
                    delivery {
                      id
                    }
                  }
                  ... on CheckoutLineProblemInsufficientStock {
                    availableQuantity
                  }
                  ... on CheckoutLineProblemVariantNotAvailable {
                    line {
                      id
                    }
                  }
                }
              }
            }

            fragment CheckoutBeside on Checkout {
              itsChannel: channel {
                defaultCountry {
                  code
                }
              }
              shippingMethods {
                id
                active
              }
              availableCollectionPoints {
                id
              }
              transactions {
                events {
                  type
                  message
                  createdAt
                }
              }
              linesWithProblems: lines {
                variant {
                  id
                }
                problems {
                  __typename
                  ... on CheckoutLineProblemInsufficientStock {
                    availableQuantity
                  }
                  ... on CheckoutLineProblemVariantNotAvailable {
                    line {
                      id
                    }
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
            }
            """)
        variables: dict[str, object] = {"id": id}
        response = self.execute(query=query, operation_name="CheckoutNow", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(CheckoutNow, data).checkout

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

    def checkout_now_before(self, id: str, **kwargs: Any) -> Optional["CheckoutNowBeforeCheckout"]:
        from .checkout_now_before import CheckoutNowBefore

        query = gql("""
            query CheckoutNowBefore($id: ID!) {
              checkout(id: $id) {
                ...CheckoutFacts
                ...CheckoutBeside
              }
            }

            fragment CheckoutBeside on Checkout {
              itsChannel: channel {
                defaultCountry {
                  code
                }
              }
              shippingMethods {
                id
                active
              }
              availableCollectionPoints {
                id
              }
              transactions {
                events {
                  type
                  message
                  createdAt
                }
              }
              linesWithProblems: lines {
                variant {
                  id
                }
                problems {
                  __typename
                  ... on CheckoutLineProblemInsufficientStock {
                    availableQuantity
                  }
                  ... on CheckoutLineProblemVariantNotAvailable {
                    line {
                      id
                    }
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
            }
            """)
        variables: dict[str, object] = {"id": id}
        response = self.execute(
            query=query,
            operation_name="CheckoutNowBefore",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return self.read(CheckoutNowBefore, data).checkout

    def order_of_checkout(self, id: str, **kwargs: Any) -> Optional["OrderOfCheckoutOrders"]:
        from .order_of_checkout import OrderOfCheckout

        query = gql("""
            query OrderOfCheckout($id: ID!) {
              orders(first: 1, filter: {checkoutIds: [$id]}) {
                edges {
                  node {
                    id
                  }
                }
              }
            }
            """)
        variables: dict[str, object] = {"id": id}
        response = self.execute(query=query, operation_name="OrderOfCheckout", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(OrderOfCheckout, data).orders

    def create_checkout(
        self,
        channel: str,
        lines: list["CheckoutLineInput"],
        language_code: Union[str | None, "UnsetType"] = UNSET,
        metadata: Union[list["MetadataInput"] | None, "UnsetType"] = UNSET,
        **kwargs: Any,
    ) -> Optional["CreateCheckoutCheckoutCreate"]:
        from .create_checkout import CreateCheckout

        query = gql("""
            mutation CreateCheckout($channel: String!, $lines: [CheckoutLineInput!]!, $languageCode: LanguageCodeEnum, $metadata: [MetadataInput!]) {
              checkoutCreate(
                input: {channel: $channel, lines: $lines, languageCode: $languageCode, metadata: $metadata}
              ) {
                checkout {
                  id
                  totalPrice {
                    gross {
                      amount
                      currency
                    }
                  }
                  lines {
                    quantity
                    variant {
                      id
                    }
                    unitPrice {
                      gross {
                        amount
                        currency
                      }
                    }
                  }
                }
                refusals: errors {
                  message
                  code
                  variants
                }
              }
            }
            """)
        variables: dict[str, object] = {
            "channel": channel,
            "lines": lines,
            "languageCode": language_code,
            "metadata": metadata,
        }
        response = self.execute(query=query, operation_name="CreateCheckout", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(CreateCheckout, data).checkout_create

    def stock_by_country(
        self, ids: list[str], channel: str, country: str, first: int, **kwargs: Any
    ) -> Optional["StockByCountryProductVariants"]:
        from .stock_by_country import StockByCountry

        query = gql("""
            query StockByCountry($ids: [ID!]!, $channel: String!, $country: CountryCode!, $first: Int!) {
              productVariants(ids: $ids, channel: $channel, first: $first) {
                edges {
                  node {
                    id
                    inCountry: quantityAvailable(countryCode: $country)
                    anywhere: quantityAvailable
                  }
                }
              }
            }
            """)
        variables: dict[str, object] = {
            "ids": ids,
            "channel": channel,
            "country": country,
            "first": first,
        }
        response = self.execute(query=query, operation_name="StockByCountry", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(StockByCountry, data).product_variants

    def still_to_be_had(
        self, ids: list[str], channel: str, first: int, **kwargs: Any
    ) -> Optional["StillToBeHadProductVariants"]:
        from .still_to_be_had import StillToBeHad

        query = gql("""
            query StillToBeHad($ids: [ID!]!, $channel: String!, $first: Int!) {
              productVariants(ids: $ids, channel: $channel, first: $first) {
                edges {
                  node {
                    id
                    quantityAvailable
                    quantityLimitPerCustomer
                  }
                }
              }
            }
            """)
        variables: dict[str, object] = {"ids": ids, "channel": channel, "first": first}
        response = self.execute(query=query, operation_name="StillToBeHad", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(StillToBeHad, data).product_variants

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

    def create_gift_card(self, input: "GiftCardCreateInput", **kwargs: Any) -> Optional["CreateGiftCardGiftCardCreate"]:
        from .create_gift_card import CreateGiftCard

        query = gql("""
            mutation CreateGiftCard($input: GiftCardCreateInput!) {
              giftCardCreate(input: $input) {
                giftCard {
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
        variables: dict[str, object] = {"input": input}
        response = self.execute(query=query, operation_name="CreateGiftCard", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(CreateGiftCard, data).gift_card_create

    def resend_gift_card(self, gift_card: str, channel: str, **kwargs: Any) -> Optional["ResendGiftCardGiftCardResend"]:
        from .resend_gift_card import ResendGiftCard

        query = gql("""
            mutation ResendGiftCard($giftCard: ID!, $channel: String!) {
              giftCardResend(input: {id: $giftCard, channel: $channel}) {
                errors {
                  field
                  message
                  code
                }
              }
            }
            """)
        variables: dict[str, object] = {"giftCard": gift_card, "channel": channel}
        response = self.execute(query=query, operation_name="ResendGiftCard", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(ResendGiftCard, data).gift_card_resend

    def gift_cards_marked(
        self, key: str, value: str, first: int, **kwargs: Any
    ) -> Optional["GiftCardsMarkedGiftCards"]:
        from .gift_cards_marked import GiftCardsMarked

        query = gql("""
            query GiftCardsMarked($key: String!, $value: String!, $first: Int!) {
              giftCards(first: $first, filter: {metadata: [{key: $key, value: $value}]}) {
                edges {
                  node {
                    id
                  }
                }
              }
            }
            """)
        variables: dict[str, object] = {"key": key, "value": value, "first": first}
        response = self.execute(query=query, operation_name="GiftCardsMarked", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(GiftCardsMarked, data).gift_cards

    def gift_card_now(self, id: str, **kwargs: Any) -> Optional["GiftCardNowGiftCard"]:
        from .gift_card_now import GiftCardNow

        query = gql("""
            query GiftCardNow($id: ID!) {
              giftCard(id: $id) {
                ...GiftCardFacts
              }
            }

            fragment GiftCardFacts on GiftCard {
              id
              last4CodeChars
              isActive
              currentBalance {
                amount
                currency
              }
              events {
                type
                orderId
              }
            }
            """)
        variables: dict[str, object] = {"id": id}
        response = self.execute(query=query, operation_name="GiftCardNow", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(GiftCardNow, data).gift_card

    def gift_cards_bought_by(self, email: str, first: int, **kwargs: Any) -> Optional["GiftCardsBoughtByGiftCards"]:
        from .gift_cards_bought_by import GiftCardsBoughtBy

        query = gql("""
            query GiftCardsBoughtBy($email: String!, $first: Int!) {
              giftCards(first: $first, filter: {createdByEmail: $email}) {
                edges {
                  node {
                    ...GiftCardFacts
                  }
                }
              }
            }

            fragment GiftCardFacts on GiftCard {
              id
              last4CodeChars
              isActive
              currentBalance {
                amount
                currency
              }
              events {
                type
                orderId
              }
            }
            """)
        variables: dict[str, object] = {"email": email, "first": first}
        response = self.execute(
            query=query,
            operation_name="GiftCardsBoughtBy",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return self.read(GiftCardsBoughtBy, data).gift_cards

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

    def live_cart(self, id: str, **kwargs: Any) -> Optional["LiveCartCheckout"]:
        from .live_cart import LiveCart

        query = gql("""
            query LiveCart($id: ID!) {
              checkout(id: $id) {
                ...LiveCartFacts
              }
            }

            fragment LiveCartFacts on Checkout {
              id
              email
              channel {
                slug
              }
              voucherCode
              giftCards {
                id
                last4CodeChars
              }
              discount {
                amount
                currency
              }
              subtotalPrice {
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
              totalPrice {
                gross {
                  amount
                  currency
                }
              }
              lines {
                id
                quantity
                isGift
                variant {
                  id
                  name
                  translation(languageCode: TR) {
                    name
                  }
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
                problems {
                  __typename
                  ... on CheckoutLineProblemInsufficientStock {
                    availableQuantity
                  }
                  ... on CheckoutLineProblemVariantNotAvailable {
                    line {
                      id
                    }
                  }
                }
              }
            }
            """)
        variables: dict[str, object] = {"id": id}
        response = self.execute(query=query, operation_name="LiveCart", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(LiveCart, data).checkout

    def add_to_cart(self, id: str, variant: str, quantity: int, **kwargs: Any) -> Optional["AddToCartCheckoutLinesAdd"]:
        from .add_to_cart import AddToCart

        query = gql("""
            mutation AddToCart($id: ID!, $variant: ID!, $quantity: Int!) {
              checkoutLinesAdd(id: $id, lines: [{variantId: $variant, quantity: $quantity}]) {
                checkout {
                  ...LiveCartFacts
                }
                errors {
                  field
                  message
                  code
                }
              }
            }

            fragment LiveCartFacts on Checkout {
              id
              email
              channel {
                slug
              }
              voucherCode
              giftCards {
                id
                last4CodeChars
              }
              discount {
                amount
                currency
              }
              subtotalPrice {
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
              totalPrice {
                gross {
                  amount
                  currency
                }
              }
              lines {
                id
                quantity
                isGift
                variant {
                  id
                  name
                  translation(languageCode: TR) {
                    name
                  }
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
                problems {
                  __typename
                  ... on CheckoutLineProblemInsufficientStock {
                    availableQuantity
                  }
                  ... on CheckoutLineProblemVariantNotAvailable {
                    line {
                      id
                    }
                  }
                }
              }
            }
            """)
        variables: dict[str, object] = {
            "id": id,
            "variant": variant,
            "quantity": quantity,
        }
        response = self.execute(query=query, operation_name="AddToCart", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(AddToCart, data).checkout_lines_add

    def change_in_cart(
        self, id: str, line: str, quantity: int, **kwargs: Any
    ) -> Optional["ChangeInCartCheckoutLinesUpdate"]:
        from .change_in_cart import ChangeInCart

        query = gql("""
            mutation ChangeInCart($id: ID!, $line: ID!, $quantity: Int!) {
              checkoutLinesUpdate(id: $id, lines: [{lineId: $line, quantity: $quantity}]) {
                checkout {
                  ...LiveCartFacts
                }
                errors {
                  field
                  message
                  code
                }
              }
            }

            fragment LiveCartFacts on Checkout {
              id
              email
              channel {
                slug
              }
              voucherCode
              giftCards {
                id
                last4CodeChars
              }
              discount {
                amount
                currency
              }
              subtotalPrice {
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
              totalPrice {
                gross {
                  amount
                  currency
                }
              }
              lines {
                id
                quantity
                isGift
                variant {
                  id
                  name
                  translation(languageCode: TR) {
                    name
                  }
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
                problems {
                  __typename
                  ... on CheckoutLineProblemInsufficientStock {
                    availableQuantity
                  }
                  ... on CheckoutLineProblemVariantNotAvailable {
                    line {
                      id
                    }
                  }
                }
              }
            }
            """)
        variables: dict[str, object] = {"id": id, "line": line, "quantity": quantity}
        response = self.execute(query=query, operation_name="ChangeInCart", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(ChangeInCart, data).checkout_lines_update

    def remove_from_cart(self, id: str, line: str, **kwargs: Any) -> Optional["RemoveFromCartCheckoutLinesDelete"]:
        from .remove_from_cart import RemoveFromCart

        query = gql("""
            mutation RemoveFromCart($id: ID!, $line: ID!) {
              checkoutLinesDelete(id: $id, linesIds: [$line]) {
                checkout {
                  ...LiveCartFacts
                }
                errors {
                  field
                  message
                  code
                }
              }
            }

            fragment LiveCartFacts on Checkout {
              id
              email
              channel {
                slug
              }
              voucherCode
              giftCards {
                id
                last4CodeChars
              }
              discount {
                amount
                currency
              }
              subtotalPrice {
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
              totalPrice {
                gross {
                  amount
                  currency
                }
              }
              lines {
                id
                quantity
                isGift
                variant {
                  id
                  name
                  translation(languageCode: TR) {
                    name
                  }
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
                problems {
                  __typename
                  ... on CheckoutLineProblemInsufficientStock {
                    availableQuantity
                  }
                  ... on CheckoutLineProblemVariantNotAvailable {
                    line {
                      id
                    }
                  }
                }
              }
            }
            """)
        variables: dict[str, object] = {"id": id, "line": line}
        response = self.execute(query=query, operation_name="RemoveFromCart", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(RemoveFromCart, data).checkout_lines_delete

    def apply_code(self, id: str, code: str, **kwargs: Any) -> Optional["ApplyCodeCheckoutAddPromoCode"]:
        from .apply_code import ApplyCode

        query = gql("""
            mutation ApplyCode($id: ID!, $code: String!) {
              checkoutAddPromoCode(id: $id, promoCode: $code) {
                checkout {
                  ...LiveCartFacts
                }
                errors {
                  field
                  message
                  code
                }
              }
            }

            fragment LiveCartFacts on Checkout {
              id
              email
              channel {
                slug
              }
              voucherCode
              giftCards {
                id
                last4CodeChars
              }
              discount {
                amount
                currency
              }
              subtotalPrice {
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
              totalPrice {
                gross {
                  amount
                  currency
                }
              }
              lines {
                id
                quantity
                isGift
                variant {
                  id
                  name
                  translation(languageCode: TR) {
                    name
                  }
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
                problems {
                  __typename
                  ... on CheckoutLineProblemInsufficientStock {
                    availableQuantity
                  }
                  ... on CheckoutLineProblemVariantNotAvailable {
                    line {
                      id
                    }
                  }
                }
              }
            }
            """)
        variables: dict[str, object] = {"id": id, "code": code}
        response = self.execute(query=query, operation_name="ApplyCode", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(ApplyCode, data).checkout_add_promo_code

    def take_code_out(
        self,
        id: str,
        code: Union[str | None, "UnsetType"] = UNSET,
        gift_card: Union[str | None, "UnsetType"] = UNSET,
        **kwargs: Any,
    ) -> Optional["TakeCodeOutCheckoutRemovePromoCode"]:
        from .take_code_out import TakeCodeOut

        query = gql("""
            mutation TakeCodeOut($id: ID!, $code: String, $giftCard: ID) {
              checkoutRemovePromoCode(id: $id, promoCode: $code, promoCodeId: $giftCard) {
                checkout {
                  ...LiveCartFacts
                }
                errors {
                  field
                  message
                  code
                }
              }
            }

            fragment LiveCartFacts on Checkout {
              id
              email
              channel {
                slug
              }
              voucherCode
              giftCards {
                id
                last4CodeChars
              }
              discount {
                amount
                currency
              }
              subtotalPrice {
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
              totalPrice {
                gross {
                  amount
                  currency
                }
              }
              lines {
                id
                quantity
                isGift
                variant {
                  id
                  name
                  translation(languageCode: TR) {
                    name
                  }
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
                problems {
                  __typename
                  ... on CheckoutLineProblemInsufficientStock {
                    availableQuantity
                  }
                  ... on CheckoutLineProblemVariantNotAvailable {
                    line {
                      id
                    }
                  }
                }
              }
            }
            """)
        variables: dict[str, object] = {"id": id, "code": code, "giftCard": gift_card}
        response = self.execute(query=query, operation_name="TakeCodeOut", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(TakeCodeOut, data).checkout_remove_promo_code

    def order_for_acts(self, id: str, **kwargs: Any) -> Optional["OrderForActsOrder"]:
        from .order_for_acts import OrderForActs

        query = gql("""
            query OrderForActs($id: ID!) {
              order(id: $id) {
                ...OrderActFacts
              }
            }

            fragment OrderActFacts on Order {
              id
              number
              status
              userEmail
              user {
                id
              }
              channel {
                id
                slug
              }
              languageCodeEnum
              total {
                gross {
                  amount
                  currency
                }
              }
              shippingPrice {
                gross {
                  amount
                }
              }
              totalCharged {
                amount
              }
              totalRefunded {
                amount
              }
              totalRefundPending {
                amount
              }
              transactions {
                id
                name
                chargedAmount {
                  amount
                }
              }
              payments {
                id
                isActive
                availableRefundAmount {
                  amount
                }
              }
              grantedRefunds {
                id
                reason
                status
                transactionEvents {
                  id
                }
              }
              invoices {
                id
                number
                status
                url
              }
              events {
                type
                date
                app {
                  id
                }
              }
              shippingAddress {
                ...WholeAddress
              }
              billingAddress {
                ...WholeAddress
              }
              lines {
                id
                productName
                quantity
                quantityToFulfill
                unitPrice {
                  gross {
                    amount
                  }
                }
                variant {
                  id
                }
              }
              fulfillments {
                id
                status
                trackingNumber
                lines {
                  id
                  quantity
                  orderLine {
                    id
                  }
                }
              }
            }

            fragment WholeAddress on Address {
              firstName
              lastName
              companyName
              streetAddress1
              streetAddress2
              city
              cityArea
              postalCode
              country {
                code
              }
              countryArea
              phone
            }
            """)
        variables: dict[str, object] = {"id": id}
        response = self.execute(query=query, operation_name="OrderForActs", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(OrderForActs, data).order

    def order_by_reference(self, reference: str, **kwargs: Any) -> Optional["OrderByReferenceOrder"]:
        from .order_by_reference import OrderByReference

        query = gql("""
            query OrderByReference($reference: String!) {
              order(externalReference: $reference) {
                id
                number
              }
            }
            """)
        variables: dict[str, object] = {"reference": reference}
        response = self.execute(
            query=query,
            operation_name="OrderByReference",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return self.read(OrderByReference, data).order

    def grant_refund(
        self, order: str, input: "OrderGrantRefundCreateInput", **kwargs: Any
    ) -> Optional["GrantRefundOrderGrantRefundCreate"]:
        from .grant_refund import GrantRefund

        query = gql("""
            mutation GrantRefund($order: ID!, $input: OrderGrantRefundCreateInput!) {
              orderGrantRefundCreate(id: $order, input: $input) {
                grantedRefund {
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
        variables: dict[str, object] = {"order": order, "input": input}
        response = self.execute(query=query, operation_name="GrantRefund", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(GrantRefund, data).order_grant_refund_create

    def request_granted_refund(
        self, transaction: str, granted_refund: str, **kwargs: Any
    ) -> Optional["RequestGrantedRefundTransactionRequestRefundForGrantedRefund"]:
        from .request_granted_refund import RequestGrantedRefund

        query = gql("""
            mutation RequestGrantedRefund($transaction: ID!, $grantedRefund: ID!) {
              transactionRequestRefundForGrantedRefund(
                id: $transaction
                grantedRefundId: $grantedRefund
              ) {
                errors {
                  field
                  message
                  code
                }
              }
            }
            """)
        variables: dict[str, object] = {
            "transaction": transaction,
            "grantedRefund": granted_refund,
        }
        response = self.execute(
            query=query,
            operation_name="RequestGrantedRefund",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return RequestGrantedRefund.model_validate(data).transaction_request_refund_for_granted_refund

    def refund_old_payment(self, order: str, amount: str, **kwargs: Any) -> Optional["RefundOldPaymentOrderRefund"]:
        from .refund_old_payment import RefundOldPayment

        query = gql("""
            mutation RefundOldPayment($order: ID!, $amount: PositiveDecimal!) {
              orderRefund(id: $order, amount: $amount) {
                errors {
                  field
                  message
                  code
                }
              }
            }
            """)
        variables: dict[str, object] = {"order": order, "amount": amount}
        response = self.execute(
            query=query,
            operation_name="RefundOldPayment",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return self.read(RefundOldPayment, data).order_refund

    def cancel_order(self, order: str, **kwargs: Any) -> Optional["CancelOrderOrderCancel"]:
        from .cancel_order import CancelOrder

        query = gql("""
            mutation CancelOrder($order: ID!) {
              orderCancel(id: $order) {
                errors {
                  field
                  message
                  code
                }
              }
            }
            """)
        variables: dict[str, object] = {"order": order}
        response = self.execute(query=query, operation_name="CancelOrder", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(CancelOrder, data).order_cancel

    def update_tracking(
        self, fulfillment: str, number: str, notify: bool, **kwargs: Any
    ) -> Optional["UpdateTrackingOrderFulfillmentUpdateTracking"]:
        from .update_tracking import UpdateTracking

        query = gql("""
            mutation UpdateTracking($fulfillment: ID!, $number: String!, $notify: Boolean!) {
              orderFulfillmentUpdateTracking(
                id: $fulfillment
                input: {trackingNumber: $number, notifyCustomer: $notify}
              ) {
                errors {
                  field
                  message
                  code
                }
              }
            }
            """)
        variables: dict[str, object] = {
            "fulfillment": fulfillment,
            "number": number,
            "notify": notify,
        }
        response = self.execute(query=query, operation_name="UpdateTracking", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(UpdateTracking, data).order_fulfillment_update_tracking

    def update_shipping_address(
        self, order: str, address: "AddressInput", **kwargs: Any
    ) -> Optional["UpdateShippingAddressOrderUpdate"]:
        from .update_shipping_address import UpdateShippingAddress

        query = gql("""
            mutation UpdateShippingAddress($order: ID!, $address: AddressInput!) {
              orderUpdate(id: $order, input: {shippingAddress: $address}) {
                errors {
                  field
                  message
                  code
                }
              }
            }
            """)
        variables: dict[str, object] = {"order": order, "address": address}
        response = self.execute(
            query=query,
            operation_name="UpdateShippingAddress",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return self.read(UpdateShippingAddress, data).order_update

    def create_draft_order(
        self, input: "DraftOrderCreateInput", **kwargs: Any
    ) -> Optional["CreateDraftOrderDraftOrderCreate"]:
        from .create_draft_order import CreateDraftOrder

        query = gql("""
            mutation CreateDraftOrder($input: DraftOrderCreateInput!) {
              draftOrderCreate(input: $input) {
                order {
                  id
                  number
                }
                errors {
                  field
                  message
                  code
                }
              }
            }
            """)
        variables: dict[str, object] = {"input": input}
        response = self.execute(
            query=query,
            operation_name="CreateDraftOrder",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return self.read(CreateDraftOrder, data).draft_order_create

    def return_products(
        self, order: str, input: "OrderReturnProductsInput", **kwargs: Any
    ) -> Optional["ReturnProductsOrderFulfillmentReturnProducts"]:
        from .return_products import ReturnProducts

        query = gql("""
            mutation ReturnProducts($order: ID!, $input: OrderReturnProductsInput!) {
              orderFulfillmentReturnProducts(order: $order, input: $input) {
                errors {
                  field
                  message
                  code
                }
              }
            }
            """)
        variables: dict[str, object] = {"order": order, "input": input}
        response = self.execute(query=query, operation_name="ReturnProducts", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(ReturnProducts, data).order_fulfillment_return_products

    def request_invoice(self, order: str, **kwargs: Any) -> Optional["RequestInvoiceInvoiceRequest"]:
        from .request_invoice import RequestInvoice

        query = gql("""
            mutation RequestInvoice($order: ID!) {
              invoiceRequest(orderId: $order) {
                errors {
                  field
                  message
                  code
                }
              }
            }
            """)
        variables: dict[str, object] = {"order": order}
        response = self.execute(query=query, operation_name="RequestInvoice", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(RequestInvoice, data).invoice_request

    def send_invoice(self, invoice: str, **kwargs: Any) -> Optional["SendInvoiceInvoiceSendNotification"]:
        from .send_invoice import SendInvoice

        query = gql("""
            mutation SendInvoice($invoice: ID!) {
              invoiceSendNotification(id: $invoice) {
                errors {
                  field
                  message
                  code
                }
              }
            }
            """)
        variables: dict[str, object] = {"invoice": invoice}
        response = self.execute(query=query, operation_name="SendInvoice", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(SendInvoice, data).invoice_send_notification

    def order_events(self, id: str, **kwargs: Any) -> Optional["OrderEventsOrder"]:
        from .order_events import OrderEvents

        query = gql("""
            query OrderEvents($id: ID!) {
              order(id: $id) {
                events {
                  id
                  date
                  type
                  message
                  app {
                    name
                  }
                }
              }
            }
            """)
        variables: dict[str, object] = {"id": id}
        response = self.execute(query=query, operation_name="OrderEvents", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(OrderEvents, data).order

    def add_order_note(self, order: str, message: str, **kwargs: Any) -> Optional["AddOrderNoteOrderNoteAdd"]:
        from .add_order_note import AddOrderNote

        query = gql("""
            mutation AddOrderNote($order: ID!, $message: String!) {
              orderNoteAdd(order: $order, input: {message: $message}) {
                event {
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
        variables: dict[str, object] = {"order": order, "message": message}
        response = self.execute(query=query, operation_name="AddOrderNote", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(AddOrderNote, data).order_note_add

    def update_order_note(self, note: str, message: str, **kwargs: Any) -> Optional["UpdateOrderNoteOrderNoteUpdate"]:
        from .update_order_note import UpdateOrderNote

        query = gql("""
            mutation UpdateOrderNote($note: ID!, $message: String!) {
              orderNoteUpdate(note: $note, input: {message: $message}) {
                event {
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
        variables: dict[str, object] = {"note": note, "message": message}
        response = self.execute(query=query, operation_name="UpdateOrderNote", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(UpdateOrderNote, data).order_note_update

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

    def products_to_rate(self, ids: list[str], first: int, **kwargs: Any) -> Optional["ProductsToRateProducts"]:
        from .products_to_rate import ProductsToRate

        query = gql("""
            query ProductsToRate($ids: [ID!]!, $first: Int!) {
              products(first: $first, filter: {ids: $ids}) {
                edges {
                  node {
                    id
                    rating
                    average: metafield(key: "support.rating")
                    count: metafield(key: "support.review_count")
                    attributes {
                      attribute {
                        id
                        slug
                      }
                      values {
                        name
                      }
                    }
                    productType {
                      productAttributes {
                        id
                        slug
                        inputType
                      }
                    }
                  }
                }
              }
            }
            """)
        variables: dict[str, object] = {"ids": ids, "first": first}
        response = self.execute(query=query, operation_name="ProductsToRate", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(ProductsToRate, data).products

    def rate_product(
        self,
        id: str,
        metadata: list["MetadataInput"],
        attributes: list["AttributeValueInput"],
        rating: Union[float | None, "UnsetType"] = UNSET,
        **kwargs: Any,
    ) -> Optional["RateProductProductUpdate"]:
        from .rate_product import RateProduct

        query = gql("""
            mutation RateProduct($id: ID!, $rating: Float, $metadata: [MetadataInput!]!, $attributes: [AttributeValueInput!]!) {
              productUpdate(
                id: $id
                input: {rating: $rating, metadata: $metadata, attributes: $attributes}
              ) {
                errors {
                  field
                  message
                  code
                }
              }
            }
            """)
        variables: dict[str, object] = {
            "id": id,
            "rating": rating,
            "metadata": metadata,
            "attributes": attributes,
        }
        response = self.execute(query=query, operation_name="RateProduct", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(RateProduct, data).product_update

    def rate_product_without_rating(
        self,
        id: str,
        metadata: list["MetadataInput"],
        attributes: list["AttributeValueInput"],
        **kwargs: Any,
    ) -> Optional["RateProductWithoutRatingProductUpdate"]:
        from .rate_product_without_rating import RateProductWithoutRating

        query = gql("""
            mutation RateProductWithoutRating($id: ID!, $metadata: [MetadataInput!]!, $attributes: [AttributeValueInput!]!) {
              productUpdate(id: $id, input: {metadata: $metadata, attributes: $attributes}) {
                errors {
                  field
                  message
                  code
                }
              }
            }
            """)
        variables: dict[str, object] = {
            "id": id,
            "metadata": metadata,
            "attributes": attributes,
        }
        response = self.execute(
            query=query,
            operation_name="RateProductWithoutRating",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return self.read(RateProductWithoutRating, data).product_update

    def attributes_by_slugs(
        self, slugs: list[str], first: int, **kwargs: Any
    ) -> Optional["AttributesBySlugsAttributes"]:
        from .attributes_by_slugs import AttributesBySlugs

        query = gql("""
            query AttributesBySlugs($slugs: [String!]!, $first: Int!) {
              attributes(first: $first, filter: {slugs: $slugs}) {
                edges {
                  node {
                    id
                    slug
                    type
                    inputType
                  }
                }
              }
            }
            """)
        variables: dict[str, object] = {"slugs": slugs, "first": first}
        response = self.execute(
            query=query,
            operation_name="AttributesBySlugs",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return self.read(AttributesBySlugs, data).attributes

    def create_numeric_attribute(
        self, name: str, slug: str, **kwargs: Any
    ) -> Optional["CreateNumericAttributeAttributeCreate"]:
        from .create_numeric_attribute import CreateNumericAttribute

        query = gql("""
            mutation CreateNumericAttribute($name: String!, $slug: String!) {
              attributeCreate(
                input: {type: PRODUCT_TYPE, inputType: NUMERIC, name: $name, slug: $slug, valueRequired: false, visibleInStorefront: true}
              ) {
                attribute {
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
        variables: dict[str, object] = {"name": name, "slug": slug}
        response = self.execute(
            query=query,
            operation_name="CreateNumericAttribute",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return self.read(CreateNumericAttribute, data).attribute_create

    def product_types_with_attributes(
        self,
        first: int,
        after: Union[str | None, "UnsetType"] = UNSET,
        **kwargs: Any,
    ) -> Optional["ProductTypesWithAttributesProductTypes"]:
        from .product_types_with_attributes import ProductTypesWithAttributes

        query = gql("""
            query ProductTypesWithAttributes($first: Int!, $after: String) {
              productTypes(first: $first, after: $after) {
                edges {
                  node {
                    id
                    productAttributes {
                      id
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
        response = self.execute(
            query=query,
            operation_name="ProductTypesWithAttributes",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return self.read(ProductTypesWithAttributes, data).product_types

    def assign_attributes(
        self,
        product_type: str,
        operations: list["ProductAttributeAssignInput"],
        **kwargs: Any,
    ) -> Optional["AssignAttributesProductAttributeAssign"]:
        from .assign_attributes import AssignAttributes

        query = gql("""
            mutation AssignAttributes($productType: ID!, $operations: [ProductAttributeAssignInput!]!) {
              productAttributeAssign(productTypeId: $productType, operations: $operations) {
                errors {
                  field
                  message
                  code
                }
              }
            }
            """)
        variables: dict[str, object] = {
            "productType": product_type,
            "operations": operations,
        }
        response = self.execute(
            query=query,
            operation_name="AssignAttributes",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return self.read(AssignAttributes, data).product_attribute_assign

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
            }
            """)
        variables: dict[str, object] = {"ids": ids, "first": first}
        response = self.execute(query=query, operation_name="VariantsByIds", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(VariantsByIds, data).product_variants

    def published_pages(
        self,
        first: int,
        after: Union[str | None, "UnsetType"] = UNSET,
        **kwargs: Any,
    ) -> Optional["PublishedPagesPages"]:
        from .published_pages import PublishedPages

        query = gql("""
            query PublishedPages($first: Int!, $after: String) {
              pages(first: $first, after: $after) {
                edges {
                  node {
                    id
                    slug
                    title
                    content
                    turkish: translation(languageCode: TR) {
                      title
                      content
                    }
                    english: translation(languageCode: EN) {
                      title
                      content
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
        response = self.execute(query=query, operation_name="PublishedPages", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(PublishedPages, data).pages

    def offered_products(
        self,
        channel: str,
        search: str,
        first: int,
        categories: Union[list[str] | None, "UnsetType"] = UNSET,
        **kwargs: Any,
    ) -> Optional["OfferedProductsProducts"]:
        from .offered_products import OfferedProducts

        query = gql("""
            query OfferedProducts($channel: String!, $search: String!, $categories: [ID!], $first: Int!) {
              products(
                channel: $channel
                first: $first
                filter: {search: $search, categories: $categories, isAvailable: true}
              ) {
                edges {
                  node {
                    id
                    slug
                    name
                    translation(languageCode: TR) {
                      name
                    }
                    thumbnail(size: 256) {
                      url
                    }
                    category {
                      id
                      name
                      translation(languageCode: TR) {
                        name
                      }
                    }
                    pricing {
                      priceRange {
                        start {
                          gross {
                            amount
                            currency
                          }
                        }
                        stop {
                          gross {
                            amount
                          }
                        }
                      }
                    }
                    attributes {
                      attribute {
                        slug
                        name
                        inputType
                        translation(languageCode: TR) {
                          name
                        }
                      }
                      values {
                        slug
                        name
                        translation(languageCode: TR) {
                          name
                        }
                      }
                    }
                  }
                }
              }
            }
            """)
        variables: dict[str, object] = {
            "channel": channel,
            "search": search,
            "categories": categories,
            "first": first,
        }
        response = self.execute(query=query, operation_name="OfferedProducts", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(OfferedProducts, data).products

    def create_voucher(
        self,
        code: str,
        name: str,
        start_date: datetime,
        end_date: datetime,
        value_type: str,
        **kwargs: Any,
    ) -> Optional["CreateVoucherVoucherCreate"]:
        from .create_voucher import CreateVoucher

        query = gql("""
            mutation CreateVoucher($code: String!, $name: String!, $startDate: DateTime!, $endDate: DateTime!, $valueType: DiscountValueTypeEnum!) {
              voucherCreate(
                input: {name: $name, addCodes: [$code], type: ENTIRE_ORDER, discountValueType: $valueType, singleUse: true, startDate: $startDate, endDate: $endDate}
              ) {
                voucher {
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
        variables: dict[str, object] = {
            "code": code,
            "name": name,
            "startDate": start_date,
            "endDate": end_date,
            "valueType": value_type,
        }
        response = self.execute(query=query, operation_name="CreateVoucher", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(CreateVoucher, data).voucher_create

    def list_voucher(
        self,
        id: str,
        channel: str,
        value: str,
        min_spend: Union[str | None, "UnsetType"] = UNSET,
        **kwargs: Any,
    ) -> Optional["ListVoucherVoucherChannelListingUpdate"]:
        from .list_voucher import ListVoucher

        query = gql("""
            mutation ListVoucher($id: ID!, $channel: ID!, $value: PositiveDecimal!, $minSpend: PositiveDecimal) {
              voucherChannelListingUpdate(
                id: $id
                input: {addChannels: [{channelId: $channel, discountValue: $value, minAmountSpent: $minSpend}]}
              ) {
                errors {
                  field
                  message
                  code
                }
              }
            }
            """)
        variables: dict[str, object] = {
            "id": id,
            "channel": channel,
            "value": value,
            "minSpend": min_spend,
        }
        response = self.execute(query=query, operation_name="ListVoucher", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(ListVoucher, data).voucher_channel_listing_update

    def vouchers_like(self, code: str, first: int, **kwargs: Any) -> Optional["VouchersLikeVouchers"]:
        from .vouchers_like import VouchersLike

        query = gql("""
            query VouchersLike($code: String!, $first: Int!) {
              vouchers(first: $first, filter: {search: $code}) {
                edges {
                  node {
                    id
                    codes(first: 1) {
                      edges {
                        node {
                          code
                        }
                      }
                    }
                    channelListings {
                      channel {
                        slug
                      }
                    }
                  }
                }
              }
            }
            """)
        variables: dict[str, object] = {"code": code, "first": first}
        response = self.execute(query=query, operation_name="VouchersLike", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(VouchersLike, data).vouchers

    def variant_margins(
        self, ids: list[str], channel: str, first: int, **kwargs: Any
    ) -> Optional["VariantMarginsProductVariants"]:
        from .variant_margins import VariantMargins

        query = gql("""
            query VariantMargins($ids: [ID!]!, $channel: String!, $first: Int!) {
              productVariants(ids: $ids, channel: $channel, first: $first) {
                edges {
                  node {
                    id
                    channelListings {
                      channel {
                        slug
                      }
                      price {
                        amount
                      }
                      costPrice {
                        amount
                      }
                    }
                  }
                }
              }
            }
            """)
        variables: dict[str, object] = {"ids": ids, "channel": channel, "first": first}
        response = self.execute(query=query, operation_name="VariantMargins", variables=variables, **kwargs)
        data = self.get_data(response)
        return self.read(VariantMargins, data).product_variants

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
