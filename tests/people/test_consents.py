"""What people said about being written to: the newest word holds, it is proven, and it outlives its person."""

from datetime import datetime, timedelta
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saleor_support_plugin.people import actions
from saleor_support_plugin.people.actions import Already, Said, give_consent, person_at, withdraw
from saleor_support_plugin.people.addresses import address_hash
from saleor_support_plugin.people.models import (
    Consent,
    Person,
    PersonChange,
    PersonKey,
    Source,
    Suppressing,
    Suppression,
)
from saleor_support_plugin.people.queries import consents, mailbox_consents
from saleor_support_plugin.people.rules import CHOSEN, MEDIA, Closed, Word, newest

from ..shops import NOON, Shop

AYSE = "ayse@shopper.dev"
DAY = timedelta(days=1)
MAIL: dict[str, Any] = {"medium": "email", "purpose": "commercial"}


@pytest.fixture
def ayse(aurora: Shop) -> Person:
    return person_at(store=aurora.store, email=AYSE, now=NOON)


def give(person: Person, at: datetime = NOON, **changed: Any) -> Said | Already:
    return give_consent(person=person, at=at, **(MAIL | {"source": Source.FORM} | changed))


def take(person: Person, at: datetime = NOON, **changed: Any) -> Said | Already:
    return withdraw(person=person, at=at, **(MAIL | {"source": Source.PREFERENCES} | changed))


def agrees(person: Person) -> bool:
    return consents(person).is_given("email", "commercial")


@pytest.mark.django_db
def test_nobody_agreed_who_never_said_so(ayse: Person) -> None:
    said = consents(ayse)
    assert said.word("email", "commercial") is None
    assert not any(said.is_given(medium, purpose) for medium in MEDIA for purpose in CHOSEN)
    assert not any(said.is_withdrawn(medium, purpose) for medium in MEDIA for purpose in CHOSEN)


@pytest.mark.django_db
def test_a_word_is_kept_with_what_proves_it(ayse: Person) -> None:
    give(ayse, text_version="2026-11", page="https://aurora.dev/signup", proof={"form": "news"})
    row = Consent.across_stores.get()
    assert (row.store, row.state, row.basis, row.source) == (ayse.store, "GIVEN", "consent", "FORM")
    assert (row.text_version, row.page, row.proof) == ("2026-11", "https://aurora.dev/signup", {"form": "news"})
    assert consents(ayse).word("email", "commercial") == Word(True, NOON, "FORM", "consent")


@pytest.mark.django_db
def test_one_medium_and_purpose_says_nothing_of_another(ayse: Person) -> None:
    give(ayse)
    said = consents(ayse)
    assert [(medium, purpose) for medium in MEDIA for purpose in CHOSEN if said.is_given(medium, purpose)] == [
        ("email", "commercial")
    ]


@pytest.mark.django_db
def test_a_word_from_long_ago_does_not_undo_a_newer_one(ayse: Person) -> None:
    take(ayse, NOON)
    give(ayse, NOON - DAY, source=Source.CSV)
    assert not agrees(ayse)
    give(ayse, NOON + DAY)
    assert agrees(ayse)
    assert Consent.across_stores.count() == 3


@pytest.mark.django_db
def test_the_same_word_twice_is_one_row(ayse: Person) -> None:
    assert isinstance(give(ayse), Said)
    assert isinstance(give(ayse), Already)
    assert isinstance(give(ayse, source=Source.CSV), Said)
    assert Consent.across_stores.count() == 2


@pytest.mark.django_db
def test_withdrawing_everything_leaves_nothing_given(ayse: Person) -> None:
    for medium in MEDIA:
        give(ayse, medium=medium)
    actions.withdraw_all(person=ayse, source=Source.PREFERENCES, at=NOON + DAY, page="/p/")
    said = consents(ayse)
    assert all(said.is_withdrawn(medium, purpose) for medium in MEDIA for purpose in CHOSEN)


@pytest.mark.django_db
def test_consents_are_one_question(ayse: Person, django_assert_num_queries: Any) -> None:
    for day in range(20):
        give(ayse, NOON + day * DAY)
        take(ayse, NOON + day * DAY, medium="sms")
    with django_assert_num_queries(1):
        assert agrees(ayse)


# Addresses that are known by their hash alone


def unsubscribe(shop: Shop, at: datetime = NOON, email: str = AYSE) -> bool:
    hashed = address_hash(email)
    return actions.withdraw_at(store=shop.store, value_hash=hashed, source=Source.ONE_CLICK, at=at, **MAIL)


