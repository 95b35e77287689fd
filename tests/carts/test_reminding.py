"""A cart that has gone quiet: one mail with its lines and the way back, or a reason for none."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.utils import timezone

from saleor_support_plugin.carts import actions
from saleor_support_plugin.carts.models import Cart
from saleor_support_plugin.events.models import Event
from saleor_support_plugin.outbox import sending
from saleor_support_plugin.outbox.models import Message, State
from saleor_support_plugin.people.actions import withdraw_at
from saleor_support_plugin.people.addresses import address_hash
from saleor_support_plugin.people.models import Source
from saleor_support_plugin.saleor.generated.fragments import CheckoutFacts, OrderFacts
from saleor_support_plugin.shop.actions import remember_order
from saleor_support_plugin.stores.models import Chore, NamedConfiguration, Store

from ..outbox.messages import mails_in, part
from ..outbox.test_sending import together
from ..service import Service
from ..shop import facts
from ..shops import NOON, Shop, global_id

SHOPPER = "ayse@shopper.dev"
HOUR = timedelta(hours=1)


@pytest.fixture
def folder(tmp_path: Path, settings: LazySettings) -> Path:
    settings.OUTBOX_DIR, settings.EMAIL = tmp_path / "outbox", {"way": "file", "folder": ""}
    return tmp_path / "outbox"


def configure(shop: Shop, **data: Any) -> None:
    """Have a merchant set this; what happened in the store is known up to any time of these tests."""
    Chore.across_stores.update_or_create(
        store=shop.store, name="deliveries", defaults={"due_at": NOON, "done_at": NOON + timedelta(days=365)}
    )
    values = {"storefront_url": "https://aurora.dev", "sender_name": "Aurora"} | data
    NamedConfiguration.across_stores.update_or_create(
        store=shop.store, name="all", defaults={"is_default": True, "data": values}
    )


@pytest.fixture
def shop(aurora: Shop) -> Shop:
    configure(aurora)
    return aurora


def line(number: int = 1, **changed: Any) -> dict[str, Any]:
    product = {
        "id": global_id("Product", number),
        "name": f"Wool blanket {number}",
        "slug": "blanket",
        "translation": {"name": f"Yün battaniye {number}"},
        "thumbnail": {"url": "https://aurora.dev/blanket.png"},
    }
    variant = {"id": global_id("ProductVariant", number), "name": "Blue", "sku": None, "product": product}
    return {
        "id": global_id("CheckoutLine", number),
        "quantity": 2,
        "variant": variant,
        "totalPrice": facts.gross("1234.5"),
    } | changed


CONSENT = [{"key": "paper.marketing_opt_in", "value": "true"}]


def leave(shop: Shop, name: str = "c", *, at: Any = NOON, **changed: Any) -> Cart:
    """Have somebody fill a cart and go."""
    values = {
        "id": global_id("Checkout", name),
        "created": at.isoformat(),
        "updatedAt": at.isoformat(),
        "email": SHOPPER,
        "quantity": 2,
        "metadata": CONSENT,
        "lines": [line()],
        "totalPrice": facts.gross("1234.5"),
    } | changed
    checkout = CheckoutFacts.model_validate(facts.checkout(**values))
    actions.remember_checkout(store=shop.store, checkout=checkout, issued_at=at + timedelta(seconds=1))
    return Cart.across_stores.get(store=shop.store, saleor_id=values["id"])


def order(shop: Shop, *, at: Any = NOON, **changed: Any) -> None:
    values = {"created": at.isoformat(), "userEmail": SHOPPER, "checkoutId": None} | changed
    remember_order(store=shop.store, order=OrderFacts.model_validate(facts.order(**values)), issued_at=at)


def silence_of(cart: Cart) -> str:
    cart.refresh_from_db()
    return cart.silence


@pytest.mark.django_db
def test_one_mail_with_the_cart_and_the_way_back(shop: Shop, folder: Path) -> None:
    cart = leave(shop)
    assert actions.remind_due(now=NOON + timedelta(minutes=59)) == 1
    assert not Message.across_stores.exists()
    actions.remind_due(now=NOON + HOUR)
    sending.deliver_due(now=NOON + HOUR)
    [mail] = mails_in(folder)
    assert (mail["To"], mail["Subject"]) == (SHOPPER, "Sepetiniz sizi bekliyor: Yün battaniye 1")
    for kind in ("plain", "html"):
        words = part(mail, kind)
        assert "Yün battaniye 1" in words
        assert "₺1.234,50" in words
        assert f"https://aurora.dev?checkout={cart.saleor_id.replace('=', '%3D')}" in words
    assert 'lang="tr"' in part(mail, "html")
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mail["List-Unsubscribe"].strip().startswith("<https://support.example.com/u/")


@pytest.mark.django_db
def test_an_english_cart_is_spoken_to_in_english(shop: Shop, folder: Path) -> None:
    leave(shop, languageCode="EN_US")
    actions.remind_due(now=NOON + HOUR)
    message = Message.across_stores.get()
    assert message.subject == "Wool blanket 1 is still in your basket"
    assert "₺1,234.50" in message.text


@pytest.mark.django_db
def test_never_twice_whatever_happens_to_the_cart(shop: Shop, folder: Path) -> None:
    leave(shop)
    actions.remind_due(now=NOON + HOUR)
    for day in range(1, 30):
        leave(shop, at=NOON + timedelta(days=day), quantity=day)
        actions.remind_due(now=NOON + timedelta(days=day, hours=2))
    assert Message.across_stores.count() == 1


@pytest.mark.django_db
def test_one_person_is_reminded_of_one_cart(shop: Shop) -> None:
    older, newer = leave(shop, "a"), leave(shop, "b", at=NOON + timedelta(minutes=5), email=SHOPPER.upper())
    actions.remind_due(now=NOON + 2 * HOUR)
    assert Message.across_stores.get().about == newer.saleor_id
    assert silence_of(older) == "another_cart"
    third = leave(shop, "c", at=NOON + timedelta(days=1))
    actions.remind_due(now=NOON + timedelta(days=1, hours=2))
    assert silence_of(third) == "reminded"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("changed", "silence"),
    [
        ({"email": None}, ""),
        ({"metadata": []}, "no_consent"),
        ({"metadata": [{"key": "paper.marketing_opt_in", "value": "false"}]}, "no_consent"),
        ({"lines": []}, ""),
        ({"metadata": [{"key": "gift_wrap", "value": "true"}]}, "no_consent"),
        ({"chargeStatus": "FULL"}, "paid"),
        ({"chargeStatus": "PARTIAL"}, "paid"),
        ({"authorizeStatus": "FULL"}, "paid"),
        ({"email": "no address"}, "no_address"),
    ],
)
def test_no_mail(shop: Shop, changed: dict[str, Any], silence: str) -> None:
    cart = leave(shop, **changed)
    actions.remind_due(now=NOON + HOUR)
    assert not Message.across_stores.exists()
    assert silence_of(cart) == silence
    assert (cart.next_check_at is None) or silence


@pytest.mark.django_db
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
    actions.remind_due(now=NOON + HOUR)
    assert (Message.across_stores.count(), silence_of(cart)) == (0, silence)


@pytest.mark.django_db
def test_an_order_by_the_same_person_from_another_cart_is_an_answer(shop: Shop, borealis: Shop) -> None:
    before, here, elsewhere = leave(shop, "a"), leave(shop, "b"), leave(borealis)
    configure(borealis)
    order(shop, at=NOON + timedelta(minutes=20), userEmail=SHOPPER.upper())
    actions.remind_due(now=NOON + HOUR)
    assert (silence_of(before), silence_of(here)) == ("ordered", "ordered")
    assert Message.across_stores.get().store == elsewhere.store


@pytest.mark.django_db
def test_an_order_from_before_the_cart_says_nothing(shop: Shop) -> None:
    order(shop, at=NOON - timedelta(minutes=1))
    leave(shop)
    actions.remind_due(now=NOON + HOUR)
    assert Message.across_stores.count() == 1


@pytest.mark.django_db
def test_an_order_of_this_very_checkout_by_another_address_is_an_answer(shop: Shop) -> None:
    cart = leave(shop)
    order(shop, at=NOON, userEmail="else@shopper.dev", checkoutId=cart.saleor_id)
    actions.remind_due(now=NOON + HOUR)
    assert silence_of(cart) == "ordered"


def withheld() -> str:
    message = Message.across_stores.get()
    assert message.state == State.WITHHELD
    return message.reason or message.silence


@pytest.mark.django_db
def test_whoever_bought_between_queueing_and_sending_gets_no_mail(shop: Shop, folder: Path) -> None:
    cart = leave(shop)
    actions.remind_due(now=NOON + HOUR)
    actions.close_with_order(store=shop.store, checkout_id=cart.saleor_id, order_id="o", issued_at=NOON + HOUR)
    sending.deliver_due(now=NOON + HOUR)
    assert withheld() == "ordered"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"metadata": []}, "unsubscribed"),
        ({"lines": []}, "empty"),
        ({"quantity": 3}, "still_shopping"),
        ({"email": "new@shopper.dev"}, "the address was changed"),
        ({"chargeStatus": "FULL"}, "paid"),
    ],
)
def test_the_second_look_sees_what_changed(shop: Shop, folder: Path, changed: dict[str, Any], reason: str) -> None:
    leave(shop)
    actions.remind_due(now=NOON + HOUR)
    leave(shop, at=NOON + HOUR, **changed)
    sending.deliver_due(now=NOON + HOUR)
    assert withheld() == reason


@pytest.mark.django_db
def test_whoever_unsubscribed_between_queueing_and_sending_gets_no_mail(shop: Shop, folder: Path) -> None:
    leave(shop)
    actions.remind_due(now=NOON + HOUR)
    withdraw_at(
        store=shop.store, medium="email", value_hash=address_hash(SHOPPER), purpose="commercial",
        source=Source.ONE_CLICK, at=NOON + HOUR,
    )  # fmt: skip
    sending.deliver_due(now=NOON + HOUR)
    assert withheld() == "unsubscribed"


@pytest.mark.django_db
def test_a_mail_that_waited_for_days_is_not_sent_any_more(shop: Shop, folder: Path) -> None:
    leave(shop)
    actions.remind_due(now=NOON + HOUR)
    sending.deliver_due(now=NOON + timedelta(hours=50))
    assert withheld() == "expired"


@pytest.mark.django_db
def test_carts_from_before_the_installation_are_left_alone(shop: Shop) -> None:
    """The first look reads sixty days of checkouts."""
    carts = [leave(shop, str(day), at=NOON - timedelta(days=day), email=f"{day}@s.dev") for day in range(3, 60)]
    actions.remind_due(now=NOON)
    assert not Message.across_stores.exists()
    assert {silence_of(cart) for cart in carts} == {"too_late"}


@pytest.mark.django_db
def test_a_cart_that_is_only_read_again_is_not_looked_at_again(shop: Shop) -> None:
    configure(shop, cart_reminders=False)
    cart = leave(shop)
    actions.remind_due(now=NOON + HOUR)
    leave(shop)
    cart.refresh_from_db()
    assert cart.next_check_at is None
    leave(shop, at=NOON + 2 * HOUR)
    cart.refresh_from_db()
    assert cart.next_check_at == NOON + 2 * HOUR + timedelta(minutes=15)


@pytest.mark.django_db
def test_consent_given_later_counts(shop: Shop) -> None:
    leave(shop, metadata=[])
    leave(shop)
    actions.remind_due(now=NOON + HOUR)
    assert Message.across_stores.count() == 1


@pytest.mark.django_db
def test_after_an_outage_nobody_is_reminded_before_it_is_known_who_bought(shop: Shop, folder: Path) -> None:
    Chore.across_stores.update(done_at=NOON)
    cart = leave(shop)
    actions.remind_due(now=NOON + HOUR)
    assert (Message.across_stores.count(), silence_of(cart)) == (0, "out_of_date")
    assert cart.next_check_at == NOON + HOUR + timedelta(minutes=1)
    Chore.across_stores.update(done_at=NOON + HOUR)  # the undelivered events were read, and one waits to be done
    waiting = Event.across_stores.create(
        store=shop.store, event="order_created", digest=b"x", body=b"{}", received_at=NOON
    )
    actions.remind_due(now=NOON + HOUR + timedelta(minutes=1))
    assert silence_of(cart) == "out_of_date"
    waiting.delete()
    actions.remind_due(now=NOON + HOUR + timedelta(minutes=2))
    assert Message.across_stores.count() == 1


@pytest.mark.django_db
def test_a_deactivated_app_hears_nothing_and_so_says_nothing(shop: Shop, folder: Path) -> None:
    leave(shop, "a")
    actions.remind_due(now=NOON + HOUR)
    leave(shop, "b", at=NOON + timedelta(days=15))
    Store.across_stores.update(is_active=False)
    assert actions.remind_due(now=NOON + timedelta(days=15, hours=2)) == 0
    sending.deliver_due(now=NOON + HOUR)
    assert withheld() == "store_inactive"


@pytest.mark.django_db
def test_a_removed_store_reminds_nobody(shop: Shop) -> None:
    leave(shop)
    Store.across_stores.update(removed_at=NOON)
    assert actions.remind_due(now=NOON + HOUR) == 0


@pytest.mark.django_db
def test_one_broken_cart_stops_nobody(shop: Shop) -> None:
    broken = leave(shop, "a", email="broken@shopper.dev")
    Cart.across_stores.filter(pk=broken.pk).update(lines=[{"nothing": "known"}])
    leave(shop, "b")
    actions.remind_due(now=NOON + HOUR)
    assert Message.across_stores.get().address == SHOPPER
    broken.refresh_from_db()
    assert broken.next_check_at == NOON + 2 * HOUR


def test_eight_workers_at_once_remind_once(committed: Service, open_aurora: Shop, folder: Path) -> None:
    """Also where one person left three carts."""
    configure(open_aurora)
    for name in "abc":
        leave(open_aurora, name)
    now = NOON + HOUR
    together(8, lambda: actions.remind_due(now=now))
    together(8, lambda: sending.deliver_due(now=now))
    assert len(mails_in(folder)) == 1


@pytest.mark.django_db
def test_names_cannot_write_the_mail(shop: Shop, folder: Path) -> None:
    evil = line()
    evil["variant"]["product"] |= {"translation": None, "name": "<script>alert(1)</script>\r\nBcc: all@shop.dev"}
    evil["variant"]["product"]["thumbnail"] = {"url": "javascript:alert(1)"}
    leave(shop, lines=[evil], languageCode="EN")
    actions.remind_due(now=NOON + HOUR)
    sending.deliver_due(now=NOON + HOUR)
    [mail] = mails_in(folder)
    assert mail["Bcc"] is None
    assert "<script" not in part(mail, "html")
    assert "javascript:" not in part(mail, "html")
    assert "<script>" in part(mail, "plain")  # plain text says it as it is


@pytest.mark.django_db
def test_the_longest_mail_is_not_cut_off(shop: Shop, folder: Path) -> None:
    long = [line(number) for number in range(100)]
    for one in long:
        one["variant"]["product"]["translation"] = {"name": "Ş" * 250}
        one["variant"] |= {"name": "ğ" * 255}
    leave(shop, lines=long)
    actions.remind_due(now=NOON + HOUR)
    message = Message.across_stores.get()
    assert len(message.html.encode()) < 102_000
    assert "ve 92 ürün daha" in message.text


@pytest.mark.django_db
def test_deciding_asks_the_database_the_same_for_one_line_and_twenty(
    shop: Shop, django_assert_num_queries: Any
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    counts = []
    for number, lines in enumerate((1, 20)):
        leave(shop, str(number), email=f"{number}@shopper.dev", lines=[line(one) for one in range(lines)])
        with CaptureQueriesContext(connection) as asked:
            actions.remind_next(now=NOON + HOUR)
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 25
    assert Message.across_stores.count() == 2


@pytest.mark.django_db
def test_nothing_due_is_one_question(shop: Shop, django_assert_num_queries: Any) -> None:
    leave(shop)
    with django_assert_num_queries(3):  # with the transaction's savepoint around it
        assert not actions.remind_next(now=NOON)
    assert timezone.is_aware(NOON)
