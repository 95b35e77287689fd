"""Mails in words: a subject, a text and an HTML part from the templates in mails/, in English or Turkish."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from django.template.loader import render_to_string
from django.utils import timezone, translation

from .rules import one_line


@dataclass(frozen=True, slots=True)
class Words:
    subject: str
    text: str
    html: str


def language_of(code: str) -> str:
    """Return `tr` or `en` for any code that Saleor or a browser has: `TR`, `tr-TR`, `EN_GB`, `de`."""
    return "tr" if code[:2].lower() == "tr" else "en"


def render(name: str, *, language: str, zone: ZoneInfo, context: Mapping[str, Any]) -> Words:
    """Return the mail `name` in a language; times are shown in the zone.

    `context` holds at least `shop`, and `unsubscribe` for what is not transactional.
    """
    told = {"language": language} | dict(context)
    with translation.override(language), timezone.override(zone):
        parts = [render_to_string(f"{language}/{name}.{part}", told, using="mails") for part in PARTS]
    return Words(one_line(parts[0]), parts[1].strip() + "\n", parts[2])


PARTS = ("subject.txt", "txt", "html")
