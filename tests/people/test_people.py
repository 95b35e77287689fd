"""Who is who: what proves that two are one, what does not, and how a mistake is taken back."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from itertools import cycle, islice
from random import Random
from typing import Any

import pytest

from saleor_support_plugin.people import actions
from saleor_support_plugin.people.actions import NotTheirs, give_consent, merge, person_at, split, withdraw
from saleor_support_plugin.people.addresses import AddressWrong
from saleor_support_plugin.people.models import ChangeKind, Person, PersonChange, PersonKey, Source
from saleor_support_plugin.people.queries import consents

from ..shops import NOON, Shop
from .together import together

AYSE = "ayse@shopper.dev"
DAY = timedelta(days=1)
SAID: dict[str, Any] = {"medium": "email", "purpose": "commercial", "source": Source.FORM}


def at(shop: Shop, **named: Any) -> Person:
    return person_at(store=shop.store, now=NOON, **named)


def keys_of(person: Person) -> set[str]:
    return set(PersonKey.across_stores.filter(person=person).values_list("value", flat=True))


@pytest.mark.django_db
def test_a_mailbox_is_one_person_however_it_is_typed(aurora: Shop) -> None:
    assert at(aurora, email=AYSE) == at(aurora, email=f"  {AYSE.upper()} ") == at(aurora, email="AYSE@SHOPPER.DEV")
    assert Person.across_stores.count() == 1


@pytest.mark.django_db
def test_a_number_is_one_person_however_it_is_typed(aurora: Shop) -> None:
    assert at(aurora, phone="0532 123 45 67", region="TR") == at(aurora, phone="+905321234567")


@pytest.mark.django_db
def test_one_address_in_two_stores_is_two_people(aurora: Shop, borealis: Shop) -> None:
    assert at(aurora, email=AYSE) != at(borealis, email=AYSE)
    assert at(borealis, email=AYSE).store == borealis.store


@pytest.mark.django_db
def test_an_unverified_e_mail_never_joins_two(aurora: Shop) -> None:
    mailbox = at(aurora, email=AYSE)
    claims = [at(aurora, customer_id=f"User:{number}", email=AYSE) for number in range(3)]
    visits = [at(aurora, guest=f"visit-{number}", email=AYSE, phone="+905321234567") for number in range(3)]
    assert len({mailbox.pk, *(person.pk for person in claims + visits)}) == 7
    assert at(aurora, email=AYSE) == mailbox
    assert keys_of(mailbox) == {AYSE}
    assert all(AYSE not in keys_of(person) for person in claims + visits)
    assert not PersonChange.across_stores.exists()


@pytest.mark.django_db
def test_an_unverified_e_mail_is_nobodys_who_came_first(aurora: Shop) -> None:
    """A customer who types somebody's address before they ever come does not own it when they do."""
    claim = at(aurora, customer_id="User:1", email=AYSE)
    assert at(aurora, customer_id="User:2", email=AYSE, verified=True) != claim
    assert keys_of(claim) == {"User:1"}


@pytest.mark.django_db
def test_what_is_proven_together_is_one_person(aurora: Shop) -> None:
    mailbox, customer = at(aurora, email=AYSE, language="TR"), at(aurora, customer_id="User:1")
    give_consent(person=mailbox, at=NOON, **SAID)
    joined = at(aurora, customer_id="User:1", email=AYSE, phone="+905321234567", verified=True)
    assert joined == customer
    assert at(aurora, email=AYSE) == at(aurora, phone="+905321234567") == joined
    assert keys_of(joined) == {"User:1", AYSE, "+905321234567"}
    assert (joined.language, consents(joined).is_given("email", "commercial")) == ("TR", True)
    [change] = PersonChange.across_stores.all()
    assert (change.kind, change.person, change.other, change.why) == ("MERGED", customer, mailbox, "EMAIL was proven")
    assert change.moved == {
        "support_personkey": [PersonKey.across_stores.get(value=AYSE).pk],
        "support_consent": [mailbox.consents.model.across_stores.get().pk],
    }


@pytest.mark.django_db
def test_saying_the_same_again_changes_nothing(aurora: Shop, django_assert_num_queries: Callable[[int], Any]) -> None:
    named: Any = {"customer_id": "User:1", "email": AYSE, "verified": True}
    person = at(aurora, **named)
    before = list(PersonKey.across_stores.values())
    with django_assert_num_queries(4):  # two keys, between a savepoint's begin and end
        assert at(aurora, **named) == person
    assert list(PersonKey.across_stores.values()) == before
    assert not PersonChange.across_stores.exists()


@pytest.mark.django_db
def test_two_customers_stay_two_and_a_mailbox_is_whose_customer_proved_it_last(aurora: Shop) -> None:
    first = at(aurora, customer_id="User:1", email=AYSE, verified=True)
    give_consent(person=first, at=NOON, **SAID)
    second = at(aurora, customer_id="User:2", email=AYSE, verified=True)
    assert first != second
    assert at(aurora, email=AYSE) == second
    assert keys_of(first) == {"User:1"}
    assert not consents(second).is_given("email", "commercial")
    assert PersonChange.across_stores.get().kind == ChangeKind.MOVED


@pytest.mark.django_db
def test_what_cannot_be_written_to_is_nobody(aurora: Shop) -> None:
    for wrong in ({"email": "ayse"}, {"phone": "12"}):
        with pytest.raises(AddressWrong):
            at(aurora, **wrong)
    with pytest.raises(ValueError, match="Nobody"):
        at(aurora)
    assert not Person.across_stores.exists()


