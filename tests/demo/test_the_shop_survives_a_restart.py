"""What the shop knew it still knows after a restart; a broken file is named."""

from __future__ import annotations

import json
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from saleor_support_plugin.demo.app_records import App
from saleor_support_plugin.demo.clock import SteppedClock
from saleor_support_plugin.demo.saving import UnreadableState
from saleor_support_plugin.demo.store import STATE_FILE, Store


def test_a_second_start_continues_where_the_first_ended(
    open_store: Callable[..., Store], app_on_wire: Any, tmp_path: Path, clock: SteppedClock
) -> None:
    tokens: list[str] = []
    app_on_wire.on_register = tokens.append
    first = open_store(data=tmp_path, wire=app_on_wire, api_url="http://localhost:9999/graphql/")
    app = first.install("http://app.example/api/manifest")
    assert isinstance(app, App)
    app_on_wire.answers = [503] * 20
    order = first.checkouts.buy(first.person("ayse"), first.catalogue.product("notebook").variants[0], "tr")
    first.orders.fulfill(order, tracking_number="TR9")
    first.deliver_due()
    app_on_wire.answers, heard = [], len(app_on_wire.heard)

    second = open_store(data=tmp_path, wire=app_on_wire)
    assert second.state == first.state
    assert second.api_url == "http://localhost:9999/graphql/"
    assert second.jwks() == first.jwks()
    assert second.execute("{ app { identifier } }", token=tokens[0])["data"]["app"]["identifier"] == "example.app"
    assert second.state.find(order.id).fulfillments[0].tracking_number == "TR9"
    waiting = len(second.deliveries.waiting())
    assert waiting > 0
    clock.step(10)
    assert {sent.status for sent in second.deliver_due()} == {"SUCCESS"}
    assert len(app_on_wire.heard) - heard == waiting
    later = second.checkouts.buy(second.person("ayse"), second.catalogue.product("notebook").variants[0], "tr")
    assert (later.number, later.pk != order.pk) == ("8", True)


def test_the_file_is_its_owners_and_never_half_written(open_store: Callable[..., Store], tmp_path: Path) -> None:
    store = open_store(data=tmp_path / "deep" / "down")
    file = tmp_path / "deep" / "down" / STATE_FILE
    assert stat.S_IMODE(file.stat().st_mode) == 0o600  # the signing key is in it
    before = json.loads(file.read_text())
    store.orders.add_note(next(iter(store.state.orders.values())), "hello")
    assert json.loads(file.read_text()) != before
    assert [path.name for path in file.parent.iterdir()] == [STATE_FILE]


def test_reading_changes_nothing_on_disk(open_store: Callable[..., Store], tmp_path: Path) -> None:
    store = open_store(data=tmp_path)
    before = (tmp_path / STATE_FILE).stat().st_mtime_ns
    store.execute("{ shop { name } }")
    assert (tmp_path / STATE_FILE).stat().st_mtime_ns == before


@pytest.mark.parametrize("text", ["", "[]", '{"shop_name": "x"}', '{"unknown": 1}'])
def test_a_file_that_is_not_the_shops_is_named(open_store: Callable[..., Store], tmp_path: Path, text: str) -> None:
    (tmp_path / STATE_FILE).write_text(text)
    with pytest.raises(UnreadableState, match=STATE_FILE):
        open_store(data=tmp_path)


def test_the_shop_can_be_upgraded_in_place(open_store: Callable[..., Store], tmp_path: Path) -> None:
    open_store(data=tmp_path, version="3.22")
    assert open_store(data=tmp_path, version="3.23").execute("{ shop { schemaVersion } }")["data"]["shop"] == {
        "schemaVersion": "3.23"
    }
