"""An order's history in Saleor tells of each ticket once, and never twice, whatever becomes of the answer."""

from datetime import datetime, timedelta

import pytest

from saleor_support_plugin.demo.order_records import OrderEvent
from saleor_support_plugin.demo.store import Store as DemoStore
from saleor_support_plugin.desk import mirroring, reading
from saleor_support_plugin.desk.models import OrderNote
from saleor_support_plugin.desk.rules import note
from saleor_support_plugin.saleor.errors import SaleorUnreachable
from saleor_support_plugin.tickets.models import Ticket

from ..desks import add_configuration, add_ticket
from ..saleor.demo_egress import DemoEgress, install
from ..shops import NOON, Shop

pytestmark = pytest.mark.django_db
LATER = NOON + timedelta(minutes=1)


class Mirrored:
    """A ticket of the shop, about an order that the demo store really has."""

    def __init__(self, shop: Shop, demo: DemoStore, egress: DemoEgress) -> None:
        self.shop, self.demo, self.egress = shop, demo, egress
        self.order = next(iter(demo.state.orders.values()))
        shop.store.orders.filter(saleor_id=shop.order_id).update(saleor_id=self.order.id)
        self.ticket = add_ticket(shop)

    def mirror(self, now: datetime = LATER) -> int:
        return mirroring.mirror_due(self.shop.store, now)

    def notes(self) -> list[OrderEvent]:
        return [one for one in self.order.events if one.type in ("NOTE_ADDED", "NOTE_UPDATED")]

    def turn(self, state: str, at: datetime = LATER) -> None:
        Ticket.across_stores.filter(pk=self.ticket.pk).update(state=state, updated_at=at + timedelta(seconds=1))

    @property
    def row(self) -> OrderNote:
        return OrderNote.across_stores.get(ticket=self.ticket)


@pytest.fixture
def mirrored(aurora: Shop, monkeypatch: pytest.MonkeyPatch) -> Mirrored:
    demo, client, egress = install("3.23")
    for module in (mirroring, reading):
        monkeypatch.setattr(module, "client_of", lambda store: client)
    add_configuration(aurora)
    return Mirrored(aurora, demo, egress)


def test_a_ticket_is_one_note_in_its_orders_history(mirrored: Mirrored) -> None:
    assert mirrored.mirror() == 1
    [written] = mirrored.notes()
    assert written.message == "Destek talebi #1: The lamp is broken (açık)"
    assert mirrored.row.saleor_id == written.id
    assert mirrored.mirror(LATER + timedelta(minutes=1)) == 0
    assert len(mirrored.notes()) == 1


def test_it_changes_when_the_ticket_does_and_not_with_every_message(mirrored: Mirrored) -> None:
    mirrored.mirror()
    first = mirrored.row.saleor_id
    for state in ("OPEN", "WAITING", "OPEN", "WAITING"):
        mirrored.turn(state)
        mirrored.mirror(LATER + timedelta(minutes=1))
    assert [one.type for one in mirrored.notes()] == ["NOTE_ADDED"]
    mirrored.turn("CLOSED", at=LATER + timedelta(minutes=2))
    assert mirrored.mirror(LATER + timedelta(minutes=3)) == 1
    assert [one.type for one in mirrored.notes()] == ["NOTE_ADDED", "NOTE_UPDATED"]
    assert (mirrored.notes()[-1].message or "").endswith("(kapandı)")
    assert mirrored.row.saleor_id == first


@pytest.mark.parametrize("lost", ["AddOrderNote", "UpdateOrderNote"])
def test_a_note_whose_answer_was_lost_is_found_and_not_written_again(mirrored: Mirrored, lost: str) -> None:
    if lost == "UpdateOrderNote":
        mirrored.mirror()
        mirrored.turn("CLOSED")
    mirrored.egress.lost.add(lost)
    with pytest.raises(SaleorUnreachable):
        mirrored.mirror(LATER + timedelta(minutes=1))
    written = len(mirrored.notes())
    assert mirrored.row.doubt_since is not None
    assert mirrored.mirror(LATER + timedelta(minutes=2)) == 1
    assert mirrored.row.doubt_since is None
    assert mirrored.row.saleor_id == mirrored.notes()[0].id
    assert len(mirrored.notes()) == written
    mirrored.mirror(LATER + timedelta(minutes=30))
    assert len(mirrored.notes()) == written


def test_a_note_that_never_came_is_written_once_nobody_can_be_at_it_any_more(mirrored: Mirrored) -> None:
    mirrored.egress.lost.add("AddOrderNote")
    with pytest.raises(SaleorUnreachable):
        mirrored.mirror()
    mirrored.egress.lost.clear()
    mirrored.order.events.clear()  # as if it had never reached Saleor
    assert mirrored.mirror(LATER + timedelta(minutes=4)) == 0
    assert mirrored.notes() == []
    assert mirrored.mirror(LATER + timedelta(minutes=6)) == 1
    assert len(mirrored.notes()) == 1


def test_a_note_that_saleor_refuses_is_left_until_the_ticket_changes(mirrored: Mirrored) -> None:
    mirrored.mirror()
    mirrored.order.events.clear()
    mirrored.turn("CLOSED")
    assert mirrored.mirror(LATER + timedelta(minutes=1)) == 0
    assert (mirrored.row.saleor_id, mirrored.row.doubt_since) == ("", None)
    assert mirrored.mirror(LATER + timedelta(minutes=2)) == 0
    mirrored.turn("OPEN", at=LATER + timedelta(minutes=3))
    assert mirrored.mirror(LATER + timedelta(minutes=4)) == 1
    assert len(mirrored.notes()) == 1


def test_a_merchant_who_wants_no_notes_gets_none(mirrored: Mirrored) -> None:
    mirrored.shop.store.configurations.update(data={"mirror_notes": False})
    assert mirrored.mirror() == 0
    assert mirrored.notes() == []


def test_a_ticket_without_an_order_is_no_note(mirrored: Mirrored) -> None:
    Ticket.across_stores.update(order=None)
    assert mirrored.mirror() == 0


@pytest.mark.parametrize("state", ["OPEN", "WAITING", "CLOSED"])
@pytest.mark.parametrize("language", ["tr", "en", "de"])
def test_a_note_is_one_line_in_the_shops_language(state: str, language: str) -> None:
    said = note(number=12, subject="x" * 500, state=state, language=language)
    assert "\n" not in said
    assert said.startswith("Destek talebi #12: x" if language == "tr" else "Support ticket #12: x")
    assert len(said) < 200
