"""Each kind of act reaches Saleor once, as each Saleor that we serve takes it."""

from decimal import Decimal
from typing import Any

import pytest

from saleor_support_plugin.conversations.models import ConversationMessage, Happening
from saleor_support_plugin.demo.catalogue_records import GiftCard, GiftCardEvent
from saleor_support_plugin.demo.order_records import Payment
from saleor_support_plugin.ids import own_id
from saleor_support_plugin.outbox.models import Message

from ..desks import add_configuration, add_ticket
from ..shops import Shop
from .conftest import Open
from .desk import PREVIEW, RETRY, Desk, limit

pytestmark = pytest.mark.django_db

VERSIONS = ("3.21", "3.22", "3.23")


@pytest.mark.parametrize("version", VERSIONS)
def test_a_refund_is_granted_and_then_asked_of_the_payment_app(version: str, aurora: Shop, open_desk: Open) -> None:
    desk = open_desk(aurora, version)
    limit(desk, per_order=100)
    charged = desk.in_saleor.charged
    act = desk.done("REFUND", refund={"amount": "40.50", "reasonReference": "UGFnZTox"}, note="Came late")
    [granted] = desk.in_saleor.granted_refunds
    assert (granted.amount, granted.status) == (Decimal("40.50"), "SUCCESS")
    assert granted.reason == f"Came late ({act.marker})"
    assert desk.in_saleor.charged == charged - Decimal("40.50")
    assert desk.egress.asked.count("GrantRefund") == desk.egress.asked.count("RequestGrantedRefund") == 1


def test_lines_and_delivery_say_how_much(desk: Desk) -> None:
    line = desk.in_saleor.lines[0]
    assert desk.in_saleor.delivery
    act = desk.done("REFUND", refund={"lines": [{"line": line.id, "quantity": 1}], "shipping": True})
    assert act.amount == line.unit_price + desk.in_saleor.delivery.price


def test_of_several_payments_one_is_named(desk: Desk) -> None:
    first, second = desk.pay_in("60", "40")
    assert desk.trouble("REFUND", refund={"amount": "10"}) == "CHOOSE_TRANSACTION"
    assert desk.trouble("REFUND", refund={"amount": "41", "transaction": second.id}) == "MORE_THAN_CHARGED"
    desk.done("REFUND", refund={"amount": "40", "transaction": second.id})
    desk.done("REFUND", refund={"amount": "10", "transaction": first.id})
    assert [first.charged, second.charged] == [50, 0]
    assert desk.trouble("REFUND", refund={"amount": "1", "transaction": "VHJhbnNhY3Rpb25JdGVtOjk="}) == "NOT_FOUND"


def test_an_old_payment_is_refunded_only_where_that_is_said(desk: Desk) -> None:
    desk.in_saleor.transactions = []
    desk.in_saleor.payments = [Payment(pk="1", captured=Decimal(50))]
    assert desk.trouble("REFUND", refund={"amount": "20"}) == "OLD_PAYMENT"
    assert desk.trouble("REFUND", refund={"amount": "51", "legacy": True}) == "MORE_THAN_CHARGED"
    desk.done("REFUND", refund={"amount": "20", "legacy": True})
    assert desk.in_saleor.payments[0].captured == 30
    assert "GrantRefund" not in desk.egress.asked


def test_without_an_app_that_pays_back_it_is_said_in_words_and_can_be_tried_again(desk: Desk) -> None:
    desk.demo.faults.refunds = "nobody"
    desk.create("REFUND", refund={"amount": "20"})
    desk.work()
    act = desk.act()
    assert (act.state, act.problem) == ("FAILED", "NO_PAYMENT_APP")
    desk.demo.faults.refunds = "paid"
    again = desk.ask(RETRY, id=own_id("OrderAct", act.pk))
    assert (again["errors"], again["act"]["state"]) == ([], "ASKED")
    desk.work()
    assert desk.act().state == "DONE"
    assert len(desk.in_saleor.granted_refunds) == 1
    assert desk.egress.asked.count("GrantRefund") == 1


def test_what_the_payment_app_refuses_has_failed(desk: Desk) -> None:
    desk.demo.faults.refunds = "refused"
    desk.create("REFUND", refund={"amount": "20"})
    desk.work()
    assert (desk.act().state, desk.act().problem) == ("FAILED", "PAYMENT_APP_REFUSED")


def test_an_order_is_cancelled_unless_part_of_it_left(desk: Desk) -> None:
    desk.done("CANCEL")
    assert desk.in_saleor.status == "CANCELED"
    assert desk.trouble("CANCEL") == "CANNOT_CANCEL"
    desk.number = "4"
    desk.know()
    assert desk.in_saleor.fulfillments
    assert desk.trouble("CANCEL") == "CANNOT_CANCEL"


