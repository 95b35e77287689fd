"""Answers that staff give often: written once, filled before they are sent, and never sent with a hole."""

from typing import Any

import pytest

from saleor_support_plugin.chat.models import Seat
from saleor_support_plugin.shop.models import Fulfillment
from saleor_support_plugin.tickets.filling import PLACES, filled, unknown
from saleor_support_plugin.tickets.models import Macro, Ticket

from ..desks import add_configuration, add_macro, add_parcel, add_ticket, ask_as
from ..known_staff import FakeSaleor
from ..shops import Shop, global_id

UPDATE = """mutation($input: MacroInput!) { macroUpdate(input: $input) {
  macro { id name text { en tr } tags state assignToMe } errors { field code } } }"""
BEGIN = """mutation($language: String) { macrosBegin(language: $language) {
  macros { name text { en tr } state proposes { kind } } errors { field code } } }"""
DELETE = "mutation($id: ID!) { macroDelete(id: $id) { errors { field code } } }"
FILL = "query($id: ID!, $ticket: ID!) { macroFill(id: $id, ticket: $ticket) { text unfilled } }"


def staff_of(shop: Shop) -> str:
    return shop.staff_token("MANAGE_ORDERS")


def update(shop: Shop, **given: Any) -> dict[str, Any]:
    answer: dict[str, Any] = ask_as(staff_of(shop), UPDATE, input=given)["data"]["macroUpdate"]
    return answer


def proposing(kind: str, values: str = '{"amount": "10"}') -> dict[str, Any]:
    return {"name": "x", "text": {"en": "x"}, "proposes": {"kind": kind, "values": values}}


def fill(shop: Shop, macro: Macro, ticket: Ticket) -> dict[str, Any]:
    ids = {"id": global_id("Macro", macro.pk), "ticket": global_id("Ticket", ticket.pk)}
    answer: dict[str, Any] = ask_as(staff_of(shop), FILL, **ids)["data"]["macroFill"]
    return answer


def test_a_place_without_a_fact_stays_and_is_named() -> None:
    said = filled("{{ customer.name }}: {{order.number}}, {{nonsense}} {{order.number}}", {"customer.name": "Ada"})
    assert said.text == "Ada: {{order.number}}, {{nonsense}} {{order.number}}"
    assert said.unfilled == ("order.number", "nonsense")


def test_a_fact_is_never_taken_for_a_place() -> None:
    assert filled("{{customer.name}}", {"customer.name": "{{shop.name}}", "shop.name": "x"}).text == "{{shop.name}}"


def test_every_place_is_known() -> None:
    assert unknown(" ".join(f"{{{{{place}}}}}" for place in PLACES)) == []
    assert unknown("{{tracking.number}}") == ["tracking.number"]


@pytest.mark.django_db
def test_a_macro_is_written_changed_and_deleted(aurora: Shop, saleor: FakeSaleor) -> None:
    made = update(aurora, name="On its way", text={"en": "Soon, {{customer.name}}"}, tags=["delivery"], state="CLOSED")
    assert made["errors"] == []
    id = made["macro"]["id"]
    assert made["macro"]["text"] == {"en": "Soon, {{customer.name}}", "tr": ""}
    changed = update(aurora, id=id, name="On its way", text={"tr": "Yolda"}, assignToMe=True)["macro"]
    assert changed == {
        "id": id,
        "name": "On its way",
        "text": {"en": "", "tr": "Yolda"},
        "tags": [],
        "state": None,
        "assignToMe": True,
    }
    assert [one["id"] for one in ask_as(staff_of(aurora), "{ macros { id } }")["data"]["macros"]] == [id]
    assert ask_as(staff_of(aurora), DELETE, id=id)["data"]["macroDelete"]["errors"] == []
    assert ask_as(staff_of(aurora), "{ macros { id } }")["data"]["macros"] == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("given", "field", "code"),
    [
        ({"name": " ", "text": {"en": "x"}}, "name", "REQUIRED"),
        ({"name": "x" * 81, "text": {"en": "x"}}, "name", "TOO_LONG"),
        ({"name": "On its way", "text": {"en": "x"}}, "name", "TAKEN"),
        ({"name": "x", "text": {}}, "text", "REQUIRED"),
        ({"name": "x", "text": {"tr": "{{oder.number}}"}}, "text.tr", "INVALID"),
        ({"name": "x", "text": {"en": "x"}, "tags": ["x" * 41]}, "tags", "TOO_LONG"),
        ({"name": "x", "text": {"en": "x"}, "id": "nonsense"}, "id", "NOT_FOUND"),
        (proposing("DELETE_THE_ORDER"), "proposes.kind", "INVALID"),
        (proposing("refund"), "proposes.kind", "INVALID"),
        (proposing("NOTE", "{}"), "proposes.kind", "INVALID"),
        (proposing("REFUND", '["all of it"]'), "proposes.values", "INVALID"),
        (proposing("REFUND", f'"{"x" * 10}"'), "proposes.values", "INVALID"),
        (proposing("REFUND", f'{{"note": "{"x" * 2_000}"}}'), "proposes.values", "INVALID"),
    ],
)
def test_what_is_wrong_with_a_macro_is_said(
    aurora: Shop, saleor: FakeSaleor, given: dict[str, Any], field: str, code: str
) -> None:
    add_macro(aurora)
    assert update(aurora, **given)["errors"] == [{"field": field, "code": code}]
    assert aurora.store.macros.count() == 1


