"""What the shop says about its goods: slug → English and Turkish."""

from __future__ import annotations

DESCRIPTIONS = {
    "linen-shirt": (
        "Washed linen, cut wide, with buttons of corozo. It gets softer with every wash.",
        "Yıkanmış keten, bol kesim, corozo düğmeli. Her yıkamada daha da yumuşar.",
    ),
    "wool-blanket": (
        "Pure sheep's wool, woven in a small mill. Large enough for two on one sofa.",
        "Saf koyun yününden, küçük bir atölyede dokundu. Bir kanepede iki kişiye yeter.",
    ),
    "copper-pot": (
        "Hammered copper, tinned inside, with a long brass handle. For coffee that takes its time.",
        "Dövme bakır, içi kalaylı, uzun pirinç saplı. Acelesi olmayan kahveler için.",
    ),
    "tea-glasses": (
        "Six thin-waisted glasses with their saucers. They fit the hand and keep the tea hot.",
        "Tabaklarıyla altı ince belli bardak. Ele oturur, çayı sıcak tutar.",
    ),
    "olive-soap": (
        "Boiled from olive oil, dried for a year, cut by hand. It smells of nothing but soap.",
        "Zeytinyağından kaynatıldı, bir yıl kurutuldu, elle kesildi. Sadece sabun kokar.",
    ),
    "cotton-towel": (
        "A flat-woven towel for the bath, the beach and the bag. Dry again within the hour.",
        "Hamam, plaj ve çanta için düz dokuma peştemal. Bir saatte yeniden kurur.",
    ),
    "ceramic-bowl": (
        "Thrown on the wheel and glazed in sea green. Each one is a little different.",
        "Çarkta çekildi, deniz yeşiliyle sırlandı. Her biri biraz farklı.",
    ),
    "desk-lamp": (
        "Two joints, one switch and a warm light that reaches the far edge of the desk.",
        "İki eklem, bir düğme ve masanın öbür ucuna ulaşan sıcak bir ışık.",
    ),
    "running-shoes": (
        "Light, with a firm heel and a sole for wet streets. For ten kilometres or the bus.",
        "Hafif, sağlam topuklu, ıslak sokaklara uygun tabanlı. On kilometre ya da otobüs için.",
    ),
    "city-backpack": (
        "Waxed canvas, eighteen litres, a sleeve for a laptop and a pocket nobody finds.",
        "Mumlu kanvas, on sekiz litre, dizüstü bölmesi ve kimsenin bulamadığı bir cep.",
    ),
    "notebook": (
        "One hundred and sixty pages that open flat, in covers of recycled board.",
        "Dümdüz açılan yüz altmış sayfa, geri dönüştürülmüş kapakla.",
    ),
    "headphones": (
        "Thirty hours of sound, soft cushions, and a button that brings back the silence.",
        "Otuz saatlik ses, yumuşak yastıklar ve sessizliği geri getiren bir düğme.",
    ),
}
