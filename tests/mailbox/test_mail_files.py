"""What a mail held beside pictures: staff fetch it by their token, and a browser never opens it in a page of ours."""

from typing import Any

import pytest
import requests

from saleor_support_plugin.conversations.models import ConversationMessage
from saleor_support_plugin.files import storage
from saleor_support_plugin.mailbox.models import ReceivedMail
from saleor_support_plugin.tickets.models import Ticket

from ..files.pictures import HTML, picture
from ..known_staff import FakeSaleor
from ..service import Service
from ..shops import Shop, global_id
from .post import add_mailbox, answer_to, ask, deliver, hold_mail, sent_about

PDF = b"%PDF-1.7 a bill"


def staff_of(shop: Shop, *permissions: str) -> str:
    return shop.staff_token(*(permissions or ("MANAGE_ORDERS",)))


def mailed(shop: Shop) -> tuple[Ticket, dict[str, Any]]:
    """Have a shopper mail a picture and two files; return their ticket, and the card by which staff get these."""
    mailbox, ticket = add_mailbox(shop), ask(shop)
    made = answer_to(sent_about(ticket), "See the bill.")
    made.add_attachment(picture(), maintype="image", subtype="png", filename="lamp.png")
    made.add_attachment(PDF, maintype="application", subtype="pdf", filename='fatura "ı".pdf')
    made.add_attachment(HTML, maintype="text", subtype="html", filename="page.html")
    deliver(mailbox, made)
    card = ConversationMessage.across_stores.get(conversation=ticket.conversation, event="attached").card
    assert card is not None
    return ticket, card


def fetch(service: Service, token: str, mail: str, at: int | str) -> requests.Response:
    headers = {"authorization": f"Bearer {token}"} if token else {}
    return requests.get(f"{service.url}/staff/mail-files/{mail}/{at}", headers=headers, timeout=20)


def test_staff_keep_a_file_under_its_name_and_no_browser_opens_it(
    committed: Service, open_aurora: Shop, saleor: FakeSaleor
) -> None:
    _, card = mailed(open_aurora)
    assert card["kind"] == "files"
    told = [(one["at"], one["name"], one["kind"], one["bytes"]) for one in card["files"]]
    assert told == [(1, 'fatura "ı".pdf', "PDF", len(PDF)), (2, "page.html", "FILE", len(HTML))]
    bill = fetch(committed, staff_of(open_aurora), card["mail"], 1)
    assert (bill.status_code, bill.content) == (200, PDF)
    assert bill.headers["content-disposition"] == "attachment; filename*=utf-8''fatura%20%22%C4%B1%22.pdf"
    page = fetch(committed, staff_of(open_aurora), card["mail"], 2)
    assert page.content == HTML
    for answer in (bill, page):
        assert answer.headers["content-type"] == "application/octet-stream"
        assert answer.headers["content-security-policy"] == "default-src 'none'; sandbox"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["content-disposition"].startswith("attachment")


def test_only_staff_of_the_store_who_may_see_orders_get_it(
    committed: Service, open_aurora: Shop, open_borealis: Shop, saleor: FakeSaleor
) -> None:
    _, card = mailed(open_aurora)
    assert fetch(committed, "", card["mail"], 1).status_code == 401
    assert fetch(committed, "x.y.z", card["mail"], 1).status_code == 401
    assert fetch(committed, staff_of(open_aurora, "MANAGE_PRODUCTS"), card["mail"], 1).status_code == 403
    foreign = fetch(committed, staff_of(open_borealis), card["mail"], 1)
    assert (foreign.status_code, foreign.json()["error"]["code"]) == (404, "NOT_FOUND")
    assert PDF not in foreign.content


@pytest.mark.parametrize(("mail", "at"), [("x", 1), ("UmVjZWl2ZWRNYWlsOjk5OTk5OQ==", 1), ("own", 3), ("own", 10**30)])
def test_what_is_no_file_is_not_there(
    committed: Service, open_aurora: Shop, saleor: FakeSaleor, mail: str, at: int
) -> None:
    _, card = mailed(open_aurora)
    answer = fetch(committed, staff_of(open_aurora), card["mail"] if mail == "own" else mail, at)
    assert (answer.status_code, answer.json()["error"]["code"]) == (404, "NOT_FOUND")


def test_a_mail_that_staff_have_not_let_in_gives_nothing(
    committed: Service, open_aurora: Shop, saleor: FakeSaleor
) -> None:
    held = hold_mail(open_aurora)
    assert fetch(committed, staff_of(open_aurora), global_id("ReceivedMail", held.pk), 0).status_code == 404


def test_what_is_not_kept_any_more_is_said_to_be_gone(
    committed: Service, open_aurora: Shop, saleor: FakeSaleor
) -> None:
    _, card = mailed(open_aurora)
    storage.remove(ReceivedMail.across_stores.get().original)
    assert fetch(committed, staff_of(open_aurora), card["mail"], 1).status_code == 404
    ReceivedMail.across_stores.update(original="")
    assert fetch(committed, staff_of(open_aurora), card["mail"], 1).status_code == 404
