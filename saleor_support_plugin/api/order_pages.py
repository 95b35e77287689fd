"""`/o/TOKEN`: an order's own page, for who reads its mailbox: what was bought, where it is, and help with any of it."""

import secrets
from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from ..chat.queries import signatures
from ..conversations.actions import link_to
from ..conversations.rules import MOST_TEXT, TextWrong
from ..guests import helping, queries
from ..guests.queries import Matter, Sheet
from ..mails.catalogue import phrases, shared
from ..mails.rendering import day, phrase
from ..mails.senders import shop_name
from ..mails.sentences import Values
from ..mails.text import language_of
from ..shop.links import order_of
from ..shop.models import OrderLine
from ..tickets.actions import TooOften
from ..tickets.models import State
from .callers_address import address_of
from .order_showing import parcels, standing
from .signed_pages import dead_link, signed_page


class _Page:
    """One request for an order's page."""

    def __init__(self, request: HttpRequest, sheet: Sheet) -> None:
        self.request, self.sheet, self.order = request, sheet, sheet.order
        self.language = language_of(self.order.language_code)
        self.words = phrases("order_page", self.language)
        self.shop = shop_name(self.order.store, sheet.settings)

    def say(self, name: str, **values: str | int) -> str:
        told: Values = {"shop": self.shop, "number": self.order.number, **values}
        return phrase(self.words[name], told, self.language)

    def show(self, context: dict[str, Any], status: int = 200) -> HttpResponse:
        title = self.words["help_title"] if context["state"] == "help" else self.say("title")
        told = {"shop": self.shop, "words": self.words, "title": title} | context
        return signed_page(self.request, "order.html", language=self.language, context=told, status=status)


@csrf_exempt  # no cookie: the link alone says who is asking
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, token: str) -> HttpResponse:
    order = order_of(token)
    sheet = queries.sheet(order, now=timezone.now()) if order else None
    if sheet is None:
        return dead_link(request)
    asked = _Page(request, sheet)
    if request.method == "POST":
        return _open(asked) if request.POST.get("deed") == "open" else _help(asked)
    if "help" in request.GET:
        return _ask_for_help(asked, chosen=[request.GET["help"]])
    return _overview(asked)


def _overview(page: _Page) -> HttpResponse:
    sheet, order, language = page.sheet, page.order, page.language
    return page.show(
        {
            "state": "order",
            "placed": page.say("placed", day=day(order.created, language, sheet.settings.zone)),
            "standing": standing(sheet, language),
            "parcels": parcels(sheet, language),
            "lines": [_line(number, one, language) for number, one in enumerate(sheet.lines)],
            "delivery": order.shipping_price.said(language),
            "total": order.total.said(language),
            "tickets": _matters(page),
        }
    )


def _line(number: int, line: OrderLine, language: str) -> dict[str, Any]:
    return {
        "number": number,
        "name": line.shown_name,
        "variant": line.variant_name,
        "quantity": phrase(shared(language)["pieces"], {"count": line.quantity}, language),
        "price": line.total.said(language),
        "picture": line.thumbnail_url if line.thumbnail_url.startswith(("https://", "http://")) else "",
    }


def _matters(page: _Page) -> list[dict[str, Any]]:
    names = signatures(page.order.store, {one.answered_by for one in page.sheet.matters if one.answered_by})
    return [
        {"number": one.ticket.number, "subject": one.ticket.subject, "state": _state(page, one, names)}
        for one in page.sheet.matters
    ]


def _state(page: _Page, matter: Matter, names: Mapping[str, str]) -> str:
    state = page.words[f"state_{matter.ticket.state}"]
    if matter.answered_at is None:
        return state
    at = day(matter.answered_at, page.language, page.sheet.settings.zone)
    answered = page.say("answered", by=names.get(matter.answered_by, page.shop), day=at)
    return answered if matter.ticket.state == State.WAITING else f"{answered} {state}"


def _ask_for_help(
    page: _Page, *, chosen: Sequence[str], faulty: str = "", fault: str = "", status: int = 200
) -> HttpResponse:
    posted = page.request.POST
    wanted = posted.get("reason", "")
    lines = [_line(number, one, page.language) for number, one in enumerate(page.sheet.lines)]
    reasons = page.sheet.settings.ticket_reasons
    context = {
        "state": "help",
        "help_lead": page.say("help_lead", email=page.order.customer_email),
        "lines": [one | {"chosen": str(one["number"]) in chosen} for one in lines],
        "reasons": [
            {"name": one.name, "title": one.said(page.language), "chosen": one.name == wanted} for one in reasons
        ],
        "text": posted.get("text", ""),
        "most_text": MOST_TEXT,
        # The same on a second try, so that what did arrive is not kept twice.
        "key": posted.get("key") or secrets.token_urlsafe(16),
        "faulty": faulty,
        "fault": fault,
    }
    return page.show(context, status)


def _help(page: _Page) -> HttpResponse:
    posted, now = page.request.POST, timezone.now()
    chosen = posted.getlist("line")
    try:
        ticket = helping.ask_for_help(
            sheet=page.sheet,
            wanted=helping.Wanted(
                lines=tuple(one for number, one in enumerate(page.sheet.lines) if str(number) in chosen),
                reason=posted.get("reason", ""),
                text=posted.get("text", ""),
                key=posted.get("key", ""),
            ),
            address=address_of(page.request),
            now=now,
        )
    except helping.ReasonMissing:
        said = page.words["help_reason_missing"]
        return _ask_for_help(page, chosen=chosen, faulty="reason", fault=said, status=422)
    except TextWrong as wrong:
        said = page.say(f"help_{wrong.code}", most=MOST_TEXT)
        return _ask_for_help(page, chosen=chosen, faulty="text", fault=said, status=422)
    except TooOften:
        return _ask_for_help(page, chosen=chosen, fault=page.words["help_often"], status=429)
    return _go(link_to(conversation=ticket.conversation, now=now))


def _open(page: _Page) -> HttpResponse:
    """Lead on to a conversation about this order that its buyer has with the shop."""
    wanted = page.request.POST.get("ticket", "")
    ticket = next((one.ticket for one in page.sheet.matters if str(one.ticket.number) == wanted), None)
    if ticket is None:
        return dead_link(page.request)
    return _go(link_to(conversation=ticket.conversation, now=timezone.now()))


def _go(address: str) -> HttpResponse:
    answer = HttpResponseRedirect(address, status=303)
    answer["Referrer-Policy"] = "no-referrer"
    answer["Cache-Control"] = "no-store"
    return answer
