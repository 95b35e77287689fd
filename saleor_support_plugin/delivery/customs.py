"""Whether a parcel passes a customs border, at which its receiver may have to pay."""

EUROPEAN_UNION = (
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MC MT NL PL PT RO SE SI SK"  # Monaco is in its territory
)
TERRITORIES = (EUROPEAN_UNION, "GB IM", "CH LI", "US PR")
_BY_COUNTRY = {country: one for one in TERRITORIES for country in one.split()}


def crosses_border(sender: str, receiver: str) -> bool:
    """Say so of two countries (ISO 3166)."""
    return _BY_COUNTRY.get(sender, sender) != _BY_COUNTRY.get(receiver, receiver)
