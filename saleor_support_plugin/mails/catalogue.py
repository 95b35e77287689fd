"""The kinds of mail there are, as far as their words go: what they say by themselves, and which values they know."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

LANGUAGES = ("en", "tr")
# What a merchant may write differently. `why` and `stop` are the law's, and stay ours.
BLOCKS = ("subject", "preheader", "heading", "body", "button", "note")
# The values that the words of a kind may name; a mail brings them, a preview has samples of them.
VALUES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "cart_reminder": (
            "shop",
            "item",
            "others",
            "total",
            "because",
            "again",
            "percent",
            "code",
            "ends_on",
            "priced_on",
        ),
        "review_request": ("shop", "item", "others", "number", "delivered_on", "days", "again"),
        "review_author_asked": ("shop", "product", "number", "message"),
        "delivery_late": ("shop", "number", "promised", "late"),
        "order_summary": ("shop", "number"),
        "question_answered": ("shop", "product", "question", "message"),
        "ticket_received": ("shop", "number"),
        "ticket_reply": ("shop", "number", "subject", "message", "copied", "answerable"),
        "order_code": ("shop", "number", "minutes"),
        "conversation_waiting": (
            "shop",
            "number",
            "subject",
            "customer",
            "order",
            "minutes",
            "message",
            "survey",
            "score",
            "best",
            "answerable",
        ),
        "order_act": ("shop", "waits", "who", "act", "order", "message"),
        "survey": ("shop", "number", "subject", "best"),
        "transcript": ("shop", "number"),
        "sender_test": ("shop",),
    }
)
WORDS_DIR = Path(__file__).parent / "words"


class UnknownMail(Exception):
    code = "UNKNOWN_MAIL"


@dataclass(frozen=True, slots=True)
class Built:
    """What a kind says where no merchant said it differently: each block's text, and the name staff know it by."""

    name: str
    texts: Mapping[str, str]


def built(kind: str, language: str) -> Built:
    if kind not in VALUES:
        raise UnknownMail(f"There is no mail `{kind}`.")
    texts = dict(_read(language)[kind])
    return Built(texts.pop("name"), MappingProxyType(texts))


def shared(language: str) -> Mapping[str, str]:
    """Return the words that every kind uses."""
    return phrases("shared", language)


def phrases(table: str, language: str) -> Mapping[str, str]:
    """Return words of ours by name, which a merchant does not write differently."""
    return _read(language)[table]


@cache
def _read(language: str) -> dict[str, dict[str, str]]:
    return tomllib.loads((WORDS_DIR / f"{language}.toml").read_text(encoding="utf-8"))
