"""Plans by channel: which holds, how staff change them, and that nobody overwrites what they never saw."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from saleor_support_plugin.carts import choices, planning
from saleor_support_plugin.carts.models import CartPlan
from saleor_support_plugin.carts.plan import Plan
from saleor_support_plugin.shop.models import Channel, Variant
from saleor_support_plugin.stores.callers import Staff
from saleor_support_plugin.stores.models import NamedConfiguration, Store

from ..desks import ask_as
from ..known_staff import FakeSaleor
from ..shops import NOON, Shop, global_id

pytestmark = pytest.mark.django_db

READ = "{ cartPlans { channel name currency version isOwn mayChange plan } }"
VERSIONS = "query($channel: String) { cartPlanVersions(channel: $channel) { version madeAt madeBy plan } }"
SAVE = """mutation($channel: String, $plan: JSONString, $version: Int!) {
  cartPlanUpdate(channel: $channel, plan: $plan, version: $version) {
    cartPlan { channel version isOwn plan } errors { field code message }
  }
}"""
TRY = """mutation($channel: String, $plan: JSONString!) { cartPlanTry(channel: $channel, plan: $plan) {
  trial { lookedAt isWhole wouldWrite messages silences { silence cases } examples { case } } errors { field code }
} }"""
HERE = "default-channel"


def steps(*minutes: int) -> dict[str, Any]:
    return {"steps": [{"after_minutes": one} for one in minutes]}


def ask(shop: Shop, query: str, **variables: Any) -> Any:
    return ask_as(shop.staff_token("MANAGE_SETTINGS"), query, **variables)


def save(shop: Shop, plan: Any, version: int, channel: str | None = None) -> dict[str, Any]:
    text = None if plan is None else json.dumps(plan)
    saved: dict[str, Any] = ask(shop, SAVE, channel=channel, plan=text, version=version)["data"]["cartPlanUpdate"]
    return saved


def codes(saved: dict[str, Any]) -> list[tuple[str, str]]:
    assert saved["cartPlan"] is None
    return [(one["field"], one["code"]) for one in saved["errors"]]


def add_channel(shop: Shop, slug: str) -> None:
    Channel.across_stores.create(
        store=shop.store, saleor_id=slug, slug=slug, name=slug, currency="EUR", default_country="DE"
    )


def hours(store: Store, channel: str) -> list[float]:
    return [step.after / timedelta(hours=1) for step in planning.plan_for(store, channel).plan.steps]


def test_where_nobody_set_anything_the_usual_plan_holds(aurora: Shop, saleor: FakeSaleor) -> None:
    assert planning.plan_for(aurora.store, HERE) == planning.Held(None, Plan())
    everywhere, here = ask(aurora, READ)["data"]["cartPlans"]
    assert (everywhere["channel"], everywhere["version"], everywhere["isOwn"]) == (None, 0, False)
    assert (here["channel"], here["currency"], here["version"], here["isOwn"]) == (HERE, "TRY", 0, False)
    assert [step["after_minutes"] for step in json.loads(here["plan"])["steps"]] == [60, 1440, 4320]


def test_a_channels_own_plan_goes_before_that_of_every_channel(
    aurora: Shop, borealis: Shop, saleor: FakeSaleor
) -> None:
    add_channel(aurora, "de")
    assert save(aurora, steps(120), 0)["errors"] == []
    assert save(aurora, steps(180), 0, "de")["errors"] == []
    assert [hours(aurora.store, one) for one in (HERE, "de", "gone")] == [[2], [3], [2]]
    assert hours(borealis.store, "de") == [1, 24, 72]
    row = planning.plan_for(aurora.store, "de").row
    assert row is not None
    assert (row.channel_slug, row.version, row.made_by) == ("de", 1, "staff@aurora.example")


def test_what_is_saved_holds_at_the_next_question(aurora: Shop, saleor: FakeSaleor) -> None:
    for version, minutes in enumerate((60, 90, 120)):
        save(aurora, steps(minutes), version)
        assert hours(aurora.store, HERE) == [minutes / 60]


def test_a_row_that_came_by_the_number_of_another_is_read_anew(aurora: Shop) -> None:
    """So it is where a database was restored under a running worker: its numbers begin again."""
    row = {"store": aurora.store, "channel_slug": HERE, "version": 1}
    for minutes in (60, 90):
        made_at = NOON + timedelta(minutes=minutes)
        CartPlan.across_stores.create(pk=4711, data=steps(minutes), made_at=made_at, **row)
        assert hours(aurora.store, HERE) == [minutes / 60]
        CartPlan.across_stores.filter(pk=4711).delete()


def test_a_channel_follows_the_others_again(aurora: Shop, saleor: FakeSaleor) -> None:
    save(aurora, steps(120), 0)
    save(aurora, steps(180), 0, HERE)
    followed = save(aurora, None, 1, HERE)
    assert (followed["cartPlan"]["version"], followed["cartPlan"]["isOwn"]) == (2, False)
    assert hours(aurora.store, HERE) == [2]
    save(aurora, None, 1)
    assert planning.plan_for(aurora.store, HERE) == planning.Held(None, Plan())


def test_an_old_version_is_restored_by_saving_it_again(aurora: Shop, saleor: FakeSaleor) -> None:
    save(aurora, steps(120), 0)
    save(aurora, steps(180), 1)
    newest, oldest = ask(aurora, VERSIONS)["data"]["cartPlanVersions"]
    assert [newest["version"], oldest["version"]] == [2, 1]
    assert save(aurora, json.loads(oldest["plan"]), 2)["cartPlan"]["version"] == 3
    assert hours(aurora.store, HERE) == [2]
    assert aurora.store.cart_plans.count() == 3


def test_what_is_saved_as_it_is_makes_no_version(aurora: Shop, saleor: FakeSaleor) -> None:
    save(aurora, steps(120), 0)
    assert save(aurora, steps(120), 1)["cartPlan"]["version"] == 1


def test_nobody_overwrites_what_they_never_saw(aurora: Shop, saleor: FakeSaleor) -> None:
    save(aurora, steps(120), 0)
    assert codes(save(aurora, steps(180), 0)) == [("version", "CHANGED")]
    assert hours(aurora.store, HERE) == [2]


def test_every_fault_is_named_and_nothing_is_kept(aurora: Shop, saleor: FakeSaleor) -> None:
    wrong = {"steps": [{"after_minutes": 1, "voucher": "yes"}], "holdout_percent": 90}
    faults = [("steps.0.after_minutes", "INVALID"), ("steps.0.voucher", "INVALID"), ("holdout_percent", "INVALID")]
    assert codes(save(aurora, wrong, 0)) == faults
    assert codes(save(aurora, steps(60), 0, "nowhere")) == [("channel", "NOT_FOUND")]
    assert not CartPlan.across_stores.exists()


def test_who_may_see_some_channels_changes_only_those(aurora: Shop, saleor: FakeSaleor) -> None:
    saleor.channels = [HERE]
    add_channel(aurora, "de")
    CartPlan.across_stores.create(store=aurora.store, channel_slug="de", version=1, data=steps(120), made_at=NOON)
    assert save(aurora, steps(60), 0, HERE)["errors"] == []
    for channel in ("de", None):
        assert codes(save(aurora, steps(60), 1, channel)) == [("channel", "CHANNEL_NOT_PERMITTED")]
        refused = ask(aurora, TRY, channel=channel, plan="{}")["data"]["cartPlanTry"]
        assert [one["code"] for one in refused["errors"]] == ["CHANNEL_NOT_PERMITTED"]
    assert ask(aurora, VERSIONS, channel="de")["data"]["cartPlanVersions"] == []
    seen = [(one["channel"], one["mayChange"]) for one in ask(aurora, READ)["data"]["cartPlans"]]
    assert seen == [(None, False), (HERE, True)]


@pytest.mark.parametrize(
    "query",
    [
        READ,
        "{ cartPlanVersions { version } }",
        "{ cartPlanChoices(kind: PRODUCT) { id } }",
        "mutation { cartPlanUpdate(version: 0) { errors { code } } }",
        'mutation { cartPlanTry(plan: "{}") { errors { code } } }',
    ],
)
def test_it_needs_the_permission_for_settings(aurora: Shop, saleor: FakeSaleor, query: str) -> None:
    answer = ask_as(aurora.staff_token("MANAGE_CHECKOUTS"), query)
    assert [error["message"] for error in answer["errors"]] == ["This needs the permission MANAGE_SETTINGS."]


def test_a_decision_asks_once_for_the_plan(aurora: Shop, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for number in range(3):
        CartPlan.across_stores.create(
            store=aurora.store, channel_slug=HERE, version=number + 1, data=steps(60 + number), made_at=NOON
        )
    planning.plan_for(aurora.store, HERE)
    with django_assert_num_queries(1):
        assert hours(aurora.store, HERE) == [62 / 60]


def test_many_channels_ask_no_more_than_one(
    aurora: Shop, saleor: FakeSaleor, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    staff = Staff(aurora.store, "u", "staff@aurora.example", frozenset(), (), None)
    for number in range(20):
        add_channel(aurora, f"c{number}")
        CartPlan.across_stores.create(
            store=aurora.store, channel_slug=f"c{number}", version=1, data=steps(60), made_at=NOON
        )
    with django_assert_num_queries(3):
        assert len(planning.given(staff)) == 22


def test_staff_read_how_many_mails_a_week_a_plan_has_room_for(aurora: Shop, saleor: FakeSaleor) -> None:
    add_channel(aurora, "de")
    named = NamedConfiguration.across_stores
    named.create(store=aurora.store, name="de", channels=["de"], data={"most_emails_a_week": 1})
    told = ask(aurora, "{ cartPlans { channel mostEmailsAWeek } }")["data"]["cartPlans"]
    assert {one["channel"]: one["mostEmailsAWeek"] for one in told} == {None: 2, HERE: 2, "de": 1}


def test_products_are_found_by_name_or_told_by_id(aurora: Shop, borealis: Shop, saleor: FakeSaleor) -> None:
    vase = Variant.across_stores.create(
        store=aurora.store,
        saleor_id="V2",
        product_id="P2",
        product_name="Vase",
        product_slug="vase",
        issued_at=timezone.now(),
    )
    for shop in (aurora, borealis):
        Variant.across_stores.create(
            store=shop.store, saleor_id="V3", product_id="P2", product_name="Vase", product_slug="v", issued_at=NOON
        )
    asked = (
        "query($search: String, $ids: [ID!]) { cartPlanChoices(kind: PRODUCT, search: $search, ids: $ids) { id name } }"
    )
    found = ask(aurora, asked, search=" vas ")["data"]["cartPlanChoices"]
    assert found == [{"id": vase.product_id, "name": "Vase"}]
    named = ask(aurora, asked, ids=[global_id("Product", 1), "P9"])["data"]["cartPlanChoices"]
    assert named == [{"id": global_id("Product", 1), "name": "Lamp of aurora"}]


def test_categories_are_asked_of_saleor(aurora: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    class Shelves:
        def categories_named(self, search: str, most: int) -> list[choices.Choice]:
            return [choices.Choice("C1", f"{search} of {most}")]

        def categories_by_ids(self, ids: list[str]) -> list[choices.Choice]:
            return [choices.Choice(one, "named") for one in ids]

    monkeypatch.setattr(choices, "client_of", lambda store: Shelves())
    assert choices.categories(aurora.store, search="Lamps") == [choices.Choice("C1", "Lamps of 20")]
    assert choices.categories(aurora.store, ids=["C7"]) == [choices.Choice("C7", "named")]
