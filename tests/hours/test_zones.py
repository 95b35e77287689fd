import pytest

from saleor_support_plugin.hours.zones import zone_of_country


@pytest.mark.parametrize(
    ("country", "zone"),
    [
        ("TR", "Europe/Istanbul"),
        ("tr", "Europe/Istanbul"),
        ("DE", "Europe/Berlin"),
        ("US", "America/New_York"),
        ("ZZ", "UTC"),
    ],
)
def test_a_country_has_the_zone_where_most_of_its_people_live(country: str, zone: str) -> None:
    assert zone_of_country(country).key == zone
