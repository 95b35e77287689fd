"""Insults, advertising and private data bring a review up the queue, in Turkish and English; dislike does not."""

import time

import pytest

from saleor_support_plugin.reviews import signals

HARMLESS = [
    "",
    "It shines.",
    "SÜPER!!!",
    "Kalıbı biraz dar, sık kullanıyorum, göğüs kısmı sıktı. Got it in two days.",
    "Çok güzel bir ürün, herkese tavsiye ederim. Bir beden büyük alın.",
    "Terrible. It broke on the first day and nobody answers. Never again!",
    "Berbat. İlk gün kırıldı, kimse yanıt vermiyor, bir daha asla.",
    "Ordered on 2026-11-20, number 10042, paid 1.249,90. A 60x90 cm picture, 5 kg.",
    "Classic Scunthorpe cocktail glass, by Dickens & Sons.",
    "Boya kokusu yok; topuk 3,5 cm. Şikayetim yok, sıktırmadan yıkayın.",
    "Güzel. Sağlam.Kullanışlı.Tavsiye ederim",
]
TELLING = [
    ("Tam bir ŞEREFSİZ satıcı", ["PROFANITY"]),
    ("orospu çocukları", ["PROFANITY"]),
    ("you f u c k", []),
    ("FUCKING useless", ["PROFANITY"]),
    ("what a piece of sh1t", ["PROFANITY"]),
    ("such idiiiiiots", ["PROFANITY"]),
    ("gerizekalılar", ["PROFANITY"]),
    ("buy cheaper at https://example.org/x", ["LINK"]),
    ("ucuzu www.ornek.example", ["LINK"]),
    ("daha ucuzu burada: ornek-magaza.com", ["LINK"]),
    ("call me +90 532 123 45 67", ["PHONE"]),
    ("ara 0532 123 45 67", ["PHONE"]),
    ("ara (0532) 123-4567", ["PHONE"]),
    ("write to ada@example.com", ["EMAIL"]),
    ("loooooooove it", ["REPEATED"]),
    ("good good good good good", ["REPEATED"]),
    ("super product " * 8, ["REPEATED"]),
    ("THIS IS THE WORST LAMP EVER", ["CAPITALS"]),
    ("BU HAYATIMDA ALDIĞIM EN KÖTÜ LAMBA", ["CAPITALS"]),
]


@pytest.mark.parametrize("text", HARMLESS)
def test_what_people_simply_write_has_no_sign(text: str) -> None:
    assert signals.find("", text) == signals.Found([], 0)


@pytest.mark.parametrize(("text", "names"), TELLING)
def test_each_sign_is_found(text: str, names: list[str]) -> None:
    assert signals.find("Lamp", text).names == names


def test_the_worst_comes_first_and_concern_adds_up() -> None:
    found = signals.find("BUY NOW BUY NOW BUY NOW", "orospu, ada@example.com, ornek.com")
    assert found.names == ["PROFANITY", "LINK", "EMAIL"]
    assert found.concern == 13


@pytest.mark.parametrize("text", ["a" * 5000, "1 " * 2500, "a@" * 2500, "w." * 2500, "!" * 5000, "söz " * 1250])
def test_no_text_takes_long(text: str) -> None:
    began = time.perf_counter()
    signals.find(text)
    assert time.perf_counter() - began < 0.5
