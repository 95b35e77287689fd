"""The setup checklist ticks by itself, from what is really there."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.utils import timezone

from saleor_support_plugin.api.mending import WEBHOOKS
from saleor_support_plugin.carts.models import CartPlan
from saleor_support_plugin.outbox.models import Message
from saleor_support_plugin.outbox.sending import deliver_due
from saleor_support_plugin.stores import callers
from saleor_support_plugin.stores.actions import make_due
from saleor_support_plugin.stores.models import Setup as SetupRow
from saleor_support_plugin.stores.models import Store
from saleor_support_plugin.tickets import actions

from ..desks import add_configuration, add_ticket, ask_as
from ..known_staff import FakeSaleor
from ..shops import NOON, Shop

SETUP = """{ setup { originsSet snippetSeenAt hoursSet senderTested firstTestMessage leaversAsked parkedAt
  missingPermissions storeKey snippet(channel: "a\\"b", locale: "tr") } }"""
PARK = "mutation($parked: Boolean!) { setupPark(parked: $parked) { setup { parkedAt } errors { code } } }"
TEST = "mutation { senderTest { sentTo errors { code message } } }"


def staff_of(shop: Shop) -> str:
    return shop.staff_token("MANAGE_SETTINGS")


def setup(shop: Shop) -> dict[str, Any]:
    told: dict[str, Any] = ask_as(staff_of(shop), SETUP)["data"]["setup"]
    return told


@pytest.mark.django_db
def test_at_first_everything_is_still_to_do(
    aurora: Shop, borealis: Shop, saleor: FakeSaleor, settings: LazySettings
) -> None:
    add_configuration(borealis)
    add_ticket(borealis)
    assert setup(aurora) == {
        "originsSet": False,
        "snippetSeenAt": None,
        "hoursSet": False,
        "senderTested": False,
        "firstTestMessage": False,
        "leaversAsked": False,
        "parkedAt": None,
        "missingPermissions": [],
        "storeKey": "key-aurora",
        "snippet": f'<script async src="{settings.PUBLIC_URL}/widget.js" data-store="key-aurora" '
        'data-channel="a&quot;b" data-locale="tr" data-launcher></script>',
    }


@pytest.mark.django_db
def test_it_ticks_by_what_is_there(aurora: Shop, saleor: FakeSaleor) -> None:
    add_configuration(aurora)
    add_ticket(aurora)
    told = setup(aurora)
    assert [told[name] for name in ("originsSet", "hoursSet", "firstTestMessage")] == [True, True, True]


@pytest.mark.django_db
def test_what_is_missing_is_looked_at_anew_for_saleor_tells_nobody_of_a_grant(aurora: Shop, saleor: FakeSaleor) -> None:
    tomorrow = timezone.now() + timedelta(days=1)
    make_due(store=aurora.store, names=[WEBHOOKS], at=tomorrow)
    setup(aurora)
    assert aurora.store.chores.get(name=WEBHOOKS).due_at == tomorrow
    Store.across_stores.filter(pk=aurora.store.pk).update(missing_permissions=["MANAGE_ORDERS"])
    assert setup(aurora)["missingPermissions"] == ["MANAGE_ORDERS"]
    assert aurora.store.chores.get(name=WEBHOOKS).due_at <= timezone.now()


@pytest.mark.django_db
def test_it_is_put_aside_and_taken_up_again(aurora: Shop, saleor: FakeSaleor) -> None:
    parked = ask_as(staff_of(aurora), PARK, parked=True)["data"]["setupPark"]
    assert parked["setup"]["parkedAt"] == setup(aurora)["parkedAt"] is not None
    ask_as(staff_of(aurora), PARK, parked=False)
    assert setup(aurora)["parkedAt"] is None


@pytest.mark.django_db
@pytest.mark.parametrize("question", [SETUP, PARK.replace("$parked: Boolean!", "$parked: Boolean! = true"), TEST])
def test_without_manage_settings_there_is_no_checklist(aurora: Shop, saleor: FakeSaleor, question: str) -> None:
    refused = ask_as(aurora.staff_token("MANAGE_ORDERS"), question)
    assert refused["errors"][0]["message"] == "This needs the permission MANAGE_SETTINGS."
    assert not Message.across_stores.exists()


def test_the_sender_is_tested_when_the_mail_has_really_gone_out(
    open_aurora: Shop, saleor: FakeSaleor, settings: LazySettings, tmp_path: Path
) -> None:
    settings.OUTBOX_DIR, settings.EMAIL = tmp_path, {"way": "file", "folder": ""}
    add_configuration(open_aurora)
    sent = ask_as(staff_of(open_aurora), TEST)["data"]["senderTest"]
    assert sent == {"sentTo": "staff@aurora.example", "errors": []}
    assert not setup(open_aurora)["senderTested"]
    deliver_due(now=timezone.now())
    assert setup(open_aurora)["senderTested"]
    assert "From: Aurora Lights" in next(tmp_path.glob("*.eml")).read_text()


@pytest.mark.django_db
def test_a_second_test_within_the_minute_says_so(
    aurora: Shop, saleor: FakeSaleor, monkeypatch: pytest.MonkeyPatch
) -> None:
    asking: dict[str, Any] = {"staff": callers.staff(staff_of(aurora)), "channel": "", "locale": "tr", "words": None}
    actions.test_sender(**asking, now=NOON)
    with pytest.raises(actions.TooOften):
        actions.test_sender(**asking, now=NOON + timedelta(seconds=59))
    assert Message.across_stores.get().subject == "aurora.example deneme e-postası"

    def too_soon(**_: object) -> bool:
        return False

    monkeypatch.setattr("saleor_support_plugin.tickets.mails.test", too_soon)
    again = ask_as(staff_of(aurora), TEST)["data"]["senderTest"]
    assert (again["sentTo"], again["errors"][0]["code"]) == (None, "LIMITED")


@pytest.mark.django_db
def test_leavers_are_asked_where_there_is_a_way_back_and_the_first_step_comes_within_a_day(
    aurora: Shop, saleor: FakeSaleor
) -> None:
    configuration = add_configuration(aurora)
    assert setup(aurora)["leaversAsked"] is False
    configuration.data |= {"storefront_url": "https://aurora.example"}
    configuration.save()
    assert setup(aurora)["leaversAsked"] is True
    configuration.data |= {"cart_reminders": False}
    configuration.save()
    assert setup(aurora)["leaversAsked"] is False
    configuration.data |= {"cart_reminders": True}
    configuration.save()
    late = {"steps": [{"after_minutes": 1441, "when": {"is": "ALL", "of": []}, "voucher": False}]}
    CartPlan.across_stores.create(store=aurora.store, version=1, data=late, made_at=NOON)
    assert setup(aurora)["leaversAsked"] is False


@pytest.mark.django_db
def test_where_nobody_is_within_reach_is_seen_by_stage(aurora: Shop, saleor: FakeSaleor) -> None:
    add_configuration(aurora, contact_channels=[{"kind": "phone", "address": "+90 212 555 00 01"}, {"kind": "chat"}])
    now = timezone.now()
    seen = {"product": now.isoformat(), "cart": (now - timedelta(days=31)).isoformat()}
    SetupRow.across_stores.create(store=aurora.store, stages_seen=seen)
    told = ask_as(staff_of(aurora), "{ setup { ways coverage { stage seenAt ways } } }")["data"]["setup"]
    assert told["ways"] == ["phone", "chat"]
    assert {row["stage"]: row["ways"] for row in told["coverage"]} == {
        "BROWSE": [],
        "PRODUCT": ["phone", "chat"],
        "CART": [],  # its pages were last seen too long ago
        "CHECKOUT": [],
        "ORDER": [],
        "LEFT_CART": [],
    }
    aurora.store.configurations.all().delete()
    add_configuration(
        aurora,
        storefront_url="https://shop.example",
        contact_channels=[{"kind": "phone", "address": "+90 212 555 00 01"}, {"kind": "chat"}],
    )
    again = ask_as(staff_of(aurora), "{ setup { coverage { stage ways } } }")["data"]["setup"]["coverage"]
    assert again[-1] == {"stage": "LEFT_CART", "ways": ["phone"]}  # a mail cannot open a chat
