"""The delivery line as a product page and GraphQL ask for it: the same facts through the same rules."""

from datetime import datetime
from urllib.parse import quote

import pytest
import requests
from django.utils import timezone

from saleor_support_plugin.delivery import hot, queries
from saleor_support_plugin.stores.models import Store

from ..service import Service
from ..shops import NOON, Shop


def read(service: Service, path: str, **headers: str) -> requests.Response:
    return requests.get(service.url + path, headers=headers, timeout=20)


def address(shop: Shop, *, channel: str = "default-channel", country: str = "TR", variant: str = "") -> str:
    return f"/s/{shop.store.key}/{channel}/delivery/{quote(variant or shop.variant_id)}/{country}"


def test_a_product_page_reads_price_and_window(committed: Service, open_aurora: Shop) -> None:
    answer = read(committed, address(open_aurora))
    assert answer.status_code == 200
    facts = answer.json()
    assert facts["cheapest"]["price"] == {"amount": "19.90", "currency": "TRY"}
    assert facts["cheapest"]["window"] is None
    assert [option["window"] is None for option in facts["options"]] == [True, False, False]
    assert datetime.fromisoformat(facts["until"]) > timezone.now()


def test_anybody_may_read_and_keep_it_while_it_holds(committed: Service, open_aurora: Shop) -> None:
    answer = read(committed, address(open_aurora), origin="https://shop.example")
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in answer.headers
    assert "s-maxage=" in answer.headers["cache-control"]
    again = read(committed, address(open_aurora), **{"if-none-match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    "changed", [{"channel": "nowhere"}, {"country": "XX1"}, {"variant": "UHJvZHVjdFZhcmlhbnQ6OTk="}]
)
def test_what_is_not_there_is_not_found(committed: Service, open_aurora: Shop, changed: dict[str, str]) -> None:
    assert read(committed, address(open_aurora, **changed)).status_code == 404


def test_a_country_where_nothing_goes_says_so(committed: Service, open_aurora: Shop) -> None:
    facts = read(committed, address(open_aurora, country="JP")).json()
    assert facts["cheapest"] is None
    assert facts["options"] == []


@pytest.mark.parametrize("bound", [{"minimum_order": 2000}, {"maximum_order": 100}, {"by_postal_code": True}])
def test_what_might_not_be_the_shoppers_is_not_shown(
    committed: Service, open_aurora: Shop, bound: dict[str, object]
) -> None:
    """The cheapest method, free from some sum on, must not be shown as free shipping."""
    open_aurora.store.shipping_options.filter(price_amount="19.90").update(**bound)
    facts = read(committed, address(open_aurora)).json()
    assert facts["cheapest"]["price"]["amount"] == "29.90"
    asked = {"channel": "default-channel", "variant_id": open_aurora.variant_id, "country": "TR", "now": NOON}
    line = queries.line(open_aurora.store, **asked)  # type: ignore[arg-type]
    assert line is not None
    assert line.cheapest is not None
    assert line.cheapest.method.price.text == "29.90"


def test_a_minimum_of_nothing_is_none(committed: Service, open_aurora: Shop) -> None:
    open_aurora.store.shipping_options.filter(price_amount="19.90").update(minimum_order=0)
    assert read(committed, address(open_aurora)).json()["cheapest"]["price"]["amount"] == "19.90"


def test_each_store_shows_its_own_methods(committed: Service, open_aurora: Shop, open_borealis: Shop) -> None:
    for shop, other in ((open_aurora, open_borealis), (open_borealis, open_aurora)):
        text = read(committed, address(shop)).text
        assert f"of {shop.name}" in text
        assert other.name not in text


def test_a_removed_store_shows_nothing(committed: Service, open_aurora: Shop) -> None:
    Store.across_stores.update(removed_at=timezone.now())
    assert read(committed, address(open_aurora)).status_code == 404


def test_a_product_page_only_reads(committed: Service, open_aurora: Shop) -> None:
    assert requests.post(committed.url + address(open_aurora), timeout=20).status_code == 405
    head = requests.head(committed.url + address(open_aurora), timeout=20)
    assert (head.status_code, head.content) == (200, b"")


def test_hot_and_ordinary_reads_say_the_same(committed: Service, open_aurora: Shop) -> None:
    asked = {"channel": "default-channel", "variant_id": open_aurora.variant_id, "country": "TR", "now": NOON}
    pool = committed.application.doors.pool
    hot_line = committed.call(hot.line(pool, store_key=open_aurora.store.key, **asked))  # type: ignore[arg-type]
    assert hot_line == queries.line(open_aurora.store, **asked)  # type: ignore[arg-type]
    assert hot_line is not None
    assert len(hot_line.options) == 3
