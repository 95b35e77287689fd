"""The bar on every page: that it is a demo, where its parts are, and the buttons that make things happen."""

from __future__ import annotations

from ..order_records import Order
from ..store import Store
from .bar_words import WORDS
from .markup import Html, fill, html, joined
from .outbox import count
from .surroundings import Surroundings

_BUTTONS = ("hour", "day", "deliver", "abandon")


def bar(
    store: Store,
    around: Surroundings,
    *,
    language: str,
    place: str,
    back: str,
    order: Order | None = None,
    note: str = "",
) -> Html:
    """`place` is "shop", "dashboard" or "outbox"; `back` is where a button leads to, `note` what one said before."""
    words = WORDS[language]
    down = store.faults.outage is not None
    buttons = [_button(name, words, f"{name}_word", _explained(name, order)) for name in _BUTTONS]
    outage = "back" if down else "outage"
    buttons.append(_button("outage", words, f"{outage}_word", f"{outage}_note"))
    return fill(
        "shared/bar.html",
        words,
        bar_note=words[f"{place}_note"],
        places=joined(_place(name, place, language, around) for name in ("shop", "dashboard", "outbox")),
        down=html('<span class="demo-down">$text</span>', text=words["is_down"]) if down else "",
        buttons=joined(buttons),
        back=back,
        language=language,
        order_id=order.id if order else "",
        said=_said(around, note),
    )


def _explained(name: str, order: Order | None) -> str:
    return "deliver_this_note" if name == "deliver" and order else f"{name}_note"


def _button(act: str, words: dict[str, str], label: str, explained: str) -> Html:
    return html(
        '<li><button formaction="/demo/$act"><strong>$label</strong><span class="note">$note</span>'
        '<span class="wait">$wait</span></button></li>',
        act=act,
        label=words[label],
        note=words[explained],
        wait=words["wait_word"],
    )


def _place(name: str, here: str, language: str, around: Surroundings) -> Html:
    addresses = {
        "shop": f"/{language}/",
        "dashboard": f"/dashboard/?locale={language}",
        "outbox": f"/outbox/?language={language}",
    }
    return html(
        '<a href="$address"$current>$label$count</a>',
        address=addresses[name],
        current=Html(' aria-current="true"') if name == here else "",
        label=WORDS[language][f"{name}_place"],
        count=_mails(count(around.outbox)) if name == "outbox" else "",
    )


def _mails(number: int) -> Html:
    """How many there are; the page's script keeps it true."""
    return html(
        ' <span class="demo-count" data-mails$hidden>$number</span>',
        hidden=Html("") if number else Html(" hidden"),
        number=number,
    )


def _said(around: Surroundings, note: str) -> Html:
    found = around.noted(note)
    if found is None:
        return Html("")
    text, well = found
    role, kind = ("status", "well") if well else ("alert", "ill")
    return html('<p class="demo-said $kind" role="$role">$text</p>', kind=kind, role=role, text=text)
