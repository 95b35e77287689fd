"""What a web process holds in memory before anybody asks a store anything."""

import subprocess
import sys

HEAVY = ("requests", "urllib3", "pydantic", "phonenumbers", "celery", "kombu", "rich", "typer", "graphene", "graphql")


def test_a_web_process_starts_without_what_only_others_need() -> None:
    look = (
        "import sys, saleor_support_plugin.asgi, saleor_support_plugin.urls;"
        f"print(*[name for name in {HEAVY} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
