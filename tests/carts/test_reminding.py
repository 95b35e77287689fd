"""A cart that has gone quiet: one message with its lines and the way back, or a reason for none."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings

from saleor_support_plugin.carts import actions, stepping
from saleor_support_plugin.carts.models import Cart, CartPlan, CartStep
from saleor_support_plugin.events.models import Event
from saleor_support_plugin.outbox import sending
from saleor_support_plugin.outbox.models import Message, State
from saleor_support_plugin.people.actions import withdraw_at
from saleor_support_plugin.people.addresses import address_hash
from saleor_support_plugin.people.models import Source
from saleor_support_plugin.stores.models import Chore, Store

from ..outbox.messages import mails_in, part
from ..shops import NOON, Shop, global_id
from .leaving import ALWAYS, DAY, HOUR, SHOPPER, Saleor, buy, case_of, configure, leave, line, order, plan, silence_of
from .test_vouchers import MadeUpDiscounts

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("asked_saleor")]


@pytest.fixture
def folder(tmp_path: Path, settings: LazySettings) -> Path:
    settings.OUTBOX_DIR, settings.EMAIL = tmp_path / "outbox", {"way": "file", "folder": ""}
    return tmp_path / "outbox"


@pytest.fixture
def shop(aurora: Shop) -> Shop:
    configure(aurora)
    plan(aurora, 1)
    return aurora


def withheld() -> str:
    message = Message.across_stores.get()
    assert message.state == State.WITHHELD
    return message.reason or message.silence


def test_one_mail_with_the_cart_and_the_way_back(shop: Shop, folder: Path) -> None:
    cart = leave(shop)
    actions.decide_due(now=NOON + timedelta(minutes=59))
    assert not Message.across_stores.exists()
    actions.decide_due(now=NOON + HOUR)
    sending.deliver_due(now=NOON + HOUR)
    [mail] = mails_in(folder)
    assert mail["To"] == SHOPPER
    assert "Yün battaniye 1" in mail["Subject"]
    for kind in ("plain", "html"):
        words = part(mail, kind)
        assert "Yün battaniye 1" in words
        assert "₺1.234,50" in words
        assert "https://support.example.com/b/" in words
    assert cart.saleor_id not in mail.as_string()
    assert 'lang="tr"' in part(mail, "html")
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mail["List-Unsubscribe"].strip().startswith("<https://support.example.com/u/")


def test_the_second_message_brings_the_code_that_was_just_made(
    shop: Shop, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    discounts = MadeUpDiscounts(costs={global_id("ProductVariant", 1): "200"})
    monkeypatch.setattr(stepping, "client_of", lambda store: discounts)
    policy = {"percent": 10, "budget_per_day": [{"amount": "500", "currency": "TRY"}], "minimum_margin_percent": 20}
    policy |= {"once_in_days": 90, "valid_days": 7, "min_spend": None}
    steps = [{"after_minutes": hours * 60, "when": ALWAYS, "voucher": hours > 1} for hours in (1, 24)]
    data = {"steps": steps, "holdout_percent": 0, "voucher": policy, "way_back": "REBUILD"}
    CartPlan.across_stores.create(store=shop.store, version=2, data=data, made_at=NOON)
    leave(shop)
    for now in (NOON + HOUR, NOON + DAY):
        actions.decide_due(now=now)
        sending.deliver_due(now=now)
    first, second = mails_in(folder)
    [code] = discounts.made
    for kind in ("plain", "html"):
        assert code not in part(first, kind)
        assert code in part(second, kind)
        assert "%10" in part(second, kind)


def test_an_english_cart_is_spoken_to_in_english(shop: Shop) -> None:
    leave(shop, languageCode="EN_US")
    actions.decide_due(now=NOON + HOUR)
    message = Message.across_stores.get()
    assert "Wool blanket 1" in message.subject
    assert "₺1,234.50" in message.text


def test_a_step_is_taken_once_whatever_happens_to_the_cart(shop: Shop, folder: Path) -> None:
    leave(shop)
    actions.decide_due(now=NOON + HOUR)
    for day in range(1, 10):
        sending.deliver_due(now=NOON + day * DAY - 22 * HOUR)
        leave(shop, at=NOON + day * DAY, quantity=day)
        actions.decide_due(now=NOON + day * DAY + 2 * HOUR)
    assert Message.across_stores.count() == 1


def test_one_person_is_written_to_about_the_cart_they_changed_last(shop: Shop) -> None:
    older, newer = leave(shop, "a"), leave(shop, "b", at=NOON + timedelta(minutes=5), email=SHOPPER.upper())
    assert case_of(older) == case_of(newer)
    actions.decide_due(now=NOON + 2 * HOUR)
    message = Message.across_stores.get()
    assert (message.about, message.address) == (f"case:{case_of(newer).pk}", SHOPPER.upper())
    assert case_of(older).checkout_id == newer.saleor_id


def test_nobody_hears_of_another_case_within_two_weeks(shop: Shop, folder: Path) -> None:
    first = leave(shop, "a")
    actions.decide_due(now=NOON + HOUR)
    sending.deliver_due(now=NOON + HOUR)
    buy(shop, first, at=NOON + 2 * HOUR)
    third = leave(shop, "c", at=NOON + DAY, lines=[line(2)])
    actions.decide_due(now=NOON + DAY + 2 * HOUR)
    assert (Message.across_stores.count(), silence_of(third)) == (1, "another_series")


@pytest.mark.parametrize(
    ("changed", "silence"),
    [
        ({"metadata": []}, "no_consent"),
        ({"metadata": [{"key": "paper.marketing_opt_in", "value": "false"}]}, "no_consent"),
        ({"metadata": [{"key": "gift_wrap", "value": "true"}]}, "no_consent"),
        ({"lines": []}, "empty"),
        ({"chargeStatus": "FULL"}, "paid"),
        ({"chargeStatus": "OVERCHARGED"}, "paid"),
        ({"authorizeStatus": "FULL"}, "paid"),
        ({"chargeStatus": "PARTIAL"}, "paying"),
    ],
)
def test_no_mail(shop: Shop, changed: dict[str, Any], silence: str) -> None:
    cart = leave(shop, **changed)
    actions.decide_due(now=NOON + HOUR)
    assert not Message.across_stores.exists()
    assert silence_of(cart) == silence


@pytest.mark.parametrize("email", [None, "no address"])
def test_of_nobody_there_is_no_case(shop: Shop, email: str | None) -> None:
    cart = leave(shop, email=email)
    assert cart.case is None
    assert actions.decide_due(now=NOON + HOUR) == 0


@pytest.mark.parametrize(
    ("data", "silence"),
    [
        ({"cart_reminders": False}, "switched_off"),
        ({"storefront_url": ""}, "no_link"),
        ({"consent_keys": ["newsletter"]}, "no_consent"),
        ({"consent_keys": []}, "no_consent"),
    ],
)
def test_no_mail_that_the_merchant_does_not_want(shop: Shop, data: dict[str, Any], silence: str) -> None:
    configure(shop, **data)
    cart = leave(shop)
    actions.decide_due(now=NOON + HOUR)
    assert (Message.across_stores.count(), silence_of(cart)) == (0, silence)


def test_an_order_by_the_same_person_from_another_cart_is_an_answer(shop: Shop, borealis: Shop) -> None:
    before, here, elsewhere = leave(shop, "a"), leave(shop, "b"), leave(borealis)
    configure(borealis)
    plan(borealis, 1)
    order(shop, at=NOON + timedelta(minutes=20), userEmail=SHOPPER.upper())
    actions.decide_due(now=NOON + HOUR)
    assert case_of(before) == case_of(here)
    assert (case_of(here).state, silence_of(here)) == ("ORDERED", "ordered")
    assert Message.across_stores.get().store == elsewhere.store


def test_an_order_of_something_else_from_before_the_cart_says_nothing(shop: Shop) -> None:
    order(shop, at=NOON - timedelta(minutes=1))
    leave(shop)
    actions.decide_due(now=NOON + HOUR)
    assert Message.across_stores.count() == 1


@pytest.mark.parametrize(("days", "silence"), [(13, "bought_elsewhere"), (15, "")])
def test_whoever_ordered_the_same_lately_has_it(shop: Shop, days: int, silence: str) -> None:
    order(shop, at=NOON - days * DAY, variants=(1,))
    cart = leave(shop)
    actions.decide_due(now=NOON + HOUR)
    assert silence_of(cart) == silence
    assert Message.across_stores.exists() == (not silence)


def test_an_order_of_this_very_checkout_by_another_address_is_an_answer(shop: Shop) -> None:
    cart = leave(shop)
    order(shop, at=NOON, userEmail="else@shopper.dev", checkoutId=cart.saleor_id)
    actions.decide_due(now=NOON + HOUR)
    assert silence_of(cart) == "ordered"


def test_whoever_bought_between_queueing_and_sending_gets_no_mail(shop: Shop, folder: Path) -> None:
    cart = leave(shop)
    actions.decide_due(now=NOON + HOUR)
    buy(shop, cart, at=NOON + HOUR)
    sending.deliver_due(now=NOON + HOUR)
    assert withheld() == "ordered"


def test_whoever_bought_the_same_on_another_device_just_before_gets_no_mail(shop: Shop, folder: Path) -> None:
    leave(shop)
    actions.decide_due(now=NOON + HOUR)
    order(shop, at=NOON + HOUR + timedelta(seconds=1), variants=(1,))
    sending.deliver_due(now=NOON + HOUR + timedelta(seconds=2))
    assert withheld() == "ordered"


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"metadata": []}, "still_shopping"),
        ({"lines": []}, "still_shopping"),
        ({"quantity": 3}, "still_shopping"),
        ({"chargeStatus": "FULL"}, "still_shopping"),
        ({"email": "new@shopper.dev"}, "the address was changed"),
    ],
)
def test_whoever_changes_the_cart_takes_what_waits_back(
    shop: Shop, folder: Path, changed: dict[str, Any], reason: str
) -> None:
    leave(shop)
    actions.decide_due(now=NOON + HOUR)
    leave(shop, at=NOON + HOUR + timedelta(seconds=1), **changed)
    sending.deliver_due(now=NOON + HOUR + timedelta(seconds=2))
    assert withheld() == reason


def test_a_step_that_was_taken_back_is_taken_when_the_shopper_is_gone_again(shop: Shop, folder: Path) -> None:
    cart = leave(shop)
    actions.decide_due(now=NOON + HOUR)
    leave(shop, at=NOON + HOUR + timedelta(minutes=1), quantity=3)
    assert (case_of(cart).steps_done, case_of(cart).steps.count()) == (0, 0)
    for at in (NOON + HOUR, NOON + 2 * HOUR + timedelta(minutes=1), NOON + 4 * HOUR):
        actions.decide_due(now=at)
        sending.deliver_due(now=at)
    assert [mail["To"] for mail in mails_in(folder)] == [SHOPPER]
    assert (case_of(cart).steps_done, case_of(cart).steps.get().silence) == (1, "")


def test_whoever_unsubscribed_between_queueing_and_sending_gets_no_mail(shop: Shop, folder: Path) -> None:
    leave(shop)
    actions.decide_due(now=NOON + HOUR)
    withdraw_at(
        store=shop.store, medium="email", value_hash=address_hash(SHOPPER), purpose="commercial",
        source=Source.ONE_CLICK, at=NOON + HOUR,
    )  # fmt: skip
    sending.deliver_due(now=NOON + HOUR)
    assert withheld() == "unsubscribed"


def test_what_waits_while_saleor_is_away_goes_out_when_it_is_back(shop: Shop, folder: Path) -> None:
    leave(shop)
    actions.decide_due(now=NOON + HOUR)
    Chore.across_stores.update(done_at=NOON)
    sending.deliver_due(now=NOON + HOUR)
    message = Message.across_stores.get()
    assert (message.state, message.silence, message.reason) == (State.WAITING, "not_right_yet", "out_of_date")
    Chore.across_stores.update(done_at=NOON + 2 * HOUR)
    sending.deliver_due(now=NOON + 2 * HOUR)
    assert len(mails_in(folder)) == 1


@pytest.mark.parametrize(
    ("event", "body", "old", "mails"),
    [
        ("checkout_updated", '{"email": "Ayse@SHOPPER.dev"}', 0, 0),
        ("order_created", '{"userEmail": "ayse@shopper.dev"}', 0, 0),
        ("checkout_updated", '{"id": "CHECKOUT"}', 0, 0),
        ("checkout_updated", '{"email": "somebody.else@example.com"}', 0, 1),
        ("checkout_updated", '{"email": "somebody.else@example.com"}', 61, 0),
        ("product_updated", '{"id": "CHECKOUT"}', 90, 1),
    ],
)
def test_a_word_of_theirs_that_came_this_second_and_is_not_read_yet_is_waited_for(
    shop: Shop, folder: Path, event: str, body: str, old: int, mails: int
) -> None:
    """Whoever changes the cart as the night ends is still there, and a failing handler may take a minute to say so."""
    leave(shop)
    checkout = Cart.across_stores.get().saleor_id
    actions.decide_due(now=NOON + HOUR)
    word = {"store": shop.store, "event": event, "digest": b"x", "body": body.replace("CHECKOUT", checkout).encode()}
    waiting = Event.across_stores.create(**word, received_at=NOON + HOUR - timedelta(seconds=old))
    sending.deliver_due(now=NOON + HOUR)
    assert len(mails_in(folder)) == mails
    waiting.delete()
    sending.deliver_due(now=NOON + HOUR + timedelta(minutes=1))
    assert len(mails_in(folder)) == 1


def test_a_mail_that_waited_for_days_is_not_sent_any_more(shop: Shop, folder: Path) -> None:
    leave(shop)
    actions.decide_due(now=NOON + HOUR)
    sending.deliver_due(now=NOON + timedelta(hours=50))
    assert withheld() == "expired"


def test_carts_from_before_the_installation_are_left_alone(shop: Shop) -> None:
    """The first look reads sixty days of checkouts."""
    carts = [leave(shop, str(day), at=NOON - day * DAY, email=f"{day}@s.dev") for day in range(3, 60)]
    actions.decide_due(now=NOON)
    assert not Message.across_stores.exists()
    assert {silence_of(cart) for cart in carts} == {"too_late"}
    assert not any(case_of(cart).abandoned_at for cart in carts)


def test_a_cart_that_is_only_read_again_is_not_looked_at_again(shop: Shop) -> None:
    cart = leave(shop)
    actions.decide_due(now=NOON + HOUR)
    before = case_of(cart).next_check_at
    leave(shop)
    assert case_of(cart).next_check_at == before
    leave(shop, at=NOON + 2 * HOUR)
    assert case_of(cart).next_check_at == NOON + 3 * HOUR


def test_consent_given_later_counts_for_the_next_step(shop: Shop) -> None:
    plan(shop, 1, 24)
    cart = leave(shop, metadata=[])
    actions.decide_due(now=NOON + HOUR)
    assert case_of(cart).steps.get().silence == "no_consent"
    leave(shop)
    actions.decide_due(now=NOON + DAY)
    assert Message.across_stores.count() == 1


def test_after_an_outage_nobody_is_reminded_before_it_is_known_who_bought(shop: Shop) -> None:
    Chore.across_stores.update(done_at=NOON)
    cart = leave(shop)
    actions.decide_due(now=NOON + HOUR)
    assert (Message.across_stores.count(), silence_of(cart)) == (0, "out_of_date")
    assert case_of(cart).state == "WATCHED"
    assert case_of(cart).next_check_at == NOON + HOUR + timedelta(minutes=1)
    Chore.across_stores.update(done_at=NOON + HOUR)  # the undelivered events were read, and one waits to be done
    waiting = Event.across_stores.create(
        store=shop.store, event="order_created", digest=b"x", body=b"{}", received_at=NOON
    )
    actions.decide_due(now=NOON + HOUR + timedelta(minutes=1))
    assert silence_of(cart) == "out_of_date"
    waiting.delete()
    actions.decide_due(now=NOON + HOUR + timedelta(minutes=2))
    assert Message.across_stores.count() == 1


def test_a_deactivated_app_hears_nothing_and_so_says_nothing(shop: Shop, folder: Path) -> None:
    leave(shop, "a")
    actions.decide_due(now=NOON + HOUR)
    leave(shop, "b", at=NOON + 15 * DAY, email="else@shopper.dev")
    Store.across_stores.update(is_active=False)
    assert actions.decide_due(now=NOON + 15 * DAY + 2 * HOUR) == 0
    sending.deliver_due(now=NOON + HOUR)
    assert withheld() == "store_inactive"


def test_a_removed_store_reminds_nobody(shop: Shop) -> None:
    leave(shop)
    Store.across_stores.update(removed_at=NOON)
    assert actions.decide_due(now=NOON + HOUR) == 0


def test_one_broken_cart_stops_nobody(shop: Shop, asked_saleor: Saleor, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = leave(shop, "a", email="broken@shopper.dev")
    leave(shop, "b")
    answer = asked_saleor.checkout_now

    def fails(checkout_id: str) -> object:
        if checkout_id == broken.saleor_id:
            raise ValueError("nothing known")
        return answer(checkout_id)

    monkeypatch.setattr(asked_saleor, "checkout_now", fails)
    actions.decide_due(now=NOON + HOUR)
    assert Message.across_stores.get().address == SHOPPER
    assert case_of(broken).next_check_at == NOON + 2 * HOUR


def test_names_cannot_write_the_mail(shop: Shop, folder: Path) -> None:
    evil = line()
    evil["variant"]["product"] |= {"translation": None, "name": "<script>alert(1)</script>\r\nBcc: all@shop.dev"}
    evil["variant"]["product"]["thumbnail"] = {"url": "javascript:alert(1)"}
    leave(shop, lines=[evil], languageCode="EN")
    actions.decide_due(now=NOON + HOUR)
    sending.deliver_due(now=NOON + HOUR)
    [mail] = mails_in(folder)
    assert mail["Bcc"] is None
    assert "<script" not in part(mail, "html")
    assert "javascript:" not in part(mail, "html")
    assert "<script>" in part(mail, "plain")  # plain text says it as it is


def test_the_longest_mail_is_not_cut_off(shop: Shop) -> None:
    long = [line(number) for number in range(100)]
    for one in long:
        one["variant"]["product"]["translation"] = {"name": "Ş" * 250}
        one["variant"] |= {"name": "ğ" * 255}
    leave(shop, lines=long)
    actions.decide_due(now=NOON + HOUR)
    assert len(Message.across_stores.get().html.encode()) < 102_000


def test_deciding_asks_the_database_the_same_for_one_line_and_twenty(shop: Shop) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    counts = []
    for number, lines in enumerate((1, 20)):
        cart = leave(shop, str(number), email=f"{number}@shopper.dev", lines=[line(one) for one in range(1, lines + 1)])
        with CaptureQueriesContext(connection) as asked:
            actions.decide_case(case_id=case_of(cart).pk, now=NOON + HOUR)
        counts.append(len(asked))
    assert counts[0] == counts[1]
    assert CartStep.across_stores.filter(silence="").count() == 2
    assert counts[0] <= 75


def test_without_consent_little_is_asked(shop: Shop) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    cart = leave(shop, metadata=[])
    case = case_of(cart)
    with CaptureQueriesContext(connection) as asked:
        actions.decide_case(case_id=case.pk, now=NOON + HOUR)
    assert case_of(cart).steps.get().silence == "no_consent"
    assert len(asked) <= 25


def test_of_a_thousand_variants_the_first_hundred_lines_are_kept(shop: Shop) -> None:
    cart = leave(shop, lines=[line(number) for number in range(1, 300)])
    assert len(Cart.across_stores.get(pk=cart.pk).lines) == 100
    assert cart.lines[0]["variant_id"] == global_id("ProductVariant", 1)
