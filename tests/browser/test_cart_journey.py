"""Three shoppers fill a cart on a phone: one agrees to mails, one does not, one buys. Then mails are due."""

import pytest
from playwright.sync_api import Page, Response, expect

from .axe import is_well
from .demo import Demo
from .visiting import SOON, chip, enter, followed, go_to, mails_to, open_mail, press

pytestmark = pytest.mark.browser

AGREED, SILENT, BOUGHT = "agreed@example.com", "silent@example.com", "bought@example.com"
KNOWN = """select
    (select count(*) from support_cart where email in (%s, %s)) = 2
    and exists (select from support_cart where email = %s and agreed::text <> '[]')
    and exists (select from support_cart c join support_order o on o.store_id = c.store_id and o.saleor_id = c.order_id
        where o.customer_email = %s)"""

ANSWERED = "select count(*) = 1 from support_leavingreason where reason = 'SHIPPING_COST'"


def fill_a_cart(phone: Page, demo: Demo, email: str, *, agrees: bool) -> None:
    """As somebody new: what the last one left behind on this phone is gone."""
    phone.context.clear_cookies()
    enter(phone, demo)
    phone.get_by_role("link", name="Wool blanket").tap()
    chip(phone, "Navy").tap()
    phone.get_by_role("button", name="Add to bag").tap()
    expect(phone.locator(".line")).to_contain_text("Wool blanket")
    phone.get_by_role("link", name="To the checkout").tap()
    phone.get_by_label("E-mail", exact=True).fill(email)
    with phone.expect_response(lambda answer: is_saved(answer, agrees=agrees)) as saved:
        if agrees:
            phone.get_by_label("Email me with news and offers").check()
        else:
            phone.get_by_label("First name").tap()
    assert saved.value.status == 204
    is_well(phone)


def is_saved(answer: Response, *, agrees: bool) -> bool:
    """Say whether this answers the form as it is in the end: the address may be saved before the box is ticked."""
    return answer.url.endswith("/checkout/save") and ("consent=" in (answer.request.post_data or "")) == agrees


def buy(phone: Page) -> None:
    phone.get_by_role("link", name="Fill in a sample address").tap()
    phone.get_by_role("button", name="Place the order").tap()
    expect(phone.get_by_role("heading", name="Thank you!")).to_be_visible()
    is_well(phone)


def kept_cart(phone: Page) -> str:
    return next(one["value"] for one in phone.context.cookies() if one.get("name") == "checkoutId-eu")


def test_mails_lead_back_to_a_cart_with_consent_and_without_an_order(demo: Demo, phone: Page) -> None:
    fill_a_cart(phone, demo, SILENT, agrees=False)
    fill_a_cart(phone, demo, BOUGHT, agrees=True)
    buy(phone)
    fill_a_cart(phone, demo, AGREED, agrees=True)
    left = kept_cart(phone)
    # Else there would be no mail because the app has not heard of it.
    demo.wait_until(KNOWN, "the app does not know the three carts", AGREED, SILENT, AGREED, BOUGHT)
    go_to(phone, "Outbox")
    expect(mails_to(phone, AGREED)).to_have_count(0)
    is_well(phone)

    expect(press(phone, "An hour later")).to_contain_text("An hour has passed")
    expect(mails_to(phone, AGREED)).to_have_count(1, timeout=SOON)
    expect(press(phone, "A day later")).to_contain_text("A day has passed")
    for email, mails in {AGREED: 2, SILENT: 0, BOUGHT: 0}.items():
        expect(mails_to(phone, email)).to_have_count(mails, timeout=SOON)

    phone.context.clear_cookies()  # the mail may be read on another device
    mail = open_mail(phone, mails_to(phone, AGREED).last)
    expect(phone.get_by_role("heading", level=1)).to_have_text("Wool blanket is still in your basket")
    is_well(phone)
    cart = followed(phone, mail.get_by_role("link", name="Back to my basket"))
    expect(cart).to_have_url(f"{demo.url}/en/eu/cart")
    expect(cart.locator(".line")).to_contain_text("Wool blanket")
    expect(cart.locator(".line")).to_contain_text("Navy")
    assert kept_cart(phone) != left  # who has the id of the one that was left can read its address
    is_well(cart)
    why = followed(phone, mail.get_by_role("link", name="Delivery costs too much"))
    expect(why.get_by_label("Delivery costs too much")).to_be_checked()
    expect(why.get_by_text("Noted, thank you.")).to_be_visible()
    demo.wait_until(ANSWERED, "the answer was not kept")
    is_well(why)
