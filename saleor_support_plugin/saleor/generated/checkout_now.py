from typing import Annotated, Literal, Optional, Union

from pydantic import Field

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


class CheckoutNow(BaseModel):
    checkout: Optional["CheckoutNowCheckout"]


class CheckoutNowCheckout(CheckoutBeside, CheckoutFacts):
    problems: (
        list[
            Annotated[
                Union[
                    "CheckoutNowCheckoutProblemsCheckoutLineProblemInsufficientStock",
                    "CheckoutNowCheckoutProblemsCheckoutLineProblemVariantNotAvailable",
                    "CheckoutNowCheckoutProblemsCheckoutProblemDeliveryMethodInvalid",
                    "CheckoutNowCheckoutProblemsCheckoutProblemDeliveryMethodStale",
                ],
                Field(discriminator="typename__"),
            ]
        ]
        | None
    )


class CheckoutNowCheckoutProblemsCheckoutLineProblemInsufficientStock(BaseModel):
    typename__: Literal["CheckoutLineProblemInsufficientStock"] = Field(alias="__typename")
    available_quantity: int | None = Field(alias="availableQuantity")


class CheckoutNowCheckoutProblemsCheckoutLineProblemVariantNotAvailable(BaseModel):
    typename__: Literal["CheckoutLineProblemVariantNotAvailable"] = Field(alias="__typename")
    line: "CheckoutNowCheckoutProblemsCheckoutLineProblemVariantNotAvailableLine"


class CheckoutNowCheckoutProblemsCheckoutLineProblemVariantNotAvailableLine(BaseModel):
    id: str


class CheckoutNowCheckoutProblemsCheckoutProblemDeliveryMethodInvalid(BaseModel):
    typename__: Literal["CheckoutProblemDeliveryMethodInvalid"] = Field(alias="__typename")
    delivery: "CheckoutNowCheckoutProblemsCheckoutProblemDeliveryMethodInvalidDelivery"


class CheckoutNowCheckoutProblemsCheckoutProblemDeliveryMethodInvalidDelivery(BaseModel):
    id: str


class CheckoutNowCheckoutProblemsCheckoutProblemDeliveryMethodStale(BaseModel):
    typename__: Literal["CheckoutProblemDeliveryMethodStale"] = Field(alias="__typename")
    delivery: "CheckoutNowCheckoutProblemsCheckoutProblemDeliveryMethodStaleDelivery"


class CheckoutNowCheckoutProblemsCheckoutProblemDeliveryMethodStaleDelivery(BaseModel):
    id: str


CheckoutNow.model_rebuild()
CheckoutNowCheckout.model_rebuild()
CheckoutNowCheckoutProblemsCheckoutLineProblemVariantNotAvailable.model_rebuild()
CheckoutNowCheckoutProblemsCheckoutProblemDeliveryMethodInvalid.model_rebuild()
CheckoutNowCheckoutProblemsCheckoutProblemDeliveryMethodStale.model_rebuild()