@pytest.mark.django_db
def test_a_link_to_somebody_who_was_merged_leads_on(aurora: Shop) -> None:
    people = [at(aurora, guest=f"visit-{number}") for number in range(4)]
    for other in people[1:]:
        merge(keep=other, other=people[0], by="staff@aurora.example", why="the same", now=NOON)
    live = actions.hold(people[0])
    assert live.merged_into is None
    assert all(actions.hold(person) == live for person in people)


@pytest.mark.django_db
def test_a_merge_is_logged_and_a_split_takes_it_back(aurora: Shop) -> None:
    ayse, fatma = at(aurora, email=AYSE), at(aurora, email="fatma@shopper.dev")
    give_consent(person=ayse, at=NOON, **SAID)
    withdraw(person=fatma, at=NOON + DAY, **SAID)
    staff: Any = {"by": "staff@aurora.example", "now": NOON + 2 * DAY}
    merge(keep=ayse, other=fatma, why="the same household", **staff)
    assert consents(ayse).is_withdrawn("email", "commercial")
    [key] = PersonKey.across_stores.filter(value="fatma@shopper.dev")
    again = split(person=ayse, keys=[key], why="two people after all", **staff)
    assert (keys_of(ayse), keys_of(again)) == ({AYSE}, {"fatma@shopper.dev"})
    assert consents(ayse).is_given("email", "commercial")
    assert consents(again).is_withdrawn("email", "commercial")
    assert actions.hold(fatma) == again
    told = PersonChange.across_stores.order_by("pk").values_list("kind", "person", "other", "by", "why")
    assert list(told) == [
        ("MERGED", ayse.pk, fatma.pk, "staff@aurora.example", "the same household"),
        ("SPLIT", ayse.pk, again.pk, "staff@aurora.example", "two people after all"),
    ]


@pytest.mark.django_db
def test_what_was_withdrawn_by_two_taken_for_one_stays_withdrawn_for_both(aurora: Shop) -> None:
    ayse, fatma = at(aurora, email=AYSE), at(aurora, email="fatma@shopper.dev")
    give_consent(person=fatma, at=NOON, **SAID)
    merge(keep=ayse, other=fatma, by="", why="", now=NOON)
    withdraw(person=ayse, at=NOON + DAY, **SAID)
    [key] = PersonKey.across_stores.filter(value="fatma@shopper.dev")
    again = split(person=ayse, keys=[key], by="", why="", now=NOON + 2 * DAY)
    assert all(consents(person).is_withdrawn("email", "commercial") for person in (ayse, again))


@pytest.mark.django_db
def test_another_stores_people_and_keys_are_left_alone(aurora: Shop, borealis: Shop) -> None:
    here, there = at(aurora, email=AYSE), at(borealis, email=AYSE)
    with pytest.raises(NotTheirs):
        merge(keep=here, other=there, by="", why="", now=NOON)
    for keys in (list(there.keys.all()), []):
        with pytest.raises(NotTheirs):
            split(person=here, keys=keys, by="", why="", now=NOON)
    assert (keys_of(here), keys_of(there)) == ({AYSE}, {AYSE})


# At the same moment


def test_eight_at_once_make_one_person(really_aurora: Shop) -> None:
    for number in range(10):
        found = together([partial(at, really_aurora, email=f"{number}@shopper.dev")] * 8)
        assert len({person.pk for person in found}) == 1
    assert Person.across_stores.count() == PersonKey.across_stores.count() == 10


def test_eight_at_once_who_prove_what_meets_become_one(really_aurora: Shop) -> None:
    """Every pair of keys in any order: a chain that joins all of them, and nobody waits for ever."""
    for number in range(4):
        keys = {"customer_id": f"User:{number}", "email": f"{number}@shopper.dev"}
        keys |= {"guest": f"visit-{number}", "phone": f"+9053212345{number:02}"}
        pairs = [(one, other) for one in keys for other in keys if one < other]
        Random(number).shuffle(pairs)
        acts = [
            partial(at, really_aurora, verified=True, **{one: keys[one], other: keys[other]})
            for one, other in islice(cycle(pairs), 8)
        ]
        together(acts)
        people = {at(really_aurora, **{name: value}).pk for name, value in keys.items()}
        assert len(people) == 1
        assert keys_of(Person.across_stores.get(pk=people.pop())) == set(keys.values())
    assert not PersonKey.across_stores.filter(verified_at=None).exists()


def test_eight_merges_in_a_ring_lose_nothing(really_aurora: Shop) -> None:
    people = [at(really_aurora, email=f"{number}@shopper.dev") for number in range(8)]

    def act(number: int) -> None:
        give_consent(person=people[number], at=NOON + number * DAY, **SAID)
        following = people[(number + 1) % 8]
        merge(keep=people[number], other=following, by="", why="", now=NOON)
        give_consent(person=following, at=NOON + (8 + number) * DAY, **SAID)

    together([partial(act, number) for number in range(8)])
    [live] = Person.across_stores.filter(merged_into=None)
    assert len(keys_of(live)) == 8
    assert live.consents.count() == 16
    assert PersonChange.across_stores.filter(person=live, kind=ChangeKind.MERGED).count() == 7


def test_what_is_said_while_two_become_one_is_not_lost(really_aurora: Shop) -> None:
    people = [at(really_aurora, email=f"{number}@shopper.dev") for number in range(2)]
    acts: list[Callable[[], Any]] = [
        partial(merge, keep=people[0], other=people[1], by="", why="", now=NOON),
        *(partial(give_consent, person=people[number % 2], at=NOON + number * DAY, **SAID) for number in range(7)),
    ]
    together(acts)
    assert people[0].consents.count() == 7
