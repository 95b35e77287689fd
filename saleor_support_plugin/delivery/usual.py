"""What is usual in a country where a merchant set nothing. It may widen or place a window, never start a countdown."""

from datetime import time

from .facts import WORKWEEK

MONDAY_TO_SATURDAY = (True, True, True, True, True, True, False)
SUNDAY_TO_THURSDAY = (True, True, True, True, False, False, True)
SATURDAY_TO_WEDNESDAY = (True, True, True, False, False, True, True)
SUNDAY_TO_FRIDAY = (True, True, True, True, True, False, True)

# Unicode CLDR, supplemental weekData: where the weekend is not Saturday and Sunday.
WEEKS = {
    **dict.fromkeys(
        ("BH", "DZ", "EG", "IL", "IQ", "JO", "KW", "LY", "OM", "QA", "SA", "SD", "SY", "YE"), SUNDAY_TO_THURSDAY
    ),
    **dict.fromkeys(("AF", "IR"), SATURDAY_TO_WEDNESDAY),
    "IN": MONDAY_TO_SATURDAY,
    "NP": SUNDAY_TO_FRIDAY,
    "UG": MONDAY_TO_SATURDAY,
}
# Where the large parcel carriers deliver on Saturdays without being paid for it.
SATURDAY_CARRIERS = frozenset({"DE", "FR", "GB", "TR", "US"})
CUTOFFS = {"TR": time(15)}
EARLY_CUTOFF = time(14)


def usual_week(country: str) -> tuple[bool, ...]:
    """Return the days on which a warehouse works, Monday first."""
    return WEEKS.get(country, WORKWEEK)


def usual_cutoffs(country: str) -> tuple[time | None, ...]:
    clock = CUTOFFS.get(country, EARLY_CUTOFF)
    return tuple(clock if works else None for works in usual_week(country))


def usual_carrier_week(country: str) -> tuple[bool, ...]:
    """Return the days on which a carrier delivers in the country, Monday first."""
    return MONDAY_TO_SATURDAY if country in SATURDAY_CARRIERS else usual_week(country)
