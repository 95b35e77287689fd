"""Within how long people are answered, as far as enough of them wrote lately to say so."""

from collections.abc import Sequence
from datetime import timedelta
from math import ceil

LATELY = timedelta(days=7)
# Of fewer, one slow morning would be the shop's word.
FEWEST = 20
FOUR_OF_FIVE = 0.8
MINUTE = timedelta(minutes=1)


def reply_minutes(answered: Sequence[timedelta], waiting: Sequence[timedelta]) -> int | None:
    """Return within how many minutes four of five were answered, rounded up; None where too few were to say so.

    Who still waits counts once they have waited longer than that: nobody looks faster by not answering.
    """
    if len(answered) < FEWEST:
        return None
    usual = _most(answered)
    longer = [wait for wait in waiting if wait > usual]
    return max(1, ceil(_most([*answered, *longer]) / MINUTE))


def _most(waits: Sequence[timedelta]) -> timedelta:
    return sorted(waits)[ceil(FOUR_OF_FIVE * len(waits)) - 1]
