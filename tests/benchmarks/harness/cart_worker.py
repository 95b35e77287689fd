"""A worker that looks at the carts that are due, and says how much memory it has then."""

import json
import logging
import os
from unittest import mock

import django

from .cart_rows import NOW
from .processes import memory_mb

SWEEPS = 2


def main() -> None:
    django.setup()
    import saleor_support_plugin.api.tasks  # noqa: F401  what a worker has loaded
    from saleor_support_plugin.carts import actions
    from saleor_support_plugin.saleor.errors import SaleorUnreachable
    from saleor_support_plugin.stores import clients

    # Nothing that is asked is answered: each case is then looked at, and put off.
    logging.disable(logging.CRITICAL)
    with mock.patch.object(clients, "client_at", side_effect=SaleorUnreachable("a bench has no store")):
        looked_at = sum(actions.decide_due(now=NOW) for _ in range(SWEEPS))
    assert looked_at, "nothing was due"
    print(json.dumps({"rss_mb": memory_mb(os.getpid()), "looked_at": looked_at}))


if __name__ == "__main__":
    main()
