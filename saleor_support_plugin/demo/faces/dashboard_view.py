"""A look at the demo's Dashboard: who looks, in which theme and language; and the frame of its pages."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from urllib.parse import urlencode, urlsplit

from ..order_records import Order
from ..records import User
from ..store import Store
from .bar import bar
from .dashboard_frames import places_in_menu
from .dashboard_words import WORDS
from .markup import Html, fill, html, joined, options
from .surroundings import Surroundings
from .writing import amount

# What the frame measures in a window of 1440 px.
USUAL_WIDTH = 344
NARROWEST, WIDEST = 205, 620
_OWN_NAMES = ("as", "theme", "locale", "width", "note")
_MENU = (("", "home_word"), ("products", "products_word"), ("orders", "orders_word"), ("customers", "customers_word"))
_NAVIGATION = {"products": "NAVIGATION_CATALOG", "orders": "NAVIGATION_ORDERS", "customers": "NAVIGATION_CUSTOMERS"}


class View:
    """What the visitor chose; choices that make no sense fall back. `path` is what follows /dashboard."""

    def __init__(
        self, store: Store, asked: Mapping[str, str], *, around: Surroundings | None = None, path: str = ""
    ) -> None:
        staff = {user.email.partition("@")[0]: user for user in store.state.users.values() if user.is_staff}
        self.store = store
        self.asked = asked
        self.around = around or Surroundings()
        self.path = path
        self.people = list(staff)
        self.name = asked.get("as", "") if asked.get("as") in staff else self.people[0]
        self.user: User = staff[self.name]
        self.theme = asked.get("theme", "") if asked.get("theme") in ("light", "dark") else "light"
        self.locale = asked.get("locale", "") if asked.get("locale") in WORDS else "en"
        width = asked.get("width", "")
        self.width = min(max(int(width), NARROWEST), WIDEST) if width.isdecimal() else USUAL_WIDTH
        self.words = WORDS[self.locale]

    @property
    def query(self) -> str:
        """The choices, for links to other pages; a page that nobody chose anything on has none."""
        chosen = {"as": self.name, "theme": self.theme, "locale": self.locale, "width": str(self.width)}
        return urlencode({name: value for name, value in chosen.items() if name in self.asked})

    @property
    def app_query(self) -> list[tuple[str, str]]:
        """What the address says beside the choices: the Dashboard hands it on to an app's page."""
        return [(name, value) for name, value in self.asked.items() if name not in _OWN_NAMES]

    def at(self, path: str) -> str:
        """The address of a page of this Dashboard, with the same choices; `path` begins with a slash."""
        address = f"/dashboard{path}"
        return address + ("&" if urlsplit(path).query else "?") + self.query if self.query else address

    def may(self, permission: str) -> bool:
        return permission in self.store.permissions_of(self.user)

    def channel_slugs(self) -> set[str]:
        return {channel.slug for channel in self.store.channels_of(self.user)}

    def money(self, order: Order, value: Decimal) -> str:
        return amount(value, self.store.state.channel_of(order.channel_slug).currency_code, self.locale)


def page(view: View, title: str, body: Html, *, order: Order | None = None) -> str:
    """A whole page of the Dashboard."""
    return fill(
        "dashboard/page.html",
        view.words,
        lang=view.locale,
        theme=view.theme,
        title=title,
        bar=bar(
            view.store,
            view.around,
            language=view.locale,
            place="dashboard",
            back=view.at(f"/{view.path}{_rest_of_query(view)}"),
            order=order,
            note=view.asked.get("note", ""),
        ),
        menu=_menu(view),
        people=options([(name, name) for name in view.people], view.name),
        themes=options([("light", view.words["light"]), ("dark", view.words["dark"])], view.theme),
        locales=options([("en", "English"), ("tr", "Türkçe")], view.locale),
        width=view.width,
        kept=joined(html('<input type="hidden" name="$n" value="$v">', n=n, v=v) for n, v in view.app_query),
        body=body,
    )


def table(head: list[tuple[str, str]], rows: Html, *, kind: str = "") -> Html:
    """`head` is (word, class); rows are whole `tr` elements."""
    cells = joined(html('<th scope="col" class="$how">$word</th>', word=word, how=how) for word, how in head)
    return html(
        '<div class="scroll"><table class="$kind"><thead><tr>$cells</tr></thead><tbody>$rows</tbody></table></div>',
        cells=cells,
        rows=rows,
        kind=kind,
    )


def refusal(view: View, columns: int) -> Html:
    return html('<tr><td colspan="$n">$text</td></tr>', n=columns, text=view.words["no_permission"])


def _menu(view: View) -> Html:
    here = view.path.partition("/")[0]
    return joined(
        html(
            '<li><a href="$address"$current>$word</a>$apps</li>',
            address=view.at(f"/{slug}"),
            current=Html(' aria-current="page"') if here == slug else "",
            word=view.words[word],
            apps=_apps_in_menu(view, _NAVIGATION.get(slug, "")),
        )
        for slug, word in _MENU
    )


def _apps_in_menu(view: View, mount: str) -> Html:
    found = places_in_menu(view.store, view.user, mount) if mount else []
    links = joined(
        html(
            '<li><a href="$address"$current>$label</a></li>',
            address=view.at(path),
            current=Html(' aria-current="page"') if f"/{view.path}" == path else "",
            label=label,
        )
        for label, path in found
    )
    return (
        html('<ul class="apps" aria-label="$word">$links</ul>', word=view.words["apps_word"], links=links)
        if found
        else Html("")
    )


def _rest_of_query(view: View) -> str:
    return f"?{urlencode(view.app_query)}" if view.app_query else ""
