"""Letting time pass for a visitor: the store's own records and what the app knows of them grow older together."""

from __future__ import annotations

import subprocess
import tempfile
import threading
from collections.abc import Sequence
from datetime import timedelta

from ..store import Store

# Starting a program on a busy machine, and a few dozen updates.
PATIENCE_SECONDS = 60.0


class AppNotAged(Exception):
    """The app's side stayed as it was, so the store's did too; ends in the app's own words."""


def let_pass(store: Store, age_app: Sequence[str], seconds: int) -> None:
    """Make everything so much older; returns when the app has also done what is due by then. Raises AppNotAged."""
    command = [*age_app, "--json", "--store", store.api_url, str(seconds)]
    # An event that is on its way says the times of before: arriving later, it would make things young again.
    with tempfile.TemporaryFile("w+") as complaints, store.deliveries.resting():
        app_side = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=complaints, text=True)
        impatience = threading.Timer(PATIENCE_SECONDS, app_side.kill)
        impatience.start()
        with app_side:
            # One moment for both sides: nothing happens in the store meanwhile.
            with store.lock:
                # A line is said once the app's data is committed; without one nothing was changed.
                is_aged = bool(app_side.stdout and app_side.stdout.readline())
                if is_aged:
                    store.make_older(timedelta(seconds=seconds))
            # It goes on with what is due, and asks the store, which is not held any more.
            app_side.wait()
        impatience.cancel()
        if not is_aged:
            complaints.seek(0)
            raise AppNotAged((complaints.read().strip().splitlines() or ["it ended without a word"])[-1])
