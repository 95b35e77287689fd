"""What a provider tells us ends mail to that address, and nobody else can tell us anything."""

from typing import Any

import pytest
from django.test import Client

from saleor_support_plugin.mails.events import Happened, meaning
from saleor_support_plugin.mails.models import SenderAccount
from saleor_support_plugin.people.models import Suppressing, Suppression
from saleor_support_plugin.people.queries import mailbox_consents

from ..desks import add_configuration
from ..outbox.messages import TO, put
from ..shops import NOON, Shop

pytestmark = pytest.mark.django_db

AT = "2026-11-20T12:00:00Z"
HARD: dict[str, dict[str, Any]] = {
    "postmark": {"RecordType": "Bounce", "ID": 1, "Type": "HardBounce", "Email": TO, "BouncedAt": AT},
    "brevo": {"event": "hard_bounce", "email": TO, "ts_event": 1763640000, "message-id": "<a@b>"},
    "resend": {
        "type": "email.bounced",
        "created_at": AT,
        "data": {"email_id": "1", "to": [TO], "bounce": {"type": "Permanent", "message": "sent a hard bounce message"}},
    },
    "mailjet": {"event": "bounce", "time": 1763640000, "email": TO, "hard_bounce": True, "error": "user unknown"},
}
SOFT: dict[str, dict[str, Any]] = {
    "postmark": HARD["postmark"] | {"Type": "SoftBounce"},
    "brevo": HARD["brevo"] | {"event": "soft_bounce"},
    "mailjet": HARD["mailjet"] | {"hard_bounce": False},
}


def account(shop: Shop, provider: str) -> SenderAccount:
    return SenderAccount.across_stores.create(
        store=shop.store, configuration=add_configuration(shop), provider=provider, credentials="{}",
        events_secret="whisper", updated_at=NOON,
    )  # fmt: skip


def tell(shop: Shop, said: object, secret: str = "whisper") -> int:
    address = f"/api/mail-events/{shop.store.key}/{secret}"
    return int(Client().post(address, said, content_type="application/json").status_code)


@pytest.mark.parametrize("provider", HARD)
def test_an_address_that_is_gone_gets_no_more(aurora: Shop, borealis: Shop, provider: str) -> None:
    account(aurora, provider)
    put(aurora, to=TO)
    for _ in range(2):
        assert tell(aurora, HARD[provider]) == 204
    [closed] = mailbox_consents(store=aurora.store, email=TO).closed
    assert closed.reason == "BOUNCED"
    assert not Suppression.across_stores.filter(store=borealis.store).exists()


@pytest.mark.parametrize("provider", SOFT)
def test_a_full_mailbox_speaks_against_nobody(aurora: Shop, provider: str) -> None:
    account(aurora, provider)
    assert tell(aurora, SOFT[provider]) == 204
    assert not Suppression.across_stores.exists()


def test_whoever_complains_is_left_alone(aurora: Shop) -> None:
    account(aurora, "postmark")
    tell(aurora, HARD["postmark"] | {"RecordType": "SpamComplaint", "Type": "SpamComplaint"})
    assert Suppression.across_stores.get().reason == Suppressing.COMPLAINED


def test_who_unsubscribes_at_the_provider_has_unsubscribed(aurora: Shop) -> None:
    account(aurora, "postmark")
    put(aurora, to=TO)
    changed = {"RecordType": "SubscriptionChange", "Recipient": TO, "SuppressSending": True, "ChangedAt": AT}
    tell(aurora, changed | {"SuppressionReason": "ManualSuppression"})
    assert mailbox_consents(store=aurora.store, email=TO).is_withdrawn("email", "commercial")


@pytest.mark.parametrize("secret", ["", "wrong", "whisper2", "whispér"])
def test_nobody_else_tells_us_anything(aurora: Shop, secret: str) -> None:
    account(aurora, "postmark")
    assert tell(aurora, HARD["postmark"], secret or "x") == 404
    assert not Suppression.across_stores.exists()


def test_another_stores_secret_is_none(aurora: Shop, borealis: Shop) -> None:
    account(aurora, "postmark")
    assert tell(borealis, HARD["postmark"]) == 404


@pytest.mark.parametrize("said", ["", "[", "[1]", '"x"', "null", '{"RecordType": "Bounce"}', "{}"])
def test_nonsense_changes_nothing(aurora: Shop, said: str) -> None:
    account(aurora, "postmark")
    assert tell(aurora, said) in (204, 400)
    assert not Suppression.across_stores.exists()


@pytest.mark.parametrize("event", ["opened", "clicked", "delivered", "deferred", "queued", "unknown", ""])
def test_what_is_no_bounce_means_nothing(event: str) -> None:
    assert meaning(Happened(event, TO, "bounced")) is None
    assert meaning(Happened("bounced", TO, "timed_out")) is None
