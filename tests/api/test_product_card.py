"""The card on a product says what its page lacks."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from saleor_support_plugin.api import products
from saleor_support_plugin.questions.models import Question
from saleor_support_plugin.reviews import summaries
from saleor_support_plugin.reviews.models import Review, State
from saleor_support_plugin.saleor.generated.product_facts import ProductFactsProduct
from saleor_support_plugin.stores.models import Store

from ..desks import add_review, ask_as
from ..known_staff import FakeSaleor
from ..shops import NOON, Shop, global_id

pytestmark = pytest.mark.django_db

CARD = """query($id: ID!) { productCard(id: $id) {
    name percent reviews average reviewsLately averageLately averageBefore openQuestions
    lastBad { stars title } checks { part isDone lacking } } }"""
LAMP = global_id("Product", 1)


class FakeProducts:
    """Answers for a product as Saleor 3.23 does; `asked` says whose store was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.product: dict[str, Any] = {
            "id": LAMP,
            "name": "Lamp",
            "description": '{"blocks": [{"data": {"text": "It shines."}}]}',
            "media": [{"type": "IMAGE", "alt": "Front"}, {"type": "IMAGE", "alt": ""}],
            "manual": "https://shop.example/manual.pdf",
            "safetyContact": None,
            "attributes": [
                {"attribute": {"slug": "colour", "name": "Colour"}, "values": [{"slug": "red"}]},
                {"attribute": {"slug": "material", "name": "Material"}, "values": []},
            ],
        }

    def client_of(self, store: Store) -> "FakeProducts":
        self.asked.append(store.api_url)
        return self

    def product_facts(self, product_id: str) -> ProductFactsProduct | None:
        return ProductFactsProduct.model_validate(self.product) if product_id == LAMP else None


@pytest.fixture
def shelf(monkeypatch: pytest.MonkeyPatch) -> FakeProducts:
    fake = FakeProducts()
    monkeypatch.setattr(products, "client_of", fake.client_of)
    return fake


def publish(review: Review) -> None:
    Review.across_stores.filter(pk=review.pk).update(state=State.PUBLISHED)
    summaries.keep(store=review.store, product_ids=[review.product_id], now=NOON)


def card(shop: Shop, id: str = LAMP) -> Any:
    return ask_as(shop.staff_token("MANAGE_PRODUCTS"), CARD, id=id)["data"]["productCard"]


def test_the_card_says_what_is_there_and_names_what_is_lacking(
    aurora: Shop, saleor: FakeSaleor, shelf: FakeProducts
) -> None:
    found = card(aurora)
    assert {check["part"]: check["isDone"] for check in found["checks"]} == {
        "PICTURES": False,
        "PICTURE_TEXTS": False,
        "DESCRIPTION": True,
        "ATTRIBUTES": False,
        "MANUAL": True,
        "SAFETY_CONTACT": False,
        "REVIEWS": False,
    }
    assert [check["lacking"] for check in found["checks"] if check["part"] == "ATTRIBUTES"] == [["Material"]]
    # (2/3 + 1/2 + 1 + 1/2 + 1 + 0 + 0) of seven
    assert found["percent"] == 52
    assert shelf.asked == [aurora.store.api_url]


def test_only_published_reviews_of_the_store_count(
    aurora: Shop, borealis: Shop, saleor: FakeSaleor, shelf: FakeProducts
) -> None:
    publish(add_review(borealis))
    add_review(aurora)
    assert (card(aurora)["reviews"], card(aurora)["average"]) == (0, None)
    publish(add_review(aurora, 2, stars=5))
    publish(add_review(aurora, 3, stars=4))
    assert (card(aurora)["reviews"], card(aurora)["average"]) == (2, 4.5)


def test_the_card_says_how_reviews_go_lately_and_what_last_went_wrong(
    aurora: Shop, saleor: FakeSaleor, shelf: FakeProducts
) -> None:
    now = timezone.now()
    for number, (stars, days) in enumerate([(5, 200), (4, 100), (2, 89), (1, 3), (2, 2), (1, 1)], 1):
        publish(add_review(aurora, number, stars=stars, title=f"{days} days", created_at=now - timedelta(days=days)))
    found = card(aurora)
    assert (found["reviews"], found["reviewsLately"]) == (6, 4)
    assert (found["averageLately"], found["averageBefore"]) == (1.5, 4.5)
    assert [one["title"] for one in found["lastBad"]] == ["1 days", "2 days", "3 days"]


def test_the_card_counts_the_questions_that_wait(
    aurora: Shop, borealis: Shop, saleor: FakeSaleor, shelf: FakeProducts
) -> None:
    for shop, product in ((aurora, LAMP), (aurora, LAMP), (aurora, global_id("Product", 2)), (borealis, LAMP)):
        Question.across_stores.create(store=shop.store, product_id=product, language="en", text="?", created_at=NOON)
    assert card(aurora)["openQuestions"] == 2


@pytest.mark.parametrize(
    "description", [None, "", "{}", "not JSON", "[]", '{"blocks": []}', '{"blocks": [{"data": {"text": ""}}]}']
)
def test_a_description_without_words_is_none(
    aurora: Shop, saleor: FakeSaleor, shelf: FakeProducts, description: str | None
) -> None:
    shelf.product["description"] = description
    (check,) = [check for check in card(aurora)["checks"] if check["part"] == "DESCRIPTION"]
    assert check["isDone"] is False


def test_a_product_that_saleor_does_not_know_has_no_card(aurora: Shop, saleor: FakeSaleor, shelf: FakeProducts) -> None:
    assert card(aurora, global_id("Product", 999)) is None


def test_it_needs_the_permission_to_manage_products(aurora: Shop, saleor: FakeSaleor, shelf: FakeProducts) -> None:
    refused = ask_as(aurora.staff_token("MANAGE_SETTINGS"), CARD, id=LAMP)
    assert refused["errors"][0]["message"] == "This needs the permission MANAGE_PRODUCTS."
    assert shelf.asked == []
