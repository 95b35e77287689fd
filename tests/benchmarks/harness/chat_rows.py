"""Conversations for a bench: `chat_rows MANY` into the database that the environment names; prints their tokens."""

import os
import sys
from datetime import UTC, datetime

import django

from .shop_rows import CHANNEL, store_key

ORIGIN = "https://shop.example"


def fill(many: int) -> list[str]:
    from saleor_support_plugin.conversations import actions
    from saleor_support_plugin.shop.models import Channel
    from saleor_support_plugin.stores.models import Store

    now = datetime.now(UTC)
    store = Store.across_stores.get()
    Store.across_stores.update(key=store_key(0))
    Channel.across_stores.create(
        store=store, saleor_id="C1", slug=CHANNEL, name="Shop", currency="EUR", default_country="TR", countries=["TR"]
    )
    store.configurations.create(name="Everywhere", is_default=True, data={"storefront_origins": [ORIGIN]})
    tokens = []
    for _ in range(many):
        begun = actions.begin(store=store, channel=CHANNEL, language="tr", email="", name="Ada", now=now)
        actions.resume(conversation=begun)
        tokens.append(actions.widget_token(conversation=begun, now=now))
    return tokens


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "saleor_support_plugin.settings"
    django.setup()
    print("\n".join(fill(int(sys.argv[1]))))