@pytest.mark.django_db
def test_a_macro_is_filled_with_what_is_known_of_the_ticket(aurora: Shop, saleor: FakeSaleor) -> None:
    add_configuration(aurora)
    add_parcel(aurora)
    Fulfillment.across_stores.update(tracking_number="1234567890123")
    aurora.store.orders.update(delivery_method_name="Aras Kargo")
    Seat.across_stores.create(
        store=aurora.store,
        user_id=global_id("User", 1),
        email="x@aurora.example",
        name="Ayşe",
        state_at=aurora.store.installed_at,
        seen_at=aurora.store.installed_at,
    )
    said = add_macro(aurora, text_en=" ".join(f"{{{{{place}}}}}" for place in PLACES))
    filled = fill(aurora, said, add_ticket(aurora))
    assert filled["unfilled"] == []
    assert filled["text"].startswith("Ada 1 https://kargotakip.araskargo.com.tr/")
    assert filled["text"].endswith("1234567890123 Aurora Lights Ayşe")


@pytest.mark.django_db
def test_what_is_missing_is_named_and_not_sent_empty(aurora: Shop, saleor: FakeSaleor) -> None:
    filled = fill(aurora, add_macro(aurora), add_ticket(aurora, order=None, name=""))
    assert filled["unfilled"] == ["customer.name", "order.number", "tracking.url"]
    assert "{{order.number}}" in filled["text"]


@pytest.mark.django_db
def test_a_macro_speaks_the_shoppers_language_where_it_can(aurora: Shop, saleor: FakeSaleor) -> None:
    both = add_macro(aurora, text_en="Hello", text_tr="Merhaba")
    turkish, english = add_ticket(aurora, locale="tr"), add_ticket(aurora, "203.0.113.9", locale="en", text="Other")
    assert (fill(aurora, both, turkish)["text"], fill(aurora, both, english)["text"]) == ("Merhaba", "Hello")
    both.text_en = ""
    both.save()
    assert fill(aurora, both, english)["text"] == "Merhaba"


@pytest.mark.django_db
def test_another_stores_macro_and_ticket_are_as_if_missing(aurora: Shop, borealis: Shop, saleor: FakeSaleor) -> None:
    mine, theirs = (add_macro(shop) for shop in (aurora, borealis))
    my_ticket, their_ticket = (add_ticket(shop) for shop in (aurora, borealis))
    assert fill(aurora, theirs, my_ticket) is None
    assert fill(aurora, mine, their_ticket) is None
    assert fill(aurora, mine, my_ticket)["text"]


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "thanks"), [("en", "Thank you"), ("tr", "Teşekkür")])
def test_a_shop_begins_with_thanks_and_apologies(aurora: Shop, saleor: FakeSaleor, language: str, thanks: str) -> None:
    begun = ask_as(staff_of(aurora), BEGIN, language=language)["data"]["macrosBegin"]
    assert (begun["errors"], len(begun["macros"])) == ([], 6)
    made = {one["name"]: one for one in begun["macros"]}
    assert made[thanks]["state"] == "CLOSED"
    assert {one["proposes"]["kind"] for one in made.values() if one["proposes"]} == {"VOUCHER", "REFUND", "REPLACEMENT"}
    assert all(one["text"]["en"] and one["text"]["tr"] for one in made.values())
    macro = aurora.store.macros.get(name=thanks)
    assert fill(aurora, macro, add_ticket(aurora))["unfilled"] in ([], ["agent.name"])


@pytest.mark.django_db
def test_what_has_the_name_of_one_to_begin_with_stays_as_it_is(aurora: Shop, saleor: FakeSaleor) -> None:
    add_macro(aurora, name="Thank you", text_en="Ours")
    begun = ask_as(staff_of(aurora), BEGIN, language="en")["data"]["macrosBegin"]
    assert len(begun["macros"]) == 5
    assert aurora.store.macros.get(name="Thank you").text_en == "Ours"
    assert ask_as(staff_of(aurora), BEGIN, language="en")["data"]["macrosBegin"] == {"macros": [], "errors": []}


@pytest.mark.django_db
def test_where_not_all_fit_none_is_written(aurora: Shop, saleor: FakeSaleor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("saleor_support_plugin.tickets.macros.MOST", 4)
    begun = ask_as(staff_of(aurora), BEGIN, language="en")["data"]["macrosBegin"]
    assert (begun["macros"], [one["code"] for one in begun["errors"]]) == ([], ["TOO_MANY"])
    assert not aurora.store.macros.exists()
