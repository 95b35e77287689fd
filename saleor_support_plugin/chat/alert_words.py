"""What a notification tells a member of staff: that something happened, and never what was said."""

from collections.abc import Mapping
from enum import StrEnum


class Occasion(StrEnum):
    WAITING = "waiting"
    SEATED = "seated"
    MESSAGE = "message"
    MISSED = "missed"


WORDS: Mapping[str, Mapping[Occasion, str]] = {
    "en": {
        Occasion.WAITING: "A new chat is waiting",
        Occasion.SEATED: "A chat is yours now",
        Occasion.MESSAGE: "A new message in one of your chats",
        Occasion.MISSED: "Somebody wanted to chat, and nobody was there",
    },
    "tr": {
        Occasion.WAITING: "Yeni bir yazışma bekliyor",
        Occasion.SEATED: "Bir yazışma artık sizde",
        Occasion.MESSAGE: "Yazışmalarınızdan birinde yeni mesaj var",
        Occasion.MISSED: "Biri yazışmak istedi, kimse yoktu",
    },
}
