"""The buttons on every page of the demo make happen what they say."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import jwt
import orjson
import pytest

from saleor_support_plugin.demo.faces import ageing, delivering
from saleor_support_plugin.demo.faces.carts import leave_a_cart
from saleor_support_plugin.demo.faces.surroundings import Surroundings
from saleor_support_plugin.demo.server import DemoServer
from saleor_support_plugin.demo.store import Store
from saleor_support_plugin.demo.wire import Answer, NoAnswer, Request

from .visitor import Visitor


class Staffed:
    """The app's staff API on the wire: gives its answers in turn, the last one for ever."""

    def __init__(self, *answers: dict[str, Any] | None) -> None:
        self.answers = list(answers)
        self.asked: list[Request] = []

    def __call__(self, request: Request) -> Answer:
        self.asked.append(request)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if answer is None:
            raise NoAnswer("refused")
        return Answer(200, json.dumps(answer))


def marked(*errors: dict[str, str]) -> dict[str, Any]:
    return {"data": {"fulfillmentMarkDelivered": {"errors": list(errors)}}}


UNKNOWN = {"field": "id", "message": "There is no such fulfillment.", "code": "NOT_FOUND"}


@pytest.fixture
def served(installed: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr(delivering, "_AGAIN_SECONDS", 0)

    def make(*answers: dict[str, Any] | None) -> tuple[Store, Staffed, Visitor]:
        store, _, _ = installed()
        staffed = Staffed(*answers)
        store.installing.wire = staffed
        return store, staffed, Visitor(store)

    return make


def test_delivering_sends_what_waits_and_tells_the_app_as_staff(served: Any) -> None:
    store, staffed, visitor = served(marked())
    order = next(order for order in store.state.orders.values() if order.number == "6")
    page = visitor.send("/demo/deliver", back="/en/eu/", language="en", order=order.id)
    assert "The parcel of order #6 is delivered" in page
    assert order.status == "FULFILLED"
    asked = staffed.asked[0]
    assert asked.url == "http://app.example/graphql/staff/"
    assert json.loads(asked.body)["variables"] == {"id": order.fulfillments[0].id}
    claims = jwt.decode(asked.headers["Authorization"].removeprefix("Bearer "), options={"verify_signature": False})
    assert (claims["email"], "MANAGE_ORDERS" in claims["permissions"]) == ("admin@example.com", True)
    assert order.fulfillments[0].delivered_at == store.now()


def test_a_parcel_that_just_left_is_told_again_until_the_app_knows_it(served: Any) -> None:
    _, staffed, visitor = served(marked(UNKNOWN), marked(UNKNOWN), marked())
    assert "is delivered" in visitor.send("/demo/deliver", back="/en/eu/", language="en")
    assert len(staffed.asked) == 3


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ({"errors": [{"message": "Cannot query field"}]}, "The app did not take it: Cannot query field"),
        (marked({"field": "id", "message": "Not sent.", "code": "NOT_SENT"}), "The app did not take it: Not sent."),
        ({"data": None}, "The app does not answer"),
        (None, "The app does not answer: refused"),
    ],
)
def test_a_refusal_is_said_and_the_parcel_stays_on_its_way(served: Any, answer: Any, said: str) -> None:
    store, _, visitor = served(answer)
    assert said in visitor.send("/demo/deliver", back="/en/eu/", language="en")
    assert all(parcel.delivered_at is None for _, parcel in store.state.fulfillments())


def test_without_an_app_nothing_is_delivered(store: Store) -> None:
    assert "No app is installed yet" in Visitor(store).send("/demo/deliver", back="/", language="en")


def test_an_order_is_sent_from_its_own_page(store: Store) -> None:
    order = next(order for order in store.state.orders.values() if order.number == "6")
    visitor = Visitor(store)
    assert 'formaction="/demo/send"' in visitor.see(f"/en/tr/order/{order.id}")
    page = visitor.send("/demo/send", back=f"/en/tr/order/{order.id}", language="en", order=order.id)
    assert order.fulfillments[0].tracking_number in page
    assert 'formaction="/demo/send"' not in page
    assert "Nothing of this order waits" in visitor.send("/demo/send", back="/", language="en", order=order.id)


@pytest.mark.parametrize(("language", "channel", "home"), [("tr", "tr", "TR"), ("en", "eu", "DE")])
def test_an_abandoned_cart_is_one_the_app_may_remind_of(store: Store, language: str, channel: str, home: str) -> None:
    page = Visitor(store).send("/demo/abandon", back="/", language=language)
    cart = list(store.state.checkouts.values())[-1]
    assert (cart.channel_slug, cart.email) == (channel, "shopper1@example.com")
    assert cart.shipping_address
    assert cart.shipping_address.country == home
    assert cart.metadata["paper.marketing_opt_in"] == "true"
    assert cart.lines
    assert store.now() - cart.updated_at > timedelta(hours=1)
    assert "shopper1@example.com" in page


def test_the_next_abandoned_cart_is_somebody_elses(store: Store) -> None:
    for _ in range(2):
        Visitor(store).send("/demo/abandon", back="/", language="en")
    assert len({cart.email for cart in store.state.checkouts.values()}) == 2


@pytest.mark.parametrize("address", ["/tr/eu/", "/dashboard/?locale=tr", "/outbox/?language=tr"])
def test_the_bar_leads_on_in_the_visitors_language(store: Store, address: str) -> None:
    page = Visitor(store).see(address)
    for place in ("/tr/", "/dashboard/?locale=tr", "/outbox/?language=tr"):
        assert f'<a href="{place}"' in page


