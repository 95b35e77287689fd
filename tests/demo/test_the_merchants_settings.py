"""The demo's merchant makes the app's settings once, by the app's own API; then they are the visitor's."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jwt
import pytest

from saleor_support_plugin.carts.plan_json import plan_of
from saleor_support_plugin.delivery.merchant_json import of_rows
from saleor_support_plugin.demo.asking_app import AppRefused, AppSilent
from saleor_support_plugin.demo.merchant import set_up, settings
from saleor_support_plugin.demo.store import Store
from saleor_support_plugin.demo.wire import Answer, Request
from saleor_support_plugin.stores.configuration import from_data

NOT_PERMITTED = {"errors": [{"message": "You need one of the following permissions: MANAGE_SETTINGS"}]}


class Settings:
    """The app's staff API, as far as settings go."""

    def __init__(self) -> None:
        self.saved: list[dict[str, Any]] = []
        self.rules: list[dict[str, str]] = []
        self.plans: list[dict[str, Any]] = []
        self.knows_warehouses = True
        self.asked: list[Request] = []
        self.answer: dict[str, Any] | None = None
        self.status = 200

    def __call__(self, request: Request) -> Answer:
        self.asked.append(request)
        body = json.loads(request.body)
        if self.answer is not None:
            return Answer(self.status, json.dumps(self.answer))
        if "deliveryRulesUpdate" in body["query"]:
            self.rules = body["variables"]["input"]
            code = {"field": "warehouse", "code": "NOT_FOUND", "message": "There is no such warehouse."}
            errors = [] if self.knows_warehouses else [code]
            return Answer(200, json.dumps({"data": {"deliveryRulesUpdate": {"errors": errors}}}))
        if "cartPlanUpdate" in body["query"]:
            self.plans.append(json.loads(body["variables"]["plan"]))
            changed = {"field": "version", "code": "CHANGED", "message": "Somebody changed it meanwhile."}
            errors = [changed] if len(self.plans) > 1 else []
            return Answer(200, json.dumps({"data": {"cartPlanUpdate": {"errors": errors}}}))
        if "mutation" in body["query"]:
            self.saved.append(json.loads(body["variables"]["data"]))
            return Answer(200, json.dumps({"data": {"configurationUpdate": {"errors": []}}}))
        return Answer(200, json.dumps({"data": {"configurations": [{"id": "x"} for _ in self.saved]}}))


@pytest.fixture
def settled(installed: Any) -> tuple[Store, Any, Settings]:
    store, app, _ = installed()
    store.installing.wire = answering = Settings()
    return store, app, answering


def test_the_app_is_told_where_the_shop_is_as_a_merchant_would(settled: tuple[Store, Any, Settings]) -> None:
    store, app, answering = settled
    set_up(store, app)
    [saved] = answering.saved
    assert saved["storefront_origins"] == [store.origin]
    assert saved["links"]["cart"] == f"{store.origin}/cart"
    bearer = answering.asked[0].headers["Authorization"].removeprefix("Bearer ")
    claims = jwt.decode(bearer, options={"verify_signature": False})
    assert (claims["email"], "MANAGE_SETTINGS" in claims["user_permissions"]) == ("admin@example.com", True)


def test_the_app_takes_every_rule_about_delivery(settled: tuple[Store, Any, Settings]) -> None:
    store, app, answering = settled
    set_up(store, app)
    read = of_rows(
        [(one.get("warehouse", ""), one.get("channel", ""), json.loads(one["data"])) for one in answering.rules]
    )
    assert read.warehouse(store.state.warehouse("istanbul").id, "TR").cutoffs_given
    assert read.channel("tr").returns_days == 30
    assert read.extra_handling({"packing": ["bulky"]}).most == 2


def test_the_app_takes_the_plan_and_holds_nobody_out(settled: tuple[Store, Any, Settings]) -> None:
    store, app, answering = settled
    answering.plans.append({})  # a start before this one got no further
    set_up(store, app)
    assert app.is_set_up
    plan = plan_of(answering.plans[-1])
    assert (plan.holdout_percent, [step.voucher for step in plan.steps]) == (0, [False, False, True])


def test_an_app_that_is_still_reading_the_warehouses_is_waited_for(settled: tuple[Store, Any, Settings]) -> None:
    store, app, answering = settled
    answering.knows_warehouses = False
    with pytest.raises(AppSilent):
        set_up(store, app)
    assert not app.is_set_up
    answering.knows_warehouses = True
    set_up(store, app)
    assert app.is_set_up


def test_an_app_that_cannot_just_now_is_waited_for(settled: tuple[Store, Any, Settings]) -> None:
    """It asks the store who is asking, and may not get through: that is no refusal."""
    store, app, answering = settled
    answering.answer, answering.status = {"errors": [{"message": "The store does not answer. Try again."}]}, 503
    with pytest.raises(AppSilent, match="503"):
        set_up(store, app)
    answering.answer = None
    set_up(store, app)
    assert app.is_set_up


def test_the_app_takes_every_setting() -> None:
    configuration = from_data(settings("http://localhost:8001"))
    assert {one.kind for one in configuration.contact_channels} == {
        "chat",
        "whatsapp",
        "phone",
        "email",
        "form",
        "callback",
    }
    assert len(configuration.week) == 7


def test_settings_are_made_once_whatever_a_visitor_did_to_them(
    settled: tuple[Store, Any, Settings], open_store: Any, tmp_path: Path
) -> None:
    store, app, answering = settled
    set_up(store, app)
    answering.saved.clear()  # the visitor deleted them
    store.file = tmp_path / "demo-store.json"
    store.save()
    again = open_store(data=tmp_path, wire=answering)
    set_up(again, again.apps.installed())
    assert answering.saved == []


def test_settings_that_are_there_stay(settled: tuple[Store, Any, Settings]) -> None:
    store, app, answering = settled
    answering.saved.append({"storefront_url": "http://visitors.example"})
    set_up(store, app)
    assert answering.saved == [{"storefront_url": "http://visitors.example"}]
    assert app.is_set_up


@pytest.mark.parametrize(("answer", "error"), [(NOT_PERMITTED, AppRefused), ({}, AppSilent), ({"data": 1}, AppSilent)])
def test_what_did_not_work_is_tried_again_at_the_next_start(
    settled: tuple[Store, Any, Settings], answer: Any, error: type[Exception]
) -> None:
    store, app, answering = settled
    answering.answer = answer
    with pytest.raises(error):
        set_up(store, app)
    assert not app.is_set_up
