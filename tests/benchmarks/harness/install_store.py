"""Put one store into the database that the environment names: `install_store API_URL`, its keys on standard input.

Over the model, not over /api/register: nothing answers at the bench store's address.
"""

import os
import sys

import django


def install(api_url: str, jwks: str) -> None:
    from django.utils import timezone

    from saleor_support_plugin.stores.models import Store

    now = timezone.now()
    Store.across_stores.create(
        api_url=api_url, app_id="QXBwOjE=", token="-", jwks=jwks, jwks_asked_at=now, installed_at=now
    )


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "saleor_support_plugin.settings"
    django.setup()
    install(sys.argv[1], sys.stdin.read())
