from typing import Optional

from .base_model import BaseModel
from .fragments import (  # noqa: F401
    CheckoutBeside,
    CheckoutBesideAvailableCollectionPoints,
    CheckoutBesideItsChannel,
    CheckoutBesideLinesWithProblems,
    CheckoutBesideShippingMethods,
    CheckoutBesideTransactions,
    CheckoutFacts,
    CheckoutFactsChannel,
    CheckoutFactsDeliveryMethodShippingMethod,
    CheckoutFactsDeliveryMethodWarehouse,
    CheckoutFactsLines,
    CheckoutFactsMetadata,
    CheckoutFactsShippingAddress,
    CheckoutFactsShippingPrice,
    CheckoutFactsTotalPrice,
)


class CheckoutNowBefore(BaseModel):
    checkout: Optional["CheckoutNowBeforeCheckout"]


class CheckoutNowBeforeCheckout(CheckoutBeside, CheckoutFacts):
    pass


CheckoutNowBefore.model_rebuild()
