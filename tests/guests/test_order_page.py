"""An order's own page: what was bought, where it is, and help with any of it."""

from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import requests
from django.conf import LazySettings
from django.utils import timezone

from saleor_support_plugin.chat.actions import change_seat, seen
from saleor_support_plugin.mails.rendering import day
from saleor_support_plugin.parcels import freezing
from saleor_support_plugin.parcels.models import FrozenPromise
from saleor_support_plugin.shop.links import entered_link, order_link
from saleor_support_plugin.shop.models import Order, OrderLine
from saleor_support_plugin.stores.callers import Staff
from saleor_support_plugin.tickets.models import Ticket
from saleor_support_plugin.tickets.replying import reply

from ..desks import add_configuration, add_parcel, add_ticket
from ..service import Service
from ..shops import Shop, add_order
from .entering import Guest, mailed_code

SCRIPT = "<script>alert(1)</script>"


@pytest.fixture
def order(committed: Service, open_aurora: Shop) -> Order:
    add_configuration(open_aurora)
    placed = open_aurora.store.orders.get()
    placed.created = timezone.now() - timedelta(days=1)
    placed.save(update_fields=["created"])
    return placed


def at(service: Service, settings: LazySettings, link: str) -> str:
    return link.replace(settings.PUBLIC_URL, service.url)


@pytest.fixture
def page_at(committed: Service, order: Order, settings: LazySettings) -> str:
    return at(committed, settings, entered_link(order))


def send(page_at: str, **typed: Any) -> requests.Response:
    key = {"key": "a-key-that-nobody-guesses"}
    form = {"deed": "help", "line": "0", "reason": "damaged", "text": "Camı kırık."} | key | typed
    return requests.post(page_at, data=form, timeout=20, allow_redirects=False)


def test_it_shows_lines_parcel_and_promise_in_the_orders_language(
    page_at: str, order: Order, open_aurora: Shop
) -> None:
    today = timezone.now().date()
    FrozenPromise.across_stores.create(
        store=open_aurora.store,
        order=order,
        first=today + timedelta(days=2),
        last=today + timedelta(days=4),
        version=freezing.VERSION,
        made_at=timezone.now(),
    )
    parcel = add_parcel(open_aurora)
    parcel.tracking_number = "RR123456785TR"
    parcel.save(update_fields=["tracking_number"])
    answer = requests.get(page_at, timeout=20)
    assert answer.status_code == 200
    assert '<html lang="tr"' in answer.text
    for said in ("Sipariş 1", "Lamp of aurora", "Adet: 2", "RR123456785TR", "Kargoya verildi", "arasında elinizde"):
        assert said in answer.text
    assert "https://gonderitakip.ptt.gov.tr/Track/Verify?q=RR123456785TR" in answer.text
    assert "?help=0" in answer.text


def test_it_is_kept_by_nobody_and_named_to_nobody(page_at: str) -> None:
    headers = requests.get(page_at, timeout=20).headers
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Robots-Tag"] == "noindex"
    assert "script-src" not in headers["Content-Security-Policy"]
    assert headers["Content-Security-Policy"].startswith("default-src 'none'")


def test_what_a_shop_or_a_buyer_wrote_is_never_markup(page_at: str, order: Order) -> None:
    OrderLine.across_stores.filter(order=order).update(
        product_name=SCRIPT, variant_name=SCRIPT, thumbnail_url="javascript:alert(1)"
    )
    Order.across_stores.filter(pk=order.pk).update(customer_name=SCRIPT, number=SCRIPT)
    for address in (page_at, f"{page_at}?help=0"):
        text = requests.get(address, timeout=20).text
        assert "<script" not in text
        assert "javascript:" not in text
        assert "&lt;script&gt;" in text


def test_help_with_a_line_opens_a_ticket_that_knows_the_order_the_line_and_why(
    page_at: str, order: Order, committed: Service, settings: LazySettings
) -> None:
    form = requests.get(f"{page_at}?help=0", timeout=20).text
    assert 'value="0" checked' in form
    assert "Hasarlı veya kırık" in form
    answer = send(page_at)
    assert answer.status_code == 303
    ticket = Ticket.across_stores.get()
    assert (ticket.order, ticket.reason, ticket.priority) == (order, "damaged", "URGENT" if ticket.boosts else "HIGH")
    assert [(one.order_line_id, one.quantity) for one in ticket.lines.all()] == [(f"{order.saleor_id}-line", 2)]
    assert ticket.subject == "Hasarlı veya kırık: Lamp of aurora"
    assert ticket.conversation.email_confirmed_at is not None
    thread = requests.get(at(committed, settings, answer.headers["Location"]), timeout=20)
    assert "Camı kırık." in thread.text
    assert send(page_at).status_code == 303
    assert Ticket.across_stores.count() == 1


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"reason": ""}, "Konuyu seçin."),
        ({"reason": "of-somebody-else"}, "Konuyu seçin."),
        ({"text": "  "}, "birkaç sözcükle"),
        ({"text": "x" * 5_001}, "en çok 5000"),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_stays(page_at: str, typed: dict[str, Any], said: str) -> None:
    answer = send(page_at, **typed)
    assert answer.status_code == 422
    assert said in answer.text
    assert 'value="0" checked' in answer.text
    assert not Ticket.across_stores.exists()


def test_words_that_the_shop_does_not_take_are_to_be_said_differently(page_at: str, open_aurora: Shop) -> None:
    settings = open_aurora.store.configurations.get()
    settings.data |= {"blocked_words": ["ısırgan"]}
    settings.save(update_fields=["data"])
    answer = send(page_at, text="Bu ISIRGAN lamba")
    assert answer.status_code == 422
    assert "başka türlü" in answer.text
    assert "Bu ISIRGAN lamba" in answer.text
    assert not Ticket.across_stores.exists()


