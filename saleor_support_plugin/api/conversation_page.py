"""`/c/TOKEN`: the page behind the link in a mail, to read a conversation, to answer, and to say that it is solved.

Without a script everything but photos works, and what is new shows once the page is loaded again.
"""

import secrets
from collections.abc import Sequence
from typing import Any

import orjson
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import override
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from ..chat.queries import signatures
from ..conversations import actions as conversations
from ..conversations import photos, queries
from ..conversations.models import Author, Conversation, ConversationMessage, LinkKind
from ..conversations.rules import MOST_PHOTOS, MOST_TEXT, TextWrong, tokens
from ..guests.queries import sheet
from ..mails.catalogue import phrases
from ..mails.rendering import phrase
from ..mails.senders import shop_name
from ..people.addresses import normal_address
from ..shop.links import order_link
from ..stores.queries import configuration
from ..tickets import actions
from ..tickets.models import State, Ticket
from .order_showing import parcels, standing
from .signed_pages import POLICY, dead_link, signed_page
from .storefront_doors import json_answer

PAGE_POLICY = f"{POLICY}; script-src 'self'; connect-src 'self'"


class _Thread:
    """One request for a conversation's page."""

    def __init__(self, request: HttpRequest, found: Conversation, *, is_mailed: bool) -> None:
        self.request, self.found, self.is_mailed = request, found, is_mailed
        self.settings = configuration(found.store, found.channel_slug)
        self.shop = shop_name(found.store, self.settings)
        self.words = phrases("conversation_page", found.language)
        self.own: Ticket = found.ticket
        # Where it was put together with others, perhaps another person's, the work goes on there.
        self.ticket = self.own.merged_into or self.own

    def say(self, name: str) -> str:
        return phrase(self.words[name], {"number": self.own.number, "most": MOST_TEXT}, self.found.language)

    @property
    def state(self) -> str:
        return self.say(f"state_{self.ticket.state}")

    @property
    def deed(self) -> str:
        """Return what the shopper can make of the matter now; nothing while a chat goes on."""
        if self.ticket.state == State.CLOSED:
            return "reopen"
        return "" if self.found.is_live else "solve"


@csrf_exempt  # there is no cookie: who can post has the link, and who has the link may post
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, token: str) -> HttpResponse:
    now = timezone.now()
    link = queries.link_to_page(token, now=now)
    if link is None:
        return dead_link(request)
    found, is_mailed = link.conversation, link.kind == LinkKind.MAIL
    if request.method == "GET" and not is_mailed:
        conversations.keep_open(link=link, now=now)
    thread = _Thread(request, found, is_mailed=is_mailed)
    if request.method != "POST":
        return _news(thread) if "after" in request.GET else _show(thread)
    if is_mailed:  # first: what follows is for the mailbox's owner alone
        conversations.confirm_email(conversation=found, now=now)
    deed = request.POST.get("deed", "")
    if deed == "solve" and not found.is_live:
        actions.solve(conversation=found, now=now)
        return _again(request)
    if deed == "reopen":
        actions.reopen_alone(ticket=thread.ticket, by=found.name, now=now)
        return _again(request)
    return _answer(thread)


def _answer(thread: _Thread) -> HttpResponse:
    posted = thread.request.POST
    said = posted.get("text", "")
    try:
        actions.answer(
            conversation=thread.found,
            given=said,
            photos=tokens(posted.getlist("photo")),
            key=posted.get("key", "").replace("\0", ""),
            now=timezone.now(),
        )
    except TextWrong as wrong:
        return _show(thread, said=said, wrong=wrong.code, status=422)
    except actions.TooOften as often:
        return _show(thread, said=said, wrong=often.code, status=429)
    return _again(thread.request)


def _again(request: HttpRequest) -> HttpResponse:
    """Have the page fetched anew with GET, so that a reload does not send the answer again."""
    response = HttpResponseRedirect(f"{request.path}#last", status=303)
    response["Referrer-Policy"] = "no-referrer"
    response["Cache-Control"] = "no-store"
    return response


def _news(thread: _Thread) -> HttpResponse:
    """Return what was said after a message, as the page shows it; its script asks again and again."""
    after = thread.request.GET["after"]
    if not (after.isascii() and after.isdigit() and len(after) < 10):
        return dead_link(thread.request)
    messages = queries.newest_shown(thread.found, after=int(after))
    told = {"messages": _signed(thread, messages), "words": thread.words}
    with timezone.override(thread.settings.zone), override(thread.found.language):
        html = render_to_string("shared/messages.html", told)
    seq = max((one.seq for one in messages), default=int(after))
    stands = {"state": thread.state, "live": thread.found.is_live, "deed": thread.deed}
    answer = json_answer({"seq": seq, **stands, "html": html if messages else ""})
    answer["X-Robots-Tag"] = "noindex"
    return answer


def _show(thread: _Thread, *, said: str = "", wrong: str = "", status: int = 200) -> HttpResponse:
    found = thread.found
    messages = list(queries.shown_to_shopper(found))
    context = {
        "ticket": thread.own,
        "messages": _signed(thread, messages),
        "seq": messages[-1].seq if messages else 0,
        "live": found.is_live,
        "shop": thread.shop,
        "words": thread.words,
        "state": thread.state,
        "order": _order(thread),
        "said": said,
        "wrong": thread.say(f"wrong_{wrong}") if wrong else "",
        "hint": thread.say("hint"),
        "most": MOST_TEXT,
        "most_photos": MOST_PHOTOS,
        "permit": photos.permit(store_id=found.store_id, conversation_id=found.pk, side=Author.SHOPPER.value),
        "script_words": _script_words(found.language),
        "deed": thread.deed,
        # The same on a second try, so that an answer that did arrive is not kept twice.
        "key": thread.request.POST.get("key") or secrets.token_urlsafe(16),
    }
    with timezone.override(thread.settings.zone):
        answer = signed_page(
            thread.request, "conversation.html", language=found.language, context=context, status=status
        )
    answer["Content-Security-Policy"] = PAGE_POLICY
    return answer


def _signed(thread: _Thread, messages: Sequence[ConversationMessage]) -> list[tuple[str, ConversationMessage]]:
    """Return messages with who said each: staff by the name they chat under, else as the shop."""
    staff = {one.author_name for one in messages if one.author == Author.STAFF}
    names = signatures(thread.found.store, staff)
    you = thread.words["you"]
    return [(names.get(one.author_name, thread.shop) if one.author == Author.STAFF else you, one) for one in messages]


def _order(thread: _Thread) -> dict[str, Any] | None:
    """Return what is so of the order, for whoever reads the mailbox that it was placed with; for nobody else."""
    order, email = thread.ticket.order, thread.found.email
    is_theirs = order is not None and email and normal_address(order.customer_email) == normal_address(email)
    shown = sheet(order, now=timezone.now()) if order is not None and thread.is_mailed and is_theirs else None
    if order is None or shown is None:
        return None
    language = thread.found.language
    words = phrases("order_page", language)
    return {
        "title": phrase(words["title"], {"number": order.number}, language),
        "said": standing(shown, language),
        "parcels": parcels(shown, language),
        "track": words["track"],
        "open": thread.words["order_open"],
        "link": order_link(order),
    }


def _script_words(language: str) -> str:
    """Return what the script says of photos on their way."""
    said = phrases("review_form", language)
    return orjson.dumps({name: words for name, words in said.items() if name.startswith("photo_")}).decode()