@pytest.mark.parametrize("version", VERSIONS)
def test_a_gift_card_is_the_customers_own_where_saleor_can_bind_it(version: str, aurora: Shop, open_desk: Open) -> None:
    desk = open_desk(aurora, version)
    limit(desk, per_order=100)
    desk.done("GIFT_CARD", giftCard={"amount": "25", "expiresOn": "2027-01-31"})
    [card] = desk.demo.state.gift_cards.values()
    assert (card.balance, card.currency, card.email) == (Decimal(25), "TRY", desk.in_saleor.user_email)
    assert card.assigned_to == (desk.in_saleor.user_pk if version == "3.23" else None)


def test_a_card_is_mailed_again(desk: Desk) -> None:
    made = desk.done("GIFT_CARD", giftCard={"amount": "25"})
    desk.done("GIFT_CARD_RESEND", resend={"giftCard": made.saleor["gift_card"]})
    [card] = desk.demo.state.gift_cards.values()
    assert [one.type for one in card.events] == ["ISSUED", "SENT_TO_CUSTOMER", "RESENT"]
    desk.create("GIFT_CARD_RESEND", resend={"giftCard": "R2lmdENhcmQ6OQ=="})
    desk.work()
    assert (desk.act().state, desk.act().problem) == ("FAILED", "NOT_FOUND")


def test_a_code_takes_its_sum_off_one_order(desk: Desk) -> None:
    act = desk.done("VOUCHER", voucher={"amount": "30", "validDays": 10})
    voucher = desk.demo.state.voucher(act.marker)
    assert voucher
    assert (voucher.values, voucher.discount_value_type, voucher.single_use) == ({"tr": Decimal(30)}, "FIXED", True)
    variant = desk.demo.catalogue.product("notebook").variants[0]
    checkout = desk.demo.checkouts.create("tr", [(variant, 2)], email="ada@example.com")
    desk.demo.checkouts.set_voucher(checkout, act.marker)


def test_a_parcel_gets_its_number(desk: Desk) -> None:
    desk.number = "4"
    desk.know()
    [parcel] = desk.in_saleor.fulfillments
    desk.done("TRACKING", tracking={"fulfillment": parcel.id, "number": "TR77"})
    assert parcel.tracking_number == "TR77"
    assert desk.trouble("TRACKING", tracking={"fulfillment": "RnVsZmlsbG1lbnQ6OTk=", "number": "1"}) == "NOT_FOUND"


ADDRESS = {
    "firstName": "Ayşe",
    "lastName": "Yılmaz",
    "streetAddress1": "Bağdat Caddesi 7",
    "city": "İstanbul",
    "postalCode": "34710",
    "country": "TR",
}


def test_the_address_changes_until_something_left(desk: Desk) -> None:
    desk.done("ADDRESS", address=ADDRESS)
    assert desk.in_saleor.shipping_address
    assert desk.in_saleor.shipping_address.street_address1 == "Bağdat Caddesi 7"
    desk.number = "4"
    desk.know()
    assert desk.trouble("ADDRESS", address=ADDRESS) == "ALREADY_SENT"


def test_a_replacement_is_a_draft_that_costs_nothing(desk: Desk) -> None:
    line = desk.in_saleor.lines[0]
    act = desk.done("REPLACEMENT", replacement={"lines": [{"line": line.id, "quantity": 1}]})
    [draft] = [one for one in desk.demo.state.orders.values() if one.status == "DRAFT"]
    assert [(one.variant_pk, one.quantity, one.unit_price) for one in draft.lines] == [(line.variant_pk, 1, Decimal(0))]
    assert (draft.id, draft.external_reference) == (act.saleor["draft"], act.marker)
    assert act.amount == line.unit_price
    many = {"lines": [{"line": line.id, "quantity": line.quantity + 1}]}
    assert desk.trouble("REPLACEMENT", replacement=many) == "TOO_MANY_PIECES"


def test_pieces_that_were_sent_come_back(desk: Desk) -> None:
    desk.number = "4"
    desk.know()
    line = desk.in_saleor.lines[0]
    desk.done("RETURN", **{"return": {"lines": [{"line": line.id, "quantity": 1}]}})
    back = [one for one in desk.in_saleor.fulfillments if one.status == "RETURNED"]
    assert [(part.order_line_pk, part.quantity) for one in back for part in one.lines] == [(line.pk, 1)]
    again: dict[str, Any] = {"return": {"lines": [{"line": line.id, "quantity": 1}]}}
    assert desk.trouble("RETURN", **again) == "TOO_MANY_PIECES"


