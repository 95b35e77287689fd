"""An update from the version in which a merchant named a domain for answers: their answers still come there."""

import pytest
from django.db import connection
from django.utils import timezone

from saleor_support_plugin.stores.models import NamedConfiguration
from saleor_support_plugin.stores.queries import configuration

from ..migrating import migrate, migrate_to_newest
from ..service import Service


@pytest.mark.slow
def test_a_domain_for_answers_becomes_the_mailbox_in_it(committed: Service) -> None:
    old, now = migrate("0022_promises"), timezone.now()
    try:
        store = old.get_model("support", "Store").across_stores.create(
            api_url="https://a.example/graphql/", key="k", app_id="a", token="t", jwks_asked_at=now, installed_at=now
        )
        for name, domain in (("named", "mail.shop.example"), ("empty", "")):
            data = {"reply_domain": domain, "sender_name": "Aurora"}
            old.get_model("support", "NamedConfiguration").across_stores.create(
                store=store, name=name, channels=[name], data=data
            )
    finally:
        migrate_to_newest()
        connection.close()
    kept = NamedConfiguration.across_stores.get(name="named").store
    assert configuration(kept, "named").mail_in_address == "reply@mail.shop.example"
    assert configuration(kept, "empty").mail_in_address == ""
    assert configuration(kept, "empty").sender_name == "Aurora"
