"""Pages from templates. Whatever is put into one is escaped, unless it is `Html` already."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from html import escape
from importlib.resources import files
from string import Template
from typing import Any


class Html(str):
    """Text that is markup already."""

    __slots__ = ()


def html(template: str, /, **values: object) -> Html:
    """Fill a short template, written in place: `html('<b>$name</b>', name=…)`."""
    return _filled(template, values)


def fill(name: str, /, *sources: Mapping[str, object], **values: object) -> Html:
    """Fill the template `pages/NAME`; later sources win."""
    whole: dict[str, object] = {}
    for source in sources:
        whole |= source
    return _filled(text_of(name), whole | values)


def joined(parts: Iterable[Html]) -> Html:
    return Html("".join(parts))


def options(pairs: Iterable[tuple[str, str]], chosen: str) -> Html:
    """The options of a select: (value, what is shown)."""
    return joined(
        html('<option value="$value"$chosen>$shown</option>', value=value, shown=shown, chosen=_selected(value, chosen))
        for value, shown in pairs
    )


def as_script(value: Mapping[str, Any]) -> Html:
    """JSON that cannot end its script element."""
    return Html(json.dumps(value).replace("<", "\\u003c"))


@cache
def text_of(name: str) -> str:
    return files("saleor_support_plugin.demo").joinpath("pages", name).read_text(encoding="utf-8")


def _selected(value: str, chosen: str) -> Html:
    return Html(" selected" if value == chosen else "")


def _filled(template: str, values: Mapping[str, object]) -> Html:
    safe = {key: value if isinstance(value, Html) else escape(str(value)) for key, value in values.items()}
    return Html(Template(template).substitute(safe))