def test_saleor_goes_down_and_comes_back_while_the_pages_stay(store: Store) -> None:
    visitor = Visitor(store)
    assert "Saleor is down" in visitor.send("/demo/outage", back="/en/eu/", language="en")
    assert store.faults.outage == "500"
    assert "Bring Saleor back" in visitor.see("/en/eu/")
    visitor.send("/demo/outage", back="/en/eu/", language="en")
    assert store.faults.outage is None


# What stands for the app's side: it says in a line that its data is older, then goes on with what is due.
AGES = "print('{\"seconds\": 1}', flush=True)"


def passing(store: Store, program: str, tmp_path: Path) -> Visitor:
    return Visitor(store, Surroundings(outbox=tmp_path, age_app=(sys.executable, "-c", program)))


def test_a_day_passes_for_the_store_and_the_app_alike(store: Store, tmp_path: Path) -> None:
    seen = tmp_path / "asked"
    order = next(iter(store.state.orders.values()))
    before = order.created
    visitor = passing(store, f"import sys; open({str(seen)!r}, 'w').write(' '.join(sys.argv[1:])); {AGES}", tmp_path)
    assert "A day has passed" in visitor.send("/demo/day", back="/", language="en")
    assert seen.read_text() == f"--json --store {store.api_url} 86400"
    assert before - order.created == timedelta(days=1)
    assert "Bir saat geçti" in visitor.send("/demo/hour", back="/", language="tr")
    assert before - order.created == timedelta(hours=25)


def test_the_mails_that_were_due_are_told(store: Store, tmp_path: Path) -> None:
    writes = "import sys, pathlib; [pathlib.Path({!r}, f'{{name}}.eml').touch() for name in range({})]"
    for number, said in [(0, "No mail was due."), (1, "There is a new mail"), (3, "There are 2 new mails")]:
        visitor = passing(store, f"{AGES}; {writes.format(str(tmp_path), number)}", tmp_path)
        assert said in visitor.send("/demo/hour", back="/", language="en")


def test_the_app_may_ask_the_store_while_it_does_what_is_due(store: Store, tmp_path: Path) -> None:
    said = tmp_path / "said"
    with DemoServer(store) as server:
        asks = f"requests.post({server.api_url!r}, json={{'query': '{{ shop {{ name }} }}'}}, timeout=10).text"
        program = f"{AGES}; import requests; open({str(said)!r}, 'w').write({asks})"
        assert "A day has passed" in passing(store, program, tmp_path).send("/demo/day", back="/", language="en")
    assert "Demo shop" in said.read_text()


@pytest.mark.parametrize(
    ("program", "said"),
    [
        ("import sys; sys.exit('The app is not installed.')", "No time has passed. The app is not installed."),
        ("pass", "it ended without a word"),
    ],
)
def test_when_the_app_cannot_get_older_the_store_does_not_either(
    store: Store, tmp_path: Path, program: str, said: str
) -> None:
    order = next(iter(store.state.orders.values()))
    before = order.created
    assert said in passing(store, program, tmp_path).send("/demo/day", back="/", language="en")
    assert order.created == before


def test_an_app_that_hangs_is_given_up(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ageing, "PATIENCE_SECONDS", 0.2)
    hangs = passing(store, "import time; time.sleep(60)", tmp_path)
    assert "No time has passed" in hangs.send("/demo/day", back="/", language="en")


def test_a_demo_without_the_app_beside_it_says_so(store: Store) -> None:
    assert "runs alone" in Visitor(store).send("/demo/day", back="/", language="en")


def test_every_instant_of_the_store_gets_older_exactly_once(installed: Any) -> None:
    store, app, _ = installed()
    leave_a_cart(store, "en", quiet_for=timedelta(minutes=61))
    order = next(order for order in store.state.orders.values() if order.number == "6")
    with store.act():
        for _ in range(2):  # two webhooks that hear the same thing share what happened
            app.webhooks.append(replace(app.webhooks[0], pk=store.state.next_pk("Webhook")))
        store.orders.add_note(order, "hello")
    before = instants(json.loads(orjson.dumps(store.state, default=str)))
    store.make_older(timedelta(days=1))
    after = instants(json.loads(orjson.dumps(store.state, default=str)))
    assert len(before) > 30
    assert after == [at - timedelta(days=1) for at in before]


def instants(value: Any) -> list[datetime]:
    if isinstance(value, dict | list):
        inside = value.values() if isinstance(value, dict) else value
        return [at for one in inside for at in instants(one)]
    try:
        return [datetime.fromisoformat(value)] if isinstance(value, str) and "T" in value else []
    except ValueError:
        return []


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"])
def test_a_button_leads_back_to_pages_of_the_demo_only(store: Store, back: str) -> None:
    reply = Visitor(store).ask("POST", "/demo/outage", {"back": back, "language": "en"})
    assert reply.headers["location"].startswith("/?note=")


def test_buttons_are_for_our_own_pages_only(store: Store) -> None:
    visitor = Visitor(store)
    assert visitor.ask("POST", "/demo/outage", {}, origin="http://evil.example").status == 403
    assert visitor.ask("GET", "/demo/outage").status == 404
    assert visitor.ask("POST", "/demo/nothing", {}).status == 404
    assert store.faults.outage is None
