"""A box at the checkout: a word in the ledger when it changes, and nothing when it only was read again."""

from datetime import timedelta
from typing import Any

import pytest

from saleor_support_plugin.carts import actions
from saleor_support_plugin.carts.facts import Silence
from saleor_support_plugin.outbox.models import Message
from saleor_support_plugin.people.actions import give_consent, person_at, withdraw
from saleor_support_plugin.people.models import Consent, Person, Source
from saleor_support_plugin.people.queries import mailbox_consents

from ..shops import NOON, Shop
from .leaving import CONSENT, DAY, HOUR, SHOPPER, configure, leave, plan, silence_of

UNTICKED: list[dict[str, str]] = [{"key": "paper.marketing_opt_in", "value": "false"}]


pytestmark = pytest.mark.usefixtures("asked_saleor")


@pytest.fixture
def shop(aurora: Shop) -> Shop:
    configure(aurora)
    plan(aurora, 1)
    return aurora


def said() -> list[tuple[str, Any]]:
    return list(Consent.across_stores.order_by("pk").values_list("state", "at"))


def agrees(shop: Shop, email: str = SHOPPER) -> bool:
    return mailbox_consents(store=shop.store, email=email).is_given("email", "commercial")


@pytest.mark.django_db
def test_a_tick_is_kept_with_what_proves_it(shop: Shop) -> None:
    cart = leave(shop, email=SHOPPER.upper())
    row = Consent.across_stores.get()
    assert (row.medium, row.purpose, row.state, row.source) == ("email", "commercial", "GIVEN", "CHECKOUT")
    assert (row.at, row.page) == (NOON, "checkout")
    issued = (NOON + timedelta(seconds=1)).isoformat()
    assert row.proof == {"checkout": cart.saleor_id, "key": "paper.marketing_opt_in", "issued_at": issued}
    assert [key.value for key in row.person.keys.all()] == [SHOPPER]
    assert row.person.language == "TR"


@pytest.mark.django_db
def test_a_checkout_that_changes_otherwise_says_nothing_new(shop: Shop) -> None:
    for number in range(5):
        leave(shop, at=NOON + number * HOUR, quantity=number + 1)
    assert said() == [("GIVEN", NOON)]


@pytest.mark.django_db
def test_taking_the_tick_away_withdraws(shop: Shop) -> None:
    for number, metadata in enumerate([CONSENT, UNTICKED, UNTICKED, CONSENT, []]):
        leave(shop, at=NOON + number * HOUR, metadata=metadata)
    assert said() == [
        ("GIVEN", NOON), ("WITHDRAWN", NOON + HOUR), ("GIVEN", NOON + 3 * HOUR), ("WITHDRAWN", NOON + 4 * HOUR),
    ]  # fmt: skip
    assert not agrees(shop)


@pytest.mark.django_db
def test_a_box_that_was_never_ticked_takes_nothing_back(shop: Shop) -> None:
    leave(shop, "a")
    leave(shop, "b", at=NOON + DAY, metadata=UNTICKED)
    leave(shop, "c", at=NOON + DAY, metadata=[])
    assert said() == [("GIVEN", NOON)]


@pytest.mark.django_db
def test_an_older_word_of_saleor_says_nothing(shop: Shop) -> None:
    leave(shop, at=NOON + HOUR, metadata=UNTICKED)
    leave(shop, at=NOON)
    assert said() == []


@pytest.mark.django_db
def test_another_address_has_its_own_word(shop: Shop) -> None:
    leave(shop)
    leave(shop, at=NOON + HOUR, email="fatma@shopper.dev")
    assert agrees(shop)
    assert agrees(shop, "fatma@shopper.dev")
    assert Person.across_stores.count() == 2


@pytest.mark.django_db
@pytest.mark.parametrize("changed", [{"email": None}, {"email": "no address"}])
def test_nobody_is_made_of_a_checkout_without_a_mailbox(shop: Shop, changed: dict[str, Any]) -> None:
    leave(shop, **changed)
    assert not Person.across_stores.exists()


@pytest.mark.django_db
def test_a_checkout_without_a_tick_says_nothing(shop: Shop) -> None:
    leave(shop, metadata=[])
    assert said() == []


@pytest.mark.django_db
def test_the_merchant_says_which_boxes_are_a_consent(shop: Shop) -> None:
    configure(shop, consent_keys=["news", "offers"])
    both = [{"key": key, "value": "true"} for key in ("news", "offers")]
    for number, metadata in enumerate([CONSENT, both, both[:1], both[1:], []]):
        leave(shop, at=NOON + number * HOUR, metadata=metadata)
    assert said() == [("GIVEN", NOON + HOUR), ("WITHDRAWN", NOON + 4 * HOUR)]


@pytest.mark.django_db
def test_who_withdrew_is_not_asked_by_a_cart_that_was_ticked_before(shop: Shop) -> None:
    cart = leave(shop)
    person = person_at(store=shop.store, email=SHOPPER, now=NOON)
    withdraw(person=person, medium="email", purpose="commercial", source=Source.PREFERENCES, at=NOON + HOUR / 2)
    leave(shop, quantity=2)
    actions.decide_due(now=NOON + HOUR)
    assert silence_of(cart) == Silence.NO_CONSENT
    assert not Message.across_stores.exists()


@pytest.mark.django_db
def test_who_agreed_elsewhere_is_reminded_of_a_cart_without_a_tick(shop: Shop) -> None:
    person = person_at(store=shop.store, email=SHOPPER, now=NOON)
    give_consent(person=person, medium="email", purpose="commercial", source=Source.CSV, at=NOON - DAY)
    leave(shop, metadata=[])
    actions.decide_due(now=NOON + HOUR)
    assert Message.across_stores.get().person == person
