"""Words that no shop wants to be called, in English and Turkish; few, and none that means anything else.

As a merchant would write them. Folded words are compared: none may fall together with a harmless one (`göt`, `got`).
"""

STARTER_WORDS = (
    "asshole*",
    "bitch*",
    "cunt*",
    "faggot*",
    "fuck*",
    "motherfuck*",
    "nigger*",
    "wanker*",
    "amcık*",
    "amk",
    "gavat*",
    "ibne*",
    "kahpe*",
    "orospu*",
    "pezevenk*",
    "sikerim*",
    "sikeyim*",
    "siktir*",
    "yarrak*",
)