def test_a_line_of_another_order_cannot_be_named(page_at: str, open_aurora: Shop) -> None:
    add_order(open_aurora, "T3JkZXI6Mg==", number="2")
    send(page_at, line=["7", "-1", "T3JkZXI6Mg==-line"])
    assert not Ticket.across_stores.get().lines.exists()


def test_a_flood_is_stopped_and_the_words_kept(page_at: str) -> None:
    statuses = [send(page_at, text=f"no. {n}").status_code for n in range(6)]
    assert statuses == [303] * 5 + [429]


def test_matters_about_the_order_lead_to_their_thread_and_no_others_do(
    page_at: str, open_aurora: Shop, committed: Service, settings: LazySettings
) -> None:
    mine = add_ticket(open_aurora, now=timezone.now(), subject="Where is it?")
    theirs = add_ticket(
        open_aurora, now=timezone.now(), subject="Not yours", email="else@aurora.example", order={"number": "9"}
    )
    page = requests.get(page_at, timeout=20).text
    assert "Where is it?" in page
    assert "Not yours" not in page
    opened = requests.post(page_at, data={"deed": "open", "ticket": mine.number}, timeout=20, allow_redirects=False)
    assert opened.status_code == 303
    assert (
        "It came in two pieces." in requests.get(at(committed, settings, opened.headers["Location"]), timeout=20).text
    )
    for number in (theirs.number, "x", ""):
        answer = requests.post(page_at, data={"deed": "open", "ticket": number}, timeout=20)
        assert answer.status_code == 404


def test_a_matter_says_who_answered_and_when(page_at: str, open_aurora: Shop) -> None:
    ticket = add_ticket(open_aurora, now=timezone.now(), subject="Where is it?")
    assert "Mağaza size yanıt verecek." in requests.get(page_at, timeout=20).text
    now = timezone.now()
    today = day(now, "tr", ZoneInfo("Europe/Istanbul"))
    staff = Staff(open_aurora.store, "ayse", "ayse@aurora.example", frozenset(), (), None)
    reply(staff=staff, ticket_id=ticket.pk, text="Yola çıktı.", key="one", now=now)
    page = requests.get(page_at, timeout=20).text
    assert "ayse@aurora.example" not in page
    assert f", {today} tarihinde yanıt verdi." in page
    seat = seen(staff=staff, now=timezone.now())
    change_seat(staff=staff, seat_id=seat.pk, values={"name": "Ayşe K."}, now=timezone.now())
    assert f"Ayşe K., {today} tarihinde yanıt verdi." in requests.get(page_at, timeout=20).text


def test_it_closes_so_many_days_after_the_parcel_arrived(
    committed: Service, open_aurora: Shop, order: Order, settings: LazySettings
) -> None:
    open_aurora.store.configurations.update(data={"order_page_days": 30})
    page_at, parcel = at(committed, settings, order_link(order)), add_parcel(open_aurora)
    Order.across_stores.filter(pk=order.pk).update(created=timezone.now() - timedelta(days=200))
    for days, status in ((29, 200), (31, 404)):
        parcel.delivered_at = timezone.now() - timedelta(days=days)
        parcel.save(update_fields=["delivered_at"])
        assert requests.get(page_at, timeout=20).status_code == status
    assert send(page_at).status_code == 404


def test_a_dead_link_looks_like_any_other(committed: Service, open_borealis: Shop, page_at: str) -> None:
    token = page_at.rpartition("/")[2]
    for forged in (token[:-1] + ("A" if token[-1] != "A" else "B"), token.swapcase(), "1", "x" * 2_000, "%00"):
        answer = requests.get(f"{committed.url}/o/{forged}", timeout=20)
        assert answer.status_code == 404
        assert "Lamp" not in answer.text


def test_a_shop_without_a_page_of_its_own_sends_people_to_ours(
    committed: Service, open_aurora: Shop, order: Order, settings: LazySettings
) -> None:
    place = f"{committed.url}/s/{open_aurora.store.key}/default-channel/orders"
    assert "See your order" in requests.get(f"{place}?lang=en", timeout=20).text
    typed = {"number": "#1", "email": "shopper@aurora.example"}
    asked = requests.post(place, data=typed | {"deed": "code"}, timeout=20)
    other = requests.post(place, data=typed | {"deed": "code", "number": "999"}, timeout=20)
    assert asked.status_code == other.status_code == 200
    assert asked.text.replace("#1", "") == other.text.replace("999", "")
    code = mailed_code()
    wrong = requests.post(place, data=typed | {"deed": "enter", "code": "x"}, timeout=20)
    assert wrong.status_code == 403
    assert "This is not the code" in wrong.text
    right = requests.post(place, data=typed | {"deed": "enter", "code": code}, timeout=20, allow_redirects=False)
    assert right.status_code == 303
    assert "Lamp of aurora" in requests.get(at(committed, settings, right.headers["Location"]), timeout=20).text
    assert requests.post(place, data={"deed": "code", "number": "", "email": "x"}, timeout=20).status_code == 422
    nowhere = requests.get(place.replace("default-channel", "elsewhere"), timeout=20)
    assert nowhere.status_code == 404


def test_the_doors_lead_to_the_same_page(committed: Service, open_aurora: Shop, order: Order) -> None:
    assert "Lamp of aurora" in requests.get(Guest(committed, open_aurora).opened(committed), timeout=20).text
