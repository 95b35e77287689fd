"""An update from the version that reminded once: nobody is reminded again of what they were reminded of."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from ..migrating import migrate, migrate_to_newest
from ..service import Service

BEFORE, AFTER = "0022_promises", "0025_from_before"
HOUR = timedelta(hours=1)


@pytest.mark.slow
def test_carts_from_before_become_cases(committed: Service) -> None:
    old, now = migrate(BEFORE), timezone.now()
    try:
        store = old.get_model("support", "Store").across_stores.create(
            api_url="https://a.example/graphql/", key="k", app_id="a", token="t", jwks_asked_at=now, installed_at=now
        )
        named = old.get_model("support", "NamedConfiguration").across_stores
        named.create(store=store, name="all", is_default=True, data={"cart_quiet_minutes": 120, "accent": "#112233"})
        named.create(store=store, name="one", channels=["tr"], data={})
        line = {"name": "Lamp", "turkish_name": "", "variant": "", "quantity": 2, "amount": "10.00", "currency": "TRY"}
        for number, (email, changed) in enumerate(
            [("A@shop.dev", {"reminded_at": now - HOUR}), ("a@shop.dev", {}), ("b@shop.dev", {}), ("no", {})]
        ):
            old.get_model("support", "Cart").across_stores.create(
                store=store, saleor_id=f"c{number}", email=email, quantity=2, total_gross=10, currency="TRY",
                lines=[line | {"thumbnail_url": ""}], created=now - 5 * HOUR, updated_at=now - (4 - number) * HOUR,
                issued_at=now, **changed,
            )  # fmt: skip
        person = old.get_model("support", "Person").across_stores.create(store=store, created_at=now)
        old.get_model("support", "Message").across_stores.create(
            store=store, person=person, kind="cart_reminder", purpose="commercial", about="c0", address="a@shop.dev",
            dedupe_key="cart_reminder:c0", message_id="<m>", created_at=now, due_at=now, expires_at=now,
        )  # fmt: skip
    finally:
        new = migrate(AFTER)
        migrate_to_newest()
        connection.close()
    cases = new.get_model("support", "CartCase").across_stores.order_by("pk")
    first, second = cases
    assert (first.state, first.steps_done, first.checkout_id) == ("ABANDONED", 1, "c1")
    assert (second.state, second.steps_done, second.checkout_id) == ("WATCHED", 0, "c2")
    message = new.get_model("support", "Message").across_stores.get()
    assert (message.about, first.steps.get().message_id) == (f"case:{first.pk}", message.pk)
    carts = new.get_model("support", "Cart").across_stores.order_by("saleor_id")
    assert [cart.case_id for cart in carts] == [first.pk, first.pk, second.pk, None]
    assert (carts[0].lines[0]["unit"], carts[0].lines[0]["variant_id"]) == ("5.00", "")
    plans = new.get_model("support", "CartPlan").across_stores.order_by("channel_slug")
    said = {one.channel_slug: [step["after_minutes"] for step in one.data["steps"]] for one in plans}
    assert said == {"": [120, 1440, 4320], "tr": [60, 1440, 4320]}
    configurations = new.get_model("support", "NamedConfiguration").across_stores.filter(is_default=True)
    assert configurations.get().data == {"accent": "#112233"}