def test_an_invoice_is_asked_for_and_then_sent(desk: Desk) -> None:
    assert desk.trouble("INVOICE", invoice={"send": True}) == "NO_INVOICE"
    desk.done("INVOICE", invoice={})
    desk.done("INVOICE", invoice={"send": True})
    kinds = [one.type for one in desk.in_saleor.events]
    assert (kinds.count("INVOICE_REQUESTED"), kinds.count("INVOICE_SENT")) == (1, 1)


def test_the_summary_is_our_own_mail(desk: Desk) -> None:
    add_configuration(desk.shop)
    desk.done("SUMMARY_AGAIN")
    [mail] = Message.across_stores.filter(kind="order_summary")
    assert (mail.address, mail.about) == (desk.in_saleor.user_email, desk.in_saleor.id)


def test_the_thread_tells_of_it(desk: Desk) -> None:
    ticket = add_ticket(desk.shop, order=None)
    ticket.conversation.channel_slug = "tr"
    ticket.conversation.save(update_fields=["channel_slug"])
    act = desk.done("REFUND", refund={"amount": "20"}, ticket=own_id("Ticket", ticket.pk), reason="damaged")
    said = ConversationMessage.across_stores.get(conversation=ticket.conversation, event=Happening.ORDER_ACT)
    assert (said.author_name, said.text) == ("staff@aurora.example", f"{act.number} REFUND DONE 20.00 TRY")


@pytest.mark.parametrize("language", ["en", "tr"])
def test_a_payment_that_has_no_name_is_not_named(desk: Desk, language: str) -> None:
    desk.pay_in("100")[0].name = ""
    seen = desk.ask(PREVIEW, input=desk.wish("REFUND", refund={"amount": "20"}), language=language)
    assert seen["effects"][1]["code"] == "REFUND_REQUESTED"
    assert not {"“", "–", "{"} & set(seen["effects"][1]["text"])


@pytest.mark.parametrize(("language", "words"), [("en", "granted refund"), ("tr", "onaylanmış bir iade")])
def test_before_anything_is_done_it_is_said_what_will_be(desk: Desk, language: str, words: str) -> None:
    wish = desk.wish("REFUND", refund={"amount": "20"})
    seen = desk.ask(PREVIEW, input=wish, language=language)
    assert words in seen["effects"][0]["text"]
    assert [one["code"] for one in seen["effects"]] == ["REFUND_GRANTED", "REFUND_REQUESTED_OF", "REFUND_MAIL"]
    assert "“" in seen["effects"][1]["text"]
    assert (seen["problems"], seen["needsApproval"], seen["money"]) == (
        [],
        False,
        {"amount": "20.00", "currency": "TRY"},
    )
    assert Decimal(seen["room"]["amount"]) == desk.in_saleor.charged
    assert "GrantRefund" not in desk.egress.asked


def test_the_payments_are_shown_where_one_must_be_chosen(desk: Desk) -> None:
    first, second = desk.pay_in("60", "40")
    seen = desk.ask(PREVIEW, input=desk.wish("REFUND", refund={"amount": "20"}))
    assert [one["code"] for one in seen["problems"]] == ["CHOOSE_TRANSACTION"]
    shown = [(one["id"], one["refundable"]["amount"]) for one in seen["transactions"]]
    assert shown == [(first.id, "60.00"), (second.id, "40.00")]


def test_the_cards_of_an_order_are_offered_to_be_mailed_again(desk: Desk) -> None:
    given = desk.done("GIFT_CARD", giftCard={"amount": "25"}).saleor["gift_card"]
    order, state = desk.in_saleor, desk.demo.state
    for order_id, email in [
        (order.id, order.user_email),
        ("T3JkZXI6OQ==", order.user_email),
        (order.id, "x@other.dev"),
    ]:
        pk = state.next_pk("GiftCard")
        bought = GiftCardEvent(pk=f"bought {pk}", type="BOUGHT", date=desk.now, order_id=order_id)
        state.gift_cards[pk] = GiftCard(
            pk=pk,
            code=f"CODE-{pk}",
            balance=Decimal(10),
            currency="TRY",
            email=email,
            created_by_email=email,
            events=[bought],
        )
    cards = PREVIEW.replace("hasOldPayment", "giftCards { id ending balance { amount } isActive }")
    preview = desk.ask(cards, input=desk.wish("GIFT_CARD_RESEND"))
    [sold, ours] = preview["giftCards"]
    assert ours["id"] == given
    assert (sold["ending"], sold["isActive"]) == ("DE-2", True)
    assert Decimal(str(sold["balance"]["amount"])) == 10
    assert [one["code"] for one in preview["problems"]] == ["REQUIRED"]
    assert desk.ask(cards, input=desk.wish("CANCEL"))["giftCards"] == []
