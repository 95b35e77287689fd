"""What a reminder says: the cart as it is now, honest about what changed, with every way on."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from saleor_support_plugin.carts import links, reminding
from saleor_support_plugin.carts.facts import Cause, Judged, Reason, Source
from saleor_support_plugin.carts.links import Found
from saleor_support_plugin.carts.models import CartVoucher, VoucherState
from saleor_support_plugin.mails.rendering import Words
from saleor_support_plugin.stores.queries import configuration

from ..shops import NOON, Shop, global_id
from .left_behind import SHOPPER, left_behind, line, settle

pytestmark = pytest.mark.django_db


@pytest.fixture
def shop(aurora: Shop) -> Shop:
    settle(aurora)
    return aurora


def words(found: Found, *, cause: Cause = Cause.NOT_KNOWN, step: int = 0, voucher: CartVoucher | None = None) -> Words:
    return reminding.words(
        case=found.case,
        cart=found.cart,
        step=step,
        judged=Judged(cause, Source.PROBLEMS),
        voucher=voucher,
        settings=configuration(found.store, "default-channel"),
        to=SHOPPER,
        now=NOON,
    )


def problem(number: int = 1, *, kind: str = "INSUFFICIENT_STOCK", available: int | None = 1) -> dict[str, Any]:
    variant = global_id("ProductVariant", number)
    return {"problem": kind, "source": "PROBLEMS", "variant_id": variant, "available": available}


def test_it_shows_the_cart_and_leads_back_to_it(shop: Shop) -> None:
    found = left_behind(shop)
    mail = words(found)
    assert mail.subject == "Lamp 1 is still in your basket"
    for part in (mail.text, mail.html):
        assert links.way_back(found.cart, found.case.person) in part
        for word in ("Lamp 1", "Blue", "₺200.00", "prices are those of 20 November 2026", "works for 7 days"):
            assert word in part
    assert "Something came in between?" in mail.text
    assert "https://aurora.dev/lamp.png" in mail.html
    assert "https://aurora.dev/cart" not in mail.html


def test_a_turkish_cart_is_spoken_to_in_turkish(shop: Shop) -> None:
    mail = words(left_behind(shop, language_code="TR_TR"), step=1)
    assert mail.subject == "Sepetiniz sizi bekliyor: Lamba 1"
    assert "Hâlâ düşünüyor musunuz?" in mail.text
    assert "20 Kasım 2026" in mail.text


def test_what_is_read_adds_up(shop: Shop) -> None:
    lines = [line(number, variant="") for number in range(1, 6)]
    found = left_behind(shop, lines=lines, total_gross=Decimal("1029.90"), shipping_gross=Decimal("49.90"))
    text = words(found).text
    assert "- 2 × Lamp 3, ₺200.00\n- and 2 more items, ₺400.00\n" in text
    assert "Lamp 4" not in text
    assert "Delivery: ₺49.90\nDiscount: −₺20.00\nTotal: ₺1,029.90" in text


def test_delivery_that_costs_nothing_is_said_to_be_free_once_it_was_chosen(shop: Shop) -> None:
    assert "Delivery:" not in words(left_behind(shop, "a")).text
    chosen = left_behind(shop, "b", delivery={"country": "", "method_id": "m"})
    assert "Delivery: Free\n" in words(chosen).text


def test_a_price_that_changed_either_way_is_told_beside_the_one_before(shop: Shop) -> None:
    dearer = left_behind(shop, "a", first_prices={global_id("ProductVariant", 1): ["90", "x"]})
    assert "₺200.00 (was ₺180.00)" in words(dearer, cause=Cause.PRICE_SHOCK).text
    assert "The price of Lamp 1 went up" in words(dearer, cause=Cause.PRICE_SHOCK).text
    cheaper = left_behind(shop, "b", first_prices={global_id("ProductVariant", 1): ["110", "x"]})
    assert "₺200.00 (was ₺220.00)" in words(cheaper).text
    same = left_behind(shop, "c", first_prices={global_id("ProductVariant", 1): ["100.0", "x"]})
    assert "(was" not in words(same).text


def test_only_what_saleor_said_of_the_stock_is_told(shop: Shop) -> None:
    lines = [line(1), line(2)]
    assert "left" not in words(left_behind(shop, "a", lines=lines)).text
    short = words(left_behind(shop, "b", lines=lines, problems=[problem(2)]), cause=Cause.STOCK_SHORT).text
    assert "There is only 1 left of Lamp 2, fewer than you had chosen." in short
    assert "- 2 × Lamp 2 (Blue), ₺200.00: Only 1 left" in short
    for trouble in (problem(1, available=0), problem(1, kind="VARIANT_NOT_AVAILABLE", available=None)):
        found = left_behind(shop, trouble["problem"], lines=lines, problems=[problem(2), trouble])
        gone = words(found, cause=Cause.STOCK_GONE).text
        assert "Lamp 1 cannot be bought at the moment. The rest is here." in gone


@pytest.mark.parametrize("language", ["EN", "TR"])
@pytest.mark.parametrize("cause", Cause)
def test_every_cause_has_its_sentence_and_none_is_broken(shop: Shop, cause: Cause, language: str) -> None:
    found = left_behind(shop, language_code=language, problems=[problem()], shipping_gross=Decimal(60))
    mail = words(found, cause=cause)
    assert "{" not in mail.text
    usual = "Araya bir şey mi girdi?" if language == "TR" else "Something came in between?"
    assert (usual in mail.text) == (cause in (Cause.JUST_BROWSING, Cause.NOT_KNOWN))


def test_the_day_of_arrival_is_told_as_a_product_page_tells_it(shop: Shop) -> None:
    to = {"country": "TR", "postal_code": "34710", "method_id": global_id("ShippingMethod", 2)}
    variant = line(1, variant_id=shop.variant_id)
    text = words(left_behind(shop, "a", lines=[variant], delivery=to)).text
    assert "Ordered on Friday 20 November, it arrives between Wednesday 25 November and Saturday 28 November." in text
    nowhere = [{}, {"country": "DE"}, to | {"needs_shipping": False}]
    for number, other in enumerate(nowhere):
        assert "it arrives" not in words(left_behind(shop, str(number), lines=[variant], delivery=other)).text


def made(found: Found, **changed: Any) -> CartVoucher:
    values = {"state": VoucherState.MADE, "code": "BACK-7K2M", "percent": Decimal("10.00")} | changed
    return CartVoucher(
        store=found.store, case=found.case, currency="TRY", expires_at=NOON + timedelta(days=7), **values
    )


def test_a_code_is_shown_with_its_worth_and_its_end_once_saleor_has_it(shop: Shop) -> None:
    found = left_behind(shop)
    mail = words(found, step=2, voucher=made(found))
    assert "10% off with this code, once, until 27 November 2026.\nBACK-7K2M\n" in mail.text
    assert "BACK-7K2M" in mail.html
    assert "from ₺500.00 on" in words(found, step=2, voucher=made(found, min_spend=Decimal(500))).text
    for state in (VoucherState.WANTED, VoucherState.IN_DOUBT, VoucherState.REFUSED):
        mail = words(found, step=2, voucher=made(found, state=state))
        assert "BACK-7K2M" not in mail.html + mail.text
        assert "% off" not in mail.html + mail.text


def test_every_reason_is_one_tap_and_help_has_the_shops_ways_and_hours(shop: Shop) -> None:
    settle(
        shop,
        contact_channels=[
            {"kind": "whatsapp", "address": "+90 555 000 00 00"},
            {"kind": "phone", "address": "+90 212 555 00 00"},
            {"kind": "email", "address": "help@aurora.dev"},
            {"kind": "form"},
        ],
    )
    found = left_behind(shop)
    mail = words(found)
    person = found.case.person
    for reason in Reason:
        assert links.why(found.cart, person, reason) in mail.text
    for link in ("https://wa.me/905550000000", "tel:+902125550000", "mailto:help@aurora.dev"):
        assert f'href="{link}"' in mail.html
    assert f"Write to us: {links.why(found.cart, person, Reason.NEED_HELP)}" in mail.text
    assert "We are here Mon–Fri 09:00–18:00." in mail.text


@pytest.mark.parametrize(
    ("week", "said"),
    [
        ([[["00:00", "00:00"]]] * 7, "We are here day and night."),
        ([[["09:00", "12:00"], ["13:00", "00:00"]]] + [[]] * 6, "We are here Mon 09:00–12:00, 13:00–24:00."),
        ([[["09:00", "18:00"]]] * 3 + [[]] + [[["10:00", "14:00"]]] * 3, "Mon–Wed 09:00–18:00, Fri–Sun 10:00–14:00."),
    ],
)
def test_hours_are_told_as_people_tell_them(shop: Shop, week: Any, said: str) -> None:
    settle(shop, week=week)
    assert said in words(left_behind(shop)).text


def test_a_shop_that_is_never_there_tells_no_hours(shop: Shop) -> None:
    settle(shop, week=[[]] * 7)
    assert "We are here" not in words(left_behind(shop)).text


def test_names_cannot_write_the_mail(shop: Shop) -> None:
    evil = line(name="<script>alert(1)</script>\r\nBcc: all@shop.dev", thumbnail_url="")
    mail = words(left_behind(shop, lines=[evil]))
    assert "<script" not in mail.html
    assert "\n" not in mail.subject


def test_the_longest_mail_is_not_cut_off(shop: Shop) -> None:
    lines = [line(number, turkish_name="Ş" * 250, variant="ğ" * 255) for number in range(100)]
    mail = words(left_behind(shop, lines=lines, language_code="TR"))
    assert len(mail.html.encode()) < 102_000
    assert "ve 97 ürün daha" in mail.text


def test_writing_asks_the_database_the_same_for_one_line_and_twenty(
    shop: Shop, django_assert_max_num_queries: Any
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    counts = []
    for count in (1, 20):
        found = left_behind(shop, str(count), lines=[line(one) for one in range(count)])
        with CaptureQueriesContext(connection) as asked:
            words(found)
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 8
