"""How complete a product's page is."""

from hypothesis import given
from hypothesis import strategies as st

from saleor_support_plugin.shop.completeness import Attribute, ProductFacts, checks, percent

COLOUR = Attribute("colour", "Colour", True)
EMPTY = Attribute("material", "Material", False)
FULL = ProductFacts(
    picture_texts=["Front", "Side", "Back"],
    has_description=True,
    attributes=[COLOUR, Attribute("manual", "Manual", True), Attribute("safety-contact", "Safety contact", True)],
    reviews=1,
)

facts = st.builds(
    ProductFacts,
    picture_texts=st.lists(st.sampled_from(["", " ", "Front"]), max_size=6),
    has_description=st.booleans(),
    attributes=st.lists(
        st.builds(Attribute, st.sampled_from(["colour", "manual", "safety-contact"]), st.just("Name"), st.booleans()),
        max_size=5,
    ),
    reviews=st.integers(0, 5),
    has_manual_link=st.booleans(),
    has_safety_contact=st.booleans(),
)


def lacking(product: ProductFacts) -> list[str]:
    return [check.part for check in checks(product) if not check.is_done]


def test_a_product_with_everything_lacks_nothing() -> None:
    assert lacking(FULL) == []
    assert percent(checks(FULL)) == 100


def test_a_bare_product_lacks_all_that_can_be_asked_of_it() -> None:
    bare = ProductFacts(picture_texts=[], has_description=False, attributes=[], reviews=0)
    assert lacking(bare) == ["PICTURES", "DESCRIPTION", "MANUAL", "SAFETY_CONTACT", "REVIEWS"]
    assert percent(checks(bare)) == 0


def test_empty_attributes_are_named() -> None:
    product = ProductFacts(picture_texts=["Front", ""], has_description=True, attributes=[COLOUR, EMPTY], reviews=2)
    by_part = {check.part: check for check in checks(product)}
    assert by_part["ATTRIBUTES"].lacking == ("Material",)
    assert (by_part["PICTURE_TEXTS"].done, by_part["PICTURE_TEXTS"].wanted) == (1, 2)


def test_an_empty_attribute_of_the_manual_is_no_manual_but_metadata_is_one() -> None:
    empty = [Attribute("manual", "Manual", False)]
    assert "MANUAL" in lacking(ProductFacts([], False, empty, 0))
    assert "MANUAL" not in lacking(ProductFacts([], False, empty, 0, has_manual_link=True))


@given(facts)
def test_a_hundred_per_cent_means_that_nothing_is_lacking(product: ProductFacts) -> None:
    found = checks(product)
    assert 0 <= percent(found) <= 100
    assert (percent(found) == 100) == all(check.is_done for check in found)
