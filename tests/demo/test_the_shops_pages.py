"""A shopper finds their way from a product to an order, in both languages and currencies."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from saleor_support_plugin.demo.faces.surroundings import Surroundings
from saleor_support_plugin.demo.order_records import Checkout, Order
from saleor_support_plugin.demo.store import Store

from .visitor import Visitor

ADDRESS = {
    "email": "selin@example.com",
    "first_name": "Selin",
    "last_name": "Kaya",
    "street": "Moda Caddesi 3",
    "postal_code": "34710",
    "city": "İstanbul",
    "country": "TR",
}


@pytest.fixture
def visitor(store: Store) -> Visitor:
    return Visitor(store)


def variant_of(store: Store, slug: str, at: int = 0) -> str:
    product = next(product for product in store.state.products.values() if product.slug == slug)
    return product.variants[at].id


def method_named(store: Store, name: str) -> str:
    return next(method.id for _, method in store.state.methods() if method.name == name)


def the_cart(store: Store) -> Checkout:
    return list(store.state.checkouts.values())[-1]


def newest_order(store: Store) -> Order:
    return max(store.state.orders.values(), key=lambda order: int(order.number))


@pytest.mark.parametrize(
    ("speaks", "leads_to"), [("tr-TR,tr;q=0.9", "/tr/tr/"), ("en-GB", "/en/eu/"), ("fi", "/en/eu/"), ("", "/en/eu/")]
)
def test_a_browser_is_led_to_the_shop_in_its_language(visitor: Visitor, speaks: str, leads_to: str) -> None:
    assert visitor.ask("GET", "/", accept_language=speaks).headers["location"] == leads_to


@pytest.mark.parametrize(
    ("home", "name", "price"),
    [
        ("/en/eu/", "Wool blanket", "€69.00"),
        ("/tr/tr/", "Yün battaniye", "₺2.499,00"),
        ("/en/tr/", "Wool blanket", "₺2,499.00"),
        ("/tr/eu/", "Yün battaniye", "€69,00"),
    ],
)
def test_all_twelve_products_show_their_name_and_price(visitor: Visitor, home: str, name: str, price: str) -> None:
    page = visitor.see(home)
    assert page.count('class="tile"') == 12
    assert name in page
    assert price in page
    assert f'<html lang="{home[1:3]}">' in page


def test_a_product_page_has_the_elements_as_a_merchant_writes_them(visitor: Visitor, store: Store) -> None:
    second = variant_of(store, "cotton-towel", 1)
    page = visitor.see(f"/en/eu/products/cotton-towel?variant={second}")
    line = f'<support-delivery variant="{second}" country="DE" countries="DE FR NL AT" subtotal="'
    assert line in page
    assert '<support-reviews product="' in page
    assert '<support-questions product="' in page
    assert '<support-chat stage="product" about="' in page


def test_the_delivery_line_counts_what_is_in_the_bag_already(visitor: Visitor, store: Store) -> None:
    assert 'subtotal="5.90"' in visitor.see("/en/eu/products/notebook")
    visitor.send("/en/eu/cart/add", variant=variant_of(store, "notebook"), quantity="2")
    page = visitor.see("/en/eu/products/notebook")
    assert 'subtotal="17.70"' in page
    assert 'data-bag="11.80"' in page


def test_what_the_page_promised_goes_with_the_checkout(visitor: Visitor, store: Store) -> None:
    visitor.send("/en/eu/cart/add", variant=variant_of(store, "notebook"), quantity="1", promise="signed")
    assert the_cart(store).metadata == {"support.promise": "signed"}
    visitor.send("/en/eu/cart/add", variant=variant_of(store, "notebook"), quantity="1", promise="")
    assert the_cart(store).metadata == {"support.promise": "signed"}


def test_the_snippet_is_there_once_the_key_is_known(store: Store, tmp_path: Path) -> None:
    visitor = Visitor(store, Surroundings("https://app.example", key_file=tmp_path / "store-key"))
    assert "widget.js" not in visitor.see("/en/eu/")
    (tmp_path / "store-key").write_text("abc123\n")
    snippet = (
        '<script async src="https://app.example/widget.js" data-store="abc123" data-channel="tr" data-locale="en">'
    )
    assert snippet in visitor.see("/en/tr/")


def test_pages_may_load_only_their_own_files_and_the_apps(store: Store) -> None:
    reply = Visitor(store, Surroundings("https://app.example")).ask("GET", "/en/eu/")
    policy = reply.headers["content-security-policy"]
    assert "script-src 'self' https://app.example;" in policy
    assert "unsafe" not in policy
    assert " style=" not in reply.body.decode()


def test_a_guest_buys_and_reads_their_order(visitor: Visitor, store: Store) -> None:
    visitor.send("/tr/tr/cart/add", variant=variant_of(store, "linen-shirt", 1), quantity="2")
    page = visitor.send("/tr/tr/checkout", **ADDRESS, consent="on", method=method_named(store, "Standard"))
    order = newest_order(store)
    assert "Teşekkürler!" in page
    assert "Standart kargo" in page
    assert (order.user_email, order.language_code, order.charged) == ("selin@example.com", "TR", Decimal("1849.70"))
    assert order.shipping_address
    assert (order.shipping_address.city, order.shipping_address.country) == ("İstanbul", "TR")
    assert order.metadata["paper.marketing_opt_in"] == "true"
    assert order.metadata["paper.marketing_opt_in_source"] == "checkout"
    assert order.metadata["paper.marketing_opt_in_at"].startswith(f"{store.now():%Y-%m-%dT}")
    assert visitor.cookies == {}
    assert f"#{order.number}" in visitor.see(f"/order/{order.id}")


def test_who_does_not_agree_has_no_consent_written(visitor: Visitor, store: Store) -> None:
    visitor.send("/tr/tr/cart/add", variant=variant_of(store, "notebook"), quantity="1")
    visitor.send("/tr/tr/checkout", **ADDRESS, method=method_named(store, "Standard"))
    assert newest_order(store).metadata == {}


def test_the_email_and_consent_are_kept_while_the_shopper_types(visitor: Visitor, store: Store) -> None:
    visitor.send("/en/eu/cart/add", variant=variant_of(store, "notebook"), quantity="1")
    visitor.send("/en/eu/checkout/save", email="lou@example.com", consent="on")
    assert the_cart(store).email == "lou@example.com"
    assert the_cart(store).metadata["paper.marketing_opt_in"] == "true"
    visitor.send("/en/eu/checkout/save", email="lou@example.com")
    assert the_cart(store).metadata["paper.marketing_opt_in"] == "false"
    visitor.send("/en/eu/checkout/save", email="lou@")
    assert the_cart(store).email == "lou@example.com"


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"email": "selin"}, "Please enter an e-mail address"),
        ({"city": ""}, "Please fill this in."),
        ({"country": "US"}, "Nothing is delivered there."),
        ({"method": "nonsense"}, "Please choose how it travels."),
    ],
)
def test_a_fault_is_said_beside_its_field_and_nothing_typed_is_lost(
    visitor: Visitor, store: Store, changed: dict[str, str], said: str
) -> None:
    visitor.send("/en/tr/cart/add", variant=variant_of(store, "notebook"), quantity="1")
    before = len(store.state.orders)
    form = ADDRESS | {"method": method_named(store, "Standard")} | changed
    reply = visitor.ask("POST", "/en/tr/checkout", form)
    assert reply.status == 422
    assert said in reply.body.decode()
    assert 'value="Moda Caddesi 3"' in reply.body.decode()
    assert len(store.state.orders) == before


def test_only_methods_that_reach_the_address_and_fit_the_cart_are_offered(visitor: Visitor, store: Store) -> None:
    visitor.send("/en/tr/cart/add", variant=variant_of(store, "notebook"), quantity="1")
    istanbul = visitor.see("/en/tr/checkout/methods?country=TR&postal_code=34710")
    izmir = visitor.see("/en/tr/checkout/methods?country=TR&postal_code=35000")
    assert ("Same day" in istanbul, "Same day" in izmir, "Standard" in izmir) == (True, False, True)
    assert "Own courier" not in istanbul  # from 2000 lira on
    visitor.send("/en/tr/cart/add", variant=variant_of(store, "wool-blanket"), quantity="1")
    assert "Own courier" in visitor.see("/en/tr/checkout/methods?country=TR&postal_code=35000")


def test_pieces_are_changed_and_taken_out(visitor: Visitor, store: Store) -> None:
    visitor.send("/en/eu/cart/add", variant=variant_of(store, "notebook"), quantity="1")
    line = the_cart(store).lines[0].id
    assert "€17.70" in visitor.send("/en/eu/cart/line", line=line, quantity="3")
    assert "not so many pieces" in visitor.send("/en/eu/cart/line", line=line, quantity="51")
    assert "Your bag is empty" in visitor.send("/en/eu/cart/line", line=line, quantity="0")


def test_each_channel_has_its_own_cart(visitor: Visitor, store: Store) -> None:
    visitor.send("/en/eu/cart/add", variant=variant_of(store, "notebook"), quantity="1")
    assert "Your bag is empty" in visitor.see("/en/tr/cart")
    assert list(visitor.cookies) == ["checkoutId-eu"]


@pytest.mark.parametrize(
    "link", ["/?checkout={}", "/cart?checkout={}", "/en/eu/cart?checkout={}", "/tr/tr/?checkout={}"]
)
def test_a_link_leads_back_into_a_cart(visitor: Visitor, store: Store, link: str) -> None:
    visitor.send("/en/eu/cart/add", variant=variant_of(store, "desk-lamp"), quantity="1")
    elsewhere = Visitor(store)
    page = elsewhere.see(link.format(the_cart(store).id))
    assert "€39" in page
    assert elsewhere.cookies == {"checkoutId-eu": the_cart(store).id}


@pytest.mark.parametrize("link", ["/?support_cart=to:ken", "/en/eu/cart?support_cart=to:ken"])
def test_a_link_whose_shop_looks_itself_tells_the_app_what_this_browser_holds(store: Store, link: str) -> None:
    visitor = Visitor(store, Surroundings("http://app.example/", key="abc"))
    visitor.send("/en/eu/cart/add", variant=variant_of(store, "desk-lamp"), quantity="1")
    page = visitor.see(link, accept_language="en")
    held = the_cart(store).id
    assert f'data-door="http://app.example/s/abc/eu/resume" data-token="to:ken" data-held="{held}"' in page


def test_a_link_from_a_mail_speaks_the_carts_language(visitor: Visitor, store: Store) -> None:
    visitor.send("/tr/eu/cart/add", variant=variant_of(store, "desk-lamp"), quantity="1")
    elsewhere = Visitor(store)
    assert "Sepet" in elsewhere.see(f"/cart?checkout={the_cart(store).id}", accept_language="en")
    assert elsewhere.address == "/tr/eu/cart"


def test_the_home_page_leads_to_an_answered_message_once_the_app_is_there(store: Store, installed: Any) -> None:
    waiting = Visitor(store).see("/en/eu/")
    assert "The app is being installed" in waiting
    extension = {"label": "Inbox", "mount": "NAVIGATION_ORDERS", "target": "APP_PAGE", "url": "/inbox"}
    with_app, app, _ = installed(extensions=[extension | {"permissions": ["MANAGE_ORDERS"]}])
    visitor = Visitor(with_app, Surroundings("http://app.example", key="abc"))
    page = visitor.see("/tr/tr/")
    assert "being installed" not in page
    assert "Üç adımda deneyin" in page
    inbox = f"/dashboard/extensions/app/{app.id}/inbox?locale=tr"
    assert f'href="{inbox}"' in page
    assert "app-page" in visitor.see(inbox)


def test_a_link_into_a_cart_that_was_bought_says_so(visitor: Visitor) -> None:
    assert "no longer there" in visitor.see("/en/eu/cart?checkout=Q2hlY2tvdXQ6eA==")


def test_a_customer_signs_in_by_one_click_and_finds_their_orders(visitor: Visitor, store: Store) -> None:
    assert visitor.see("/en/eu/account").count('class="person"') == 3
    page = visitor.send("/en/eu/account/enter", user=store.person("ayse").id)
    assert "Hello, Ayşe" in page
    assert (">#6<" in page, ">#5<" in page) == (True, False)
    visitor.send("/tr/tr/cart/add", variant=variant_of(store, "notebook"), quantity="1")
    assert 'value="Bağdat Caddesi 12"' in visitor.see("/tr/tr/checkout")
    assert "Who are you today?" in visitor.send("/en/eu/account/leave")


def test_staff_cannot_sign_in_to_the_shop(visitor: Visitor, store: Store) -> None:
    assert "Who are you today?" in visitor.send("/en/eu/account/enter", user=store.person("admin").id)


def test_an_order_is_shown_in_its_own_currency(visitor: Visitor, store: Store) -> None:
    turkish = next(order for order in store.state.orders.values() if order.number == "6")
    page = visitor.see(f"/en/eu/order/{turkish.id}")
    assert visitor.address.startswith("/en/tr/order/")
    assert "₺1,329.60" in page


@pytest.mark.parametrize("address", ["/nothing", "/en/eu/products/nothing", "/en/xx/", "/en/eu/order/x", "/order/x"])
def test_an_unknown_page_says_so_and_leads_on(visitor: Visitor, address: str) -> None:
    reply = visitor.ask("GET", address, accept_language="en")
    assert reply.status == 404
    assert "This page does not exist" in reply.body.decode()


def test_what_a_shopper_typed_cannot_become_markup(visitor: Visitor, store: Store) -> None:
    visitor.send("/en/tr/cart/add", variant=variant_of(store, "notebook"), quantity="1")
    nasty = ADDRESS | {"first_name": '"><script>alert(1)</script>', "method": method_named(store, "Standard")}
    for page in (visitor.send("/en/tr/checkout", **(nasty | {"city": ""})), visitor.send("/en/tr/checkout", **nasty)):
        assert "<script>alert" not in page


def test_a_form_from_another_site_is_refused(visitor: Visitor, store: Store) -> None:
    form = {"variant": variant_of(store, "notebook"), "quantity": "1"}
    headers: list[dict[str, Any]] = [{"origin": "http://evil.example"}, {"origin": "null"}, {"origin": ""}]
    assert [visitor.ask("POST", "/en/eu/cart/add", form, **one).status for one in headers] == [403, 403, 403]
    assert store.state.checkouts == {}


@pytest.mark.parametrize(
    "address", ["/en/eu/", "/tr/tr/cart", "/outbox/", "/dashboard/", "/dashboard/orders", "/nothing"]
)
def test_every_page_says_that_it_is_a_demo_and_mails_nobody(visitor: Visitor, address: str) -> None:
    page = visitor.see(address)
    assert '<aside class="demo-bar"' in page
    assert any(words in page for words in ("nobody is ever mailed", "kimseye e-posta gitmez", "mails nobody"))
