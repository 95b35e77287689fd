"""Two members of staff who save a plan at the same moment, in transactions of their own."""

import threading

from django.db import connection

from saleor_support_plugin.carts import planning
from saleor_support_plugin.stores.callers import Staff

from ..shops import NOON, Shop


def test_of_two_who_save_at_once_one_is_told(open_aurora: Shop) -> None:
    staff = Staff(open_aurora.store, "u", "staff@aurora.example", frozenset(), (), None)
    said: list[str] = []
    ready = threading.Barrier(2)

    def change(minutes: int) -> None:
        ready.wait()
        try:
            planning.change(
                staff=staff, channel="", data={"steps": [{"after_minutes": minutes}]}, expected_version=0, now=NOON
            )
            said.append("saved")
        except planning.PlanRefused as refused:
            said.extend(fault.code for fault in refused.faults)
        finally:
            connection.close()

    threads = [threading.Thread(target=change, args=(minutes,)) for minutes in (60, 90)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(said) == ["CHANGED", "saved"]
    assert open_aurora.store.cart_plans.count() == 1