@pytest.mark.django_db
def test_who_unsubscribed_before_we_knew_them_is_not_written_to(aurora: Shop, borealis: Shop) -> None:
    assert unsubscribe(aurora, email=AYSE.upper())
    assert not unsubscribe(aurora)
    here, there = (person_at(store=shop.store, email=AYSE, now=NOON) for shop in (aurora, borealis))
    assert consents(here).word("email", "commercial") == Word(False, NOON, "UNSUBSCRIBED")
    assert consents(there).word("email", "commercial") is None
    assert consents(here).word("email", "service") is None
    give(here, NOON + DAY)
    assert agrees(here)


@pytest.mark.django_db
def test_one_click_withdraws_in_the_ledger(aurora: Shop, ayse: Person) -> None:
    give(ayse)
    assert unsubscribe(aurora, NOON + DAY)
    assert not agrees(ayse)
    row = Consent.across_stores.get(state="WITHDRAWN")
    assert (row.source, row.at) == ("ONE_CLICK", NOON + DAY)
    assert not unsubscribe(aurora, NOON + 2 * DAY)
    give(ayse, NOON + 3 * DAY)
    assert unsubscribe(aurora, NOON + 4 * DAY)
    assert not agrees(ayse)


@pytest.mark.django_db
def test_a_closed_address_is_told_apart_from_a_word(aurora: Shop, ayse: Person) -> None:
    give(ayse)
    told: Any = {"store": aurora.store, "medium": "email", "address": AYSE.upper(), "at": NOON}
    assert actions.suppress(reason=Suppressing.BOUNCED, **told)
    assert not actions.suppress(reason=Suppressing.BOUNCED, **told)
    said = consents(ayse)
    assert said.closed == (Closed("email", address_hash(AYSE), "BOUNCED", NOON),)
    assert said.is_given("email", "commercial")


@pytest.mark.django_db
def test_an_erased_person_leaves_a_hash_and_nothing_else(aurora: Shop, ayse: Person) -> None:
    joined = person_at(
        store=aurora.store, customer_id="User:1", email=AYSE, phone="+905321234567", verified=True, now=NOON
    )
    give(joined)
    actions.erase(person=ayse, now=NOON + DAY)
    for model in (Person, PersonKey, Consent, PersonChange):
        assert not model.across_stores.exists()
    assert AYSE not in str(list(Suppression.across_stores.values()))
    again = person_at(store=aurora.store, email=AYSE, now=NOON + 2 * DAY)
    said = consents(again)
    assert said.is_withdrawn("email", "commercial")
    assert said.is_withdrawn("email", "service")
    assert not said.is_withdrawn("sms", "commercial")
    by_phone = consents(person_at(store=aurora.store, phone="+905321234567", now=NOON))
    assert by_phone.is_withdrawn("sms", "commercial")
    assert by_phone.is_withdrawn("whatsapp", "commercial")
    give(again, NOON + 3 * DAY)
    assert agrees(again)


@pytest.mark.django_db
def test_a_mailbox_that_nobody_knows_said_nothing(aurora: Shop, ayse: Person) -> None:
    give(ayse)
    assert mailbox_consents(store=aurora.store, email=AYSE.upper()).is_given("email", "commercial")
    assert not mailbox_consents(store=aurora.store, email="fatma@shopper.dev").words
    assert not mailbox_consents(store=aurora.store, email="none").words


# The rule


def test_of_two_words_at_one_moment_the_later_named_holds() -> None:
    given_, withdrawn = Word(True, NOON, "FORM"), Word(False, NOON, "FORM")
    assert newest([("email", "commercial", given_), ("email", "commercial", withdrawn)]) == {
        ("email", "commercial"): withdrawn
    }


@given(
    st.lists(st.tuples(st.integers(0, 5), st.booleans(), st.sampled_from(["", "service", "commercial"])), max_size=5)
)
def test_the_newest_word_holds_in_whatever_order_it_is_heard(said: list[tuple[int, bool, str]]) -> None:
    told = {days: ("email", purpose, Word(is_given, NOON + days * DAY, "FORM")) for days, is_given, purpose in said}
    answers = [newest(order) for order in permutations(told.values())]
    assert all(answer == answers[0] for answer in answers)
    for (_, purpose), word in answers[0].items():
        assert word.at == max(one.at for _, of, one in told.values() if of in ("", purpose))
