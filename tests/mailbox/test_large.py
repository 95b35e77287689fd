"""A provider's request may be larger than any form's, and it goes through a door of its own."""

import json

import requests

from saleor_support_plugin.mailbox.models import ReceivedMail

from ..service import Service
from ..shops import Shop
from .post import add_mailbox
from .test_doors import POSTMARK


def test_the_service_takes_in_what_is_larger_than_a_form(committed: Service, open_aurora: Shop) -> None:
    add_mailbox(open_aurora)
    address = f"{committed.url}/api/mail-in/{open_aurora.store.key}/whisper"
    large = json.dumps(POSTMARK | {"TextBody": "a" * 4_000_000})
    headers = {"content-type": "application/json"}
    assert requests.post(address, data=large, headers=headers, timeout=60).status_code == 200
    assert ReceivedMail.across_stores.get().bytes > 4_000_000
    assert requests.post(f"{address}x", data=large, headers=headers, timeout=60).status_code == 404
