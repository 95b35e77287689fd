"""Who has a parcel is known by the merchant's words first, and by its number only where no other's look so."""

import pytest

from saleor_support_plugin.parcels.carriers import CARRIERS, following


@pytest.mark.parametrize(
    ("number", "method", "carrier", "page"),
    [
        (
            "123456789012",
            "YURTİÇİ Kargo (2-3 gün)",
            "Yurtiçi Kargo",
            "https://www.yurticikargo.com/tr/online-servisler/gonderi-sorgula?code=123456789012",
        ),
        ("7340512345", "Aras", "Aras Kargo", "https://kargotakip.araskargo.com.tr/mainpage.aspx?code=7340512345"),
        ("123", "MNG Kargo", "DHL eCommerce Türkiye", "https://kargotakip.dhlecommerce.com.tr/?takipNo=123"),
        ("123", "DHL eCommerce", "DHL eCommerce Türkiye", "https://kargotakip.dhlecommerce.com.tr/?takipNo=123"),
        (
            "123",
            "DHL",
            "DHL",
            "https://www.dhl.com/global-en/home/tracking/tracking-express.html?tracking-id=123",
        ),
        ("KP01234567890TR", "Sürat", "Sürat Kargo", None),
        ("RR123456789TR", "Standart", "PTT Kargo", "https://gonderitakip.ptt.gov.tr/Track/Verify?q=RR123456789TR"),
        ("7330000000000001", "Hızlı", "Trendyol Express", None),
        ("TST1000000000001", "hepsiJET", "HepsiJET", "https://hepsijet.com/gonderi-takibi/TST1000000000001"),
        ("1z 999 aa1 0123 456 784", "Express", "UPS", "https://www.ups.com/track?tracknum=1Z999AA10123456784"),
        ("9400 1118 9922 3197 4284 90", "Standard", "USPS", None),
        ("RM123456785GB", "", "Royal Mail", None),
        ("https://kargo.example/t/5", "Aras", None, "https://kargo.example/t/5"),
        ("123456789012", "Standart kargo", None, ""),
        ("", "UPS", None, ""),
        # a word in a word is no name
        ("123", "Parast Lojistik", None, ""),
        # what a number holds cannot leave its place in the address
        ("a&b=c/..", "UPS", "UPS", "https://www.ups.com/track?tracknum=A%26B%3DC%2F.."),
        # nor become a script
        ("javascript:alert(1)", "", None, ""),
    ],
)
def test_a_parcel_is_followed_where_its_carrier_shows_it(
    number: str, method: str, carrier: str | None, page: str | None
) -> None:
    found = following(number, method)
    assert (found.carrier.name if found.carrier else None) == carrier
    assert page is None or found.page == page


def test_every_carrier_has_a_page_with_one_place_for_the_number() -> None:
    assert len({one.id for one in CARRIERS}) == len(CARRIERS)
    for one in CARRIERS:
        assert one.page.startswith("https://")
        assert one.page.count("{}") == 1
